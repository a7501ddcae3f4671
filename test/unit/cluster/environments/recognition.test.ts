import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { recognise, roleByList, type Evidence } from '../../../../client/src/cluster/environments/recognition.ts';
import { roleOfCommand } from '../../../../client/src/cluster/environments/recognitionCommand.ts';
import { parseImageReference, roleOfImage } from '../../../../client/src/cluster/environments/recognitionImage.ts';

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

    it('are parsed whatever they are', () => {
        fc.assert(
            fc.property(fc.string(), text => {
                roleOfImage(text);
                const image = parseImageReference(text);
                assert.notEqual(image?.name, '');
            }),
        );
    });
});

function forEach(cases: Readonly<Record<string, readonly string[]>>, roleOf: (text: string) => string | undefined) {
    for (const [role, texts] of Object.entries(cases)) {
        it(role, () => {
            for (const text of texts) {
                assert.equal(roleOf(text) ?? 'nothing', role, text);
            }
        });
    }
}

describe('what an image tells', () => {
    forEach(
        {
            balancer: [
                ...['nginx', 'nginx:alpine', 'library/nginx:1.14', 'nginxinc/nginx-unprivileged:1', 'bitnami/nginx'],
                ...['haproxy:3.0', 'traefik:v3.1', 'caddy:2', 'envoyproxy/envoy:v1.30', 'jwilder/nginx-proxy'],
                ...[
                    'nginxproxy/nginx-proxy:1.6-alpine',
                    'openresty/openresty',
                    'axizdkr/tengine',
                    'my.host:5000/nginx',
                ],
            ],
            application: [
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
            ],
            store: ['memcached', 'memcached:1.6-alpine', 'bitnami/memcached', 'docker.io/library/memcached:1'],
            other: [
                ...[
                    'php:8-fpm',
                    'php:fpm-alpine',
                    'php:8.4-cli',
                    'php:8.3-zts',
                    'wordpress:fpm',
                    'wordpress:cli-php8.2',
                ],
                ...['nextcloud:fpm-alpine', 'bitnami/php-fpm', 'webdevops/php-nginx:8.2', 'trafex/alpine-nginx-php7'],
                ...['linuxserver/nextcloud', 'lscr.io/linuxserver/nextcloud:latest', 'bitnami/wordpress-nginx'],
                ...[
                    'redis:alpine',
                    'mysql:8',
                    'mariadb:lts',
                    'postgres',
                    'mailhog/mailhog',
                    'axllent/mailpit',
                    'adminer',
                ],
                ...[
                    'phpmyadmin',
                    'phpmyadmin/phpmyadmin',
                    'httpd:2.4',
                    'nginxproxy/acme-companion',
                    'nginxproxy/docker-gen',
                ],
                ...['nginx/nginx-prometheus-exporter', 'prom/memcached-exporter', 'node:20', 'composer'],
            ],
            nothing: ['debian:trixie', 'ubuntu', 'alpine:3', 'shop_web', 'mycompany/shop', 'php', 'php:twitter-api'],
        },
        roleOfImage,
    );
});

