import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseFilesPath } from '../../../server/src/phpIni/savePaths/files.ts';
import { parseMemcachedPath } from '../../../server/src/phpIni/savePaths/memcached.ts';
import type { Piece } from '../../../server/src/phpIni/savePaths/pieces.ts';
import { parseRedisPath } from '../../../server/src/phpIni/savePaths/redis.ts';
import { parseRedisClusterPath } from '../../../server/src/phpIni/savePaths/redisCluster.ts';
import { serverName, serversOf } from '../../../server/src/phpIni/savePaths/servers.ts';
import { parseUrlPath } from '../../../server/src/phpIni/savePaths/urlPath.ts';

function servers(handler: string, path: string): string[] {
    return serversOf(handler, path).map(server => `${serverName(server)} <${path.slice(server.start, server.end)}>`);
}

describe('the servers of a save path', () => {
    const cases: readonly (readonly [handler: string, path: string, ...found: string[]])[] = [
        ['memcached', 'a:11211', 'a:11211 <a:11211>'],
        ['memcached', 'a, b:11212:3,c:1 2', 'a:11211 <a>', 'b:11212 <b:11212>', 'c:1 <c:1>'],
        ['memcached', '[::1]:5,/run/m.sock:0', '[::1]:5 <[::1]:5>', '/run/m.sock </run/m.sock:0>'],
        ['MEMCACHED', '10.0.0.1:11211', '10.0.0.1:11211 <10.0.0.1:11211>'],
        ['memcache', 'tcp://a:11211?persistent=1, unix:///run/x', 'a:11211 <tcp://a:11211>', '/run/x </run/x>'],
        ['memcached', 'a:1 , b:2 ', 'a:1 <a:1>', 'b:2 <b:2>'],
        ['redis', 'tls://a:6379?auth=b:1 c:6380', 'a:6379 <tls://a:6379>', 'c:6380 <c:6380>'],
        ['redis', 'unix:/run/r.sock?weight=1', '/run/r.sock </run/r.sock>'],
        ['redis', 'tcp://a, b?database=1', 'a:6379 <tcp://a>', 'b:6379 <b>'],
        ['redis', 'tcp://[::1]:6380 tcp:/run/r.sock', '[::1]:6380 <tcp://[::1]:6380>', '/run/r.sock </run/r.sock>'],
        ['rediscluster', 'seed[]=a:1&seed[1]=b:2&timeout=2', 'a:1 <a:1>', 'b:2 <b:2>'],
        ['rediscluster', 'seed%5B%5D=a%3A1&seed[x]=tls://b:2', 'a:1 <a%3A1>', 'b:2 <tls://b:2>'],
        // Not surely a server, or not one that the handler would use.
        ['memcached', 'a:11211 b:11211'],
        ['memcached', 'a:1,  b:2', 'a:1 <a:1>'],
        ['memcached', 'a 2,b:112111,c:1:x,/run/m.sock 2'],
        ['memcached', 'tcp://a:11211'],
        ['memcached', '< server >:11211'],
        ['memcached', ''],
        ['redis', 'tcp://me@a:1, TCP://b:1, http://a:1'],
        // One that phpredis cannot take apart, and it takes none.
        ['redis', 'tcp://a:1, tcp://a:123456'],
        ['redis', 'tcp://a:1, tcp://b:1?weight=0'],
        ['rediscluster', 'xseed[]=a:1&seed=b:2'],
        ['files', 'a:11211'],
        ['own', 'a:11211'],
    ];
    for (const [handler, path, ...found] of cases) {
        it(`of ${handler}: ${JSON.stringify(path)}`, () => {
            assert.deepEqual(servers(handler, path), found);
        });
    }

    it('are found in any text, within it and in order', () => {
        const handler = fc.constantFrom('memcached', 'memcache', 'redis', 'rediscluster');
        fc.assert(
            fc.property(
                handler,
                fc.string({
                    unit: fc.constantFrom('a', 'b', ':', ',', '1', ' ', '/', '[', ']', '=', '&', '?', '.'),
                    maxLength: 40,
                }),
                (one, path) => {
                    let last = 0;
                    for (const { start, end, port } of serversOf(one, path)) {
                        assert.ok(start >= last && end > start && end <= path.length && port >= 0);
                        last = end;
                    }
                },
            ),
        );
    });
});

