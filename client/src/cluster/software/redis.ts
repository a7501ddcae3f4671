import type { KnownSoftware } from './signs.ts';

export const redis: KnownSoftware = {
    name: 'redis',
    layer: 'store',
    title: 'Redis',
    isHttp: false,
    port: 6379,
    processes: ['redis-server'],
    saveHandler: 'redis',
    signs: {
        programs: [['redis-server']],
        // A sentinel watches servers, and keeps nothing itself.
        otherwise: /--sentinel\b/,
        images: ['redis', 'redis-stack', 'redis-stack-server'],
        words: [['redis']],
        variables: [['REDIS_VERSION', 'REDIS_DOWNLOAD_URL']],
        ports: [6379],
        port: /\s--port\s+(\d{1,5})\b/,
    },
};
