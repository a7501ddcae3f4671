import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Severity } from '../../../server/src/rules/rule.ts';
import { checked, offeredFixes, type OfferedFix } from '../support/fixes.ts';

/** Each kind of mistake in several spellings: a rule is about the kind, not about its examples. */
type Mending = readonly [before: string, after: string];

const memcached = 'session.save_handler = memcached\n';
const path = (value: string): string => `${memcached}session.save_path = ${value}\n`;

function offeredBy(code: string, text: string, phpVersion: string): OfferedFix {
    const own = offeredFixes(text, { phpVersion }).filter(fix => fix.code === code);
    const [first] = own;
    assert.ok(first, `${code} offers no fix of ${JSON.stringify(text)}`);
    return own.find(({ preferred }) => preferred) ?? first;
}

function mends(code: string, mendings: readonly Mending[], phpVersion = '8.4'): void {
    for (const [before, after] of mendings) {
        assert.equal(offeredBy(code, before, phpVersion).after, after);
    }
}

function finds(code: string, severity: Severity, texts: readonly string[], phpVersion = '8.4'): void {
    for (const text of texts) {
        const found = checked(text, { phpVersion }).found.filter(({ rule }) => rule.code === code);
        assert.deepEqual(
            [...new Set(found.map(one => one.severity))],
            [severity],
            `${code} of ${JSON.stringify(text)}`,
        );
    }
}

function keepsQuiet(texts: readonly string[], phpVersion = '8.4'): void {
    for (const text of texts) {
        const heavy = checked(text, { phpVersion }).found.filter(({ severity }) => /error|warning/.test(severity));
        assert.deepEqual(
            heavy.map(({ rule, diagnostic }) => `${rule.code}: ${diagnostic.message}`),
            [],
            text,
        );
    }
}

function messages(code: string, text: string, phpVersion: string): string[] {
    const found = checked(text, { phpVersion }).found.filter(({ rule }) => rule.code === code);
    return found.map(({ diagnostic }) => diagnostic.message);
}

