import type { KnownSoftware } from './signs.ts';

export const haproxy: KnownSoftware = {
    name: 'haproxy',
    layer: 'balancer',
    title: 'HAProxy',
    isHttp: true,
    port: 80,
    processes: ['haproxy'],
    signs: {
        programs: [['haproxy', 'haproxy-systemd-wrapper']],
        images: ['haproxy', 'haproxy-alpine', 'haproxy-debian', 'haproxy-ubuntu'],
        words: [['haproxy']],
        variables: [['HAPROXY_VERSION']],
        services: /haproxy/,
        statistics: [1936, 8404],
    },
};
