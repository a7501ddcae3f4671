import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Environment, Layer } from '../../../../client/src/cluster/model/model.ts';
import { findWeaknesses } from '../../../../client/src/cluster/verify/weaknesses.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

type Settings = Readonly<Record<string, string>>;

/** php-memcached's own values, as PHP tells them. */
const DEFAULTS: Settings = {
    'session.save_handler': 'memcached',
    'session.save_path': '10.0.0.1:11211',
    'session.lazy_write': '1',
    'memcached.sess_locking': '1',
    'memcached.sess_lock_expire': '0',
    'memcached.sess_lock_retries': '5',
    'memcached.sess_lock_wait_min': '150',
    'memcached.sess_lock_wait_max': '150',
    'memcached.sess_binary_protocol': '1',
    'memcached.sess_number_of_replicas': '0',
    max_execution_time: '30',
};
/** What this product sets. */
const OURS: Settings = {
    ...DEFAULTS,
    'memcached.sess_lock_expire': '2',
    'memcached.sess_lock_retries': '100',
    'memcached.sess_lock_wait_min': '50',
    'memcached.sess_lock_wait_max': '200',
};
const PROXY: Settings = { ...OURS, 'session.save_path': '/run/session-cluster/memcached.sock', 'memcached.sess_binary_protocol': '0' }; // prettier-ignore
const TWO: Settings = { 'session.save_path': '10.0.0.1:11211,10.0.0.2:11211' };

function environment(applications: number, stores: number): Environment {
    const layers: Layer[] = ['balancer', ...Array<Layer>(applications).fill('application'), ...Array<Layer>(stores).fill('store')]; // prettier-ignore
    const nodes = layers.map((layer, index) => ({
        id: String(index),
        environment: 'shop',
        layer,
        software: OWN_SOFTWARE[layer],
        number: index,
        name: `shop-${layer}-${index}`,
        containerId: String(index),
        image: '',
        state: 'running' as const,
        health: 'none' as const,
        status: 'running' as const,
        statusText: '',
        address: '',
        port: 0,
    }));
    return { name: 'shop', kind: 'adopted', nodes };
}

/** Of two Apache nodes with the same settings; `one-balancer`, which nearly everybody has, is left out. */
function codes(settings: Settings, stores = 1, directories: readonly (string | null)[] = [null, null]): string[] {
    const facts = new Map(
        directories.map((sessionDirectory, index) => [`node ${index + 1}`, { settings, sessionDirectory }]),
    );
    return findWeaknesses(environment(2, stores), facts, undefined)
        .map(({ code }) => code)
        .filter(code => code !== 'one-balancer');
}

function weakness(settings: Settings, code: string): string {
    const facts = new Map([['node 1', { settings, sessionDirectory: null }]]);
    const found = findWeaknesses(environment(2, 2), facts, undefined).find(one => one.code === code);
    return `${found?.what} ${found?.next}`;
}

