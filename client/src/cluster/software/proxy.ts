import type { KnownSoftware } from './signs.ts';

/** A balancer that says what it is for by its name alone, or by a label, and not what it is. */
export const proxy: KnownSoftware = {
    name: 'proxy',
    layer: 'balancer',
    title: 'proxy',
    isHttp: true,
    port: 80,
    processes: [],
    signs: { programs: [], services: /balancer|proxy|gateway|^lb\d*$/ },
};
