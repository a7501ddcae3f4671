import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decoded, encoded } from '../../../server/src/phpIni/savePaths/phpQuery.ts';
import { parseRedisPath, serverOfSession } from '../../../server/src/phpIni/savePaths/redis.ts';
import { parseRedisClusterPath } from '../../../server/src/phpIni/savePaths/redisCluster.ts';
import { redisVersionOf } from '../../../server/src/phpIni/savePaths/redisVersion.ts';

/** Of the first server. */
function first(path: string, version: '5.3' | '6' = '6') {
    const [server] = parseRedisPath(path, { version });
    assert.ok(server);
    return server;
}

function login(query: string) {
    return first(`tcp://h?${query}`).credentials;
}

// What real phpredis does with such paths, and with thousands of others, is asked in test/conformance/.
describe('a path for the handler redis', () => {
    it('has the parameters that phpredis has, with its defaults', () => {
        const { weight, timeout, readTimeout, persistent, prefix, database } = first('tcp://h');
        assert.deepEqual(
            [weight, timeout, readTimeout, persistent, prefix, database],
            [1, 86_400, 0, false, 'PHPREDIS_SESSION:', undefined],
        );
        const all = first('tcp://h?weight=3&timeout=.5&read_timeout=2s&persistent=YES&prefix=a%2Bb+c&database=3x');
        assert.deepEqual(
            [all.weight, all.timeout, all.readTimeout, all.persistent, all.prefix, all.database],
            [3, 0.5, 2, true, 'a+b c', 3],
        );
    });

    it('logs in by three forms, and by no others', () => {
        assert.deepEqual(login('auth=x'), { password: 'x' });
        assert.deepEqual(login('auth[]=x'), { password: 'x' });
        assert.deepEqual(login('auth[]=u&auth[]=x'), { user: 'u', password: 'x' });
        assert.deepEqual(login('auth[pass]=x&auth[user]=u'), { user: 'u', password: 'x' });
        assert.deepEqual(login('auth=u:x'), { password: 'u:x' });
        for (const query of [
            'user=u&password=x',
            'auth[user]=u',
            'auth[a]=u&auth[b]=x',
            'auth[]=a&auth[]=b&auth[]=c',
        ]) {
            assert.equal(login(query), undefined, query);
        }
    });

    it('is refused for one server that is none', () => {
        const refusals = (path: string) => parseRedisPath(path).map(({ refusal }) => refusal);
        assert.deepEqual(refusals('tcp://h, tcp:///run/x'), [undefined, 'url']);
        assert.deepEqual(refusals('tcp:'), ['place']);
        assert.deepEqual(refusals('h?weight=0, h?timeout=0,25'), ['weight', 'timeout', undefined]);
    });

    it('leads where its version connects', () => {
        const place = (path: string, version: '5.3' | '6') => {
            const { transport, host, port } = first(path, version).connection ?? {};
            return [transport, host, port];
        };
        for (const version of ['5.3', '6'] as const) {
            assert.deepEqual(place('h', version), ['tcp', 'h', 6379]);
            assert.deepEqual(place('tls://h:0', version), ['tls', 'h', 6379]);
            assert.deepEqual(place('tcp://::1:6380', version), ['tcp', '::1', 6380]);
            assert.deepEqual(place('tcp:/run/r.sock', version), ['unix', '/run/r.sock', 0]);
            assert.deepEqual(place('TCP://h', version), [undefined, undefined, undefined]);
        }
        assert.deepEqual(place('tcp://[::1]:6380', '6'), ['tcp', '::1', 6380]);
        assert.deepEqual(place('tcp://[::1]:6380', '5.3'), [undefined, undefined, undefined]);
        assert.equal(first('tls://h?stream[verify_peer]=0', '6').stream?.get('verify_peer'), '0');
        assert.equal(first('tls://h?stream[verify_peer]=0', '5.3').stream, undefined);
    });

    it('gives a session to a server by its first letters and the weights', () => {
        const servers = parseRedisPath('tcp://a?weight=1, tcp://b?weight=2');
        const hosts = ['aaaa', 'baaa', 'caaa'].map(id => serverOfSession(servers, id)?.connection?.host);
        assert.deepEqual(hosts.toSorted(), ['a', 'b', 'b']);
    });

    it('is separated by what arg_separator.input says', () => {
        const [server] = parseRedisPath('tcp://h?database=1;weight=2&prefix=x', { separators: ';&' });
        assert.deepEqual([server?.database, server?.weight, server?.prefix], [1, 2, 'x']);
    });
});

describe('a path for the handler rediscluster', () => {
    it('has seeds, and the parameters of all of them', () => {
        const { seeds, timeout, prefix, refusal } = parseRedisClusterPath(
            'seed[]=a:1&seed[]=b&seed[]=tls://c&timeout=2',
        );
        assert.deepEqual(
            seeds.map(({ connection }) => connection?.host),
            // The port is behind the last colon, whatever that belongs to.
            ['a', undefined, 'tls'],
        );
        assert.deepEqual([timeout, prefix, refusal], [2, 'PHPREDIS_CLUSTER_SESSION:', undefined]);
    });

    it('is refused without a seed that has a port, and for time-outs that are none', () => {
        const refusal = (path: string) => parseRedisClusterPath(path).refusal;
        assert.equal(refusal('tcp://a:1'), 'seeds');
        assert.equal(refusal('seed=a:1'), 'seeds');
        assert.equal(refusal('seed[]=a'), 'seeds');
        assert.equal(refusal('seed[]=a:1&timeout=-1'), 'timeout');
        assert.equal(refusal('seed[]=a:1&read_timeout=3e9'), 'read_timeout');
        assert.equal(refusal('seed[]=a:1&timeout=0'), undefined);
    });
});

describe('what is written into a save path', () => {
    it('is read as it was meant', () => {
        for (const text of ['a+b', 'a&b,c d', '100%', 'a%2Bb', '\u00e9;"\'$\\', '#?/@:=[]', '']) {
            assert.equal(decoded(encoded(text)), text);
            assert.match(encoded(text), /^[\w.~%-]*$/);
        }
    });
});

describe('the version of phpredis', () => {
    it('is told by the directives that PHP has', () => {
        const old = { 'redis.session.locking_enabled': '0' };
        assert.equal(redisVersionOf(old), '5.3');
        assert.equal(redisVersionOf({ ...old, 'redis.session.early_refresh': '0' }), '6');
        assert.equal(redisVersionOf({ 'session.name': 'X' }), undefined);
    });
});
