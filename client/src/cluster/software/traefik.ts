import type { KnownSoftware } from './signs.ts';

export const traefik: KnownSoftware = {
    name: 'traefik',
    layer: 'balancer',
    title: 'Traefik',
    isHttp: true,
    port: 80,
    processes: ['traefik'],
    signs: {
        programs: [['traefik']],
        images: ['traefik'],
        words: [['traefik']],
        services: /traefik/,
        statistics: [8080],
        entryPoint: port => new RegExp(`entrypoints\\.(?!traefik\\b)[\\w-]+\\.address=\\S*:${port}\\b`, 'i'),
        leadsTo: /^traefik\.(?:enable|http|tcp|frontend)/,
    },
};
