import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../../support/run/paths.ts';
import { runSuite } from '../../support/run/suiteRun.ts';
import type { Suite } from '../../support/run/suites.ts';

const suite: Suite = { lane: 'engine', needs: ['docker'], testSeconds: 60, minutes: 2 };

/** Prints the name of what it made, and forgets it. */
const forgetful = (then: string): string => `
    import { it } from ${JSON.stringify(join(root, 'node_modules/mocha/index.js'))};
    import { idle, openRealEngine } from ${JSON.stringify(join(root, 'test/docker/engine/fixture.ts'))};
    it('forgets', async () => {
        const engine = await openRealEngine();
        const spec = idle();
        await engine.createContainer(spec);
        console.log(\`made \${spec.name}\`);
        ${then}
    });`;

describe('a suite that leaves something on the engine', () => {
    async function run(then: string, onOutput: (text: string, stop: AbortController) => void = () => undefined) {
        const folder = await mkdtemp(join(tmpdir(), 'suite-'));
        const stop = new AbortController();
        let text = '';
        const output = (more: string): void => {
            text += more;
            onOutput(text, stop);
        };
        try {
            await writeFile(join(folder, 'one.test.ts'), forgetful(then));
            const result = await runSuite({ name: folder, suite, args: [] }, { output, signal: stop.signal });
            const [, name] = /made (\S+)/.exec(text) ?? [];
            assert.ok(name, text);
            return { result, text, name };
        } finally {
            await rm(folder, { recursive: true });
        }
    }

    it('is told so, and it is removed', async () => {
        const { result, text, name } = await run('engine.dispose();');
        assert.deepEqual([result.passed, result.failed], [1, 1]);
        assert.match(text, new RegExp(`left behind by the suite .*: container ${name}\\n`));
    });

    it('has it removed when it is ended midway', async () => {
        const { result, text, name } = await run('await new Promise(() => undefined);', (printed, stop) => {
            if (/made \S+\n/.test(printed)) {
                stop.abort();
            }
        });
        assert.equal(result.passed, 0);
        assert.match(text, new RegExp(`removed now: container ${name}\\n`));
    });
});
