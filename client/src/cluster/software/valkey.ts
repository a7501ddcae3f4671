import { redis } from './redis.ts';
import type { KnownSoftware } from './signs.ts';

/** Speaks as Redis does. */
export const valkey: KnownSoftware = {
    ...redis,
    name: 'valkey',
    title: 'Valkey',
    processes: ['valkey-server'],
    signs: {
        programs: [['valkey-server']],
        otherwise: /--sentinel\b/,
        images: ['valkey'],
        words: [['valkey']],
        variables: [['VALKEY_VERSION', 'VALKEY_DOWNLOAD_URL']],
        port: /\s--port\s+(\d{1,5})\b/,
    },
};
