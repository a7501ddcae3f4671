import { APACHE_PROGRAMS } from './apache.ts';
import { fpmServer, FPM_PROGRAMS, FPM_WORDS, phpFpm } from './phpFpm.ts';
import { httpd } from './httpd.ts';
import type { KnownSoftware } from './signs.ts';

/** Apache and PHP-FPM in one container: it is PHP-FPM that reads php.ini. */
export const httpdPhpFpm: KnownSoftware = {
    name: 'httpd+php-fpm',
    layer: 'application',
    title: 'Apache + PHP-FPM',
    isHttp: true,
    port: 80,
    processes: phpFpm.processes,
    php: fpmServer,
    ...(httpd.documentRoots && { documentRoots: httpd.documentRoots }),
    signs: {
        innerPorts: [phpFpm.port],
        programs: [APACHE_PROGRAMS, FPM_PROGRAMS],
        words: [['apache', 'apache2', 'httpd'], FPM_WORDS],
    },
};
