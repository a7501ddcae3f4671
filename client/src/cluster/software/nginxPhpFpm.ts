import { fpmServer, FPM_PROGRAMS, FPM_WORDS, phpFpm } from './phpFpm.ts';
import { PHP_VARIABLES, PHP_WORDS } from './phpSigns.ts';
import { nginx } from './nginx.ts';
import type { KnownSoftware } from './signs.ts';

/** NGINX and PHP-FPM in one container. */
export const nginxPhpFpm: KnownSoftware = {
    name: 'nginx+php-fpm',
    layer: 'application',
    title: 'NGINX + PHP-FPM',
    isHttp: true,
    port: 80,
    processes: phpFpm.processes,
    php: fpmServer,
    ...(nginx.documentRoots && { documentRoots: nginx.documentRoots }),
    signs: {
        innerPorts: [phpFpm.port],
        programs: [['nginx', 'nginx-debug', 'openresty'], FPM_PROGRAMS],
        words: [['nginx'], [...FPM_WORDS, ...PHP_WORDS]],
        publishers: ['linuxserver', 'lscr.io'],
        variables: [PHP_VARIABLES, ['NGINX_VERSION', 'NGINX_HTTP_PORT', 'NGINX_WEBROOT']],
    },
};
