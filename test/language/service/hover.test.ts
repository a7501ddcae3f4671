import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Hover } from 'vscode-languageserver';
import { plainText } from '../../../server/src/service/hover/explanation.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { atCursor, type ContextOptions } from '../support/cursor.ts';
import { nodeUri, phpFacts, shop, store } from '../support/nodes.ts';

function hoverAt(marked: string, options: ContextOptions = {}): Hover | undefined {
    const { context, position } = atCursor(marked, options);
    return hover(context, position);
}

function textOf(marked: string, options: ContextOptions = {}): string | undefined {
    const contents = hoverAt(marked, options)?.contents;
    return contents === undefined ? undefined : (contents as { value: string }).value;
}

/** The text that the hover's range covers. */
function coveredBy(marked: string, options: ContextOptions = {}): string {
    const { context } = atCursor(marked, options);
    const range = hoverAt(marked, options)?.range;
    assert.ok(range, marked);
    const { lines, text } = context.document;
    const offset = ({ line, character }: { line: number; character: number }) => lines.startOf(line) + character;
    return text.slice(offset(range.start), offset(range.end));
}

describe('hover', () => {
    it('explains a directive, with its default, its values and the manual', () => {
        const text = textOf('session.save_ha|ndler = files') ?? '';
        assert.match(text, /\*\*`session\.save_handler`\*\*/);
        assert.match(text, /Default: `files`/);
        assert.match(text, /- `memcached` /);
        assert.match(
            text,
            /https:\/\/www\.php\.net\/manual\/en\/session\.configuration\.php#ini\.session\.save-handler/,
        );
        assert.equal(coveredBy('session.save_ha|ndler = files'), 'session.save_handler');
    });

    it('explains one that is commented out, too', () => {
        assert.match(textOf(';session.na|me = X') ?? '', /cookie/);
    });

    it('is plain where the client has no Markdown', () => {
        const { context, position } = atCursor('xdebug.remote_en|able = 1');
        const contents = hover(context, position, 'plaintext')?.contents as { kind: string; value: string };
        assert.equal(contents.kind, 'plaintext');
        assert.match(contents.value, /^xdebug\.remote_enable\n/);
        assert.match(
            contents.value,
            /Manual: https:\/\/xdebug\.org\/docs\/upgrade_guide#changed-xdebug\.remote_enable$/,
        );
        assert.doesNotMatch(contents.value, /[`*[\]]/);
        assert.equal(
            plainText('``a`b`` **c** `` ` `` [Manual](https://a/b_c) `**` [x] (y)'),
            'a`b c ` Manual: https://a/b_c ** [x] (y)',
        );
    });

    describe('on a value', () => {
        it('says what PHP makes of it, where that is not what it looks like', () => {
            assert.match(textOf('session.cookie_samesite = No|ne') ?? '', /PHP reads \(empty\)\./);
            assert.match(textOf('x = E_ALL &| ~E_NOTICE', { phpVersion: '8.3' }) ?? '', /PHP reads `32759`\./);
            assert.doesNotMatch(textOf('session.name = "AP|P"') ?? '', /PHP reads/);
            assert.doesNotMatch(textOf('session.save_path = "a${HO|ST}"') ?? '', /PHP reads/);
            assert.match(textOf('session.save_path = "|a${HOST}"') ?? '', /hangs on the environment/);
            assert.match(textOf('a = 1\nsession.save_path = "|x${a}"') ?? '', /PHP reads `x1`/);
            assert.match(textOf('a = ${HOST}\nsession.save_path = "|x${a}"') ?? '', /hangs on the environment/);
        });

        it('puts sizes and times into words', () => {
            const session = (value: string) => textOf(`session.gc_maxlifetime = ${value}`);
            assert.match(session('14|40') ?? '', /`1440` is 24 minutes\./);
            assert.match(session('900|61') ?? '', /`90061` is 1 day, 1 hour, 1 minute and 1 second\./);
            assert.match(session('1|K') ?? '', /`1K` is 1,024 seconds: 17 minutes and 4 seconds\./);
            assert.match(session('1|h') ?? '', /PHP takes it for `1`: the rest is not part of a number\./);
            assert.equal(session('5|9'), undefined);
            assert.equal(session('-|1'), undefined);
            assert.match(textOf('apc.shm_size = 128|M') ?? '', /`128M` is 134,217,728 bytes\./);
            assert.match(textOf('apc.shm_size = 1342177|28') ?? '', /`134217728` is 128M\./);
            assert.match(textOf('redis.session.lock_wait_time = 20|000') ?? '', /`20000` is 20 milliseconds\./);
            // It takes digits only.
            assert.doesNotMatch(textOf('memcache.chunk_size = 32|K') ?? '', /bytes/);
        });

        it('says what a switch that is none counts as', () => {
            assert.match(textOf('session.use_strict_mode = enab|led') ?? '', /PHP takes `enabled` for \*\*Off\*\*\./);
            assert.match(textOf('session.use_strict_mode = "ye|s"') ?? '', /PHP takes `yes` for \*\*On\*\*\./);
            assert.match(textOf('session.use_strict_mode = |2') ?? '', /PHP takes `2` for \*\*On\*\*\./);
            assert.equal(textOf('session.use_strict_mode = O|ff'), undefined);
        });

        it('says what the word that was chosen means', () => {
            assert.match(textOf('session.save_handler = memc|ached') ?? '', /`memcached`: memcached servers/);
        });

        it('says where a line has no effect', () => {
            assert.match(textOf('\n(\nsession.na|me = X') ?? '', /does not read this line: .* in line 2\./);
            assert.match(textOf('[HOST=x]\n[Session]\nsession.na|me = X') ?? '', /Only for `\[HOST=x\]` \(line 1\)/);
            assert.match(textOf('session.na|me = X\n\nsession.name = Y') ?? '', /line 3 counts/);
            assert.doesNotMatch(textOf('session.name = X\nsession.na|me = Y') ?? '', /counts/);
        });
    });

    describe('on constants', () => {
        it('tells the number, and which levels are meant', () => {
            const text = textOf('xdebug.halt_level = E_WARNING | E_NO|TICE'.replace(' | ', ' & ')) ?? '';
            assert.match(text, /^`E_NOTICE` = `8`\. Notices/);
            assert.match(text, /PHP reads `0`\. These are no levels\./);
            assert.equal(coveredBy('xdebug.halt_level = E_ALL & ~E_NO|TICE'), 'E_NOTICE');
            assert.match(
                textOf('xdebug.halt_level = E_ALL &| ~E_NOTICE', { phpVersion: '8.4' }) ?? '',
                /PHP reads `30711`\. These are all levels but `E_NOTICE`\./,
            );
            assert.match(textOf('xdebug.halt_level = 1|0') ?? '', /These are `E_WARNING` and `E_NOTICE`\./);
            assert.match(textOf('xdebug.halt_level = E_A|LL') ?? '', /`E_ALL` = `30719`/);
            assert.match(textOf('xdebug.halt_level = E_A|LL', { phpVersion: '8.3' }) ?? '', /`E_ALL` = `32767`/);
        });

        it('does not claim to know what hangs on the build, nor words that are no constants', () => {
            assert.match(textOf('a = PHP_OS|') ?? '', /depends on how PHP was built/);
            assert.doesNotMatch(textOf('session.name = "E_A|LL"') ?? '', /=/);
            assert.equal(textOf('a = wo|rd'), undefined);
        });
    });

    describe('on ${NAME}', () => {
        it('tells where the text comes from: a setting above, else the environment', () => {
            assert.match(textOf('a = 7\nb = "${|a}"') ?? '', /`\$\{a\}` is `7`: the setting `a` of line 1\./);
            assert.equal(coveredBy('a = 7\nb = "x${|a}"'), '${a}');
            assert.match(
                textOf('b = "${|a}"\na = 7') ?? '',
                /environment of PHP has for `a`\. Line 2 sets it, but only below/,
            );
            assert.match(textOf('[HOST=x]\na = 7\nb = "${|a}"') ?? '', /environment of PHP/);
            assert.match(
                textOf('a = ${X}\nb = "${|a}"') ?? '',
                /^`\$\{a\}` the setting|is the setting|the setting `a` of line 1/,
            );
        });

        it('knows which variables the node has', () => {
            const facts = shop([phpFacts({}, { environmentVariables: ['STORE'] })]);
            const set = textOf('b = "${STO|RE:-x}"', { uri: nodeUri, facts }) ?? '';
            assert.match(set, /On `shop-application-1` it is set\.$/);
            const missing = textOf('b = "${STOR|:-x}"', { uri: nodeUri, facts }) ?? '';
            assert.match(missing, /it is \*\*not set\*\*\. .*what stands behind `:-`/);
        });

        it('knows that fallbacks came with 8.3', () => {
            assert.match(textOf('b = "${ST|ORE:-x}"', { phpVersion: '8.2' }) ?? '', /knows no `:-`.*the text is empty/);
            assert.doesNotMatch(textOf('b = "${ST|ORE:-x}"', { phpVersion: '8.3' }) ?? '', /knows no/);
        });

        it('finds the innermost', () => {
            assert.equal(coveredBy('b = "${HOST:-${|NAME}}"'), '${NAME}');
        });
    });

    describe('on a heading', () => {
        it('says what it does', () => {
            assert.match(textOf('[Ses|sion]') ?? '', /for people/);
            assert.match(textOf('[HO|ST=example.com]') ?? '', /only for the host `example\.com`.*\n\nOnly CGI, FPM/);
            assert.match(textOf('[PA|TH=/srv]') ?? '', /scripts below `\/srv`/);
            assert.match(textOf('[Host|ing]') ?? '', /every heading that begins with `HOST`/);
            assert.match(textOf('[PATH=/srv]\n[Ses|sion]') ?? '', /still belong to `\[PATH=\/srv\]` of line 1/);
            const facts = shop([phpFacts({})]);
            assert.match(textOf('[HO|ST=x]', { uri: nodeUri, facts }) ?? '', /module of Apache does not use them/);
        });
    });

    describe('on a node', () => {
        const values = (...all: string[]) => shop(all.map(value => phpFacts({ 'session.gc_maxlifetime': value })));
        const lifetime = (value: string, facts = values('1440')) =>
            textOf(`session.gc_maxlifetime = ${value}`, { uri: nodeUri, facts }) ?? '';

        it('tells what is in force there', () => {
            assert.match(lifetime('14|40'), /In force on `shop-application-1`: `1440` \(24 minutes\)\.$/);
            assert.match(lifetime('72|00'), /`1440` \(24 minutes\), \*\*not what this line says\*\*\./);
            assert.doesNotMatch(lifetime('14|40', values('0x5A0')), /not what/);
            assert.doesNotMatch(lifetime('72|00\nsession.gc_maxlifetime = 1440'), /not what/);
        });

        it('tells which other nodes differ', () => {
            assert.match(lifetime('14|40', values('1440', '1440')), /In force on all 2 nodes: `1440`/);
            assert.match(
                lifetime('14|40', values('1440', '7200', '1440', '7200')),
                /`1440` \(24 minutes\)\. On `shop-application-2` and `shop-application-4`: `7200` \(2 hours\)\./,
            );
            const lacks = shop([phpFacts({ 'session.gc_maxlifetime': '1' }), phpFacts({}), undefined]);
            assert.match(lifetime('1|', lacks), /PHP on `shop-application-2` does not have it\./);
        });

        it('never shows passwords of nodes', () => {
            const secrets = {
                'memcached.sess_sasl_password': 'geheim',
                'session.save_path': 'tcp://user:geheim@h:1?auth=geheim&auth[]=geheim',
            };
            const options = {
                uri: nodeUri,
                facts: shop([phpFacts(secrets), phpFacts({ ...secrets, 'session.save_path': 'x?auth=geheim2' })]),
            };
            for (const marked of ['memcached.sess_sasl_pass|word = a', 'session.save_pa|th = a']) {
                const text = textOf(marked, options) ?? '';
                assert.match(text, /\*{8}/);
                assert.doesNotMatch(text, /geheim/);
            }
            const same =
                textOf('session.save_pa|th = "tcp://user:geheim@h:1?auth=geheim&auth[]=geheim"', options) ?? '';
            assert.doesNotMatch(same.replace(/PHP reads `.*`/, ''), /not what/);
        });

        it('tells whether an extension is there', () => {
            const facts = shop([
                phpFacts(
                    {},
                    {
                        extensions: ['memcached', 'zend opcache'],
                        availableExtensions: ['memcached', 'redis', 'opcache'],
                    },
                ),
                phpFacts({}, { extensions: ['memcached'], availableExtensions: ['memcached', 'opcache'] }),
            ]);
            const options = { uri: nodeUri, facts };
            assert.match(
                textOf('extension = memc|ached.so', options) ?? '',
                /^Loads the extension `memcached`.*\n\nIt is loaded on `shop-application-1`\.$/,
            );
            assert.match(
                textOf('zend_extension = opc|ache', options) ?? '',
                /loaded on `shop-application-1`\. On `shop-application-2` it is installed, but not loaded\./,
            );
            assert.match(
                textOf('extension = re|dis', options) ?? '',
                /installed, but not loaded on `shop-application-1`\. On `shop-application-2` it is not installed\./,
            );
            assert.match(
                textOf('extension = memc|ached') ?? '',
                /^Loads the extension `memcached`, from the extension directory\.$/,
            );
        });
    });

    it('knows the servers of a save path', () => {
        const reachability = [{ server: 'shop-store-1:11211' }, { server: 'cache:11211', error: 'Connection refused' }];
        const stores = [store(1), store(2, { running: false })];
        const path =
            'session.save_handler = memcached\nsession.save_path = "shop-store-1:11211,cache:|11211, 172.20.0.2"\n';
        const text = textOf(path, { uri: nodeUri, facts: shop([phpFacts({}, { reachability })], stores) }) ?? '';
        assert.match(
            text,
            /- `shop-store-1:11211` \u2013 a store of `shop`, running; `shop-application-1` reaches it\n/,
        );
        assert.match(
            text,
            /- `cache:11211` \u2013 not one of the stores of `shop`; .*does not reach it\*\*: `Connection refused`\n/,
        );
        assert.match(text, /- `172\.20\.0\.2:11211` \u2013 store `shop-store-2` of `shop`, \*\*stopped\*\*/);
        const local = textOf(path, { facts: shop([], stores) }) ?? '';
        assert.match(local, /- `shop-store-1:11211` \u2013 a store of `shop`, running\n- `172/);
        assert.doesNotMatch(local, /cache/);
    });

    it('knows versions', () => {
        assert.match(textOf('session.cookie_part|itioned = 1', { phpVersion: '8.4' }) ?? '', /PHP 8\.4 ignores it/);
        assert.match(
            textOf('session.sid_len|gth = 32', { phpVersion: '8.4' }) ?? '',
            /\*\*Deprecated\*\* since PHP 8\.4/,
        );
        assert.match(textOf('session.cookie_http|only = 1', { phpVersion: '8.6' }) ?? '', /Default: `On`/);
    });

    it('has nothing to say elsewhere', () => {
        for (const marked of [
            '; pro|se',
            '|',
            'unknown.na|me = plain',
            'session.name |= X ; a',
            'session.name = X ; |a',
            'bare k|ey',
            '(\n[Ses|sion]',
        ]) {
            const text = textOf(marked);
            assert.ok(text === undefined || marked.startsWith('session.name |='), `${marked}: ${text ?? ''}`);
        }
    });
});

describe('hover over a save path of phpredis', () => {
    const redis = (path: string): string => `session.save_handler = redis\nsession.save_path = ${path}\n`;
    const cluster = (path: string): string => `session.save_handler = rediscluster\nsession.save_path = ${path}\n`;

    it('says where phpredis connects to', () => {
        assert.match(textOf(redis('"tcp://cac|he?database=3"')) ?? '', /connects to `cache:6379`, database 3\./);
        assert.match(textOf(redis('"tls://c|:6380"')) ?? '', /`c:6380`, over TLS, database 0\./);
        assert.match(textOf(redis('"unix:///run/r|.sock"')) ?? '', /`\/run\/r\.sock`, a Unix socket/);
        assert.match(textOf(redis('"tcp://a|?weight=3, tcp://b"')) ?? '', /It gets 75 % of the sessions\./);
        assert.match(textOf(redis('"tcp://h|:port"')) ?? '', /refuses the path/);
        assert.match(textOf(redis('"redis://h|"')) ?? '', /cannot connect/);
        assert.match(textOf(cluster('"seed[]=h|:7000"')) ?? '', /asks `h:7000` for the servers/);
        assert.equal(coveredBy(redis('"tcp://a, tcp://b|?weight=2"')), 'tcp://b');
    });

    it('says what phpredis reads of a parameter, and never a password', () => {
        assert.match(textOf(redis('"tcp://h?time|out=500ms"')) ?? '', /reads 500 seconds\./);
        assert.match(textOf(redis('"tcp://h?data|base=3rd"')) ?? '', /reads `3`\./);
        assert.match(textOf(redis('"tcp://h?persis|tent=On"')) ?? '', /for \*\*no\*\*/);
        assert.match(textOf(redis('"tcp://h?pre|fix=S:"')) ?? '', /`S:ID`/);
        assert.match(textOf(redis('"tcp://h?d|b=3"')) ?? '', /knows no such parameter/);
        assert.match(textOf(cluster('"seed[]=h:1&fail|over=error"')) ?? '', /failover/);
        const login = textOf(redis('"tcp://h?auth[]=bob&auth|[]=geheim"')) ?? '';
        assert.match(login, /logs in as `bob`\./);
        assert.doesNotMatch(login, /geheim/);
        assert.match(textOf(redis('"tcp://h?au|th=geheim"')) ?? '', /a password alone/);
    });
});
