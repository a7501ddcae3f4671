import type { Overlay } from '../described.ts';

export const sysvshm: Overlay = {
    extension: 'sysvshm',
    versions: 'php',
    page: 'https://www.php.net/manual/en/sem.configuration.php',
    directives: {
        'sysvshm.init_mem': {
            type: 'integer',
            unit: 'bytes',
            description:
                'Size of the segments that `shm_attach()` creates where the call does not say. Not shown by `ini_get()`.',
            unmeasured: { default: '10000', scope: 'SYSTEM', source: 'php-src 8.2 ext/sysvshm/sysvshm.c' },
        },
    },
};
