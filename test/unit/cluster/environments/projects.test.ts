import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProjects } from '../../../../client/src/cluster/environments/discovery.ts';
import { engineOf, type Services } from './composeServices.ts';

const { signal } = new AbortController();

interface Project {
    readonly services: Services;
    /** `balancer web NGINX 80`; a service with several containers once. Nothing: no environment. */
    readonly nodes: readonly string[];
    readonly url?: string;
    /** Each service that is no node, and why; only those that are of interest. */
    readonly others?: Readonly<Record<string, string>>;
    /** Services of which the processes are asked for. */
    readonly asked?: readonly string[];
}

const web = { image: 'nginx', ports: ['8080:80'] };
const fpm = { image: 'php:8.4-fpm', scale: 2 };
const apache = { image: 'php:8.4-apache', scale: 2 };
const NGINX_FPM = ['balancer web NGINX 80', 'application php PHP-FPM 9000'];
const URL = 'http://localhost:8080';
const apacheUnderSupervisor = ['/usr/bin/python3 /usr/bin/supervisord -n', '/usr/sbin/apache2 -k start'];
const fpmProcesses = ['php-fpm: master process (/usr/local/etc/php-fpm.conf)', 'php-fpm: pool www'];
const nginxProcesses = ['nginx: master process nginx', 'nginx: worker process'];

