import { APACHE_PROGRAMS } from './apache.ts';
import type { KnownSoftware } from './signs.ts';

/** Apache without PHP, in front of whoever has it. */
export const httpd: KnownSoftware = {
    name: 'httpd',
    layer: 'balancer',
    title: 'Apache',
    isHttp: true,
    port: 80,
    processes: ['apache2', 'httpd'],
    documentRoots: ['node/list-apache-roots.sh'],
    signs: {
        programs: [APACHE_PROGRAMS],
        images: ['httpd', 'apache'],
        variables: [['HTTPD_VERSION', 'HTTPD_PREFIX']],
        services: /^(?:httpd|apache)/,
        onlyAsFront: true,
    },
};