describe('a fix writes what is right', () => {
    it('between servers of memcached, whatever they are called', () => {
        mends('path-separator', [
            [path('"10.0.0.1:11211 10.0.0.2:11211"'), path('"10.0.0.1:11211,10.0.0.2:11211"')],
            [path('10.0.0.1 10.0.0.2 10.0.0.3'), path('"10.0.0.1,10.0.0.2,10.0.0.3"')],
            [path('"[::1]:11211 [2001:db8::2]:11211"'), path('"[::1]:11211,[2001:db8::2]:11211"')],
            [path('"192.168.1.1:11211\t192.168.1.2:11211"'), path('"192.168.1.1:11211,192.168.1.2:11211"')],
            [path('"/run/a.sock 10.0.0.2:11211"'), path('"/run/a.sock,10.0.0.2:11211"')],
            [path('"10.0.0.1:11211 1 10.0.0.2:11211 1"'), path('"10.0.0.1:11211 1,10.0.0.2:11211 1"')],
        ]);
    });

    it('for the socket of memcached', () => {
        mends('path-scheme', [
            [path('"unix:/run/mc.sock"'), path('"/run/mc.sock"')],
            [path('unix:/var/run/memcached/memcached.sock'), path('/var/run/memcached/memcached.sock')],
            [path('"UNIX:/run/mc.sock:0"'), path('"/run/mc.sock:0"')],
            [path("'unix:///tmp/m.sock'"), path('"/tmp/m.sock"')],
            [path('"h:11211,unix:/run/mc.sock"'), path('"h:11211,/run/mc.sock"')],
        ]);
        for (const text of [path('"unix:/run/mc.sock"'), path('"unix:mc.sock"')]) {
            assert.deepEqual(messages('port-range', text, '8.4'), []);
        }
    });

    it('for parameters that memcached does not take', () => {
        const quoted = (value: string): Mending => [path(value), path(`"${value}"`)];
        mends('syntax-error', [
            quoted('tcp://mc1:11211?persistent=1'),
            quoted('mc1:11211?persistent=1'),
            quoted('tcp://mc1:11211?weight=1'),
            quoted('tcp://mc1:11211?persistent=1&weight=2'),
            quoted('tcp://mc1:11211?persistent=1,tcp://mc2:11211?persistent=1'),
        ]);
        for (const value of ['tcp://mc1:11211?persistent=1', 'mc1?weight=1']) {
            const codes = new Set(offeredFixes(path(value), {}).map(({ code }) => code));
            assert.ok(!codes.has('path-scheme') && !codes.has('path-query'), value);
        }
        mends('path-scheme', [
            [path('"tcp://mc1:11211?persistent=1"'), `${path('"mc1:11211"')}memcached.sess_persistent = On\n`],
            [path('"tcp://mc1:11211?weight=1"'), path('"mc1:11211"')],
        ]);
    });

    it('for what Xdebug 2 called its switches', () => {
        mends('removed-directive', [
            ['xdebug.remote_enable = 1\n', 'xdebug.mode = debug\n'],
            ['xdebug.remote_enable=On ; why\na = 1\n', 'xdebug.mode=debug\na = 1\n'],
            ['xdebug.profiler_enable = On\n', 'xdebug.mode = profile\n'],
            ['xdebug.profiler_enable = "yes"\n', 'xdebug.mode = profile\n'],
            ['xdebug.mode = debug\nxdebug.profiler_enable = 1\n', 'xdebug.mode = "debug,profile"\n'],
            ['xdebug.mode = off\nxdebug.remote_enable = true\n', 'xdebug.mode = debug\n'],
            ['xdebug.auto_trace = 1\n', 'xdebug.mode = trace\nxdebug.start_with_request = "yes"\n'],
        ]);
        mends('removed-directive-idle', [['xdebug.remote_enable = 0\na = 1\n', 'a = 1\n']]);
    });

    it('for copies and locks that need each other', () => {
        const further = 'memcached.sess_remove_failed_servers = 1\nmemcached.sess_server_failure_limit = 1\n';
        const copies = `${memcached}memcached.sess_number_of_replicas = 1\n`;
        mends('replicas-need-binary', [
            [
                `${copies}memcached.sess_binary_protocol = 0\n`,
                `${copies}${further}memcached.sess_binary_protocol = On\n`,
            ],
        ]);
        mends('memcached-locking-off', [
            [`${copies}memcached.sess_locking = 0\n`, `${copies}memcached.sess_locking = On\n${further}`],
        ]);
    });

    it('and leaves the extensions that are loaded', () => {
        const php = { version: '8.4.1', scannedFiles: [], scanDirectories: [], extensions: ['redis'], settings: {} };
        const uri = 'php-node://shop/application/1';
        const applications = [{ node: 'shop-application-1', uri, running: true, php }];
        const options = {
            uri: `${uri}/etc/php.ini`,
            facts: { environments: [{ name: 'shop', stores: [], applications }] },
        };
        for (const line of [
            'extension = redis',
            'extension=redis.so',
            'zend_extension = opcache',
            'EXTENSION = redis',
            '',
        ]) {
            const fixes = offeredFixes(`${line}\n${memcached}`, options);
            const load = fixes.find(({ code }) => code === 'handler-not-loaded');
            assert.ok(load?.after.startsWith(`${line}\n${memcached}extension = memcached`), load?.after);
        }
    });
});

