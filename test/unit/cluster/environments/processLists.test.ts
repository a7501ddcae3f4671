import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { ProcessLists } from '../../../../client/src/cluster/environments/processLists.ts';
import type { ContainerSummary, Engine } from '../../../../client/src/engine/engine.ts';
import { EngineError } from '../../../../client/src/engine/errors.ts';

const { signal } = new AbortController();

describe('lists of processes', () => {
    let now: number;
    let running: readonly string[];
    let asked: string[];
    let lists: ProcessLists;

    beforeEach(() => {
        [now, running, asked] = [0, ['sh /start.sh'], []];
        lists = new ProcessLists(() => now);
    });

    const engine = {
        listProcesses: (id: string) => {
            asked.push(id);
            return running.length > 0
                ? Promise.resolve(running)
                : Promise.reject(new EngineError('conflict', { what: 'it does not run' }));
        },
    } as unknown as Engine;

    async function read(state: ContainerSummary['state'] = 'running', id = 'web') {
        const container = { id, state } as ContainerSummary;
        const recognise = (_: ContainerSummary, lines: readonly string[] = []) =>
            lines.includes('php-fpm: pool www') ? { finding: {} } : { finding: {}, ask: 'processes' as const };
        const { processes, againMs } = await lists.read(engine, [container], recognise, signal);
        return { lines: processes.get(id), againMs };
    }

    it('are asked for once where they tell', async () => {
        running = ['php-fpm: pool www'];
        assert.deepEqual(await read(), { lines: running, againMs: undefined });
        now = 1e9;
        assert.deepEqual(await read(), { lines: running, againMs: undefined });
        assert.equal(asked.length, 1);
    });

    it('are asked for again, ever more rarely, and not for ever, while what was started gets ready', async () => {
        const pauses: (number | undefined)[] = [];
        for (let pause: number | undefined = 0; pause !== undefined;) {
            now += pause;
            ({ againMs: pause } = await read());
            pauses.push(pause);
        }
        assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, undefined]);
        now = 1e9;
        await read();
        assert.equal(asked.length, 6);
    });

    it('are not asked for before their time, however often they are read', async () => {
        await read();
        now = 999;
        assert.equal((await read()).againMs, 1);
        assert.equal(asked.length, 1);
        running = ['php-fpm: pool www'];
        now = 1000;
        assert.deepEqual((await read()).lines, running);
    });

    it('are remembered of what has stopped where they told, and else asked for when it is started', async () => {
        running = ['php-fpm: pool www'];
        await read();
        assert.deepEqual((await read('exited')).lines, running);
        running = ['sh /start.sh'];
        await read('running', 'other');
        assert.equal((await read('exited', 'other')).lines, undefined);
        assert.deepEqual((await read('running', 'other')).lines, running);
        assert.deepEqual(asked, ['web', 'other', 'other']);
    });

    it('say nothing of what has ended meanwhile', async () => {
        running = [];
        assert.deepEqual((await read()).lines, []);
    });
});
