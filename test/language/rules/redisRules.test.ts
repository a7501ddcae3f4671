import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseRedisPath } from '../../../server/src/phpIni/savePaths/redis.ts';
import type { Fix } from '../../../server/src/rules/rule.ts';
import { rules, subjects } from '../../../server/src/rules/table.ts';
import { checkDocument, type RatedDiagnostic } from '../../../server/src/service/ruleDiagnostics.ts';
import { redisCase, redisClusterCase } from '../../support/phpredis/paths.ts';
import { runsOr } from '../../support/run/runs.ts';
import { contextOf } from '../support/cursor.ts';

function diagnostics(text: string): RatedDiagnostic[] {
    return checkDocument(contextOf(text), {
        rules,
        onFailure: (rule, error) => {
            throw new Error(`Rule ${rule.code} threw on ${JSON.stringify(text)}`, { cause: error });
        },
    });
}

function apply(text: string, { changes }: Fix): string {
    return changes.toReversed().reduce((result, { range, newText }) => {
        return result.slice(0, range.start) + newText + result.slice(range.end);
    }, text);
}

function ini(handler: string, path: string, more = ''): string {
    return `session.save_handler = ${handler}\nsession.save_path = "${path}"\n${more}`;
}

function pathIn(text: string): string {
    return contextOf(text).effective('session.save_path')?.value ?? '';
}

/** A path, and what its first fix of the rule makes of it; null where there is none. */
type Variant = readonly [path: string, fixed: string | null];

interface Row {
    readonly what: string;
    readonly code: string;
    readonly handler?: 'redis' | 'rediscluster';
    readonly variants: readonly Variant[];
}

