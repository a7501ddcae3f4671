// npm run catalog                       writes the generated catalogue anew, from the measurements and the overlays
// npm run catalog -- --check            fails where it is not current
// npm run catalog -- --measure SOURCE first measures again: php-wasm, debian (needs Docker), or manual (with --manual
// DIRECTORY)
// npm run catalog -- --force            writes although something does not fit
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadPhp, phpVersions } from '../../test/support/php/phpWasm.ts';
import { buildCatalogue } from './catalogue.ts';
import { renderGenerated } from './generated.ts';
import { measureDebian, measurePhpWasm } from './measure.ts';
import { measureManual, readManual } from './manual.ts';
import { readMeasurements, writeMeasurement } from './measuredFiles.ts';
import { overlays } from '../../server/src/catalog/overlay/table.ts';

const generatedFile = new URL('../../server/src/catalog/generated.ts', import.meta.url);

const { values: options } = parseArgs({
    options: {
        check: { type: 'boolean' },
        force: { type: 'boolean' },
        measure: { type: 'string' },
        manual: { type: 'string' },
    },
});
process.exitCode = await main();

async function main(): Promise<number> {
    if (options.measure !== undefined) {
        await measure(options.measure);
    }
    const { catalogue, problems } = buildCatalogue(await readMeasurements(), overlays, await readManual());
    for (const problem of problems) {
        say(problem);
    }
    if (problems.length > 0) {
        say(`${problems.length} problems.`);
        if (options.force !== true) {
            return 1;
        }
    }
    const text = await renderGenerated(catalogue);
    const current = (await readFile(generatedFile, 'utf8').catch(() => '')) === text;
    if (options.check === true) {
        say(current ? 'The catalogue is current.' : 'The catalogue is not current: npm run catalog');
        return current ? 0 : 1;
    }
    if (!current) {
        await writeFile(generatedFile, text);
    }
    say(`${Object.keys(catalogue.directives).length} directives.`);
    return problems.length > 0 ? 1 : 0;
}

async function measure(source: string): Promise<void> {
    if (source === 'debian') {
        await writeMeasurement(await measureDebian());
    } else if (source === 'php-wasm') {
        for (const version of phpVersions) {
            using php = await loadPhp(version, { ini: '', extensions: ['intl'] });
            await writeMeasurement(await measurePhpWasm(script => php.run(script)));
        }
    } else if (source === 'manual' && options.manual !== undefined) {
        await measureManual(options.manual);
    } else {
        throw new Error(
            `There is no such source: ${source}. Known: php-wasm, debian, manual (with --manual DIRECTORY, a checkout of https://github.com/php/doc-en).`,
        );
    }
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}
