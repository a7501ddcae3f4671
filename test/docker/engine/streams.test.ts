import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { DockerEngine } from '../../../client/src/engine/docker/dockerEngine.ts';
import type { EngineEvent } from '../../../client/src/engine/engine.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { engineError, idle, LABELS, Leftovers, openRealEngine, run } from './fixture.ts';

describe('engine: logs and events', () => {
    const leftovers = new Leftovers();
    let engine: DockerEngine;

    before(async () => {
        engine = await openRealEngine();
    });

    after(async () => {
        await leftovers.remove();
        engine.dispose();
    });

    it('reads the last lines of both streams', async () => {
        const command = ['sh', '-c', 'echo one; echo two >&2; echo "{\\"three\\":3}"; exec sleep infinity'];
        const id = await run(engine, leftovers, { command });
        while (!(await engine.logs(id, { tail: 10 })).includes('three')) {
            // Until all is printed.
        }
        const lines = (await engine.logs(id, { tail: 10 })).trimEnd().split('\n');
        assert.deepEqual(lines.sort(), ['one', 'two', '{"three":3}']);
        assert.equal((await engine.logs(id, { tail: 1 })).trimEnd().split('\n').length, 1);
        await assert.rejects(engine.logs('psc-enginetest-none', { tail: 1 }), engineError('notFound'));
    });

    it('follows lines as they come, and ends with the container', async () => {
        const id = await run(engine, leftovers, {
            command: ['sh', '-c', 'while read line; do :; done < /dev/null; for i in 1 2 3; do echo "line $i é"; done'],
        });
        const lines: string[] = [];
        for await (const line of engine.followLogs(id, { tail: 100 }, quietContext().signal)) {
            lines.push(line);
        }
        assert.deepEqual(lines, ['line 1 é', 'line 2 é', 'line 3 é']);
    });

    it('stops following when told to, quietly', async () => {
        const id = await run(engine, leftovers, { command: ['sh', '-c', 'while sleep 0.05; do echo tick; done'] });
        const stop = new AbortController();
        let count = 0;
        for await (const line of engine.followLogs(id, { tail: 0 }, stop.signal)) {
            assert.equal(line, 'tick');
            count += 1;
            if (count === 3) {
                stop.abort();
            }
        }
        assert.equal(count, 3);
        const silent = await run(engine, leftovers);
        for await (const line of engine.followLogs(silent, { tail: 0 }, AbortSignal.timeout(300))) {
            assert.fail(`a silent container printed ${line}`);
        }
    });

    it('tells events of a container from its creation to its end, and no word of exec', async () => {
        const began = Date.now();
        const stop = new AbortController();
        const spec = idle({
            health: {
                argv: ['true'],
                intervalMs: 200,
                timeoutMs: 1000,
                retries: 1,
                startPeriodMs: 0,
                startIntervalMs: 100,
            },
        });
        const seen: EngineEvent[] = [];
        const wanted = new Set(['create', 'start', 'health_status', 'die', 'destroy']);
        const stream = engine.events(stop.signal)[Symbol.asyncIterator]();
        let next = stream.next();
        let id = '';
        // The stream opens with its first `next`: create containers until one is heard of.
        const creating = (async () => {
            id = await engine.createContainer(spec);
            leftovers.add(() => engine.removeContainer(id));
            await engine.startContainer(id);
            while ((await engine.inspectContainer(id)).health !== 'healthy') {
                // Until the first health check has passed.
            }
            await engine.removeContainer(id);
        })();
        while (wanted.size > 0) {
            const { value, done } = await next;
            assert.ok(done !== true);
            next = stream.next();
            if (value.labels.name === spec.name) {
                seen.push(value);
                wanted.delete(value.action);
            }
        }
        await creating;
        stop.abort();
        assert.equal((await next).done ?? (await stream.next()).done, true);
        for (const event of seen) {
            assert.equal(event.type, 'container');
            assert.equal(event.id, id);
            assert.equal(event.labels['php-session-cluster.test'], LABELS['php-session-cluster.test']);
            assert.doesNotMatch(event.action, /^exec|:/);
            assert.ok(event.time > began - 60_000 && event.time < Date.now() + 60_000, 'another clock');
        }
    });

    it('ends the event stream quietly when aborted before, while and after it connects', async () => {
        for (const signal of [AbortSignal.abort(), AbortSignal.timeout(1), AbortSignal.timeout(200)]) {
            for await (const event of engine.events(signal)) {
                assert.ok(event.id !== '');
            }
            assert.ok(signal.aborted);
        }
    });
});