/** Each tried with real phpredis, 5.3.7 and 6.2.0. */
const rows: readonly Row[] = [
    {
        what: 'a + in a password, which is a blank to PHP',
        code: 'redis-auth-misread',
        variants: [
            ['tcp://h:6379?auth=a+b', 'tcp://h:6379?auth=a%2Bb'],
            ['tcp://h:6379?auth[]=bob&auth[]=a+b+c', 'tcp://h:6379?auth[]=bob&auth[]=a%2Bb%2Bc'],
            ['tcp://h?auth[user]=b+b&auth[pass]=x', 'tcp://h?auth[user]=b%2Bb&auth[pass]=x'],
            ['unix:///run/r.sock?auth=+&database=1', 'unix:///run/r.sock?auth=%2B&database=1'],
            ['h, tcp://i:6379?auth=a%26+', 'h, tcp://i:6379?auth=a%26%2B'],
        ],
    },
    {
        what: 'a & in a password, which ends it',
        code: 'redis-value-cut',
        variants: [
            ['tcp://h:6379?auth=a&b', 'tcp://h:6379?auth=a%26b'],
            ['tcp://h:6379?auth=a&b&c&database=2', 'tcp://h:6379?auth=a%26b%26c&database=2'],
            ['tcp://h:6379?auth[]=bob&auth[]=a&b', 'tcp://h:6379?auth[]=bob&auth[]=a%26b'],
            ['tcp://h:6379?prefix=a&b', 'tcp://h:6379?prefix=a%26b'],
            ['tcp://h:6379?weight=1&auth=a&b+c, i', 'tcp://h:6379?weight=1&auth=a%26b%2Bc, i'],
        ],
    },
    {
        what: 'a comma or a blank in a password, which ends the server',
        code: 'redis-value-cut',
        variants: [
            ['tcp://h:6379?auth=se,cret', 'tcp://h:6379?auth=se%2Ccret'],
            ['tcp://h:6379?auth=a,b,c&weight=2', 'tcp://h:6379?auth=a%2Cb%2Cc&weight=2'],
            ['tcp://h:6379?auth=se cret', 'tcp://h:6379?auth=se%20cret'],
            ['tcp://h?auth[user]=u&auth[pass]=a,b, tcp://i', 'tcp://h?auth[user]=u&auth[pass]=a%2Cb, tcp://i'],
            ['unix:///run/r.sock?prefix=a,b', 'unix:///run/r.sock?prefix=a%2Cb'],
        ],
    },
    {
        what: 'user and password in one',
        code: 'redis-auth-misread',
        variants: [
            ['tcp://h:6379?auth=bob:pw', 'tcp://h:6379?auth[]=bob&auth[]=pw'],
            ['tcp://h:6379?database=1&auth=bob:p+w', 'tcp://h:6379?database=1&auth[]=bob&auth[]=p%2Bw'],
            ['tls://h?auth=a:b:c', 'tls://h?auth[]=a&auth[]=b%3Ac'],
            ['unix:///run/r.sock?auth=default:x', 'unix:///run/r.sock?auth[]=default&auth[]=x'],
            ['tcp://h?auth=me:x&weight=1', 'tcp://h?auth[]=me&auth[]=x&weight=1'],
        ],
    },
    {
        what: 'parameters that phpredis does not know',
        code: 'redis-parameter-unknown',
        variants: [
            ['tcp://h:6379?db=3', 'tcp://h:6379?database=3'],
            ['tcp://h:6379?password=x', 'tcp://h:6379?auth=x'],
            ['tcp://h:6379?weight=1&Database=3', 'tcp://h:6379?weight=1&database=3'],
            ['tcp://h:6379?timeuot=2', 'tcp://h:6379?timeout=2'],
            ['tcp://h:6379?username=u&password=x', 'tcp://h:6379?auth[]=u&auth[]=x'],
            ['tcp://h:6379?weight=1&foo=2', 'tcp://h:6379?weight=1'],
        ],
    },
    {
        what: 'a semicolon behind a parameter',
        code: 'path-separator',
        variants: [
            ['tcp://h:6379?weight=1;tcp://r2:6379', 'tcp://h:6379?weight=1,tcp://r2:6379'],
            ['tcp://h:6379?weight=1; tcp://r2:6379', 'tcp://h:6379?weight=1,tcp://r2:6379'],
            ['tls://h?auth=x;tls://i?auth=x;tls://j', 'tls://h?auth=x,tls://i?auth=x,tls://j'],
            ['unix:///run/a.sock?weight=1;unix:///run/b.sock', 'unix:///run/a.sock?weight=1,unix:///run/b.sock'],
            ['tcp://h:6379?timeout=1|tcp://i:6379', 'tcp://h:6379?timeout=1,tcp://i:6379'],
        ],
    },
    {
        what: 'sockets that are written as something else',
        code: 'redis-socket',
        variants: [
            ['tcp:///var/run/redis/redis.sock:6379', 'unix:///var/run/redis/redis.sock'],
            ['//var/run/redis/redis.sock?weight=1', 'unix:///var/run/redis/redis.sock?weight=1'],
            ['unix://var/run/redis.sock', 'unix:///var/run/redis.sock'],
            ['redis:///run/redis.sock?database=2', 'unix:///run/redis.sock?database=2'],
            ['/run/redis.sock:6379', 'unix:///run/redis.sock'],
        ],
    },
    {
        what: 'seeds under the handler redis',
        code: 'handler-path-mismatch',
        variants: [
            ['seed[]=h:7000', 'seed[]=h:7000'],
            ['seed[]=h:7000&seed[]=i:7000&timeout=2', 'seed[]=h:7000&seed[]=i:7000&timeout=2'],
            ['seed[0]=h:7000&auth=x', 'seed[0]=h:7000&auth=x'],
            ['seed%5B%5D=h:7000', 'seed%5B%5D=h:7000'],
            ['tcp://h?seed[]=i:7000', null],
        ],
    },
    {
        what: 'a Sentinel',
        code: 'redis-sentinel',
        variants: [
            ['tcp://sentinel:26379', null],
            ['sentinel:26379', null],
            ['tcp://h:6379, tcp://i:26379?weight=1', null],
            ['tls://10.0.0.1:26379?auth=x', null],
            ['tcp://me:x@h:26379', null],
        ],
    },
    {
        what: 'a port behind a slash',
        code: 'redis-url-ignored',
        variants: [
            ['tcp://redis/6379', 'tcp://redis:6379'],
            ['tls://cache.internal/6380?auth=x', 'tls://cache.internal:6380?auth=x'],
            ['tcp://10.0.0.1/7000, tcp://i', 'tcp://10.0.0.1:7000, tcp://i'],
            ['//redis/6379?database=1', '//redis:6379?database=1'],
            ['tcp://redis:6379/6379', 'tcp://redis:6379'],
        ],
    },
    {
        what: 'a database behind a slash',
        code: 'redis-url-ignored',
        variants: [
            ['tcp://redis:6379/3', 'tcp://redis:6379?database=3'],
            ['tcp://redis/0015?weight=1', 'tcp://redis?database=15&weight=1'],
            ['redis:6379/2', 'tcp://redis:6379?database=2'],
            ['tcp://redis:6379/20', 'tcp://redis:6379?database=20'],
            ['tcp://redis:6379/3?database=3', 'tcp://redis:6379?database=3'],
        ],
    },
    {
        what: 'a login in front of the host, with what has to be encoded',
        code: 'redis-url-ignored',
        variants: [
            ['tcp://user:p+w@h', 'tcp://h?auth[]=user&auth[]=p%2Bw'],
            ['tcp://:p+w@h:6379?weight=1', 'tcp://h:6379?auth=p%2Bw&weight=1'],
            ['tls://me:a&b=c@h', 'tls://h?auth[]=me&auth[]=a%26b%3Dc'],
            ['tcp://me:a%2Bb@h', 'tcp://h?auth[]=me&auth[]=a%2Bb'],
            ['tcp://me:x@h?auth=y', 'tcp://h?auth=y'],
        ],
    },
    {
        what: 'a decimal comma',
        code: 'redis-value-cut',
        variants: [
            ['tcp://h:6379?timeout=0,25&prefix=S:', 'tcp://h:6379?timeout=0.25&prefix=S:'],
            ['tcp://h:6379?timeout=2,5', 'tcp://h:6379?timeout=2.5'],
            ['tcp://h:6379?weight=1&read_timeout=1,5&weight=2', 'tcp://h:6379?weight=1&read_timeout=1.5&weight=2'],
            ['unix:///run/r.sock?timeout=,5', 'unix:///run/r.sock?timeout=.5'],
            ['tcp://h?timeout=0,25, tcp://i?timeout=3', 'tcp://h?timeout=0.25, tcp://i?timeout=3'],
        ],
    },
    {
        what: 'what PHP reads as another number, or as no',
        code: 'redis-parameter-misread',
        variants: [
            ['tcp://h?timeout=500ms', 'tcp://h?timeout=0.5'],
            ['tcp://h?read_timeout=3s', 'tcp://h?read_timeout=3'],
            ['tcp://h?database=3rd', 'tcp://h?database=3'],
            ['tcp://h?persistent=On', 'tcp://h?persistent=1'],
            ['tls://h?stream[verify_peer]=false', 'tls://h?stream[verify_peer]=0'],
            ['tcp://h?weight=1;prefix=a', 'tcp://h?weight=1&prefix=a'],
        ],
    },
    {
        what: 'transports that PHP does not have',
        code: 'path-scheme',
        variants: [
            ['redis://h:6379', 'tcp://h:6379'],
            ['rediss://h:6379?auth=x', 'tls://h:6379?auth=x'],
            ['TCP://h', 'tcp://h'],
            ['tcp://h, http://i:6379', 'tcp://h, tcp://i:6379'],
            ['tcp:h:6379', 'tcp://h:6379'],
        ],
    },
    {
        what: 'seeds that are written as something else',
        code: 'rediscluster-seeds',
        handler: 'rediscluster',
        variants: [
            ['seed[]=a:7000,b:7000', 'seed[]=a:7000&seed[]=b:7000'],
            ['seed[]=a:7000;seed[]=b:7000&timeout=1', 'seed[]=a:7000&seed[]=b:7000&timeout=1'],
            ['tcp://a:7000 tls://b:7000?auth=x', 'seed[]=a:7000&seed[]=tls://b:7000'],
            ['seed=a&auth=x', 'seed[]=a:6379&auth=x'],
            ['seed[]=tls://a', 'seed[]=tls://a:6379'],
        ],
    },
    {
        what: 'passwords of a cluster',
        code: 'redis-auth-misread',
        handler: 'rediscluster',
        variants: [
            ['seed[]=a:7000&auth=a+b', 'seed[]=a:7000&auth=a%2Bb'],
            ['seed[]=a:7000&auth=bob:pw', 'seed[]=a:7000&auth[]=bob&auth[]=pw'],
            ['seed[]=a:7000&auth[name]=u&auth[password]=p', 'seed[]=a:7000&auth[user]=u&auth[pass]=p'],
            ['seed[]=a:7000&auth=', 'seed[]=a:7000'],
            ['auth[]=&auth[]=x&seed[]=a:7000', 'auth=x&seed[]=a:7000'],
        ],
    },
];

