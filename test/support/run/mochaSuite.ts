// Runs the tests of one folder below test/ (or anywhere, by its whole path):
// node test/support/run/mochaSuite.ts SUITE TIMEOUT_SECONDS [--grep TEXT] [--except FOLDER] [part of a file's path…]
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import Mocha from 'mocha';
import { mochaOptions, runMocha } from './mochaRun.ts';
import { root } from './paths.ts';
import { seed } from './runs.ts';

// Ends by itself, so that what ends browsers and servers at the exit of this process is run.
process.once('SIGTERM', () => process.exit(1));
const { values, positionals } = parseArgs({
    options: { grep: { type: 'string' }, except: { type: 'string' } },
    allowPositionals: true,
});
const [suite, seconds, ...wanted] = positionals;
if (suite === undefined || seconds === undefined) {
    throw new Error('Wanted: SUITE TIMEOUT_SECONDS [--grep TEXT] [--except FOLDER] [part of a file path…]');
}
// Of everything that tests generate: `npm test SUITE -- --seed N` has the same inputs again.
fc.configureGlobal({ seed });
console.log(`seed ${seed}`);
const mocha = new Mocha(mochaOptions(Number(seconds) * 1000, values.grep));
const folder = resolve(root, 'test', suite);
const exceptions = values.except === undefined ? [] : [`${values.except}/**`];
const files = globSync('**/*.test.ts', { cwd: folder, exclude: exceptions });
for (const file of files.sort()) {
    if (wanted.length === 0 || wanted.some(part => file.includes(part))) {
        mocha.addFile(join(folder, file));
    }
}
await mocha.loadFilesAsync();
const { failed } = await runMocha(mocha);
// What a test left open must not keep the run from ending.
process.exit(failed === 0 ? 0 : 1);