/** What people were seen to have, and to miss. */
const SEEN: Readonly<Record<string, Project>> = {
    'NGINX before PHP-FPM': { services: { web, php: fpm }, nodes: NGINX_FPM, url: URL },
    'the same with memcached': {
        services: { web, php: fpm, sessions: { image: 'memcached' } },
        nodes: [...NGINX_FPM, 'store sessions memcached 11211'],
        url: URL,
    },
    'Apache with Valkey': {
        services: { app: { ...apache, ports: ['8080:80'] }, sessions: { image: 'valkey/valkey:8' } },
        nodes: ['application app Apache + PHP 80', 'store sessions Valkey 6379'],
    },
    'HAProxy before Apache, with Redis': {
        services: { lb: { image: 'haproxy', ports: ['80:80'] }, app: apache, sessions: { image: 'redis:7' } },
        nodes: ['balancer lb HAProxy 80', 'application app Apache + PHP 80', 'store sessions Redis 6379'],
        url: 'http://localhost:80',
    },
    'Apache in an image that is called php-fpm': {
        services: { lb: web, 'php-fpm': { image: 'php-fpm', from: 'apache' } },
        nodes: ['balancer lb NGINX 80', 'application php-fpm Apache + PHP 80'],
        url: URL,
    },
    'Debian’s Apache that stands before PHP-FPM': {
        services: {
            lb: web,
            front: { from: 'debian', command: 'apache2ctl -D FOREGROUND', ports: ['80'] },
            php: { image: 'php:8.4-fpm' },
        },
        nodes: ['balancer front Apache 80', 'balancer lb NGINX 80', 'application php PHP-FPM 9000'],
        url: URL,
    },
    'workers behind all kinds of wrappers': {
        services: {
            lb: web,
            app: apache,
            horizon: { from: 'apache', command: 'gosu www-data php artisan horizon' },
            second: { from: 'apache', command: 'su-exec www-data php artisan queue:work' },
            third: { from: 'apache', command: 'sudo -u www-data php artisan queue:work' },
            queue: { from: 'apache', command: 'timeout 3600 php artisan queue:work' },
            consumer: { from: 'apache', command: 'bin/console messenger:consume async' },
        },
        nodes: ['balancer lb NGINX 80', 'application app Apache + PHP 80'],
        url: URL,
        others: { horizon: 'runs artisan', third: 'runs artisan', queue: 'runs artisan', consumer: 'runs bin/console' },
    },
    'Apache behind a script, in an image of an unknown publisher': {
        services: {
            httpd: {
                image: 'tutum/web',
                command: '/run.sh',
                ports: ['80:80'],
                processes: ['sh /run.sh', 'apache2 -D FOREGROUND'],
            },
            sessions: { image: 'memcached' },
        },
        nodes: ['application httpd Apache + PHP 80', 'store sessions memcached 11211'],
        asked: ['httpd'],
    },
    'Debian’s Apache under a supervisor': {
        services: {
            web: { from: 'debian', command: 'supervisord -n', ports: ['80'], processes: apacheUnderSupervisor },
            sessions: { image: 'memcached' },
        },
        nodes: ['application web Apache + PHP 80', 'store sessions memcached 11211'],
        asked: ['web'],
    },
    'a balancer in an image of one’s own': {
        services: {
            proxy: { image: 'registry.example.com/shop-nginx', command: '/run.sh', ports: ['80:80'] },
            app: apache,
        },
        nodes: ['balancer proxy NGINX 80', 'application app Apache + PHP 80'],
        url: 'http://localhost:80',
    },
    'NGINX Unit in a service that is called nginx': {
        services: { nginx: { from: 'unit', ports: ['8080:80'] }, app: apache, sessions: { image: 'memcached' } },
        nodes: ['application app Apache + PHP 80', 'store sessions memcached 11211'],
        others: { nginx: 'runs unitd' },
    },
    'HAProxy for a database, with its statistics published': {
        services: { haproxy: { image: 'haproxy', ports: ['8404:8404'] }, lb: web, app: apache },
        nodes: ['balancer haproxy HAProxy 8404', 'balancer lb NGINX 80', 'application app Apache + PHP 80'],
        url: URL,
    },
    'a front that is published as well, behind the balancer': {
        services: { lb: web, 'apache-front': { image: 'nginx', ports: ['8081:80'] }, app: apache },
        nodes: ['balancer apache-front NGINX 80', 'balancer lb NGINX 80', 'application app Apache + PHP 80'],
        url: URL,
    },
    'HAProxy with TLS alone': {
        services: { lb: { image: 'haproxy', ports: ['443:443'] }, app: apache },
        nodes: ['balancer lb HAProxy 443', 'application app Apache + PHP 80'],
        url: 'https://localhost:443',
    },
    'a tool beside the application': {
        services: {
            app: { ...apache, ports: ['80'] },
            'phpinfo-tool': { from: 'apache', ports: ['8000:80'] },
            sessions: { image: 'memcached' },
        },
        nodes: ['application app Apache + PHP 80', 'store sessions memcached 11211'],
        others: { 'phpinfo-tool': 'is a tool beside the application' },
    },
    'NGINX and PHP-FPM in one, behind Traefik': {
        services: {
            traefik: { image: 'traefik', command: '/entrypoint.sh --providers.docker', ports: ['80:80', '8080:8080'] },
            app: {
                image: 'serversideup/php:8.4-fpm-nginx',
                scale: 2,
                labels: { 'traefik.enable': 'true' },
                processes: ['s6-svscan', ...nginxProcesses, ...fpmProcesses],
            },
            valkey: { image: 'valkey/valkey:8' },
        },
        nodes: ['balancer traefik Traefik 80', 'application app NGINX + PHP-FPM 8080', 'store valkey Valkey 6379'],
        url: 'http://localhost:80',
        asked: ['app', 'app'],
    },
    FrankenPHP: {
        services: {
            lb: web,
            app: {
                image: 'dunglas/frankenphp',
                scale: 2,
                processes: ['frankenphp run --config /etc/frankenphp/Caddyfile'],
            },
        },
        nodes: ['balancer lb NGINX 80', 'application app FrankenPHP 80'],
        url: URL,
        asked: ['app', 'app'],
    },
    Octane: {
        services: {
            lb: web,
            app: { from: 'cli', command: 'php artisan octane:start --host=0.0.0.0', ports: ['8000'], scale: 2 },
        },
        nodes: ['balancer lb NGINX 80', 'application app Laravel Octane 8000'],
        url: URL,
    },
};

