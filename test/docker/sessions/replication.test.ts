import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import { nodesOf, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { awaitHealthy } from '../../../client/src/cluster/node/readiness.ts';
import { commandOf } from '../../../client/src/cluster/node/resources.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { Topology } from '../../../client/src/cluster/model/topology.ts';
import { withNodes } from '../../../client/src/cluster/model/topologyFile.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, openEngine, store, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { PROTOCOL, RULES_PATH } from '../../../client/src/cluster/stores/replication.ts';
import { setClockApart, setClockRight } from '../../../client/src/cluster/verify/skew.ts';
import { STORES_FILE, STORES_IN_IT } from '../../support/sessions/storesFile.ts';
import { MemcachedTalk } from '../../support/sessions/memcachedTalk.ts';

function topology(prefix: string, counts: { application: number; store: number }): Topology {
    return withNodes(testTopology(prefix), counts);
}

/** What a request is told whose lock was over before it wrote. */
const HELD_UP = 'SERVER_ERROR held up for longer than its lock lasts: another request has written the session since';

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 120_000;
    while (!(await condition())) {
        assert.ok(Date.now() < deadline, `${what}: not within 120 s`);
        await delay(50);
    }
}

describe('memcached’s proxy beside Apache', () => {
    let engine: Engine;
    let environment: Environment;
    let talk: MemcachedTalk;
    let first: ClusterNode;
    let second: ClusterNode;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, topology('proxy', { application: 2, store: 2 }), quietContext());
        talk = new MemcachedTalk(engine, environment);
        first = application(environment, 1);
        second = application(environment, 2);
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    it('reads the file of the stores as the other programs do', async () => {
        const file = { path: '/tmp/odd-stores', bytes: Buffer.from(STORES_FILE), mode: 0o644, uid: 0, gid: 0 };
        await engine.putFiles(first.containerId, [file]);
        const script = `memcached --listen=127.0.0.1 --port=11999 --udp-port=0 --threads=1 --memory-limit=8 \\
                -o "proxy_config=$1,proxy_arg=$2" &
            proxy=$!
            trap 'kill "$proxy"' EXIT
            until exec 3<> /dev/tcp/127.0.0.1/11999; do sleep 0.05; done 2> /dev/null
            printf 'mg session-cluster.stores\\r\\n' >&3
            read -r -t 5 line <&3 && echo "$line"`;
        const { stdout, stderr } = await engine.exec(first.containerId, [
            'bash',
            '-c',
            script,
            'ask',
            RULES_PATH,
            file.path,
        ]);
        const list = STORES_IN_IT.map(({ fate, name }) => `${fate}:${name}`).join(' ');
        assert.equal(stdout.toString().trim(), `HD protocol=${PROTOCOL} ${list}`, stderr.toString());
    });

    /** Whether the store says itself that nothing is missing. */
    async function isComplete(number: number): Promise<boolean> {
        const { exitCode } = await engine.exec(store(environment, number).containerId, ['session-cluster-health']);
        return exitCode === 0;
    }

    async function whilePaused(number: number, work: () => Promise<void>): Promise<void> {
        await engine.pauseContainer(store(environment, number).containerId);
        try {
            await work();
        } finally {
            await engine.unpauseContainer(store(environment, number).containerId);
        }
    }

    it('writes to every store, with one version', async () => {
        assert.deepEqual(await talk.proxy(first, 'set both 7 100 5\na b c', 'get both'), [
            'STORED\n',
            'VALUE both 7 5\na b c\nEND\n',
        ]);
        const version = await talk.version(1, 'both');
        assert.ok(version > 0n);
        assert.equal(await talk.version(2, 'both'), version);
    });

    it('knows what PHP asks: whether a key exists, to touch, to delete', async () => {
        const words = [
            'add is 0 2678400 0\n',
            'set is 0 0 1\nx',
            'add is 0 2678400 0\n',
            'touch is 100',
            'delete is',
            'delete is',
            'get is',
            'touch is 5',
        ];
        assert.deepEqual(
            await talk.proxy(first, ...words),
            ['STORED', 'STORED', 'NOT_STORED', 'TOUCHED', 'DELETED', 'NOT_FOUND', 'END', 'NOT_FOUND'].map(
                word => `${word}\n`,
            ),
        );
    });

    it('keeps a session of 3 MB, and refuses one that is larger than a store takes; what was there stays', async () => {
        const [large, larger] = [3_000_000, 4_190_500].map(size => `${size}\n${'x'.repeat(size)}`);
        assert.deepEqual(await talk.proxy(first, `set large 0 0 ${large}`, `set large 0 0 ${larger}`), [
            'STORED\n',
            'SERVER_ERROR object too large for cache\n',
        ]);
        assert.deepEqual(await talk.proxy(second, 'get large'), [`VALUE large 0 ${large}\nEND\n`]);
        assert.equal(await talk.version(1, 'large'), await talk.version(2, 'large'));
        assert.deepEqual(await talk.proxy(first, 'delete large'), ['DELETED\n']);
    });

    it('refuses ids that are too long for memcached, as a browser may send them, and goes on', async () => {
        const { restartCount } = await engine.inspectContainer(first.containerId);
        const [session, lock] = [`memc.sess.key.${'a'.repeat(240)}`, `memc.sess.key.lock.${'a'.repeat(240)}`];
        const refused = 'CLIENT_ERROR the id of the session is too long\n';
        assert.deepEqual(
            await talk.proxy(
                first,
                `add ${lock} 0 2 1\n1`,
                `get ${session}`,
                `set ${session} 0 0 1\nx`,
                `delete ${lock}`,
            ),
            ['STORED\n', refused, refused, 'DELETED\n'],
        );
        assert.equal((await engine.inspectContainer(first.containerId)).restartCount, restartCount);
    });

    for (const [old, recent] of [
        [1, 2],
        [2, 1],
    ] as const) {
        it(`reads the newest version, also where store ${old} has an older one`, async () => {
            const key = `stale-${old}`;
            await talk.proxy(first, `set ${key} 0 0 3\nnew`);
            const version = await talk.version(recent, key);
            await talk.store(old, `ms ${key} 3 E${version - 5n}\nold`);
            assert.deepEqual(await talk.proxy(second, `get ${key}`), [`VALUE ${key} 0 3\nnew\nEND\n`]);
            // A write puts the older one right.
            assert.deepEqual(await talk.proxy(second, `get ${key}`, `set ${key} 0 0 1\nX`), [
                `VALUE ${key} 0 3\nnew\nEND\n`,
                'STORED\n',
            ]);
            assert.equal(await talk.version(old, key), await talk.version(recent, key));
        });

        it(`believes a deletion that store ${old} missed, and that store catches up`, async () => {
            const [gone, kept, lock] = [`gone-${old}`, `kept-${old}`, `lock.${old}`];
            await talk.proxy(first, `set ${gone} 0 0 1\nx`, `set ${kept} 3 0 3\nold`);
            await whilePaused(old, async () => {
                assert.deepEqual(
                    await talk.proxy(
                        second,
                        // Waits for the stores that come back, as PHP does by asking for the lock again.
                        `get ${kept}`,
                        `add ${lock} 0 30 1\n1`,
                        `delete ${gone}`,
                        `set ${kept} 9 500 3\nnew`,
                        `delete ${lock}`,
                    ),
                    [`VALUE ${kept} 3 3\nold\nEND\n`, 'STORED\n', 'DELETED\n', 'STORED\n', 'DELETED\n'],
                );
            });
            assert.deepEqual(await talk.proxy(first, `get ${gone}`, `get ${kept}`), [
                'END\n',
                `VALUE ${kept} 9 3\nnew\nEND\n`,
            ]);
            assert.deepEqual(await talk.proxy(first, `add ${lock} 0 2 1\n1`, `delete ${lock}`), [
                'STORED\n',
                'DELETED\n',
            ]);
            await until(`store ${old} is complete`, () => isComplete(old));
            // Complete is what its repair says. A proxy tries a store that kept silent once a second.
            let tries = 0;
            await until(`both proxies reach store ${old}`, async () => {
                const keys = [first, second].map(({ number }) => `reached-${old}-${number}-${++tries}`);
                const [byFirst = '', bySecond = ''] = keys;
                await talk.proxy(first, `set ${byFirst} 0 0 1\nx`);
                await talk.proxy(second, `set ${bySecond} 0 0 1\nx`);
                const versions = await Promise.all(keys.map(key => talk.version(old, key)));
                return versions.every(version => version > 0n);
            });
            assert.equal(await talk.version(old, kept), await talk.version(recent, kept));
            const [answer = ''] = await talk.store(old, `mg ${kept} v f t`);
            assert.match(answer, /^VA 3 f9 t(?:4\d\d|500)\nnew\n$/);
        });
    }

    it('lets one of two have a lock, whichever node they are on', async () => {
        const contenders = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? first : second));
        const answers = await Promise.all(contenders.map(node => talk.proxy(node, 'add lock.fair 0 30 1\n1')));
        assert.equal(answers.flat().filter(answer => answer === 'STORED\n').length, 1, answers.join());
    });

    it('refuses the write of a request that lost its lock, and leaves the next one’s lock alone', async () => {
        // Two connections that are open at the same time: in one program.
        const story = readFileSync(new URL('two-requests.php', import.meta.url), 'utf8');
        const { stdout } = await engine.exec(first.containerId, commandOf('two-requests.php', story), {
            user: 'www-data',
        });
        assert.deepEqual(JSON.parse(stdout.toString()), [
            'STORED',
            'STORED',
            'VALUE page 0 1\r\n1\r\nEND',
            'VALUE page 0 1\r\n1\r\nEND',
            // The slow one: another has the lock now, and keeps it.
            HELD_UP,
            'DELETED',
            'NOT_STORED',
            'STORED',
            'DELETED',
            // What it read is not there any more.
            HELD_UP,
            'STORED',
            'VALUE page 0 1\r\n2\r\nEND',
        ]);
    });

    it('lets the later of two writes win where the clocks of their nodes are apart', async () => {
        const quiet = AbortSignal.timeout(120_000);
        // Ahead, as its number is odd; the second is behind.
        const ahead = { node: first };
        const behind = { node: second };
        const versionOf = async (node: ClusterNode, word: string) => {
            const earliest = Date.now();
            assert.deepEqual(await talk.proxy(node, `get clocks`, `set clocks 0 0 ${word.length}\n${word}`), [
                word === 'one' ? 'END\n' : `VALUE clocks 0 3\n${word === 'two' ? 'one' : 'two'}\nEND\n`,
                'STORED\n',
            ]);
            const version = await talk.version(1, 'clocks');
            assert.equal(await talk.version(2, 'clocks'), version);
            // Milliseconds since 1970, by that node's clock (judge.lua).
            return { version, offset: Number(version >> 20n) - earliest, took: Date.now() - earliest };
        };
        try {
            await setClockApart(engine, ahead, quiet);
            await setClockApart(engine, behind, quiet);
            // Before it has seen a version of the first one's.
            assert.deepEqual(await talk.proxy(second, 'set other 0 0 1\nx'), ['STORED\n']);
            assert.ok(Number((await talk.version(1, 'other')) >> 20n) < Date.now() - 9000, 'the second is not behind');
            const one = await versionOf(first, 'one');
            assert.ok(one.offset >= 10_000 && one.offset <= 10_000 + one.took, `${one.offset} ms ahead`);
            const two = await versionOf(second, 'two');
            assert.ok(two.version > one.version);
            const three = await versionOf(first, 'six');
            assert.ok(three.version > two.version);
        } finally {
            for (const subject of [ahead, behind]) {
                await setClockRight(engine, subject, quiet);
                await engine.startContainer(subject.node.containerId);
            }
            await awaitHealthy(engine, [first.containerId, second.containerId], quietContext());
        }
    });

    it('answers from the other store at once when one is killed; it returns empty, and is completed', async () => {
        const keys = Array.from({ length: 1200 }, (_, index) => `many-${index}`);
        await talk.proxy(first, ...keys.map(key => `set ${key} 1 0 ${key.length}\n${key}`));
        await engine.killContainer(store(environment, 1).containerId, 'SIGKILL');
        const answers = await talk.proxy(second, ...keys.map(key => `get ${key}`));
        assert.deepEqual(
            answers,
            keys.map(key => `VALUE ${key} 1 ${key.length}\n${key}\nEND\n`),
        );
        await engine.startContainer(store(environment, 1).containerId);
        await awaitHealthy(engine, [store(environment, 1).containerId], quietContext());
        const copied = await talk.store(1, ...keys.map(key => `get ${key}`));
        assert.deepEqual(copied, answers);
    });

    it('shares Apache’s fate: where one dies, the container ends and is started again', async () => {
        for (const program of ['memcached', 'apache2']) {
            const { restartCount } = await engine.inspectContainer(first.containerId);
            // As the user whose processes they are: root in the container has no capability to kill those of others.
            const kill = `for p in /proc/[0-9]*; do [ "$(cat $p/comm 2>/dev/null)" = ${program} ] && kill -9 \${p#/proc/} && exit; done; exit 1`;
            const { exitCode } = await engine.exec(first.containerId, ['sh', '-c', kill], { user: 'www-data' });
            assert.ok([0, 137].includes(exitCode), `exit status ${exitCode}`);
            await until(`${program} died with its container`, async () => {
                const now = await engine.inspectContainer(first.containerId);
                return now.restartCount > restartCount && now.state === 'running' && now.health === 'healthy';
            });
        }
        assert.deepEqual(await talk.proxy(first, 'get both'), await talk.proxy(second, 'get both'));
    });
});

