import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { recognise, type Evidence, type Recognition } from '../../../../client/src/cluster/environments/recognition.ts';
import { chainsOf } from '../../../../client/src/cluster/environments/recognitionCommand.ts';
import { parseImageReference } from '../../../../client/src/cluster/environments/recognitionImage.ts';

describe('image references', () => {
    const references: Readonly<Record<string, object | undefined>> = {
        nginx: { path: 'nginx', name: 'nginx' },
        'nginx:1.27-alpine': { path: 'nginx', name: 'nginx', tag: '1.27-alpine' },
        'library/php:8.4-apache': { path: 'library/php', name: 'php', tag: '8.4-apache' },
        'localhost/php:1': { registry: 'localhost', path: 'php', name: 'php', tag: '1' },
        'registry:5000/team/web': { registry: 'registry:5000', path: 'team/web', name: 'web' },
        'docker.io/library/memcached': { registry: 'docker.io', path: 'library/memcached', name: 'memcached' },
        [`ghcr.io/a/b/nginx:2@sha256:${'0'.repeat(64)}`]: {
            registry: 'ghcr.io',
            path: 'a/b/nginx',
            name: 'nginx',
            tag: '2',
        },
        [`nginx@sha256:${'a'.repeat(64)}`]: { path: 'nginx', name: 'nginx' },
        [`sha256:${'a'.repeat(64)}`]: undefined,
        b41604a86072: undefined,
        '': undefined,
    };
    for (const [reference, parts] of Object.entries(references)) {
        it(`${reference.slice(0, 40) || 'nothing'}: ${parts ? 'its parts' : 'tells nothing'}`, () => {
            assert.deepEqual(parseImageReference(reference), parts);
        });
    }
});

function evidence(parts: Partial<Evidence>): Evidence {
    const nothing = { image: '', command: '', ports: [], labels: {}, project: 'shop', service: 'web' };
    return { ...nothing, isRunning: false, ...parts };
}

/** `apache`; `apache, or httpd` where it may be a front; `none: runs artisan`. */
function inWords({ finding }: Recognition): string {
    if (finding.why !== undefined) {
        return `none: ${finding.why}`;
    }
    return [finding.software?.name, finding.front && `front ${finding.front.name}`].filter(Boolean).join(', or ');
}

function forEach(cases: Readonly<Record<string, readonly string[]>>, tell: (text: string) => string) {
    for (const [expected, texts] of Object.entries(cases)) {
        it(expected, () => {
            for (const text of texts) {
                assert.equal(tell(text).replace(/^none: its image is .*/, 'another image'), expected, text);
            }
        });
    }
}