/** Of the same kinds. */
const FURTHER: Readonly<Record<string, Project>> = {
    'PHP-FPM that Compose builds': { services: { web, php: { from: 'fpm', scale: 3 } }, nodes: NGINX_FPM, url: URL },
    'PHP-FPM from Debian’s package': {
        services: { web, php: { from: 'debian', command: 'php-fpm8.4 -F', ports: ['9000'] } },
        nodes: NGINX_FPM,
        url: URL,
    },
    'PHP-FPM that listens on another port': {
        services: { web, php: { from: 'debian', command: 'php-fpm8.2 --nodaemonize', ports: ['9071'] } },
        nodes: ['balancer web NGINX 80', 'application php PHP-FPM 9071'],
        url: URL,
    },
    'PHP-FPM behind a script that migrates first': {
        services: {
            web,
            php: { from: 'fpm', command: 'docker-php-entrypoint sh -c "php artisan migrate --force && exec php-fpm"' },
        },
        nodes: NGINX_FPM,
        url: URL,
    },
    'PHP-FPM behind a script that tells nothing': {
        services: {
            web,
            php: {
                from: 'fpm',
                command: '/usr/local/bin/start',
                processes: ['/bin/sh /usr/local/bin/start', ...fpmProcesses],
            },
        },
        nodes: NGINX_FPM,
        url: URL,
        asked: ['php'],
    },
    'PHP-FPM that waits for its database': {
        services: {
            web,
            php: { from: 'fpm', command: 'dockerize -wait tcp://db:3306 -timeout 60s php-fpm' },
            db: { image: 'mysql:8' },
        },
        nodes: NGINX_FPM,
        url: URL,
        others: { db: 'runs mysqld' },
    },
    'PHP-FPM that is published as well, as to a debugger': {
        services: { web, php: { image: 'php:8.4-fpm', ports: ['9000:9000'] } },
        nodes: NGINX_FPM,
        url: URL,
    },
    'Caddy before PHP-FPM': {
        services: { web: { image: 'caddy:2', ports: ['80:80', '443:443', '2019:2019'] }, php: fpm },
        nodes: ['balancer web Caddy 80', 'application php PHP-FPM 9000'],
        url: 'http://localhost:80',
    },
    'Apache’s own image before PHP-FPM': {
        services: { web: { image: 'httpd:2.4', ports: ['8080:80'], environment: { PHP_VERSION: '8.4' } }, php: fpm },
        nodes: ['balancer web Apache 80', 'application php PHP-FPM 9000'],
        url: URL,
    },
    'Traefik, NGINX and PHP-FPM one behind the other': {
        services: {
            traefik: { image: 'traefik:v3', ports: ['80:80'] },
            web: { image: 'nginx', ports: ['8080:80'], labels: { 'traefik.http.routers.web.rule': 'Host(`a.b`)' } },
            php: fpm,
        },
        nodes: ['balancer traefik Traefik 80', ...NGINX_FPM],
        url: 'http://localhost:80',
    },
    'WordPress on PHP-FPM': {
        services: { web, php: { image: 'wordpress:6-fpm', from: 'fpm' }, redis: { image: 'redis:alpine' } },
        nodes: [...NGINX_FPM, 'store redis Redis 6379'],
        url: URL,
    },
    'Nextcloud on PHP-FPM with its cron job': {
        services: {
            web,
            php: { image: 'nextcloud:fpm-alpine', from: 'fpm' },
            cron: { image: 'nextcloud:fpm-alpine', from: 'fpm', command: '/cron.sh' },
        },
        nodes: NGINX_FPM,
        url: URL,
        others: { cron: 'runs cron.sh' },
    },
    'workers in the image of PHP-FPM': {
        services: {
            web,
            php: fpm,
            horizon: { image: 'php:8.4-fpm', command: 'docker-php-entrypoint php artisan horizon' },
            scheduler: {
                from: 'fpm',
                command: "docker-php-entrypoint sh -c 'while true; do php artisan schedule:run; sleep 60; done'",
            },
            consumer: { from: 'fpm', command: 'su-exec www-data php bin/console messenger:consume' },
            plain: { from: 'fpm', command: 'nice -n 10 php /srv/worker.php' },
            composer: { from: 'fpm', command: 'composer install' },
        },
        nodes: NGINX_FPM,
        url: URL,
        others: {
            horizon: 'runs artisan',
            scheduler: 'runs artisan',
            consumer: 'runs bin/console',
            plain: 'runs worker.php',
            composer: 'runs composer',
        },
    },
    'a worker under a supervisor, in the image of the application': {
        services: {
            web,
            php: fpm,
            worker: {
                from: 'fpm',
                command: 'supervisord -c /etc/worker.conf',
                processes: ['/usr/bin/python3 /usr/bin/supervisord', 'php artisan queue:work'],
            },
        },
        nodes: NGINX_FPM,
        url: URL,
        others: { worker: 'runs artisan' },
        asked: ['worker'],
    },
    'a tool that only waits to be entered': {
        services: { web, php: fpm, workspace: { from: 'fpm', command: 'tail -f /dev/null' } },
        nodes: NGINX_FPM,
        url: URL,
        others: { workspace: 'only waits (tail)' },
    },
    'NGINX and PHP-FPM in one, started by a shell': {
        services: {
            lb: { image: 'haproxy', ports: ['80:80', '8404:8404'] },
            app: { from: 'fpm', command: 'sh -c \'php-fpm -D && nginx -g "daemon off;"\'', ports: ['80'], scale: 2 },
            valkey: { image: 'valkey/valkey:8' },
        },
        nodes: ['balancer lb HAProxy 80', 'application app NGINX + PHP-FPM 80', 'store valkey Valkey 6379'],
        url: 'http://localhost:80',
    },
    'NGINX and PHP-FPM in one, in an image that exposes what PHP-FPM’s does': {
        services: { lb: web, app: { from: 'fpm', command: "sh -c 'php-fpm -D && nginx'" } },
        nodes: ['balancer lb NGINX 80', 'application app NGINX + PHP-FPM 80'],
        url: URL,
    },
    'NGINX and PHP-FPM in one, under a supervisor, with a worker beside them': {
        services: {
            app: {
                from: 'debian',
                command: 'supervisord -n',
                ports: ['8080:80'],
                processes: [
                    '/usr/bin/python3 /usr/bin/supervisord -n',
                    ...nginxProcesses,
                    ...fpmProcesses,
                    'php artisan horizon',
                ],
            },
            redis: { image: 'redis' },
        },
        nodes: ['application app NGINX + PHP-FPM 80', 'store redis Redis 6379'],
        asked: ['app'],
    },
    'Apache and PHP-FPM in one, in an image that is called as if PHP were inside Apache': {
        services: {
            app: {
                image: 'webdevops/php-apache:8.3',
                command: '/entrypoint supervisord',
                ports: ['8080:80'],
                processes: ['/usr/sbin/apache2 -DFOREGROUND', ...fpmProcesses],
            },
            redis: { image: 'redis' },
        },
        nodes: ['application app Apache + PHP-FPM 80', 'store redis Redis 6379'],
        asked: ['app'],
    },
    'everything in one': {
        services: {
            lamp: {
                image: 'mattrayner/lamp',
                command: '/run.sh',
                ports: ['8080:80'],
                processes: ['apache2 -D FOREGROUND', 'mysqld'],
            },
            sessions: { image: 'memcached' },
        },
        nodes: ['application lamp Apache + PHP 80', 'store sessions memcached 11211'],
        asked: ['lamp'],
    },
    'Laravel Sail': {
        services: {
            'laravel.test': {
                image: 'sail-8.4/app',
                command: 'start-container',
                ports: ['80:80'],
                processes: ['/usr/bin/python3 /usr/bin/supervisord', 'php -S 0.0.0.0:80 /var/www/html/server.php'],
            },
            redis: { image: 'redis:alpine' },
        },
        nodes: [],
        others: { 'laravel.test': 'runs php -S', redis: 'is Redis' },
        asked: ['laravel.test'],
    },
    'a front that nothing else tells': {
        services: {
            web: { image: 'example/edge:7', command: '/start', ports: ['80:80'], processes: nginxProcesses },
            php: fpm,
        },
        nodes: NGINX_FPM,
        url: 'http://localhost:80',
        asked: ['web'],
    },
    'Octane on FrankenPHP': {
        services: {
            lb: web,
            app: {
                image: 'dunglas/frankenphp',
                command: 'docker-php-entrypoint php artisan octane:frankenphp',
                ports: ['8000'],
            },
        },
        nodes: ['balancer lb NGINX 80', 'application app Laravel Octane 8000'],
        url: URL,
    },
    'FrankenPHP that Compose builds, with a worker': {
        services: {
            app: {
                from: 'frankenphp',
                ports: ['80:80'],
                processes: ['frankenphp run --config /etc/frankenphp/Caddyfile'],
            },
            worker: { from: 'frankenphp', command: 'frankenphp php-cli artisan queue:work' },
            redis: { image: 'redis' },
        },
        nodes: ['application app FrankenPHP 80', 'store redis Redis 6379'],
        others: { worker: 'runs artisan' },
        asked: ['app'],
    },
    'a store that is named for sessions, among others': {
        services: {
            web,
            php: fpm,
            'redis-cache': { image: 'redis' },
            'redis-sessions': { image: 'redis' },
            queue: { image: 'valkey/valkey' },
        },
        nodes: [...NGINX_FPM, 'store redis-sessions Redis 6379'],
        url: URL,
        others: { 'redis-cache': 'redis-sessions is the store that is named for sessions' },
    },
    'Redis on another port, with a password': {
        services: {
            web,
            php: fpm,
            redis: {
                image: 'redis',
                command: "docker-entrypoint.sh sh -c 'redis-server --port 6390 --requirepass secret'",
            },
        },
        nodes: [...NGINX_FPM, 'store redis Redis 6390'],
        url: URL,
    },
    'memcached on another port': {
        services: {
            web,
            php: fpm,
            cache: { image: 'memcached', command: 'docker-entrypoint.sh memcached -m 64 -p 11222' },
        },
        nodes: [...NGINX_FPM, 'store cache memcached 11222'],
        url: URL,
    },
    'KeyDB, its exporter, its commander and a sentinel': {
        services: {
            web,
            php: fpm,
            sessions: { image: 'eqalpha/keydb' },
            exporter: { image: 'oliver006/redis_exporter', ports: ['9121'] },
            commander: { image: 'rediscommander/redis-commander', ports: ['8081:8081'] },
            sentinel: { image: 'redis', command: 'docker-entrypoint.sh redis-server /sentinel.conf --sentinel' },
        },
        nodes: [...NGINX_FPM, 'store sessions KeyDB 6379'],
        url: URL,
        others: { commander: 'its image is redis-commander' },
    },
    'NGINX Unit alone with a store': {
        services: { nginx: { image: 'unit:php8.3', from: 'unit', ports: ['8080:80'] }, redis: { image: 'redis' } },
        nodes: [],
        others: { nginx: 'runs unitd' },
    },
    'Traefik that has visitors come in where its dashboard usually is': {
        services: {
            proxy: {
                image: 'traefik',
                command: '/entrypoint.sh --entrypoints.web.address=:8080',
                ports: ['8000:8080'],
            },
            app: apache,
        },
        nodes: ['balancer proxy Traefik 8080', 'application app Apache + PHP 80'],
        url: 'http://localhost:8000',
    },
    'Traefik of which only the dashboard is published': {
        services: { proxy: { image: 'traefik', ports: ['8000:8080'] }, lb: web, app: apache },
        nodes: ['balancer lb NGINX 80', 'balancer proxy Traefik 8080', 'application app Apache + PHP 80'],
        url: URL,
    },
    'a balancer that waits for the front behind it': {
        services: {
            entrance: { image: 'haproxy', ports: ['9000:8000'], dependsOn: ['cache'] },
            cache: { image: 'nginx', ports: ['80:80'], dependsOn: ['app'] },
            app: apache,
        },
        nodes: ['balancer cache NGINX 80', 'balancer entrance HAProxy 8000', 'application app Apache + PHP 80'],
        url: 'http://localhost:9000',
    },
    'a balancer that reaches the application through a front': {
        services: {
            a: { image: 'nginx', ports: ['80:80'], networks: ['front', 'back'] },
            b: { image: 'haproxy', ports: ['9000:8000'], networks: ['front'] },
            app: { ...apache, networks: ['back'] },
        },
        nodes: ['balancer a NGINX 80', 'balancer b HAProxy 8000', 'application app Apache + PHP 80'],
        url: 'http://localhost:9000',
    },
    'a balancer that cannot reach the application': {
        services: {
            admin: { image: 'nginx', ports: ['80:80'], networks: ['other'] },
            lb: { image: 'nginx', ports: ['8080:80'], networks: ['back'] },
            app: { ...apache, networks: ['back'] },
        },
        nodes: ['balancer admin NGINX 80', 'balancer lb NGINX 80', 'application app Apache + PHP 80'],
        url: URL,
    },
    'HAProxy that is published for a database': {
        services: { 'a-db': { image: 'haproxy', ports: ['3306:3306'] }, lb: web, app: apache },
        nodes: ['balancer a-db HAProxy 3306', 'balancer lb NGINX 80', 'application app Apache + PHP 80'],
        url: URL,
    },
    'Debian’s Apache that stands alone before others of the kind': {
        services: { edge: { from: 'debian', command: 'apachectl -D FOREGROUND', ports: ['8080:80'] }, app: apache },
        nodes: ['balancer edge Apache 80', 'application app Apache + PHP 80'],
        url: URL,
    },
    'Apache without PHP beside the application': {
        services: { lb: web, app: apache, docs: { image: 'httpd', ports: ['8090:80'] } },
        nodes: ['balancer lb NGINX 80', 'application app Apache + PHP 80'],
        url: URL,
        others: { docs: 'is Apache without PHP, and nothing shows what it stands in front of' },
    },
    'Apache without PHP, and no application at all': {
        services: { web: { image: 'httpd', ports: ['80:80'] }, sessions: { image: 'memcached' } },
        nodes: [],
        others: {
            web: 'is Apache without PHP, and nothing shows what it stands in front of',
            sessions: 'is memcached',
        },
    },
    'a tool that is all there is of PHP': {
        services: { tools: { from: 'apache', ports: ['80:80'] }, sessions: { image: 'memcached' } },
        nodes: ['application tools Apache + PHP 80', 'store sessions memcached 11211'],
    },
    'a dashboard and an administration': {
        services: {
            web,
            php: fpm,
            dashboard: { from: 'apache', ports: ['8001:80'] },
            pma: { image: 'phpmyadmin', ports: ['8002:80'] },
            'opcache-gui': { from: 'apache', ports: ['8003:80'] },
        },
        nodes: NGINX_FPM,
        url: URL,
        others: { pma: 'its image is phpmyadmin', 'opcache-gui': 'is a tool beside the application' },
    },
    'a service that is labelled as none': {
        services: {
            web,
            php: fpm,
            legacy: { image: 'php:8.4-apache', labels: { 'php-session-cluster.layer': 'none' } },
        },
        nodes: NGINX_FPM,
        url: URL,
        others: { legacy: 'its label says that it is no node' },
    },
    'a service whose label says more than can be seen': {
        services: {
            web,
            php: {
                image: 'example/app',
                command: '/start',
                labels: { 'php-session-cluster.layer': 'application', 'php-session-cluster.software': 'php-fpm' },
            },
        },
        nodes: NGINX_FPM,
        url: URL,
    },
    'an application that nothing tells while it is stopped': {
        services: { web, php: { from: 'debian', command: 'supervisord -n', stopped: true }, redis: { image: 'redis' } },
        nodes: [],
        others: { php: 'does not run, and nothing but its processes tells what it is' },
    },
    'PHP without anything beside it': {
        services: { php: fpm, db: { image: 'mysql' } },
        nodes: [],
        others: { php: 'is PHP-FPM', db: 'runs mysqld' },
    },
    'no PHP': {
        services: {
            web,
            app: { image: 'node:20', command: 'docker-entrypoint.sh node server.js' },
            redis: { image: 'redis' },
        },
        nodes: [],
        others: { app: 'runs node' },
    },
    'no PHP, and a program that nobody knows': {
        services: {
            web,
            app: { from: 'debian', command: '/app/server', processes: ['/app/server'] },
            redis: { image: 'redis' },
        },
        nodes: [],
        others: { app: 'runs server, which nothing is known of' },
        asked: ['app'],
    },
};

