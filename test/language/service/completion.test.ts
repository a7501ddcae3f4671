import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem } from 'vscode-languageserver';
import { clientSupport } from '../../../server/src/model/clientSupport.ts';
import type { ClusterFacts, PhpFacts } from '../../../server/src/phpIni/protocol.ts';
import { complete, resolveCompletion } from '../../../server/src/service/completion/complete.ts';
import { toOffset } from '../../../server/src/service/positions.ts';
import { atCursor, contextOf, type ContextOptions } from '../support/cursor.ts';

const modern = clientSupport({
    textDocument: {
        completion: {
            completionItem: { snippetSupport: true, documentationFormat: ['markdown'] },
            completionList: { itemDefaults: ['editRange'] },
        },
    },
});

function items(marked: string, options: string | ContextOptions = {}, client = clientSupport({})): CompletionItem[] {
    const { context, position } = atCursor(marked, options);
    return complete(context, position, client).items;
}

function labels(marked: string, options: string | ContextOptions = {}): string[] {
    return items(marked, options).map(({ label }) => label);
}

function itemOf(marked: string, label: string, options: string | ContextOptions = {}): CompletionItem {
    const item = items(marked, options).find(candidate => candidate.label === label);
    assert.ok(item, `${label} at ${marked}, among ${labels(marked, options).slice(0, 9).join(' ')}`);
    return item;
}

/** The text after the item of that label was chosen. */
function applied(marked: string, label: string, options: string | ContextOptions = {}): string {
    const { document } = atCursor(marked, options);
    const edit = itemOf(marked, label, options).textEdit;
    assert.ok(edit && 'range' in edit);
    const { text } = document;
    return (
        text.slice(0, toOffset(document, edit.range.start)) +
        edit.newText +
        text.slice(toOffset(document, edit.range.end))
    );
}

const php: PhpFacts = {
    version: '8.4.28',
    scannedFiles: [],
    scanDirectories: [],
    extensions: ['core', 'session', 'memcached', 'igbinary'],
    availableExtensions: ['igbinary', 'memcached', 'redis', 'xdebug'],
    settings: { 'session.name': 'SHOP' },
    environmentVariables: ['PATH', 'STORES'],
};
const store = (number: number, running = true) => ({
    node: `shop-store-${number}`,
    host: `10.9.0.${number}`,
    aliases: [],
    port: 11211,
    running,
});
const facts: ClusterFacts = {
    environments: [
        {
            name: 'shop',
            stores: [store(1), store(2, false)],
            applications: [{ node: 'shop-application-1', uri: 'php-node://shop/application/1', running: true, php }],
        },
        { name: 'blog', stores: [{ ...store(3), node: 'blog-store-1' }], applications: [] },
    ],
};
const onNode = { facts, uri: 'php-node://shop/application/1/etc/php.ini' };