describe('what a command tells', () => {
    forEach(
        {
            application: [
                'docker-php-entrypoint apache2-foreground',
                '/usr/local/bin/docker-entrypoint.sh apache2-foreground',
                "sh -c 'composer install && apache2-foreground'",
                "bash -c 'chown -R www-data . ; exec apache2-foreground'",
                '/usr/sbin/apachectl -D FOREGROUND',
                'apache2ctl -DFOREGROUND',
                '/usr/sbin/apache2 -D FOREGROUND',
                'wait-for-it.sh memcached:11211 -- apache2-foreground',
                "bash -c 'service memcached start && apachectl -D FOREGROUND'",
                "sh -c 'service apache2 start && tail -f /dev/null'",
            ],
            httpd: ['httpd-foreground', '/usr/sbin/httpd -D FOREGROUND'],
            balancer: [
                "/docker-entrypoint.sh nginx -g 'daemon off;'",
                'nginx-debug -g daemon off;',
                'docker-entrypoint.sh haproxy -f /usr/local/etc/haproxy/haproxy.cfg',
                'haproxy -W -db -f /etc/haproxy.cfg',
                '/entrypoint.sh traefik --providers.docker',
                'caddy run --config /etc/caddy/Caddyfile',
                '/docker-entrypoint.sh envoy -c /etc/envoy/envoy.yaml',
                '/usr/bin/dumb-init -- openresty',
            ],
            store: ['docker-entrypoint.sh memcached -m 64', 'memcached', "sh -c 'exec memcached -u nobody'"],
            other: [
                ...['docker-php-entrypoint php-fpm', 'php-fpm8.2 -F', 'sh -c \'php-fpm -D && nginx -g "daemon off;"\''],
                "bash -c 'service php8.1-fpm start && nginx'",
                ...[
                    'docker-php-entrypoint php -a',
                    'php artisan queue:work',
                    'php -S 0.0.0.0:80 index.php',
                    '/cron.sh',
                ],
                ...[
                    'docker-entrypoint.sh mysqld',
                    'docker-entrypoint.sh redis-server',
                    'sleep infinity',
                    'tail -f /dev/null',
                ],
            ],
            nothing: ['', 'supervisord -n', '/opt/start.sh', './run', 'memcached_exporter --memcached.address=a'],
        },
        roleOfCommand,
    );
});

describe('recognition', () => {
    function evidence(parts: Partial<Evidence>): Evidence {
        return { image: 'debian', command: '/start.sh', ports: [], project: 'shop', service: 'web', ...parts };
    }
    const PHP_APACHE = { PHP_VERSION: '8.4', PHP_INI_DIR: '/usr/local/etc/php', APACHE_CONFDIR: '/etc/apache2' };

    const cases: readonly [string, Partial<Evidence>, string][] = [
        ['the image', { image: 'php:8.4-apache' }, 'application'],
        ['a worker in the application’s image', { image: 'php:8.4-apache', command: 'php worker.php' }, 'other'],
        ['a command on an image that tells nothing', { command: 'apache2-foreground' }, 'application'],
        ['an administration tool by its image', { image: 'phpmyadmin', command: 'apache2-foreground' }, 'other'],
        [
            'an administration tool by its service',
            { image: 'shop_phpmyadmin', command: 'apache2-foreground', service: 'phpmyadmin' },
            'other',
        ],
        ['the store’s port', { ports: [11211] }, 'store'],
        ['the port of a database', { ports: [3306] }, 'other'],
        ['PHP and Apache in the environment', { environment: PHP_APACHE }, 'application'],
        ['PHP without Apache', { environment: { PHP_VERSION: '8.4' }, ports: [9000] }, 'other'],
        ['httpd with PHP', { command: 'httpd-foreground', environment: PHP_APACHE }, 'application'],
        ['httpd without PHP', { command: 'httpd-foreground', environment: {} }, 'other'],
        ['httpd, not inspected', { command: 'httpd-foreground' }, 'other'],
        ['the name that Compose gave what it built', { image: 'shop_nginx', service: 'nginx' }, 'other'],
        ['a service’s name with a port', { image: 'shop-nginx', service: 'nginx', ports: [80] }, 'balancer'],
        ['a service’s name without a port', { service: 'wordpress', environment: {} }, 'other'],
        ['a service’s name with another’s port', { service: 'php', ports: [9000] }, 'other'],
        ['Apache by the service’s name alone', { service: 'apache', ports: [80] }, 'other'],
    ];
    for (const [name, parts, role] of cases) {
        it(`${name}: ${role}`, () => {
            assert.equal(recognise(evidence(parts)), role);
        });
    }

    it('asks for an inspection where a list does not tell', () => {
        assert.equal(roleByList(evidence({})), undefined);
        assert.equal(roleByList(evidence({ command: 'httpd-foreground' })), undefined);
        assert.equal(roleByList(evidence({ image: 'mysql:8' })), 'other');
    });
});
