import { describe, it } from 'mocha';
import { assertLinear } from './linear.ts';
import { DocumentContext } from '../../server/src/model/documentContext.ts';
import { parseFilesPath } from '../../server/src/phpIni/savePaths/files.ts';
import { parseMemcachedPath } from '../../server/src/phpIni/savePaths/memcached.ts';
import { parseRedisPath, serverOfSession } from '../../server/src/phpIni/savePaths/redis.ts';
import { parseRedisClusterPath } from '../../server/src/phpIni/savePaths/redisCluster.ts';
import { serversOf } from '../../server/src/phpIni/savePaths/servers.ts';
import { parseUrlPath } from '../../server/src/phpIni/savePaths/urlPath.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { redisRules } from '../../server/src/rules/session/redis/table.ts';

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

describe('the cost of what phpredis makes of a save path, and of what was meant', () => {
    const pieces = [
        'a',
        ';',
        '; ',
        ';a',
        ';tcp:a',
        'a@',
        '&a=1',
        '&auth=a,b',
        '&auth[]=a',
        '&a[b',
        '+',
        '%2B',
        ',h:1',
        ' a',
        'h;weight=1',
        '[',
        'timeout=0,2&',
        'seed[]=h:1&',
        ',',
    ];
    for (const piece of pieces) {
        it(`is linear in ${JSON.stringify(piece)}`, () => {
            assertLinear(times => {
                const path = `tcp://h?auth=a${piece.repeat(times)}`;
                const texts = ['redis', 'rediscluster'].map(
                    handler => `session.save_handler = ${handler}\nsession.save_path = '${path}'\n`,
                );
                return () => {
                    serverOfSession(parseRedisPath(path), 'abcd');
                    parseRedisClusterPath(path);
                    texts.forEach(text => {
                        const context = new DocumentContext(parsePhpIni(text));
                        redisRules.forEach(rule => rule.check(context));
                    });
                };
            }, 100);
        });
    }
});
