import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { ClusterFacts } from '../../../server/src/phpIni/protocol.ts';
import type { Fix } from '../../../server/src/rules/rule.ts';
import { subjects } from '../../../server/src/rules/table.ts';
import { checkDocument, type RatedDiagnostic } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextOf, type ContextOptions } from '../support/cursor.ts';

const sessionRules = subjects.filter(({ title }) => title.startsWith('Sessions')).flatMap(({ rules }) => rules);

function diagnostics(text: string, options: ContextOptions = {}): RatedDiagnostic[] {
    return checkDocument(contextOf(text, options), {
        rules: sessionRules,
        onFailure: (rule, error) => {
            throw new Error(`Rule ${rule.code} threw on ${JSON.stringify(text)}`, { cause: error });
        },
    });
}

function diagnosticsOf(code: string, text: string, options: ContextOptions = {}): RatedDiagnostic[] {
    return diagnostics(text, options).filter(({ rule }) => rule.code === code);
}

function marks(code: string, text: string): string[] {
    return diagnosticsOf(code, text).map(({ diagnostic: { range } }) => text.slice(range.start, range.end));
}

function apply(text: string, { changes }: Fix): string {
    return changes.toReversed().reduce((result, { range, newText }) => {
        return result.slice(0, range.start) + newText + result.slice(range.end);
    }, text);
}

function fixes(code: string, text: string, options: ContextOptions = {}): readonly Fix[] {
    return diagnosticsOf(code, text, options).flatMap(({ diagnostic }) => diagnostic.fixes?.() ?? []);
}

function fixed(code: string, text: string, title?: string): string | undefined {
    const all = fixes(code, text);
    const fix = title === undefined ? all[0] : all.find(one => one.title === title);
    return fix && apply(text, fix);
}

const memcached = (path: string) => `session.save_handler = memcached\nsession.save_path = ${path}\n`;

const stores = [1, 2].map(number => ({
    node: `shop-store-${number}`,
    host: `shop-store-${number}`,
    aliases: [],
    port: 11211,
    running: true,
}));
const uri = 'php-node://shop/application/1';
const facts: ClusterFacts = {
    environments: [
        { name: 'shop', stores, applications: [{ node: 'shop-application-1', uri, running: true }] },
        {
            name: 'blog',
            stores: [{ ...stores[0], node: 'b', host: 'blog-store-1' }] as typeof stores,
            applications: [],
        },
    ],
};

