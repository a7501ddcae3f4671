import { describe, it } from 'mocha';
import { assertLinear } from './linear.ts';
import { parseFilesPath } from '../../server/src/phpIni/savePaths/files.ts';
import { parseMemcachedPath } from '../../server/src/phpIni/savePaths/memcached.ts';
import { serversOf } from '../../server/src/phpIni/savePaths/servers.ts';
import { parseUrlPath } from '../../server/src/phpIni/savePaths/urlPath.ts';

const handlers = ['memcached', 'memcache', 'redis', 'rediscluster'] as const;

describe('the cost of reading a save path', () => {
    for (const piece of ['a', ' ', 'a:', 'a,', '/', '[:', 'h:1,', '&a=1']) {
        for (const before of ['', 'tcp://h?']) {
            it(`is linear in ${JSON.stringify(piece)} behind ${JSON.stringify(before)}`, () => {
                assertLinear(times => {
                    const path = before + piece.repeat(times);
                    return () => {
                        handlers.forEach(handler => serversOf(handler, path));
                        parseMemcachedPath(path);
                        parseUrlPath(path);
                        parseFilesPath(path);
                    };
                }, 500);
            });
        }
    }
});
