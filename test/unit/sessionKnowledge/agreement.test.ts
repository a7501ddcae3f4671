import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MASKED_VALUE } from '../../../server/src/phpIni/protocol.ts';
import { disagreements } from '../../../server/src/phpIni/sessionKnowledge/agreement.ts';

type Settings = Readonly<Record<string, string>>;

const MEMCACHED: Settings = { 'session.save_handler': 'memcached', 'session.save_path': 'a:11211,b:11211' };

function names(first: Settings, second: Settings): string[] {
    return disagreements({ node: 'one', settings: first }, [{ node: 'two', settings: second }]).map(({ name }) => name);
}

/** What is told where one directive is different on the second node. */
function told(name: string, values: readonly [string, string], settings = MEMCACHED): string[] {
    return disagreements({ node: 'one', settings: { ...settings, [name]: values[0] } }, [
        { node: 'two', settings: { ...settings, [name]: values[1] } },
        { node: 'three', settings: { ...settings, [name]: values[0] } },
    ]).map(({ weakness }) => weakness.what);
}

describe('what nodes must agree on', () => {
    it('is told with both values, and what becomes of sessions', () => {
        assert.deepEqual(told('session.name', ['SHOP', 'OTHER']), [
            'session.name is "SHOP" on one, and "OTHER" on two: the browser gets a session of its own from each of them.',
        ]);
        assert.match(told('memcached.sess_prefix', ['a', 'b'])[0] ?? '', /not found by the other\.$/);
        assert.match(told('memcached.sess_locking', ['1', ''])[0] ?? '', /undoes what one on the other writes\.$/);
        assert.match(
            told('session.gc_maxlifetime', ['1440', '99'])[0] ?? '',
            /ends sessions that the other still keeps\.$/,
        );
        assert.match(told('session.serialize_handler', ['php', 'igbinary'])[0] ?? '', /cannot decode/);
    });

    it('is what counts for the handler', () => {
        const other = (name: string, handler: string) =>
            told(name, ['1', '0'], { 'session.save_handler': handler }).length > 0;
        assert.ok(other('memcached.sess_consistent_hash', 'memcached'));
        assert.ok(!other('memcached.sess_consistent_hash', 'redis'));
        assert.ok(other('redis.session.locking_enabled', 'REDIS'));
        assert.ok(!other('redis.session.locking_enabled', 'rediscluster'));
        assert.ok(other('memcache.hash_function', 'memcache'));
        assert.ok(!other('memory_limit', 'memcached'));
    });

    it('is the handler before all that belongs to it', () => {
        const redis = { 'session.save_handler': 'redis', 'session.save_path': 'tcp://a:6379', 'session.name': 'X' };
        assert.deepEqual(names({ ...MEMCACHED, 'session.name': 'Y' }, redis), ['session.save_handler']);
        assert.deepEqual(names(MEMCACHED, { ...MEMCACHED, 'session.save_handler': 'MEMCACHED' }), []);
    });

    it('is the same where PHP reads the same', () => {
        assert.deepEqual(told('memcached.sess_locking', ['1', 'On']), []);
        assert.deepEqual(told('memcached.sess_number_of_replicas', ['', '0']), []);
        assert.deepEqual(told('session.gc_maxlifetime', ['1K', '1024']), []);
        assert.deepEqual(names(MEMCACHED, { 'session.save_handler': 'memcached' }), []);
    });

    it('is the order of servers only without a consistent hash, or with copies', () => {
        const turned = (further: Settings) =>
            names({ ...MEMCACHED, ...further }, { ...MEMCACHED, ...further, 'session.save_path': 'b:11211, a' });
        assert.deepEqual(turned({ 'memcached.sess_consistent_hash': '1' }), []);
        assert.deepEqual(turned({ 'memcached.sess_consistent_hash': '0' }), ['session.save_path']);
        assert.deepEqual(turned({ 'memcached.sess_consistent_hash': '1', 'memcached.sess_number_of_replicas': '1' }), [
            'session.save_path',
        ]);
    });

    it('tells no password, and takes what is masked for the same', () => {
        const redis = { 'session.save_handler': 'redis' };
        const path = (host: string, secret: string) => `tcp://${host}:6379?auth=${secret}`;
        const [what = ''] = told('session.save_path', [path('a', 'geheim'), path('b', 'geheim')], redis);
        assert.ok(what.includes('tcp://b:6379') && !what.includes('geheim'), what);
        assert.deepEqual(told('session.save_path', [path('a', MASKED_VALUE), path('a', 'geheim')], redis), []);
        assert.deepEqual(told('session.save_path', [path('a', 'geheim'), path('a', MASKED_VALUE)], redis), []);
    });
});