describe('session rules', () => {
    describe('mark just what is wrong', () => {
        it('in every way of writing the value', () => {
            for (const path of ['"h:11211,i:99999"', `'h:11211,i:99999'`, 'h:11211,i:99999']) {
                assert.deepEqual(marks('port-range', memcached(path)), ['99999'], path);
            }
        });

        it('or the whole value, where the places do not match', () => {
            const joined = '"h:11211,""i:99999"';
            assert.deepEqual(marks('port-range', memcached(joined)), [joined]);
            assert.equal(fixed('port-range', memcached(joined)), memcached('"h:11211,i:11211"'));
        });

        it('at the last assignment, which is the one in force', () => {
            const text = memcached('"tcp://h:11211"') + memcached('"h:11211"');
            assert.deepEqual(marks('path-scheme', text), []);
        });

        it('nothing where the value comes from the environment, or from a template', () => {
            for (const path of [
                '${STORES}',
                '"${HOST}:99999"',
                '"{{ host }}:99999"',
                '"<%= @host %>:99999"',
                '"$HOST:99999"',
                '"@HOST@:99999"',
            ]) {
                const found = diagnostics(memcached(path)).filter(({ severity }) => severity === 'error');
                assert.deepEqual(
                    found.map(({ rule }) => rule.code),
                    [],
                    path,
                );
            }
        });

        it('nothing in a section for one host, nor behind a syntax error', () => {
            const wrong = 'session.save_handler = memchached\n';
            assert.equal(diagnosticsOf('handler-unknown', wrong).length, 1);
            assert.equal(diagnosticsOf('handler-unknown', `[HOST=shop]\n${wrong}`).length, 0);
            assert.equal(diagnosticsOf('handler-unknown', `a = b=c\n${wrong}`).length, 0);
        });
    });

    describe('offer the stores of the environment', () => {
        const text = memcached('"< server >:11211"');
        const titles = (options: ContextOptions) => fixes('path-placeholder', text, options).map(({ title }) => title);

        it('of the node that the file lies on', () => {
            assert.deepEqual(titles({ facts, uri: `${uri}/etc/php.ini` }), [
                'Use shop-store-1:11211',
                'Use shop-store-2:11211',
            ]);
        });

        it('all that are known, elsewhere', () => {
            assert.deepEqual(titles({ facts }), [
                'Use shop-store-1:11211',
                'Use shop-store-2:11211',
                'Use blog-store-1:11211',
            ]);
        });

        it('and none without an engine', () => {
            assert.deepEqual(titles({}), []);
            assert.equal(diagnosticsOf('path-placeholder', text).length, 1);
        });

        it('as URLs to the memcache extension', () => {
            const url = 'session.save_handler = memcache\nsession.save_path = "tcp://<server>:11211"\n';
            const [fix] = fixes('path-placeholder', url, { facts });
            assert.ok(fix);
            assert.match(apply(url, fix), /= "tcp:\/\/shop-store-1:11211"\n/);
        });
    });

    describe('keep the style of the file', () => {
        it('its line endings, and a missing one', () => {
            const code = 'samesite-none-insecure';
            assert.equal(
                fixed(code, 'session.cookie_samesite="None"\r\na=1\r\n'),
                'session.cookie_samesite="None"\r\nsession.cookie_secure=On\r\na=1\r\n',
            );
            assert.equal(
                fixed(code, 'session.cookie_samesite = "None"'),
                'session.cookie_samesite = "None"\nsession.cookie_secure = On',
            );
        });

        it('a comment behind the value, and the way of writing it', () => {
            assert.equal(
                fixed('samesite-none-insecure', 'session.cookie_secure =;off\nsession.cookie_samesite = "None"\n'),
                'session.cookie_secure = On ;off\nsession.cookie_samesite = "None"\n',
            );
            assert.equal(fixed('port-range', memcached('h:99999 ; two')), memcached('"h:11211" ; two'));
        });
    });

    it('offer several ways where it is not sure what is meant', () => {
        const text = 'session.save_handler = files\nsession.save_path = "tcp://cache:11211"\n';
        assert.deepEqual(
            fixes('handler-path-mismatch', text).map(({ title }) => title),
            ['Set session.save_handler to memcache', 'Set session.save_handler to redis'],
        );
    });

    it('count waits for locks as the memcached extension does', () => {
        const message = (lines: string) =>
            diagnosticsOf('lock-budget', `session.save_handler = memcached\n${lines}`)[0]?.diagnostic.message ?? '';
        assert.match(message(''), /stays for 30 s, .* wait for 0\.75 s/);
        assert.match(message('max_execution_time = 60\n'), /stays for 60 s, .* wait for 0\.75 s/);
        // 100 + 200 + 400 + 500 + 500
        const doubling = 'memcached.sess_lock_wait_min = 100\nmemcached.sess_lock_wait_max = 500\n';
        assert.match(message(`${doubling}memcached.sess_lock_expire = 7\n`), /stays for 7 s, .* wait for 1\.7 s/);
        assert.equal(message('memcached.sess_lock_retries = 1000000000\n'), '');
        assert.match(message('memcached.sess_lock_wait_min = 0\n'), /wait for 0 s/);
        assert.deepEqual(
            diagnosticsOf(
                'lock-budget',
                'session.save_handler = memcached\nmemcached.sess_lock_wait_min = 0\n',
            ).flatMap(({ diagnostic }) => diagnostic.fixes?.() ?? []),
            [],
        );
    });

    it('say nothing about what PHP\u2019s own php.ini sets', () => {
        const stock = Object.entries({
            save_handler: 'files',
            use_strict_mode: '0',
            use_cookies: '1',
            use_only_cookies: '1',
            name: 'PHPSESSID',
            auto_start: '0',
            cookie_lifetime: '0',
            cookie_path: '/',
            cookie_domain: '',
            cookie_httponly: '',
            cookie_samesite: '',
            serialize_handler: 'php',
            gc_probability: '1',
            gc_divisor: '1000',
            gc_maxlifetime: '1440',
            referer_check: '',
            cache_limiter: 'nocache',
            cache_expire: '180',
            use_trans_sid: '0',
        });
        const text = stock.map(([name, value]) => `session.${name} = ${value}\n`).join('');
        assert.deepEqual(diagnostics(text), []);
        assert.notDeepEqual(diagnostics(text.replace('= files', '= memcached')), []);
    });

    describe('hold for any settings', () => {
        const words = (...all: string[]) => fc.constantFrom(...all);
        const flag = words('On', 'Off', '0', '1', '', '"yes"', 'None', '${X}', 'maybe');
        const number = words(
            '0',
            '1',
            '2',
            '30',
            '-1',
            '5000',
            '1K',
            'abc',
            '',
            '${N}',
            '99999999999999999999',
            '"20"',
        );
        const server = words(
            'h:11211',
            'i',
            ' j:1',
            'k :2',
            'tcp://l:11211',
            'm:99999',
            '',
            '::1',
            '[::1]:5',
            '< s >:1',
            '/tmp',
            'n:1:3',
            'o:1 2',
            'p:1?weight=0&auth=x',
            'redis://u:v@q/2',
            'seed[]=r',
            '5;/x',
        );
        const path = fc
            .tuple(fc.array(server, { maxLength: 4 }), words(',', ', ', ',  ', ';', ' ', '|', '&'), words('"', `'`, ''))
            .map(([servers, separator, quote]) => quote + servers.join(separator) + quote);
        const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
            'session.save_handler': words(
                'memcached',
                'memcache',
                'redis',
                'rediscluster',
                'files',
                'user',
                'memcahed',
                '',
                '"Redis"',
                '${H}',
            ),
            'session.save_path': path,
            'memcache.session_save_path': path,
            'session.name': words('A', '12', 'a.b', '', '"a b"', '1e3'),
            'session.serialize_handler': words('php', 'igbinary', 'json', '', 'phpp'),
            'session.cookie_samesite': words('None', '"None"', 'Lax', 'Laks', '', 'On'),
            'session.cookie_domain': words('a.b', 'http://a.b/', 'a:1', '', '"a, b"'),
            'session.cookie_path': words('/', 'a', '', 'http://a.b'),
            'session.upload_progress.freq': words('"1%"', '-1', '"101%"', '9'),
            'memcached.sess_prefix': words('a.', '"a b"', '', `"${'x'.repeat(300)}"`),
            'memcached.sess_consistent_hash_type': words('ketama', 'ketama_weighted', 'x'),
            extension: words('memcached', 'igbinary.so', 'redis', 'msgpack'),
        };
        for (const name of [
            'session.use_strict_mode',
            'session.cookie_httponly',
            'session.cookie_secure',
            'session.cookie_partitioned',
            'session.use_cookies',
            'session.lazy_write',
            'memcached.sess_binary_protocol',
            'memcached.sess_locking',
            'memcached.sess_remove_failed_servers',
            'memcached.sess_binary',
            'redis.session.locking_enabled',
        ]) {
            Object.assign(values, { [name]: flag });
        }
        for (const name of [
            'session.gc_maxlifetime',
            'session.gc_probability',
            'session.gc_divisor',
            'session.cookie_lifetime',
            'memcached.sess_number_of_replicas',
            'memcached.sess_server_failure_limit',
            'memcached.sess_lock_expire',
            'memcached.sess_lock_retries',
            'memcached.sess_lock_wait_min',
            'memcached.sess_lock_wait',
            'max_execution_time',
        ]) {
            Object.assign(values, { [name]: number });
        }
        const line = fc.oneof(
            ...Object.entries(values).map(([name, value]) =>
                fc
                    .tuple(value, words(' = ', '='), words('', ' ; x', ';x'))
                    .map(([text, equals, behind]) => name + equals + text + behind),
            ),
        );
        const file = fc
            .tuple(
                values['session.save_handler'] ?? words(''),
                path,
                fc.array(line, { maxLength: 8 }),
                words('\n', '\r\n'),
                fc.boolean(),
            )
            .map(([handler, servers, lines, eol, isClosed]) => {
                const all = [`session.save_handler = ${handler}`, `session.save_path = ${servers}`, ...lines];
                return all.join(eol) + (isClosed ? eol : '');
            });
        const versions = words('7.4', '8.2', '8.4', '8.5', '8.6');

        it('ranges lie in the text, and fixes are in order', () => {
            fc.assert(
                fc.property(file, versions, (text, phpVersion) => {
                    for (const { rule, diagnostic } of diagnostics(text, {
                        phpVersion,
                        facts,
                        uri: `${uri}/php.ini`,
                    })) {
                        const { start, end } = diagnostic.range;
                        assert.ok(start >= 0 && start < end && end <= text.length, `${rule.code}: ${start} to ${end}`);
                        assert.match(diagnostic.message, /^[^\r\n]+[.?]$/, rule.code);
                        for (const { changes, title } of diagnostic.fixes?.() ?? []) {
                            assert.match(title, /^[A-Z]/);
                            let last = 0;
                            for (const { range } of changes) {
                                assert.ok(last <= range.start && range.start <= range.end, rule.code);
                                last = range.end;
                            }
                            assert.ok(last <= text.length, rule.code);
                        }
                    }
                }),
                { numRuns: 1500 },
            );
        });

        it('each fix leaves less to find, and breaks nothing', () => {
            fc.assert(
                fc.property(file, versions, (text, phpVersion) => {
                    const wasBroken = contextOf(text, { phpVersion }).document.error !== undefined;
                    const before = diagnostics(text, { phpVersion });
                    const count = (all: readonly RatedDiagnostic[], code: string) =>
                        all.filter(({ rule }) => rule.code === code).length;
                    for (const { rule, diagnostic } of before) {
                        for (const fix of diagnostic.fixes?.() ?? []) {
                            const after = apply(text, fix);
                            const context = `${rule.code}, ${fix.title}: ${JSON.stringify(after)}`;
                            assert.ok(wasBroken || !contextOf(after, { phpVersion }).document.error, context);
                            assert.ok(
                                count(diagnostics(after, { phpVersion }), rule.code) < count(before, rule.code),
                                context,
                            );
                        }
                    }
                }),
                { numRuns: 1500 },
            );
        });
    });
});