describe('what is told of the save paths of phpredis', () => {
    for (const { what, code, handler = 'redis', variants } of rows) {
        for (const [path, fixed] of variants) {
            it(`${what}: ${path}`, () => {
                const text = ini(handler, path);
                const [found] = diagnostics(text).filter(({ rule }) => rule.code === code);
                assert.ok(found, 'not found');
                const [fix] = found.diagnostic.fixes?.() ?? [];
                assert.equal(fix ? pathIn(apply(text, fix)) : null, fixed);
            });
        }
    }

    it('nothing of those that are well', () => {
        const paths: readonly (readonly [handler: 'redis' | 'rediscluster', path: string])[] = [
            ['redis', 'tcp://h:6379'],
            ['redis', 'h'],
            ['redis', 'h:6379'],
            ['redis', 'tls://h:6380?timeout=0.5&read_timeout=2&persistent=1&persistent_id=a&retry_interval=100'],
            ['redis', 'unix:///run/redis/redis.sock?database=3&prefix=shop%2Beu:'],
            ['redis', '/run/redis/redis.sock'],
            ['redis', 'tcp://h:6379?weight=1, tcp://i:6379?weight=2 tcp://j:6379'],
            ['rediscluster', 'seed[]=a:7000&seed[]=b:7000&timeout=2&read_timeout=2&failover=error&persistent=1'],
            ['rediscluster', 'seed[a]=tls://a:7000&stream[cafile]=/etc/ca.pem&stream[verify_peer_name]=0'],
        ];
        const locks = 'redis.session.locking_enabled = 1\nredis.session.lock_retries = -1\n';
        const known = new Set(subjects.filter(({ title }) => title.startsWith('Sessions')).flatMap(one => one.rules));
        for (const [handler, path] of paths) {
            const more = handler === 'redis' && !path.includes('i:6379') ? locks : '';
            const found = diagnostics(ini(handler, path, more)).filter(
                ({ rule, severity }) => known.has(rule) && severity !== 'hint',
            );
            assert.deepEqual(
                found.map(({ rule }) => rule.code),
                [],
                path,
            );
        }
    });

    it('once for each mistake, where there are several', () => {
        const path = 'redis://u:p+w@h/6379?db=3&timeout=0,5;tcp:///run/r.sock?password=x';
        const codes = diagnostics(ini('redis', path)).map(({ rule }) => rule.code);
        for (const code of ['path-scheme', 'redis-url-ignored', 'redis-value-cut', 'path-separator', 'redis-socket']) {
            assert.ok(codes.includes(code), `${code} in ${codes.join(' ')}`);
        }
        assert.equal(codes.filter(code => code === 'redis-parameter-unknown').length, 2);
    });
});