/** `host|port|weight` of each server, as libmemcached has them. */
function memcached(value: string): string[] {
    return parseMemcachedPath(value).map(({ host, port, weight }) =>
        [host, port, weight].map(piece => piece?.text ?? '').join('|'),
    );
}

function urls(value: string): string[] {
    return parseUrlPath(value).map(({ scheme, user, password, host, port, path, query }) =>
        [scheme, user, password, host, port, path, query].map(piece => piece?.text ?? '').join('|'),
    );
}

function piecesIn(value: unknown): Piece[] {
    if (typeof value !== 'object' || value === null) {
        return [];
    }
    return [...('text' in value ? [value as Piece] : []), ...Object.values(value).flatMap(piecesIn)];
}

const texts = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[a-z0-9:;,. /?&=[\]@|#%+-]{0,40}$/),
    fc
        .array(
            fc.constantFrom('tcp://', 'unix:', 'h', ':11211', ',', ' ', '[::1]', '/run/m.sock', '?', 'a=1', 'seed[]=', '&', '@', ';', '#'), // prettier-ignore
        )
        .map(all => all.join('')),
);

describe('save paths', () => {
    it('for memcached are taken apart as libmemcached does it', () => {
        assert.deepEqual(memcached('h1:11211,h2:11211'), ['h1|11211|', 'h2|11211|']);
        assert.deepEqual(memcached('h1:11211, h2:11211:3'), ['h1|11211|', 'h2|11211|3']);
        assert.deepEqual(memcached('h1:11211,  h2'), ['h1|11211|', ' h2||']);
        assert.deepEqual(memcached('h1:11211 h2:11211'), ['h1|11211|h2:11211']);
        assert.deepEqual(memcached('h1:11211 2,h2'), ['h1|11211|2', 'h2||']);
        assert.deepEqual(memcached('h1,,h2,'), ['h1||', '||', 'h2||']);
        assert.deepEqual(memcached('[::1]:11211,::1:11211'), ['[::1]|11211|', '||1:11211']);
        assert.deepEqual(memcached('/run/m.sock:0:2'), ['/run/m.sock|0|2']);
        assert.deepEqual(memcached(''), []);
    });

    it('for memcache and Redis are URLs to PHP', () => {
        assert.deepEqual(urls('tcp://h:6379?weight=1, h2:11211'), ['tcp|||h|6379||weight=1', '|||h2|11211||']);
        assert.deepEqual(urls('tls://:secret@h:6379/2'), ['tls||secret|h|6379|/2|']);
        assert.deepEqual(urls('unix:///run/r.sock?database=1'), ['unix|||||/run/r.sock|database=1']);
        assert.deepEqual(urls('unix:/run/r.sock?a=1#b'), ['unix|||||/run/r.sock|a=1#b']);
        assert.deepEqual(urls('tcp://[::1]:6379 h'), ['tcp|||[::1]|6379||', '|||||h|']);
        assert.deepEqual(urls('h:6379?weight=1'), ['h|||||6379|weight=1']);
        assert.deepEqual(urls(' \t'), []);
    });

    it('for files hold two numbers at most', () => {
        const parts = (value: string) => {
            const { depth, mode, directory } = parseFilesPath(value);
            return [depth?.text, mode?.text, directory.text];
        };
        assert.deepEqual(parts('/tmp'), [undefined, undefined, '/tmp']);
        assert.deepEqual(parts('5;/tmp'), ['5', undefined, '/tmp']);
        assert.deepEqual(parts('5;0600;/tmp;a'), ['5', '0600', '/tmp;a']);
    });

    it('are taken apart without losing the place', () => {
        fc.assert(
            fc.property(texts, value => {
                const all = [
                    parseMemcachedPath(value),
                    parseRedisPath(value),
                    parseRedisClusterPath(value),
                    parseFilesPath(value),
                ];
                for (const { text, start, end } of piecesIn(all)) {
                    assert.equal(value.slice(start, end), text);
                }
            }),
            { numRuns: 2000 },
        );
    });
});