describe('completion of names', () => {
    it('offers the directives where a line starts', () => {
        const names = labels('[Session]\nses|');
        assert.ok(names.includes('session.save_path'));
        assert.ok(names.includes('memcached.sess_lock_expire'));
        assert.equal(
            applied('[Session]\r\n  session.save_h|', 'session.save_handler'),
            '[Session]\r\n  session.save_handler = ',
        );
        assert.equal(applied('|', 'session.name'), 'session.name = ');
    });

    it('leaves out what cannot be meant', () => {
        const names = labels('qxq|');
        assert.deepEqual(names, []);
        assert.ok(labels('shandler|').includes('session.save_handler'));
        assert.ok(!labels('shandler|').includes('session.name'));
    });

    it('replaces the whole name, and keeps an = that is there', () => {
        assert.equal(applied('session.sa|ve_path = x', 'session.save_handler'), 'session.save_handler = x');
    });

    it('offers what the PHP version knows', () => {
        assert.ok(!labels('|', '8.4').includes('session.cookie_partitioned'));
        assert.ok(labels('|', '8.5').includes('session.cookie_partitioned'));
        assert.ok(!labels('|', '8.4').includes('session.hash_function'));
    });

    it('marks deprecated directives', () => {
        assert.deepEqual(itemOf('|', 'session.sid_length').tags, [1]);
        assert.equal(itemOf('|', 'session.name').tags, undefined);
    });

    it('says of the chosen one what it is set to: by the file, else on the node', () => {
        const detail = (marked: string, options: ContextOptions = {}): string | undefined => {
            const { context } = atCursor(marked, options);
            return resolveCompletion(itemOf(marked, 'session.name', options), context).detail;
        };
        assert.equal(detail('session.name = A\nsession.name = "B C"\n|'), '= "B C", in line 2');
        assert.equal(detail('|'), undefined);
        assert.equal(detail('session.name = A\n|', onNode), '= A, in line 1');
        assert.equal(detail('|', onNode), '= SHOP, in force on shop-application-1');
    });

    it('puts those of the section first', () => {
        assert.match(itemOf('[Session]\n|', 'session.name').sortText ?? '', /^ /);
        assert.equal(itemOf('[PHP]\n|', 'session.name').sortText, undefined);
    });

    it('documents the chosen one on request, as the client can show it', () => {
        const item = itemOf('|', 'session.sid_length');
        assert.equal(item.documentation, undefined);
        const context = contextOf('');
        const plain = resolveCompletion(item, context).documentation;
        assert.ok(typeof plain === 'string' && plain.includes('Deprecated') && !plain.includes('**'));
        const marked = resolveCompletion(item, context, modern).documentation;
        assert.ok(typeof marked === 'object' && marked.kind === 'markdown');
        assert.deepEqual(resolveCompletion({ label: 'else' }, context), { label: 'else' });
    });

    it('says once what all items replace, where the client understands that', () => {
        const { context, position } = atCursor('session.na|me = x');
        const list = complete(context, position, modern);
        assert.deepEqual(list.itemDefaults?.editRange, {
            start: { line: 0, character: 0 },
            end: { line: 0, character: 12 },
        });
        assert.ok(list.items.every(({ textEdit }) => textEdit === undefined));
        const open = atCursor('session.na|');
        const item = complete(open.context, open.position, modern).items.find(({ label }) => label === 'session.name');
        assert.equal(item?.textEditText, 'session.name = ');
    });
});

describe('completion for a client that writes behind names', () => {
    const writing = clientSupport(
        { textDocument: { completion: { completionList: { itemDefaults: ['editRange', 'data'] } } } },
        { writesBehindNames: true },
    );
    const list = (marked: string, client = writing) => {
        const { context, position } = atCursor(marked);
        return complete(context, position, client);
    };

    it('says once what that is', () => {
        const { items: found, itemDefaults } = list('session.na|');
        assert.deepEqual(itemDefaults?.data, { uri: 'file:///srv/php.ini', behindNames: ' = ' });
        assert.deepEqual(
            found.find(({ label }) => label === 'session.name'),
            { label: 'session.name' },
        );
        for (const elsewhere of ['session.na|me = x', 'session.lazy_write = |']) {
            assert.deepEqual(list(elsewhere).itemDefaults?.data, { uri: 'file:///srv/php.ini' });
        }
        assert.equal(list('session.na|me = x').items[0]?.kind, 10);
        assert.ok(resolveCompletion({ label: 'session.name' }, contextOf('')).documentation);
    });

    it('says it to no other', () => {
        const { items: found, itemDefaults } = list('session.na|', modern);
        assert.equal(itemDefaults?.data, undefined);
        assert.equal(found.find(({ label }) => label === 'session.name')?.textEditText, 'session.name = ');
    });
});

