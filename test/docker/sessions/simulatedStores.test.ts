import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { withNodes } from '../../../client/src/cluster/model/topologyFile.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { openEngine, testTopology } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { root } from '../../support/run/paths.ts';
import { runsOr, seed } from '../../support/run/runs.ts';
import { MemcachedTalk } from '../../support/sessions/memcachedTalk.ts';

/** A linear congruential generator (Numerical Recipes): the same numbers for a seed on every machine. */
function randomOf(start: number): (below: number) => number {
    let state = start >>> 0;
    return below => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}

/** What the Lua of the protocol sends to a store, with few keys and versions, so that they meet. */
function commandsOf(random: (below: number) => number, count: number): string[] {
    let version = 1_000_000_000_000;
    const last = new Map<string, number>();
    return Array.from({ length: count }, () => {
        const key = `k${random(6)}`;
        const known = random(4) > 0 ? (last.get(key) ?? 7) : version - random(30);
        const value = 'x'.repeat(random(20));
        const set = (size: string, flags: string) => `ms ${key} ${size.length} ${flags}\n${size}`;
        const made = () => {
            version += 1 + random(3);
            last.set(key, version);
            return `E${version}`;
        };
        const settings = () =>
            `T${[0, 60, 86_400][random(3)]} F${[0, 281_280_512, 3_726_540_496][random(3)]} ${made()}`;
        const kinds = [
            () => `mg ${key} c f t u`,
            () => `mg ${key} c f`,
            () => `mg ${key} c f t T${100 + random(900)}`,
            () => `mg ${key} T${random(3) * 50}`,
            () => `mg ${key} v c`,
            () => `get ${key}`,
            () => set(value, `${settings()} ME`),
            () => set(value, `${settings()} C${known}`),
            () => set(value, settings()),
            () => set(value, 'T0 ME'),
            () => set(value, 'MA'),
            () => set('', `MA ${made()}`),
            () => set('', `T0 C${known}`),
            () => `md ${key} C${known}`,
            () => `md ${key}`,
        ];
        return kinds[random(kinds.length)]?.() ?? '';
    });
}

/** A version that a store has given itself is another one on each; what is left of a TTL may just have become less. */
function comparable(answer: string): string {
    return answer.replace(/ c(\d+)/g, (text, version: string) => (version.length < 13 ? ' c(own)' : text)).trimEnd();
}

function assertAlike(simulated: string, real: string, what: string): void {
    const ttl = / t(\d+)/;
    const [left, right] = [ttl.exec(simulated)?.[1], ttl.exec(real)?.[1]];
    if (left && right && Math.abs(Number(left) - Number(right)) <= 1) {
        assert.equal(comparable(simulated.replace(ttl, '')), comparable(real.replace(ttl, '')), what);
        return;
    }
    assert.equal(comparable(simulated), comparable(real), what);
}

describe('stores of the simulator', () => {
    let engine: Engine;
    let environment: Environment;
    let talk: MemcachedTalk;
    const simulator = spawn('lua5.4', [join(root, 'test/simulation/talk.lua')], { stdio: ['pipe', 'pipe', 'inherit'] });
    simulator.stdout.setEncoding('utf8');

    before(async () => {
        engine = await openEngine();
        const topology = withNodes(testTopology('simulated'), { application: 1, store: 1 });
        environment = await createEnvironment(engine, topology, quietContext());
        talk = new MemcachedTalk(engine, environment);
    });

    after(async () => {
        simulator.stdin.end();
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    async function simulated(...words: string[]): Promise<string[]> {
        simulator.stdin.write(words.map(line => `${line.replaceAll('\n', '\r\n')}\r\nmn\r\n`).join(''));
        let output = '';
        for await (const part of simulator.stdout.iterator({ destroyOnReturn: false })) {
            output += part as string;
            if (output.split('MN\r\n').length > words.length) {
                break;
            }
        }
        return output.split('MN\r\n').map(answer => answer.replaceAll('\r\n', '\n'));
    }

    /** Both are asked the same, each with its own versions where `words` is a function of an answer. */
    async function compare(words: readonly string[]): Promise<void> {
        const [left, right] = await Promise.all([simulated(...words), talk.store(1, ...words)]);
        for (const [index, line] of words.entries()) {
            const before = words.slice(Math.max(0, index - 12), index + 1).join('\n');
            assertAlike(left[index] ?? '', right[index] ?? '', `seed ${seed}, command ${index}: ${before || line}`);
        }
    }

    it(`answer as memcached does (seed ${seed})`, async () => {
        const commands = commandsOf(randomOf(seed), runsOr(6000));
        for (let from = 0; from < commands.length; from += 500) {
            await compare(commands.slice(from, from + 500));
        }
    });

    it('take what was read for the version of what is replaced, where the store gave it', async () => {
        const begin = ['md list', 'ms list 3 T0 ME\nabc', 'ms list 2 MA\nde', 'mg list c v'];
        const [left, right] = await Promise.all([simulated(...begin), talk.store(1, ...begin)]);
        const versionIn = (answers: string[]) => / c(\d+)/.exec(answers[3] ?? '')?.[1] ?? 'none';
        const steps = (version: string) => [`ms list 0 T0 C${version}\n`, `ms list 0 T0 C${version}\n`, 'mg list v c'];
        const ends = [await simulated(...steps(versionIn(left))), await talk.store(1, ...steps(versionIn(right)))];
        const [ours = [], theirs = []] = ends.map(answers => answers.slice(0, 3).map(comparable));
        assert.deepEqual(ours, theirs);
        assert.match(theirs.join(' '), /^HD EX VA 0/);
    });

    it('forget what has expired', async () => {
        await compare(['ms soon 1 T1 E2000000000001\na', 'ms late 1 T100 E2000000000002\nb', 'mg late T1', 'md none']);
        await compare(['ms lasting 1 T1 E2000000000003\nc', 'mg lasting c f t T100']);
        await delay(2500);
        await compare([
            'mg soon c f t u',
            'get soon',
            'mg late c f t u',
            'mg lasting c f',
            'ms soon 0 MA\n',
            'md soon',
        ]);
        await compare([
            'ms soon 1 T0 E2000000000004 C2000000000001\nd',
            'ms soon 1 T0 E2000000000005 ME\nd',
            'get soon',
        ]);
    });
});