describe('what an image tells', () => {
    forEach(
        {
            nginx: [
                ...['nginx', 'nginx:alpine', 'library/nginx:1.14', 'nginxinc/nginx-unprivileged:1', 'bitnami/nginx'],
                ...['jwilder/nginx-proxy', 'nginxproxy/nginx-proxy:1.6-alpine', 'openresty/openresty'],
                ...[
                    'axizdkr/tengine',
                    'my.host:5000/nginx',
                    'registry.example.com/shop-nginx',
                    'jc21/nginx-proxy-manager',
                ],
            ],
            haproxy: ['haproxy:3.0', 'haproxytech/haproxy-alpine:3', 'registry.example.com/edge-haproxy'],
            traefik: ['traefik:v3.1', 'library/traefik'],
            caddy: ['caddy:2', 'lucaslorentz/caddy-docker-proxy:2'],
            envoy: ['envoyproxy/envoy:v1.30'],
            'front httpd': ['httpd:2.4', 'bitnami/apache:2.4'],
            apache: [
                ...[
                    'php:8.4-apache',
                    'php:8-apache-bookworm',
                    'mirror.example.com/php:7.4-apache',
                    'psc/php:8.4-apache',
                ],
                ...['wordpress', 'wordpress:6', 'wordpress:php8.2-apache', 'drupal:10', 'joomla', 'nextcloud:apache'],
                ...[
                    'mediawiki',
                    'matomo:5',
                    'bitnami/wordpress',
                    'webdevops/php-apache:8.3',
                    'webdevops/php-apache-dev',
                ],
                ...['thecodingmachine/php:8.2-v4-apache', 'nimmis/apache-php5', 'mattrayner/lamp:latest-1804'],
                ...['registry.example.com/php-redis:8.2-apache', 'snipe/snipe-it'],
            ],
            'php-fpm': [
                ...['php:8-fpm', 'php:fpm-alpine', 'wordpress:fpm', 'nextcloud:fpm-alpine', 'bitnami/php-fpm'],
                ...['matomo:5-fpm-alpine', 'registry.example.com/shop-php-fpm:1', 'shinsenter/phpfpm:8'],
                ...['registry.example.com/php-redis:8.2-fpm'],
            ],
            'nginx+php-fpm': [
                ...['webdevops/php-nginx:8.2', 'trafex/alpine-nginx-php7', 'serversideup/php:8.4-fpm-nginx'],
                ...['linuxserver/nextcloud', 'lscr.io/linuxserver/nextcloud:latest', 'bitnami/wordpress-nginx'],
                ...['richarvey/nginx-php-fpm', 'shinsenter/phpfpm-nginx'],
            ],
            'httpd+php-fpm': ['serversideup/php:8.4-fpm-apache', 'shinsenter/phpfpm-apache'],
            frankenphp: ['dunglas/frankenphp', 'dunglas/frankenphp:1-php8.4-alpine', 'serversideup/php:8.4-frankenphp'],
            memcached: ['memcached', 'memcached:1.6-alpine', 'bitnami/memcached', 'docker.io/library/memcached:1'],
            redis: [
                'redis',
                'redis:7-alpine',
                'bitnami/redis:7',
                'redis/redis-stack-server',
                'registry.example.com/shop-redis',
            ],
            valkey: ['valkey/valkey:8', 'bitnami/valkey'],
            keydb: ['eqalpha/keydb'],
            'another image': [
                ...['php:8.4-cli', 'php:8.3-zts', 'wordpress:cli-php8.2', 'mysql:8', 'mariadb:lts', 'postgres'],
                ...['mailhog/mailhog', 'axllent/mailpit', 'adminer', 'phpmyadmin', 'phpmyadmin/phpmyadmin'],
                ...['nginxproxy/acme-companion', 'nginxproxy/docker-gen', 'nginx/nginx-prometheus-exporter'],
                ...['prom/memcached-exporter', 'oliver006/redis-exporter', 'rediscommander/redis-commander'],
                ...['redis/redisinsight', 'bitnami/redis-sentinel', 'node:20', 'composer', 'nginx/unit:1.29-php8.1'],
            ],
            'none: nothing tells what it is': [
                ...['debian:trixie', 'ubuntu', 'alpine:3', 'shop_web', 'mycompany/shop', 'php', 'php:twitter-api'],
                ...['registry.example.com/php-memcached'],
            ],
        },
        image => inWords(recognise(evidence({ image }))),
    );

    it('is told of whatever there is', () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (image, command) => {
                recognise(evidence({ image, command, environment: {}, processes: [command] }));
                assert.notEqual(parseImageReference(image)?.name, '');
            }),
        );
    });
});