describe('completion of values', () => {
    it('offers what the catalogue lists', () => {
        assert.deepEqual(labels('session.save_handler = |').slice(0, 2), ['files', 'memcached']);
        assert.deepEqual(labels('session.use_strict_mode=|'), ['On', 'Off']);
        assert.deepEqual(labels('unknown.name = |'), []);
        assert.equal(applied('session.save_handler = fi| ; here', 'files'), 'session.save_handler = files ; here');
        assert.equal(applied('session.save_handler = | ; x', 'redis'), 'session.save_handler = redis ; x');
    });

    it('quotes what needs it, and keeps quotes that are there', () => {
        assert.equal(applied('session.cookie_samesite = |', 'None'), 'session.cookie_samesite = "None"');
        assert.equal(applied('session.cookie_samesite = "|"', 'None'), 'session.cookie_samesite = "None"');
        assert.equal(applied("session.cookie_samesite = 'N|", 'None'), "session.cookie_samesite = 'None'");
        assert.equal(applied('session.cookie_samesite =|\n', 'Lax'), 'session.cookie_samesite =Lax\n');
    });

    it('offers the default where there is no list', () => {
        assert.equal(itemOf('session.gc_maxlifetime = |', '1440').detail, 'default');
    });

    it('offers usual sizes where the value is one', () => {
        assert.deepEqual(labels('memory_limit = |'), ['128M', '64M', '256M', '512M', '1G']);
        assert.equal(itemOf('memory_limit = |', '128M').detail, 'default');
        assert.deepEqual(labels('opcache.memory_consumption = |'), ['128', '64', '256', '512', '1024']);
        assert.equal(applied('memory_limit = 5|6M ; x', '512M'), 'memory_limit = 512M ; x');
        assert.deepEqual(labels('session.gc_maxlifetime = |'), ['1440']);
    });

    it('offers combinations of error levels, without quotes', () => {
        assert.equal(applied('error_reporting = |', 'E_ALL & ~E_NOTICE'), 'error_reporting = E_ALL & ~E_NOTICE');
    });

    it('offers time zones', () => {
        assert.equal(applied('date.timezone = Eur/Ber|', 'Europe/Berlin'), 'date.timezone = Europe/Berlin');
        assert.equal(labels('date.timezone = |')[0], 'UTC');
    });

    it('offers handlers by what the node has', () => {
        const [first, second] = items('session.save_handler = |', onNode);
        assert.deepEqual([first?.label, second?.label], ['files', 'memcached']);
        assert.equal(second?.detail, 'available on shop-application-1');
        assert.equal(itemOf('session.save_handler = |', 'redis', onNode).detail, 'extension not loaded');
        assert.equal(
            itemOf('session.serialize_handler = |', 'igbinary', onNode).detail,
            'available on shop-application-1',
        );
    });

    it('offers the extensions that the node could load and the file does not', () => {
        assert.deepEqual(labels('extension=igbinary\nextension=|', onNode), ['redis', 'memcached']);
        assert.deepEqual(labels('zend_extension=|', onNode), ['xdebug']);
        assert.ok(labels('extension=|').includes('memcached'));
        assert.ok(!labels('extension=memcached.so\nextension=|').includes('memcached'));
    });
});

