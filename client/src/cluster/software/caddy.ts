import type { KnownSoftware } from './signs.ts';

export const caddy: KnownSoftware = {
    name: 'caddy',
    layer: 'balancer',
    title: 'Caddy',
    isHttp: true,
    port: 80,
    processes: ['caddy'],
    documentRoots: ['node/list-caddy-roots.sh'],
    signs: {
        programs: [['caddy']],
        images: ['caddy', 'caddy-docker-proxy'],
        words: [['caddy']],
        variables: [['CADDY_VERSION']],
        services: /caddy/,
        statistics: [2019],
        leadsTo: /^caddy(?:_\d+)?(?:\.|$)/,
    },
};