describe('weaknesses of a set-up', () => {
    it('are none with copies behind a proxy, locks that let go, and a second balancer', () => {
        assert.deepEqual(codes(PROXY, 2), []);
    });

    it('what a health check says, as of evicted sessions', () => {
        const { nodes, ...rest } = environment(2, 2);
        const evicting = nodes.map(node =>
            node.layer === 'store' ? { ...node, remark: 'memory is full\nand so' } : node,
        );
        const facts = new Map([['node 1', { settings: PROXY, sessionDirectory: null }]]);
        const found = findWeaknesses({ ...rest, nodes: evicting }, facts, undefined);
        assert.deepEqual(
            found.filter(({ code }) => code === 'health-check').map(({ what }) => what),
            nodes
                .filter(({ layer }) => layer === 'store')
                .map(({ name }) => `The health check of ${name} says: memory is full; and so.`),
        );
    });

    it('one store', () => {
        assert.deepEqual(codes(OURS), ['single-store']);
        assert.deepEqual(codes(PROXY, 1), ['single-store']);
        const redis = { 'session.save_handler': 'redis', 'session.save_path': 'tcp://10.0.0.1:6379' };
        assert.match(weakness(redis, 'single-store'), /one Redis/);
    });

    it('several stores without copies: three of four sessions with two, also where replicas are asked for without effect', () => {
        assert.deepEqual(codes({ ...OURS, ...TWO }, 2), ['multi-server-no-replicas']);
        assert.match(weakness({ ...OURS, ...TWO }, 'multi-server-no-replicas'), /75 % of the sessions/);
        const unlocked = { ...OURS, ...TWO, 'memcached.sess_locking': 'Off' };
        assert.match(weakness(unlocked, 'multi-server-no-replicas'), /50 % of the sessions/);
        const inert = {
            ...OURS,
            ...TWO,
            'memcached.sess_number_of_replicas': '1',
            'memcached.sess_binary_protocol': '0',
        };
        assert.deepEqual(codes(inert, 2), ['multi-server-no-replicas', 'replicas-need-binary']);
    });

    it("php-memcached's own replicas, and lazy writes with them", () => {
        const replicas = { ...OURS, ...TWO, 'memcached.sess_number_of_replicas': '1' };
        const incomplete = ['replicas-incomplete', 'replicas-return-empty'];
        assert.deepEqual(codes(replicas, 2), [...incomplete, 'replicas-lazy-write']);
        assert.deepEqual(codes({ ...replicas, 'session.lazy_write': '' }, 2), incomplete);
        assert.match(weakness(replicas, 'replicas-incomplete'), /sess_remove_failed_servers = 1 and .*_limit = 1, too/);
        const complete = { 'memcached.sess_remove_failed_servers': '1', 'memcached.sess_server_failure_limit': '1' };
        assert.deepEqual(codes({ ...replicas, ...complete, 'session.lazy_write': '' }, 2), ['replicas-return-empty']);
    });

    it('locks that outlast what others wait', () => {
        assert.deepEqual(codes(DEFAULTS), ['single-store', 'lock-budget']);
        assert.match(weakness(DEFAULTS, 'lock-budget'), /stays for 30 s.*wait for 0.75 s/);
        const never = { ...DEFAULTS, max_execution_time: '0' };
        assert.deepEqual(codes(never), ['single-store', 'lock-expire-cli']);
        // The first wait is the shortest one, also where that is longer than the longest: 0.4 s, and 4 times 0.1 s.
        const turned = { 'memcached.sess_lock_wait_min': '400', 'memcached.sess_lock_wait_max': '100' };
        assert.match(weakness({ ...DEFAULTS, ...turned }, 'lock-budget'), /wait for 0.8 s/);
        // 50, 100, and 98 times 200 ms.
        const patience = { ...OURS, 'memcached.sess_lock_expire': '20' };
        assert.match(weakness(patience, 'lock-budget'), /wait for 19.75 s/);
        assert.deepEqual(codes({ ...OURS, 'memcached.sess_lock_expire': '19' }), ['single-store']);
        const redis = {
            'session.save_handler': 'redis',
            'session.save_path': 'tcp://10.0.0.1:6379, tcp://10.0.0.2:6379',
            'redis.session.locking_enabled': '1',
            'redis.session.lock_expire': '0',
            'redis.session.lock_retries': '100',
            'redis.session.lock_wait_time': '20000',
            max_execution_time: '30',
        };
        assert.match(weakness(redis, 'lock-budget'), /stays for 30 s.*wait for 2 s.*redis.session.lock_expire/);
        assert.deepEqual(codes({ ...redis, 'redis.session.lock_retries': '-1' }, 2), []);
    });

    it('a node that hangs, and locks that outlast what the balancer waits for, where it is known how long that is', () => {
        const found = (readTimeout: number, lockExpire: string) => {
            const settings = { ...PROXY, 'memcached.sess_lock_expire': lockExpire };
            const facts = new Map([['node 1', { settings, sessionDirectory: null }]]);
            return findWeaknesses(environment(2, 2), facts, readTimeout).filter(({ code }) => code !== 'one-balancer');
        };
        const [stall, ...more] = found(2, '1');
        assert.equal(stall?.code, 'stall-outlasts-read-timeout');
        assert.match(`${stall.what} ${stall.next}`, /after 2 s.*read_timeout.* to 5 or more/);
        assert.deepEqual(more, []);
        assert.deepEqual(
            found(2, '2').map(({ code }) => code),
            ['lock-outlasts-read-timeout', 'stall-outlasts-read-timeout'],
        );
        assert.deepEqual(
            found(4, '1').map(({ code }) => code),
            ['stall-outlasts-read-timeout', 'hanging-node'],
        );
        const [hangs, ...others] = found(60, '5');
        assert.equal(hangs?.code, 'hanging-node');
        assert.match(hangs.what, /up to 60 s/);
        assert.deepEqual(others, []);
        const [outlasts] = found(2, '3');
        assert.equal(outlasts?.code, 'lock-outlasts-read-timeout');
        assert.match(`${outlasts.what} ${outlasts.next}`, /stays for 3 s.*after 2 s.*memcached.sess_lock_expire/);
    });

    it('sessions that are not locked', () => {
        assert.deepEqual(codes({ ...PROXY, 'memcached.sess_locking': '' }, 2), ['memcached-locking-off']);
        const redis = { 'session.save_handler': 'redis', 'session.save_path': 'tcp://a:1 tcp://b:1' };
        assert.match(weakness(redis, 'redis-locking-off'), /redis.session.locking_enabled = 1/);
        const cluster = { ...redis, 'session.save_handler': 'rediscluster', 'redis.session.locking_enabled': '1' };
        assert.match(weakness(cluster, 'redis-locking-off'), /rediscluster has no locks/);
    });

    it('files that each node has for itself', () => {
        const files = { 'session.save_handler': 'files', 'session.save_path': '/var/lib/php/sessions' };
        assert.deepEqual(codes(files, 1, ['1:2', '3:4']), ['files-on-cluster']);
        assert.deepEqual(codes(files, 1, ['1:2', '1:2']), []);
        // PHP may not look at it.
        assert.deepEqual(codes(files, 1, [null, null]), []);
    });

    it('nodes that differ in what they must agree on', () => {
        const own = { ...PROXY, 'memcached.sess_prefix': 'y' };
        const turned = { ...own, 'session.save_path': '10.0.0.2:11211,10.0.0.1:11211', 'memcached.sess_prefix': 'x' };
        const facts = new Map([
            ['node 1', { settings: own, sessionDirectory: null }],
            ['node 2', { settings: { ...own, memory_limit: '1M' }, sessionDirectory: null }],
            ['node 3', { settings: turned, sessionDirectory: null }],
        ]);
        const found = findWeaknesses(environment(3, 2), facts, undefined).filter(({ code }) => code === 'drift');
        assert.deepEqual(
            found.map(({ what }) => what.split(':')[0]),
            [
                'session.save_path is "/run/session-cluster/memcached.sock" on node 1, and "10.0.0.2',
                'memcached.sess_prefix is "y" on node 1, and "x" on node 3',
            ],
        );
    });

    it('one Apache node, and one balancer', () => {
        const facts = new Map([['node 1', { settings: PROXY, sessionDirectory: null }]]);
        assert.deepEqual(
            findWeaknesses(environment(1, 2), facts, undefined).map(({ code }) => code),
            ['one-application-node', 'one-balancer'],
        );
    });

    it('are told in whole sentences', () => {
        const facts = new Map([['node 1', { settings: DEFAULTS, sessionDirectory: null }]]);
        for (const { what, next } of findWeaknesses(environment(1, 1), facts, undefined)) {
            assert.match(what, /^[A-Z].*[^.]\.$/);
            assert.match(next, /^[A-Z].*[^.]\.$/);
        }
    });
});
