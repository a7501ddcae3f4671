import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { default as MochaClass } from 'mocha';
import { mochaOptions, runMocha } from '../support/run/mochaRun.ts';

declare const MOCHA_URL: string;
declare const TESTS_GREP: string;

const timeoutMs = 120_000;

/**
 * What the extension host calls: loads the tests that are bundled beside this file, and rejects when one of them fails.
 */
export async function run(): Promise<void> {
    const { default: Mocha } = (await import(MOCHA_URL)) as { default: typeof MochaClass };
    const mocha = new Mocha(mochaOptions(timeoutMs, TESTS_GREP === '' ? undefined : TESTS_GREP));
    const file = join(__dirname, 'tests.cjs');
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    mocha.suite.emit('require', createRequire(__filename)(file), file, mocha);
    mocha.suite.emit('post-require', globalThis, file, mocha);
    const { failed } = await runMocha(mocha);
    if (failed > 0) {
        throw new Error(`${failed} host tests failed.`);
    }
}
