import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem } from 'vscode-languageserver';
import { clientSupport } from '../../../server/src/model/clientSupport.ts';
import type { ClusterFacts, EnvironmentFacts, PhpFacts } from '../../../server/src/phpIni/protocol.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { complete } from '../../../server/src/service/completion/complete.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { memcachedSessionSettings, PROXY_SOCKET } from '../../../server/src/phpIni/sessionSettings.ts';
import { atCursor, contextOf, type ContextOptions } from '../support/cursor.ts';
import { nodeUri, phpFacts, shop, store } from '../support/nodes.ts';

const settings = memcachedSessionSettings(PROXY_SOCKET, { throughProxy: true });
const handler = 'session.save_handler = memcached\n';

const stores = [store(1), store(2)];
const plain = environmentOf(shop([phpWith({ server: PROXY_SOCKET })], stores));
const replicated: EnvironmentFacts = { ...plain, replicated: true };
const onNode: ContextOptions = { uri: nodeUri, facts: { environments: [replicated] } };
const blog: EnvironmentFacts = { name: 'blog', replicated: true, stores: [store(1)], applications: [] };
const wiki: EnvironmentFacts = { name: 'wiki', stores: [store(7)], applications: [] };
const elsewhere: ContextOptions = { facts: { environments: [replicated, blog, wiki] } };

/** What a node's PHP says whose php.ini could be read. */
function phpWith(attempt: NonNullable<PhpFacts['reachability']>[number]): PhpFacts {
    const files = { '/etc/php/8.4/apache2/php.ini': '' };
    return phpFacts(settings, { extensions: ['memcached'], files, reachability: [attempt] });
}

function environmentOf({ environments: [environment] }: ClusterFacts): EnvironmentFacts {
    assert.ok(environment);
    return environment;
}

function items(marked: string, options: ContextOptions): CompletionItem[] {
    const { context, position } = atCursor(marked, options);
    return complete(context, position, clientSupport({})).items;
}

function paths(named: string, options: ContextOptions): string[] {
    return items(`session.save_handler = ${named}\nsession.save_path = |`, options).map(({ label }) => label);
}

function hovered(marked: string, options: ContextOptions): string {
    const { context, position } = atCursor(marked, options);
    const contents = hover(context, position)?.contents as { value: string } | undefined;
    return contents?.value ?? '';
}

function codes(text: string, options: ContextOptions): string[] {
    const onFailure = ({ code }: Rule, error: unknown): never => {
        throw new Error(`rule ${code}`, { cause: error });
    };
    return checkDocument(contextOf(text, options), { rules, onFailure }).map(({ rule }) => rule.code);
}

describe('in an environment that replicates its sessions', () => {
    it('completion offers the proxy, and no store', () => {
        assert.deepEqual(paths('memcached', onNode), [PROXY_SOCKET]);
        const [item] = items(`${handler}session.save_path = |`, onNode);
        assert.equal(item?.detail, 'memcached\u2019s proxy on the nodes of shop');
        assert.equal(item.textEdit?.newText, `"${PROXY_SOCKET}"`);
    });

    it('completion offers the memcache extension, which has no part in that, only its form', () => {
        assert.deepEqual(paths('memcache', onNode), ['tcp://memcached:11211']);
    });

    it('completion offers the proxy once to files elsewhere, with the stores of other environments', () => {
        assert.deepEqual(paths('memcached', elsewhere), [PROXY_SOCKET, 'shop-store-7:11211']);
        const [item] = items(`${handler}session.save_path = |`, elsewhere);
        assert.equal(item?.detail, 'memcached\u2019s proxy on the nodes of shop and blog');
    });

    it('the block of settings is what applying the session settings writes', () => {
        const block = items('[Session]\n|', onNode).find(({ label }) => label === 'session cluster of shop');
        assert.equal(block?.detail, 'sessions in memcached, replicated to shop-store-1 and shop-store-2');
        const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
        assert.deepEqual(block.textEdit?.newText.replaceAll('"', '').split('\n'), lines);
    });

    it('rules have nothing to say of what is written there', () => {
        const text = Object.entries(settings).map(([name, value]) => `${name} = "${value}"\n`);
        const cookies = 'session.use_strict_mode = 1\nsession.cookie_httponly = 1\nsession.cookie_secure = 1\n';
        const about = ['unreachable', 'store-', 'stores-', 'proxy-', 'drift', 'multi-', 'port-', 'handler-', 'lock-'];
        const found = codes(cookies + text.join(''), onNode);
        assert.deepEqual(
            found.filter(code => about.some(start => code.startsWith(start))),
            [],
        );
    });

    it('the names of stores are told of once', () => {
        const text = `${handler}session.save_path = "shop-store-1:11211,shop-store-2:11211"\n`;
        assert.ok(codes(text, {}).includes('multi-server-no-replicas'));
        const found = codes(text, onNode);
        assert.ok(found.includes('stores-past-proxy') && !found.includes('multi-server-no-replicas'));
    });

    it('a socket that nobody listens at is unreachable; where nothing replicates, there is none', () => {
        const text = `${handler}session.save_path = "${PROXY_SOCKET}"\nmemcached.sess_binary_protocol = 0\n`;
        const facts = shop([phpWith({ server: PROXY_SOCKET, error: 'Connection refused' })], stores);
        const about = (options: ContextOptions) =>
            codes(text, { uri: nodeUri, ...options }).filter(code => /^(?:unreachable|proxy-)/.test(code));
        assert.deepEqual(about({ facts }), ['proxy-without-replication']);
        assert.deepEqual(about({ facts: { environments: [{ ...environmentOf(facts), replicated: true }] } }), [
            'unreachable',
        ]);
    });

    it('hovers say what the socket is', () => {
        const text = `${handler}session.save_path = "/run/session-|cluster/memcached.sock"\n`;
        assert.match(
            hovered(text, onNode),
            /proxy on each Apache node of `shop`, which keeps every session on several stores; `shop-application-1` reaches it/,
        );
        assert.match(hovered(text, elsewhere), /node of `shop` and `blog`, which/);
        assert.match(hovered(text, {}), /of an environment that replicates its sessions/);
        assert.match(hovered(text, { ...onNode, facts: { environments: [plain] } }), /are \*\*not replicated\*\*/);
        const past = `${handler}session.save_path = "shop-|store-1:11211"\n`;
        assert.match(hovered(past, onNode), /running, \*\*past the proxy that replicates to it\*\*/);
    });
});