describe('what a command tells', () => {
    forEach(
        {
            apache: [
                'docker-php-entrypoint apache2-foreground',
                '/usr/local/bin/docker-entrypoint.sh apache2-foreground',
                "sh -c 'composer install && apache2-foreground'",
                "bash -c 'chown -R www-data . ; exec apache2-foreground'",
                'wait-for-it.sh memcached:11211 -- apache2-foreground',
                "sh -c 'php artisan migrate --force && exec apache2-foreground'",
            ],
            'apache, or front httpd': [
                '/usr/sbin/apachectl -D FOREGROUND',
                'apache2ctl -DFOREGROUND',
                '/usr/sbin/apache2 -D FOREGROUND',
                "bash -c 'service memcached start && apachectl -D FOREGROUND'",
                "sh -c 'service apache2 start && tail -f /dev/null'",
            ],
            'front httpd': ['httpd-foreground', '/usr/sbin/httpd -D FOREGROUND'],
            'php-fpm': [
                'docker-php-entrypoint php-fpm',
                'docker-php-entrypoint php-fpm -F -R',
                'php-fpm8.2 -F',
                '/usr/sbin/php-fpm83 --nodaemonize',
                "sh -c 'php artisan config:cache && php-fpm'",
                'gosu www-data php-fpm',
                "bash -c 'service php8.1-fpm start && tail -f /var/log/php8.1-fpm.log'",
                'dockerize -wait tcp://db:3306 -timeout 60s php-fpm',
            ],
            'nginx+php-fpm': [
                'sh -c \'php-fpm -D && nginx -g "daemon off;"\'',
                "bash -c 'service php8.1-fpm start && nginx'",
                "sh -c 'nginx & php-fpm -F'",
                "sh -c 'php-fpm -t && php-fpm -D; exec nginx -g daemon off'",
            ],
            'httpd+php-fpm': [
                "sh -c 'php-fpm8.3 -D && apachectl -D FOREGROUND'",
                "bash -c 'service php8.2-fpm start && exec httpd -DFOREGROUND'",
            ],
            frankenphp: [
                'frankenphp run --config /etc/frankenphp/Caddyfile',
                'docker-php-entrypoint frankenphp php-server',
            ],
            octane: [
                'php artisan octane:start --server=swoole --host=0.0.0.0 --port=8000',
                'docker-php-entrypoint php -d variables_order=EGPCS artisan octane:frankenphp',
                'su-exec www-data php /app/artisan octane:roadrunner',
            ],
            nginx: [
                "/docker-entrypoint.sh nginx -g 'daemon off;'",
                'nginx-debug -g daemon off;',
                '/usr/bin/dumb-init -- openresty',
                "sh -c 'nginx -t && exec nginx'",
            ],
            haproxy: [
                'docker-entrypoint.sh haproxy -f /usr/local/etc/haproxy/haproxy.cfg',
                'haproxy -W -db -f /etc/haproxy.cfg',
            ],
            traefik: ['/entrypoint.sh traefik --providers.docker', '/entrypoint.sh traefik'],
            caddy: ['caddy run --config /etc/caddy/Caddyfile'],
            envoy: ['/docker-entrypoint.sh envoy -c /etc/envoy/envoy.yaml'],
            memcached: ['docker-entrypoint.sh memcached -m 64', 'memcached', "sh -c 'exec memcached -u nobody'"],
            redis: [
                'docker-entrypoint.sh redis-server --requirepass secret',
                "sh -c 'redis-server --port 6380 --appendonly yes'",
            ],
            valkey: ['docker-entrypoint.sh valkey-server /etc/valkey.conf'],
            keydb: ['keydb-server /etc/keydb/keydb.conf --server-threads 2'],
            'none: runs artisan': [
                'php artisan queue:work',
                'gosu www-data php artisan horizon',
                'su-exec www-data php artisan horizon',
                'sudo -u www-data php artisan horizon',
                'sudo -E -u www-data -- php artisan horizon',
                'timeout 3600 php artisan queue:work',
                'timeout -k 10 3600 php artisan queue:work --sleep=3',
                'tini -- php artisan schedule:work',
                'docker-php-entrypoint php -d memory_limit=1G artisan queue:work',
                "su -s /bin/sh -c 'php artisan queue:work' www-data",
                "su www-data -s /bin/bash -c 'php artisan queue:work'",
                "sh -c 'while true; do php artisan schedule:run; sleep 60; done'",
                'nice -n 10 ionice -c 3 php artisan queue:work',
                'runuser -u www-data -- php artisan horizon',
                'setpriv --reuid 33 --regid=33 php artisan horizon',
                'chpst -u www-data php artisan horizon',
                's6-setuidgid www-data php artisan horizon',
                'stdbuf -oL php artisan horizon',
                'flock -n /tmp/lock php artisan queue:work',
                'env -u HOME APP_ENV=prod php artisan horizon',
                'frankenphp php-cli artisan queue:work',
                './artisan queue:work',
            ],
            'none: runs bin/console': [
                'bin/console messenger:consume async',
                'php bin/console messenger:consume async -vv',
                'timeout 1h php /app/bin/console messenger:consume',
            ],
            'none: runs php -S': [
                'php -S 0.0.0.0:80 index.php',
                'php8.3 -d display_errors=1 -t public -S 0.0.0.0:8000',
            ],
            'none: runs php': ['docker-php-entrypoint php -a', "php -r 'sleep(3600);'"],
            'none: runs worker.php': ['php worker.php', 'gosu app php -f /srv/worker.php'],
            'none: runs cron.sh': ['/cron.sh'],
            'none: runs mysqld': ['docker-entrypoint.sh mysqld'],
            'none: runs node': ['node server.js', 'docker-entrypoint.sh node server.js'],
            'none: runs redis-sentinel': ['redis-sentinel /etc/sentinel.conf'],
            'none: runs unitd': ['/usr/local/bin/docker-entrypoint.sh unitd --no-daemon'],
            'none: only waits (sleep)': ['sleep infinity', 'bash -c "exec -a php-fpm8.4 sleep infinity"'],
            'none: only waits (tail)': ['tail -f /dev/null'],
            'none: nothing tells what it is': ['', '/opt/start.sh', '/docker-entrypoint.sh'],
            'none: runs supervisord, which nothing is known of': [
                'supervisord -n',
                '/usr/bin/python3 /usr/bin/supervisord -n',
                "sh -c 'php artisan migrate; supervisord -n'",
            ],
            'none: runs run, which nothing is known of': ['./run', "sh -c './run & tail -f /dev/null'"],
        },
        command => inWords(recognise(evidence({ command, environment: {}, isRunning: true }))),
    );

    it('is the beginning of a command without end', () => {
        assert.deepEqual(chainsOf(`${'sudo '.repeat(100_000)}php-fpm`), []);
    });
});

