import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import { administratorPath, runProgram } from '../../../client/src/cluster/images/hostProgram.ts';

const signal = new AbortController().signal;
const node = (script: string): [string, string[]] => [process.execPath, ['-e', script]];

describe('runProgram', () => {
    it('returns the lines of both streams, and hands each on as it comes', async () => {
        const seen: string[] = [];
        const script = `console.log('one'); console.error('two'); console.log(process.env.WORD); process.stdout.write('no end')`;
        const lines = await runProgram(...node(script), {
            signal,
            timeoutMs: 100_000,
            environment: { WORD: 'three' },
            onLine: line => seen.push(line),
        });
        assert.deepEqual([...lines].sort(), ['no end', 'one', 'three', 'two']);
        assert.deepEqual(seen, lines);
    });

    it('fails with the status and what the program said last', async () => {
        const failing = runProgram(...node(`console.error('E: no space'); process.exit(3)`), {
            signal,
            timeoutMs: 100_000,
        });
        await assert.rejects(failing, error => {
            assert.ok(isOperationError(error, 'failed'));
            assert.match(error.message, /exit status 3.*E: no space/);
            return true;
        });
    });

    it('fails where there is no such program', async () => {
        await assert.rejects(runProgram('no-such-program-here', [], { signal, timeoutMs: 1000 }), error => {
            assert.ok(isOperationError(error, 'failed'));
            assert.match(error.message, /no-such-program-here.*ENOENT/);
            return true;
        });
    });

    it('ends the program when cancelled, and waits for its end', async () => {
        const abort = new AbortController();
        const script = `process.on('SIGINT', () => { console.log('tidy'); process.exit(0); }); console.log('ready'); setInterval(() => 0, 1000)`;
        const lines: string[] = [];
        const running = runProgram(...node(script), {
            signal: abort.signal,
            timeoutMs: 100_000,
            stopSignal: 'SIGINT',
            onLine: line => {
                lines.push(line);
                abort.abort();
            },
        });
        await assert.rejects(running, error => isOperationError(error, 'cancelled'));
        assert.deepEqual(lines, ['ready', 'tidy']);
    });

    it('ends the program when its time is over, and says so', async () => {
        const running = runProgram(...node('setInterval(() => 0, 1000)'), { signal, timeoutMs: 300 });
        await assert.rejects(
            running,
            error => isOperationError(error, 'failed') && error.message.includes('not done after 0.3 s'),
        );
    });
});

describe('administratorPath', () => {
    it('adds the sbin folders that are missing, behind what is there', () => {
        assert.equal(administratorPath('/usr/bin:/usr/sbin'), '/usr/bin:/usr/sbin:/usr/local/sbin:/sbin');
    });
});
