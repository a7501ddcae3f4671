import { redis } from './redis.ts';
import type { KnownSoftware } from './signs.ts';

/** Speaks as Redis does. */
export const keydb: KnownSoftware = {
    ...redis,
    name: 'keydb',
    title: 'KeyDB',
    processes: ['keydb-server'],
    signs: {
        programs: [['keydb-server']],
        images: ['keydb'],
        words: [['keydb']],
        port: /\s--port\s+(\d{1,5})\b/,
    },
};