describe('Compose projects', () => {
    for (const [name, { services, nodes, url, others = {}, asked = [] }] of Object.entries({ ...SEEN, ...FURTHER })) {
        it(`${name}: ${nodes.length > 0 ? 'an environment' : 'none'}`, async () => {
            const { engine, listed } = engineOf(services);
            const projects = await readProjects(engine, signal);
            const [environment] = projects.environments;
            const found = (environment?.nodes ?? []).map(
                node => `${node.layer} ${node.service ?? ''} ${node.software.title} ${node.port}`,
            );
            assert.deepEqual([...new Set(found)], nodes);
            assert.equal(found.length > 0 ? environment?.url : url, url);
            const rest = environment?.others ?? projects.others[0]?.services ?? [];
            const why = new Map(rest.map(service => [service.name, service.why]));
            assert.deepEqual(
                Object.fromEntries(Object.keys(others).map(service => [service, why.get(service)])),
                others,
            );
            assert.deepEqual(listed.sort(), asked);
            const count = Object.values(services).reduce((sum, { scale = 1 }) => sum + scale, 0);
            assert.equal(
                found.length + rest.length >= Object.keys(services).length && count > 0,
                true,
                'nothing is passed over',
            );
        });
    }

    it('are asked about no container that its place in a list tells of, however many there are', async () => {
        const many = (services: Services) =>
            Object.fromEntries(Object.entries(services).map(([name, service]) => [name, { ...service, scale: 200 }]));
        const { engine, inspected, listed } = engineOf(
            many({
                web,
                php: { from: 'fpm' },
                app: { from: 'apache' },
                db: { image: 'mysql' },
                doubtful: { from: 'debian', command: 'supervisord -n', processes: fpmProcesses },
            }),
        );
        const { environments } = await readProjects(engine, signal);
        assert.equal(environments[0]?.nodes.length, 800);
        assert.deepEqual([inspected.length, listed.length], [200, 200]);
        assert.deepEqual(new Set([...inspected, ...listed]), new Set(['doubtful']));
        await readProjects(engine, signal);
        assert.deepEqual([inspected.length, listed.length], [200, 200], 'once each');
    });

    it('are more than forty beside those that were seen', () => {
        assert.ok(Object.keys(FURTHER).length >= 40);
    });
});
