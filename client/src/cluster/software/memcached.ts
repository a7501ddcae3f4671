import { STORE_PORT } from '../model/model.ts';
import type { KnownSoftware } from './signs.ts';

export const memcached: KnownSoftware = {
    name: 'memcached',
    layer: 'store',
    title: 'memcached',
    isHttp: false,
    port: STORE_PORT,
    processes: ['memcached'],
    saveHandler: 'memcached',
    evict: port => ['verify/forget-half.sh', String(port)],
    signs: {
        programs: [['memcached']],
        images: ['memcached', 'memcached-alpine'],
        words: [['memcached']],
        variables: [['MEMCACHED_VERSION']],
        ports: [STORE_PORT],
        port: /\s(?:-p\s*|--port[=\s]\s*)(\d{1,5})\b/,
    },
};