const place = { folder: '/run/x', net: '10.0.0' };

/** As people write them, with one or two things wrong. */
const written = fc
    .tuple(
        fc.constantFrom('tcp://', 'tls://', 'redis://', 'rediss://', 'tcp:', '', '//'),
        fc.constantFrom('', '', '', 'bob:p+w@', ':x@', 'bob@'),
        fc.constantFrom('redis', 'cache-1.internal', '10.0.0.1', '[::1]'),
        fc.constantFrom('', ':6379', ':6379', ':26379', ':63790000', ':port'),
        fc.constantFrom('', '', '', '/', '/3', '/6379', '/20'),
        fc.array(
            fc.constantFrom(
                ...['auth=x', 'auth=a+b', 'auth=bob:pw', 'auth=se,cret', 'auth=a&b', 'auth[]=u&auth[]=p', 'auth='],
                ...['auth[username]=u&auth[password]=p', 'auth[user]=u&auth[pass]=a+b', 'password=x', 'user=u', 'db=3'],
                ...[
                    'database=3',
                    'database=99',
                    'database=x',
                    'timeout=0,25',
                    'timeout=500ms',
                    'timeout=0',
                    'weight=2',
                ],
                ...['weight=0', 'persistent=On', 'prefix=S:', 'prefix=a b', 'stream[verify_peer]=false', 'foo=bar'],
            ),
            { maxLength: 3 },
        ),
    )
    .map(([scheme, login, host, port, behind, parameters]) => {
        const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
        return scheme + login + host + port + behind + query;
    });
