import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
    parseFilesPath,
    parseMemcachedPath,
    parseUrlPath,
    type Piece,
} from '../../server/src/rules/session/savePath.ts';

/** `host|port|weight` of each server, as libmemcached has them. */
function memcached(value: string): string[] {
    return parseMemcachedPath(value).map(({ host, port, weight }) =>
        [host, port, weight].map(piece => piece?.text ?? '').join('|'),
    );
}

function urls(value: string): string[] {
    return parseUrlPath(value).map(({ scheme, user, host, port, path, query }) =>
        [scheme, user, host, port, path, query].map(piece => piece?.text ?? '').join('|'),
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
    fc.stringMatching(/^[a-z0-9:;,. /?&=[\]@|-]{0,40}$/),
    fc
        .array(fc.constantFrom('tcp://', 'h', ':11211', ',', ' ', '[::1]', '/run/m.sock', '?a=1', '&', '@', ';'))
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

    it('for memcache and Redis are URLs', () => {
        assert.deepEqual(urls('tcp://h:6379?weight=1, h2:11211'), ['tcp||h|6379||weight=1', '||h2|11211||']);
        assert.deepEqual(urls('tls://:secret@h:6379/2'), ['tls|:secret|h|6379|/2|']);
        assert.deepEqual(urls('unix:///run/r.sock?database=1'), ['unix||||/run/r.sock|database=1']);
        assert.deepEqual(urls('unix:/run/r.sock?database=1'), ['unix||||/run/r.sock|database=1']);
        assert.deepEqual(urls('tcp://[::1]:6379'), ['tcp||[::1]|6379||']);
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
                const all = [parseMemcachedPath(value), parseUrlPath(value), parseFilesPath(value)];
                for (const { text, start, end } of piecesIn(all)) {
                    assert.equal(value.slice(start, end), text);
                }
            }),
            { numRuns: 2000 },
        );
    });

    it('take time in proportion to their length', () => {
        // Anything quadratic would take minutes here.
        for (const long of [' '.repeat(200_000), 'h:1,'.repeat(50_000), 'a'.repeat(200_000), '&a=1'.repeat(50_000)]) {
            const value = `tcp://h?${long}`;
            assert.ok(parseMemcachedPath(value).length > 0);
            assert.ok(parseUrlPath(value).length > 0);
        }
    });
});