describe('nothing untrue is said', () => {
    const encodings = ['mbstring.internal_encoding', 'mbstring.http_input', 'mbstring.http_output'];
    const iconv = ['iconv.input_encoding', 'iconv.internal_encoding', 'iconv.output_encoding'];

    it('about what PHP tells of encodings when it starts, and what took their place is offered', () => {
        for (const [version, says] of [
            ['7.4', false],
            ['8.0', true],
            ['8.4', true],
            ['8.5', true],
        ] as const) {
            for (const name of encodings) {
                const [message = ''] = messages('deprecated-directive', `${name} = SJIS\n`, version);
                assert.equal(message.includes('says so'), says, `${version}: ${message}`);
            }
        }
        for (const name of iconv) {
            const [message = ''] = messages('deprecated-directive', `${name} = SJIS\n`, '8.4');
            assert.ok(message !== '' && !message.includes('says so'), message);
        }
        for (const version of ['7.4', '8.4']) {
            mends(
                'deprecated-directive',
                [
                    ['mbstring.internal_encoding = SJIS\n', 'internal_encoding = SJIS\n'],
                    ['mbstring.http_input=EUC-JP\n', 'input_encoding=EUC-JP\n'],
                    ['mbstring.http_output = "ISO-8859-1"\n', 'output_encoding = "ISO-8859-1"\n'],
                    ['mbstring.internal_encoding = UTF-8\na = 1\n', 'a = 1\n'],
                    ['default_charset = SJIS\nmbstring.internal_encoding = SJIS\n', 'default_charset = SJIS\n'],
                    ['mbstring.http_output = auto\na = 1\n', 'a = 1\n'],
                ],
                version,
            );
        }
    });

    it('about the position of a switch that is not deprecated', () => {
        const switched = [
            ['session.use_only_cookies = 0', 'Switching session.use_only_cookies off', '8.4'],
            ['session.use_only_cookies = "Off"', 'Switching session.use_only_cookies off', '8.5'],
            ['session.use_trans_sid = On', 'Switching session.use_trans_sid on', '8.4'],
            ['report_memleaks = 0', 'Switching report_memleaks off', '8.5'],
            ['auto_detect_line_endings = yes', 'Switching auto_detect_line_endings on', '8.1'],
        ] as const;
        for (const [text, start, version] of switched) {
            assert.ok(messages('deprecated-directive', `${text}\n`, version)[0]?.startsWith(start), text);
        }
        keepsQuiet(['session.use_only_cookies = 1\nsession.use_trans_sid = 0\nreport_memleaks = 1\n'], '8.5');
    });

    it('about words for no caching headers', () => {
        const words = ['"none"', "'none'", '"None"', '"off"', '"no"', 'disabled', '""', 'none'];
        keepsQuiet(words.map(word => `session.cache_limiter = ${word}\n`));
        finds('value-not-allowed', 'warning', ['session.cache_limiter = nocahe\n', 'session.cache_limiter = privat\n']);
    });

    it('about included URLs, which PHP itself complains of', () => {
        for (const version of ['7.4', '8.0', '8.2', '8.4', '8.5']) {
            for (const value of ['On', '1', '"yes"']) {
                const [message = ''] = messages('allow-url-include', `allow_url_include = ${value}\n`, version);
                assert.match(message, /deprecated since PHP 7\.4: PHP says so at each start/);
            }
        }
        assert.doesNotMatch(messages('allow-url-include', 'allow_url_include = On\n', '7.3')[0] ?? '', /deprecated/);
    });
});

