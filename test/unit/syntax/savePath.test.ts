import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { serverName, serversOf } from '../../../server/src/syntax/savePath.ts';

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
        ['redis', 'tls://a:6379?auth=b:1 c:6380', 'a:6379 <tls://a:6379>', 'c:6380 <c:6380>'],
        ['rediscluster', 'seed[]=a:1&seed[1]=b:2&timeout=2', 'a:1 <a:1>', 'b:2 <b:2>'],
        // Not surely a server, or not one that the handler would use.
        ['memcached', 'a:11211 b:11211'],
        ['memcached', 'a:1,  b:2', 'a:1 <a:1>'],
        ['memcached', 'tcp://a:11211'],
        ['memcached', '< server >:11211'],
        ['memcached', ''],
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

    it('take no time to speak of in a path of any length', () => {
        for (const path of ['a'.repeat(1e5), 'a:'.repeat(1e5), 'a,'.repeat(1e5), '/'.repeat(1e5), '[:'.repeat(1e5)]) {
            for (const handler of ['memcached', 'memcache', 'redis', 'rediscluster']) {
                const start = performance.now();
                serversOf(handler, path);
                assert.ok(performance.now() - start < 1000, `${handler} ${path.slice(0, 4)}`);
            }
        }
    });
});
