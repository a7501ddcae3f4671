import type { KnownSoftware } from './signs.ts';

export const envoy: KnownSoftware = {
    name: 'envoy',
    layer: 'balancer',
    title: 'Envoy',
    isHttp: true,
    port: 80,
    processes: ['envoy'],
    signs: {
        programs: [['envoy']],
        images: ['envoy', 'envoy-alpine', 'envoy-distroless'],
        words: [['envoy']],
        services: /envoy/,
        statistics: [9901],
    },
};