describe('completion of save paths', () => {
    const path = (handler: string, options: ContextOptions = {}) =>
        items(`session.save_handler = ${handler}\nsession.save_path = |`, options).map(({ label, detail }) =>
            detail === undefined ? label : `${label} (${detail})`,
        );

    it('offers the stores of the environment in the form that the handler wants', () => {
        assert.deepEqual(path('memcached', onNode), [
            '10.9.0.1:11211,10.9.0.2:11211 (shop-store-1 and shop-store-2, stopped)',
            '10.9.0.1:11211 (shop-store-1)',
            '10.9.0.2:11211 (shop-store-2, stopped)',
        ]);
        assert.equal(path('memcache', onNode)[1], 'tcp://10.9.0.1:11211 (shop-store-1)');
        assert.equal(
            applied('session.save_path = "10.|"', '10.9.0.1:11211', onNode),
            'session.save_path = "10.9.0.1:11211"',
        );
    });

    it('offers those of all environments for a file elsewhere', () => {
        assert.ok(path('memcached', { facts }).includes('10.9.0.3:11211 (blog-store-1)'));
    });

    it('offers the form where no store is known', () => {
        assert.deepEqual(path('memcached'), ['memcached:11211', '/run/memcached/memcached.sock']);
        assert.deepEqual(path('redis')[0], 'tcp://redis:6379');
        assert.deepEqual(path('files')[0], '/var/lib/php/sessions');
        assert.equal(
            applied('session.save_handler = files\nsession.save_path = |', '2;/var/lib/php/sessions'),
            'session.save_handler = files\nsession.save_path = "2;/var/lib/php/sessions"',
        );
        assert.deepEqual(path('of_my_own'), []);
    });
});

describe('completion within the save path of Redis', () => {
    const redis = (path: string) => `session.save_handler = redis\nsession.save_path = ${path}\n`;
    const cluster = (path: string) => `session.save_handler = rediscluster\nsession.save_path = ${path}\n`;
    const names = (marked: string) => labels(marked).filter(label => !label.startsWith('stream['));

    it('offers the parameters that the handler knows, behind ? and &', () => {
        assert.deepEqual(names(redis('"tcp://h:6379?|"')), [
            ...['auth', 'auth[]=user&auth[]=password', 'database', 'prefix', 'timeout', 'read_timeout', 'persistent'],
            ...['persistent_id', 'weight', 'retry_interval'],
        ]);
        assert.deepEqual(names(cluster('"seed[]=h:7000&|"')), [
            ...['seed[]', 'auth', 'auth[]=user&auth[]=password', 'prefix', 'timeout', 'read_timeout', 'persistent'],
            'failover',
        ]);
        assert.ok(labels(redis('"tls://h?|"')).includes('stream[verify_peer]'));
        assert.deepEqual(names(cluster('"|"'))[0], 'seed[]');
    });

    it('offers those that what is typed may become, and that the server has not', () => {
        assert.deepEqual(names(redis('"tcp://h?timeout=1&time|"')), ['read_timeout']);
        assert.deepEqual(names(redis('"tcp://h?auth[]=a&auth[]=b&per|&database=1"')), ['persistent', 'persistent_id']);
        assert.ok(names(redis('"tcp://h?weight=2, tcp://i?we|"')).includes('weight'));
        assert.ok(!names(redis('"tcp://h?weight=2&we|"')).includes('weight'));
        assert.deepEqual(names(redis('"tcp://h?database=2&weight|=2"')), ['weight']);
    });

    it('replaces the name alone', () => {
        assert.equal(applied(redis('"tcp://h?da|&weight=1"'), 'database'), redis('"tcp://h?database=&weight=1"'));
        assert.equal(applied(redis('"tcp://h?da|ta=3"'), 'database'), redis('"tcp://h?database=3"'));
        assert.equal(applied(redis("'tcp://h?|'"), 'prefix'), redis("'tcp://h?prefix='"));
        assert.equal(applied(cluster('"seed[]=h:1&s|"'), 'seed[]'), cluster('"seed[]=h:1&seed[]="'));
        assert.equal(
            items(redis('"tcp://h?au|"'), {}, modern).find(({ label }) => label.includes('user'))?.textEditText,
            'auth[]=${1:user}&auth[]=${2:password}',
        );
    });

    it('offers the values of a parameter that has some', () => {
        assert.deepEqual(labels(redis('"tcp://h?persistent=|"')), ['1', '0']);
        assert.deepEqual(labels(cluster('"seed[]=h:1&failover=d|"')), ['distribute']);
        assert.equal(
            applied(cluster('"seed[]=h:1&failover=|none&timeout=1"'), 'error'),
            cluster('"seed[]=h:1&failover=error&timeout=1"'),
        );
    });

    it('says what each is for, and what counts without it', () => {
        const item = itemOf(redis('"tcp://h?|"'), 'timeout');
        assert.match(JSON.stringify(item.documentation), /Seconds to wait for a connection/);
        assert.equal(item.detail, '86400 unless set');
        assert.equal(itemOf(cluster('"seed[]=a:1&|"'), 'prefix').detail, 'PHPREDIS_CLUSTER_SESSION: unless set');
    });

    it('offers none where none belongs', () => {
        assert.ok(!labels(redis('"tcp://h|"')).includes('timeout'));
        assert.ok(!labels(redis('"tcp://h?weight=1 |"')).includes('timeout'));
        assert.ok(!labels('session.save_handler = memcached\nsession.save_path = "h:1?|"\n').includes('timeout'));
        assert.ok(!labels('session.save_handler = redis\nsession.name = "x?|"\n').includes('timeout'));
    });
});