const paths = fc.oneof(
    fc
        .tuple(fc.array(written, { minLength: 1, maxLength: 2 }), fc.constantFrom(',', ', ', ' ', ';', '; '))
        .map(([servers, separator]) => ({ handler: 'redis', path: servers.join(separator) })),
    redisCase(place),
    redisClusterCase(place),
);

describe('the fixes of save paths of phpredis', () => {
    it('mend what they are for, and nothing else is wrong then that was not before', () => {
        const count = (all: readonly RatedDiagnostic[], code: string) =>
            all.filter(({ rule }) => rule.code === code).length;
        const isOurs = /^(?:redis|path-(?:scheme|separator|parameter)|port-range)/;
        fc.assert(
            fc.property(paths, ({ handler, path }) => {
                const text = ini(handler, path, 'memory_limit = 64M\n');
                const before = diagnostics(text);
                for (const { rule, diagnostic } of before.filter(one => isOurs.test(one.rule.code))) {
                    for (const fix of diagnostic.fixes?.() ?? []) {
                        const after = apply(text, fix);
                        const where = `${rule.code}, ${fix.title}: ${JSON.stringify(pathIn(after))}`;
                        const found = diagnostics(after);
                        assert.ok(!contextOf(after).document.error, where);
                        assert.equal(contextOf(after).effective('memory_limit')?.value, '64M', where);
                        assert.ok(count(found, rule.code) < count(before, rule.code), where);
                        for (const other of found) {
                            const isNew = count(found, other.rule.code) > count(before, other.rule.code);
                            assert.ok(!isNew || !/error|warning/.test(other.severity), `${other.rule.code}: ${where}`);
                        }
                    }
                }
            }),
            { numRuns: runsOr(1500) },
        );
    });

    it('leave the login as phpredis is to say it', () => {
        const password = fc.string({
            unit: fc.constantFrom(...Array.from('ab+&,% :;#?=@[]"\'$\u00e9')),
            minLength: 1,
            maxLength: 8,
        });
        fc.assert(
            fc.property(password, secret => {
                const isUrl = /^[^\s,/?#@]+$/.test(secret) && !/%(?![\da-f]{2})/i.test(secret);
                fc.pre(isUrl && !/["$%]/.test(secret) && secret !== ':');
                const text = ini('redis', `tcp://me:${secret}@h`);
                const [found] = diagnostics(text).filter(({ rule }) => rule.code === 'redis-url-ignored');
                const [fix] = found?.diagnostic.fixes?.() ?? [];
                assert.ok(fix);
                const [server] = parseRedisPath(pathIn(apply(text, fix)));
                assert.deepEqual(server?.credentials, { user: 'me', password: secret });
            }),
            { numRuns: 300 },
        );
    });
});