describe('recognition', () => {
    const PHP_APACHE = { PHP_VERSION: '8.4', PHP_INI_DIR: '/usr/local/etc/php', APACHE_CONFDIR: '/etc/apache2' };
    const none = 'none: nothing tells what it is';
    const own = { environment: {}, command: '/start.sh' };

    const cases: readonly [string, Partial<Evidence>, string][] = [
        [
            'a worker in the application’s image',
            { image: 'php:8.4-apache', command: 'php worker.php' },
            'none: runs worker.php',
        ],
        [
            'a command that denies what the image is called',
            { image: 'php-fpm', command: 'apache2-foreground' },
            'apache',
        ],
        [
            'an administration tool by its image',
            { image: 'phpmyadmin', command: 'apache2-foreground' },
            'none: its image is phpmyadmin',
        ],
        [
            'an administration tool by its service',
            { image: 'shop_phpmyadmin', command: 'apache2-foreground', service: 'phpmyadmin' },
            'none: is a tool beside the application',
        ],
        ['the store’s port', { ports: [11211] }, 'memcached'],
        ['the port of Redis', { ports: [6379] }, 'redis'],
        ['the port of a database', { ...own, ports: [3306], isRunning: true }, none],
        ['PHP and Apache in the environment', { ...own, environment: PHP_APACHE }, 'apache'],
        ['PHP that listens as PHP-FPM does', { ...own, environment: { PHP_VERSION: '8.4' }, ports: [9000] }, 'php-fpm'],
        ['another thing that listens there', { ...own, ports: [9000], isRunning: true }, none],
        ['PHP without a server', { ...own, environment: { PHP_VERSION: '8.4' }, isRunning: true }, none],
        [
            'NGINX and PHP in the environment',
            { ...own, environment: { ...PHP_APACHE, APACHE_CONFDIR: '', NGINX_VERSION: '1' } },
            'nginx+php-fpm',
        ],
        ['Valkey in the environment', { ...own, environment: { VALKEY_VERSION: '8.0' } }, 'valkey'],
        ['httpd with PHP', { command: 'httpd-foreground', environment: PHP_APACHE }, 'apache'],
        ['httpd with PHP in its image', { image: 'example/php-80', command: 'httpd -D FOREGROUND' }, 'apache'],
        ['httpd without PHP', { command: 'httpd-foreground', environment: { PHP_VERSION: '8.4' } }, 'front httpd'],
        [
            'what has ended before anybody could look',
            own,
            'none: does not run, and nothing but its processes tells what it is',
        ],
        [
            'the name that Compose gave what it built',
            { ...own, image: 'shop_nginx', service: 'nginx', isRunning: true },
            none,
        ],
        ['an image’s name', { image: 'shop-nginx', project: 'other', ports: [80] }, 'nginx'],
        ['a service’s name with a port', { service: 'nginx', ports: [80] }, 'nginx'],
        ['a balancer that is named for what it does', { service: 'reverse-proxy', ports: [443] }, 'proxy'],
        ['a service’s name without a port', { ...own, service: 'wordpress', isRunning: true }, none],
        ['a service’s name with another’s port', { ...own, service: 'php', ports: [9000], isRunning: true }, none],
        ['a service called Apache alone', { service: 'apache', ports: [80] }, 'front httpd'],
        [
            'a label',
            { image: 'nginx', labels: { 'php-session-cluster.layer': 'none' } },
            'none: its label says that it is no node',
        ],
        ['a label for what nothing tells', { ...own, labels: { 'php-session-cluster.layer': 'balancer' } }, 'proxy'],
        [
            'a label for another layer',
            { command: 'apache2-foreground', labels: { 'php-session-cluster.layer': 'balancer' } },
            'httpd',
        ],
        [
            'a label that names the software',
            {
                ...own,
                labels: { 'php-session-cluster.layer': 'application', 'php-session-cluster.software': 'php-fpm' },
            },
            'php-fpm',
        ],
        [
            'labels that contradict each other',
            { labels: { 'php-session-cluster.layer': 'store', 'php-session-cluster.software': 'nginx' } },
            'memcached',
        ],
        [
            'a label that says nothing',
            { image: 'nginx', labels: { 'php-session-cluster.layer': 'aplication' } },
            'nginx',
        ],
        [
            'processes',
            { ...own, processes: ['nginx: master process nginx', 'php-fpm: pool www', 'bash /start.sh'] },
            'nginx+php-fpm',
        ],
        [
            'processes of a worker',
            { ...own, environment: PHP_APACHE, processes: ['php artisan horizon'] },
            'none: runs artisan',
        ],
        [
            'processes of Apache',
            { ...own, processes: ['/usr/sbin/apache2 -k start', 'mysqld'] },
            'apache, or front httpd',
        ],
        ['processes that say nothing yet', { ...own, environment: PHP_APACHE, processes: ['sh /start.sh'] }, 'apache'],
        [
            'a worker with a store of its own',
            { ...own, processes: ['redis-server *:6379', 'php artisan horizon'] },
            'none: runs artisan',
        ],
    ];
    for (const [name, parts, expected] of cases) {
        it(`${name}: ${expected}`, () => {
            assert.equal(inWords(recognise(evidence(parts))), expected);
        });
    }

    it('asks for what would tell more, and for nothing else', () => {
        const asked = (parts: Partial<Evidence>) => recognise(evidence({ isRunning: true, ...parts })).ask;
        assert.equal(asked({ command: '/start.sh' }), 'inspection');
        assert.equal(asked({ command: 'httpd-foreground' }), 'inspection');
        assert.equal(asked({ command: '/start.sh', image: 'php:8.4-apache' }), 'inspection');
        assert.equal(asked({ command: '/start.sh', image: 'php:8.4-apache', environment: PHP_APACHE }), 'processes');
        assert.equal(asked({ ...own, isRunning: true }), 'processes');
        assert.equal(asked(own), 'processes');
        assert.equal(asked({ ...own, isRunning: false }), undefined);
        assert.equal(asked({ ...own, processes: ['php-fpm: master process (/etc/php-fpm.conf)'] }), undefined);
        for (const image of ['mysql:8', 'nginx', 'redis', 'php:8.4-fpm']) {
            assert.equal(asked({ image }), undefined, image);
        }
        assert.equal(asked({ image: 'nginx', command: '/run.sh' }), undefined);
        assert.equal(asked({ image: 'shop_app', command: 'docker-php-entrypoint php-fpm' }), undefined);
        assert.equal(asked({ command: 'php artisan horizon' }), undefined);
        assert.equal(asked({ labels: { 'php-session-cluster.layer': 'none' } }), undefined);
    });
});
