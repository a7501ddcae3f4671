import type { KnownSoftware } from './signs.ts';

export const nginx: KnownSoftware = {
    name: 'nginx',
    layer: 'balancer',
    title: 'NGINX',
    isHttp: true,
    port: 80,
    processes: ['nginx', 'openresty'],
    documentRoots: ['node/list-nginx-roots.sh'],
    signs: {
        // With what was made of it, and is configured as it is.
        programs: [['nginx', 'nginx-debug', 'openresty', 'tengine', 'angie', 'freenginx']],
        images: [
            ...['nginx', 'nginx-unprivileged', 'nginx-proxy', 'nginx-plus', 'nginx-proxy-manager', 'openresty'],
            ...['tengine', 'angie', 'freenginx'],
        ],
        words: [['nginx', 'openresty', 'tengine', 'angie', 'freenginx']],
        variables: [['NGINX_VERSION']],
        services: /nginx/,
    },
};