describe('four stores', () => {
    let engine: Engine;
    let environment: Environment;
    let talk: MemcachedTalk;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, topology('four', { application: 1, store: 4 }), quietContext());
        talk = new MemcachedTalk(engine, environment);
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    it('keep each session twice, evenly, and all of them when one dies; it is completed with its share', async () => {
        const node = application(environment, 1);
        const keys = Array.from({ length: 400 }, (_, index) => `memc.sess.key.${index.toString(36)}`);
        await talk.proxy(node, ...keys.map(key => `set ${key} 0 0 1\nx`));
        const held = async () =>
            Promise.all(
                [1, 2, 3, 4].map(async number => {
                    const answers = await talk.store(number, ...keys.map(key => `mg ${key}`));
                    return keys.filter((_, index) => answers[index] === 'HD\n');
                }),
            );
        const before = await held();
        const copies = new Map<string, number>();
        for (const key of before.flat()) {
            copies.set(key, (copies.get(key) ?? 0) + 1);
        }
        assert.deepEqual(new Set(copies.values()), new Set([2]));
        assert.equal(copies.size, keys.length);
        // A half each; five standard deviations (√(400 · ½ · ½) = 10) either way.
        assert.ok(
            before.every(list => Math.abs(list.length - keys.length / 2) < 50),
            before.map(list => list.length).join(),
        );

        const [victim] = nodesOf(environment, 'store');
        assert.ok(victim);
        await engine.killContainer(victim.containerId, 'SIGKILL');
        const answers = await talk.proxy(node, ...keys.map(key => `get ${key}`));
        assert.ok(answers.every(answer => answer.startsWith('VALUE')));
        await engine.startContainer(victim.containerId);
        await awaitHealthy(engine, [victim.containerId], quietContext());
        assert.deepEqual(await held(), before);
    });
});