describe('nothing that goes wrong is passed over', () => {
    const lines = (name: string, values: readonly string[]): string[] => values.map(value => `${name} = ${value}\n`);

    it('a handler whose extension the file does not load', () => {
        finds('handler-extension-missing', 'warning', [
            `extension = redis\n${memcached}`,
            `extension=memcache.so\n${memcached}`,
            'extension = memcached\nsession.save_handler = memcache\n',
            'extension = php_redis.dll\nsession.save_handler = memcached\n',
            'session.save_handler = rediscluster\nextension = /usr/lib/php/memcached.so\n',
            'extension = igbinary\nextension = memcached\nsession.save_handler = redis\n',
        ]);
        keepsQuiet([`extension = memcached\nextension = redis\n${memcached}`, 'extension = redis\n']);
    });

    it('a handler of a name that no handler can have', () => {
        const names = [
            'memcached, files',
            '"memcached.so"',
            '/usr/lib/php/redis.so',
            '"tcp://h:6379"',
            'memcached files',
            '"redis;files"',
            'php_redis.dll',
        ];
        finds('handler-unknown', 'error', lines('session.save_handler', names));
        mends('handler-unknown', [
            ['session.save_handler = memcached.so\n', memcached],
            ['session.save_handler = "/usr/lib/php/redis.so"\n', 'session.save_handler = "redis"\n'],
        ]);
        keepsQuiet(lines('session.save_handler', ['my_own', 'files', '{{ handler }}', '"%HANDLER%"']));
    });

    it('strings that do not fit into the memory of OPcache', () => {
        const of = (memory: string, strings: string): string =>
            `opcache.memory_consumption = ${memory}\nopcache.interned_strings_buffer = ${strings}\n`;
        finds('opcache-strings-too-large', 'error', [
            of('128', '256'),
            of('64', '64'),
            of('"96"', '128'),
            'opcache.interned_strings_buffer=192\n',
            'opcache.memory_consumption=8\n',
            `opcache.enable = On\n${of('256', '300')}`,
        ]);
        keepsQuiet([of('128', '64'), of('64', '63'), `opcache.enable = 0\n${of('64', '64')}`]);
    });

    it('a JIT beside what takes its place', () => {
        const jit = 'opcache.jit = tracing\nopcache.jit_buffer_size = 64M\n';
        finds('jit-blocked', 'warning', [
            `xdebug.mode = debug\n${jit}`,
            `zend_extension = xdebug\n${jit}`,
            `extension = pcov.so\n${jit}`,
            `xdebug.mode = "develop,coverage"\nopcache.jit = 1255\nopcache.jit_buffer_size = 1\n`,
            `pcov.enabled = 1\nextension=pcov\nopcache.jit = function\nopcache.jit_buffer_size=32M\n`,
        ]);
        finds('jit-blocked', 'warning', ['zend_extension = xdebug\nopcache.jit_buffer_size = 64M\n'], '8.2');
        keepsQuiet([`xdebug.mode = off\n${jit}`, `pcov.enabled = 0\nextension = pcov\n${jit}`, jit]);
    });

    it('a JIT that is set to what PHP refuses', () => {
        finds(
            'jit-invalid',
            'warning',
            lines('opcache.jit', ['trace', '12555', '"1265"', 'fast', '2255', '-1', '10']),
            '8.2',
        );
        mends(
            'jit-invalid',
            [
                ['opcache.jit = trace\n', 'opcache.jit = tracing\n'],
                ['opcache.jit = funtion\n', 'opcache.jit = function\n'],
            ],
            '8.2',
        );
        keepsQuiet(lines('opcache.jit', ['tracing', '1254', '"On"', 'disable', '205', 'Function']));
    });

    it('functions that are not disabled', () => {
        finds('disable-functions-unknown', 'warning', lines('disable_functions', [
            'exec,passthrough,sytem', '"exec" "passthru"', '"exec;passthru"', '"exec|system"', 'EXEC', '"phpinfo()"', '"exec:system"', 'shell-exec', '"exec\tsystem"', 'exec,porc_open',
        ])); // prettier-ignore
        mends('disable-functions-unknown', [
            ['disable_functions = "exec" "passthru"\n', 'disable_functions = "exec,passthru"\n'],
            ['disable_functions = exec,sytem\n', 'disable_functions = exec,system\n'],
            ['disable_functions = "exec:passthru"\n', 'disable_functions = "exec,passthru"\n'],
            ['disable_functions = Exec\n', 'disable_functions = exec\n'],
            ['disable_functions = "exec(), phpinfo"\n', 'disable_functions = "exec, phpinfo"\n'],
        ]);
        keepsQuiet(
            lines('disable_functions', [
                'exec passthru',
                '"exec, system"',
                'mysql_connect,imap_open,own_function',
                "'exec' 'system'",
            ]),
        );
        keepsQuiet(['disable_functions = array_first,str_contains\n'], '7.4');
    });

    it('passwords that are cut', () => {
        finds('path-unquoted-special', 'error', [
            'mysqli.default_pw = p#ss;word\n',
            'mysqli.default_pw = a;b;c ; why\n',
            'memcached.sess_sasl_password = x;y\n',
            'mysqli.default_pw=se;cret\n',
            'ibase.default_password = 1;2\n',
        ]);
        mends('path-unquoted-special', [['mysqli.default_pw = a;b ; why\n', 'mysqli.default_pw = "a;b" ; why\n']]);
        keepsQuiet(['mysqli.default_pw = secret ; why\n', 'mysqli.default_pw = "a;b"\n']);
    });

    it('variables without braces', () => {
        finds('variable-braces', 'information', [
            'session.save_path = $REDIS_URL\n',
            'memory_limit = "$LIMIT"\n',
            'session.save_path = "tcp://$HOST:6379"\n',
            'date.timezone = "$(TZ)"\n',
            "error_log = '$LOG_DIR/php.log'\n",
        ]);
        mends('variable-braces', [
            ['session.save_path = $REDIS_URL\n', 'session.save_path = ${REDIS_URL}\n'],
            ['memory_limit = "$(LIMIT)"\n', 'memory_limit = "${LIMIT}"\n'],
            ["error_log = '$LOG_DIR/php.log'\n", 'error_log = "${LOG_DIR}/php.log"\n'],
        ]);
        keepsQuiet(['mysqli.default_pw = "$2y$10$AbC"\n', 'session.save_path = ${REDIS_URL}\n']);
    });

    it('flags that are added and taken away like numbers', () => {
        mends('bitmask-junk', [
            ['error_reporting = E_ALL - E_NOTICE\n', 'error_reporting = E_ALL & ~E_NOTICE\n'],
            ['error_reporting = E_ALL-E_NOTICE-E_STRICT\n', 'error_reporting = E_ALL & ~E_NOTICE & ~E_STRICT\n'],
            ['error_reporting = E_ERROR + E_WARNING\n', 'error_reporting = E_ERROR | E_WARNING\n'],
            ['error_reporting = "E_ALL - E_DEPRECATED"\n', 'error_reporting = E_ALL & ~E_DEPRECATED\n'],
            ['error_reporting = E_ALL and not E_NOTICE\n', 'error_reporting = E_ALL & ~E_NOTICE\n'],
            ['error_reporting = E_ALL | E_STRICT - E_NOTICE\n', 'error_reporting = E_ALL | E_STRICT & ~E_NOTICE\n'],
            ['intl.error_level = E_ALL - E_NOTICE\n', 'intl.error_level = E_ALL & ~E_NOTICE\n'],
        ], '8.3'); // prettier-ignore
        mends('syntax-error', [
            ['error_reporting = E_ALL ~E_NOTICE\n', 'error_reporting = E_ALL & ~E_NOTICE\n'],
            ['error_reporting = E_ALL && ~E_NOTICE\n', 'error_reporting = E_ALL & ~E_NOTICE\n'],
        ]);
        keepsQuiet(lines('error_reporting', ['-1', 'E_ALL ^ E_NOTICE', '(E_ALL & ~E_NOTICE)', '32767', 'E_ALL & ~8']));
    });

    it('names that only PHP could have, and does not', () => {
        mends('no-such-directive', [
            ['session.gc_lifetime = 3600\n', 'session.gc_maxlifetime = 3600\n'],
            ['session.timeout = 3600\n', 'session.gc_maxlifetime = 3600\n'],
            ['opcache.memory = 256\n', 'opcache.memory_consumption = 256\n'],
            ['opcache.interned_strings = 16\n', 'opcache.interned_strings_buffer = 16\n'],
            ['soap.cache_limit = 5\n', 'soap.wsdl_cache_limit = 5\n'],
            ['zlib.compression_level = 3\n', 'zlib.output_compression_level = 3\n'],
        ]);
        finds('no-such-directive', 'warning', lines('mbstring.charset', ['x']).concat(lines('session.foo.bar', ['1'])));
        keepsQuiet([
            'newrelic.enabled = 1\n',
            'shop.session = 1\n',
            'pdo.dsn.shop = x\n',
            'mail.host = x\n',
            'apc.foo = 1\n',
        ]);
    });

    it('lifetimes that handlers do not take', () => {
        const handlers = ['', 'session.save_handler = redis\n', 'session.save_handler = rediscluster\n', memcached];
        finds(
            'gc-maxlifetime-range',
            'warning',
            handlers.map(handler => `${handler}session.gc_maxlifetime = 144000000000\n`),
        );
        finds(
            'gc-maxlifetime-range',
            'warning',
            ['-1', '0', '-86400', '2147483648', '99999999999', '3G'].map(
                value => `session.gc_maxlifetime = ${value}\n`,
            ),
        );
        keepsQuiet(lines('session.gc_maxlifetime', ['1440', '31536000', '2147483647']));
    });

    it('limits of memory below what PHP needs', () => {
        finds(
            'memory-limit-too-small',
            'warning',
            lines('memory_limit', ['1M', '512K', '"1024K"', '1048576', '1.5M', '-2']).filter(
                text => !text.includes('1.5M'),
            ),
        );
        keepsQuiet(lines('memory_limit', ['2M', '-1', '128M', '1G']));
    });
});