describe('completion of headings, variables and blocks', () => {
    it('offers headings', () => {
        assert.equal(applied('[Ses|', 'Session'), '[Session]');
        assert.equal(applied('[Ses|]\nx = 1', 'Session'), '[Session]\nx = 1');
        assert.equal(applied('[H|]', 'HOST='), '[HOST=www.example.com]');
    });

    it('offers what ${ } finds: the environment of the node, and settings above', () => {
        const text = 'error_log = /tmp/x\nsession.save_path = "${|}"\nlater = 1\n';
        assert.deepEqual(labels(text, onNode).sort(), ['PATH', 'STORES', 'error_log']);
        assert.equal(applied('a = ${ST|', 'STORES', onNode), 'a = ${STORES}');
        assert.equal(applied('a = "${ST|ORE:-x}"', 'STORES', onNode), 'a = "${STORES:-x}"');
        assert.deepEqual(labels("a = '${|}'", onNode), []);
    });

    it('offers a whole cluster, with the stores that are known', () => {
        const block = items('\n|', onNode, modern).find(({ label }) => label === 'session cluster of shop');
        const text = block?.textEditText ?? '';
        assert.match(text, /^\[Session\]\nsession\.save_handler = memcached\nsession\.save_path = /);
        assert.match(text, /10\.9\.0\.1:11211,10\.9\.0\.2:11211/);
        assert.match(text, /\nmemcached\.sess_lock_expire = 2\n/);
        assert.equal(block?.insertTextFormat, 2);
        const { documentation } = resolveCompletion(block, atCursor('\n|', onNode).context, modern);
        assert.match(JSON.stringify(documentation), /```ini\\nsession\.save_handler = memcached/);
    });

    it('offers one with stops to fill in where none is known, plain where the client has no snippets', () => {
        const of = (client: typeof modern) =>
            items('[Session]\n|', {}, client).find(({ label }) => label === 'session cluster');
        assert.match(
            of(modern)?.textEditText ?? '',
            /^session\.save_handler = memcached\n.*"\$\{1:memcached\}:\$\{2:11211\}"/,
        );
        const plain = of(clientSupport({}));
        assert.match(plain?.textEdit?.newText ?? '', /session\.save_path = "memcached:11211"/);
        assert.equal(plain?.insertTextFormat, undefined);
        assert.ok(!labels('|x = 1').includes('session cluster'));
    });

    it('keeps quiet in comments and long strings, and behind a value', () => {
        assert.deepEqual(labels('; ses|'), []);
        assert.deepEqual(labels('session.name = x ; |'), []);
        assert.deepEqual(labels('x = "a\nses|"'), []);
        assert.deepEqual(labels('session.lazy_write = "On" |'), []);
    });

    it('works on lines behind a syntax error', () => {
        assert.ok(labels('(\nses|').includes('session.name'));
        assert.deepEqual(labels('session.lazy_write = "|'), ['On', 'Off']);
    });
});
