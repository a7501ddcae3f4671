// npm run catalog                       writes the generated catalogue anew, from the measurements and the overlays
// npm run catalog -- --check            fails where it is not current
// npm run catalog -- --measure SOURCE first measures again: php-wasm, debian and functions (need Docker), or manual
// (with --manual DIRECTORY)
// npm run catalog -- --force            writes although something does not fit
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadPhp, phpVersions } from '../../test/support/php/phpWasm.ts';
import { buildCatalogue } from './catalogue.ts';
import { generatedFunctions, type MeasuredFunctions, renderFunctions, writeFunctions } from './functions.ts';
import { renderGenerated, renderNames } from './generated.ts';
import { measureDebian, measureFunctionsOfDebian, measureFunctionsOfPhpWasm, measurePhpWasm } from './measure.ts';
import { measureManual, readManual } from './manual.ts';
import { readMeasurements, writeMeasurement } from './measuredFiles.ts';
import { overlays } from '../../server/src/catalog/overlay/table.ts';

const server = new URL('../../server/src/', import.meta.url);
const generatedFiles = [
    { file: new URL('catalog/generated.ts', server), render: renderGenerated },
    { file: new URL('phpIni/claim/directiveNames.ts', server), render: renderNames },
    { file: generatedFunctions, render: renderFunctions },
];

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
    const outdated: { file: URL; text: string }[] = [];
    for (const { file, render } of generatedFiles) {
        const text = await render(catalogue);
        if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
            outdated.push({ file, text });
        }
    }
    if (options.check === true) {
        say(outdated.length === 0 ? 'The catalogue is current.' : 'The catalogue is not current: npm run catalog');
        return outdated.length === 0 ? 0 : 1;
    }
    for (const { file, text } of outdated) {
        await writeFile(file, text);
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
    } else if (source === 'functions') {
        const found: MeasuredFunctions[] = [];
        for (const version of phpVersions) {
            using php = await loadPhp(version, { ini: '', extensions: ['intl'] });
            found.push(await measureFunctionsOfPhpWasm(script => php.run(script)));
        }
        await writeFunctions([...found, await measureFunctionsOfDebian()]);
    } else if (source === 'manual' && options.manual !== undefined) {
        await measureManual(options.manual);
    } else {
        throw new Error(
            `There is no such source: ${source}. Known: php-wasm, debian, functions, manual (with --manual DIRECTORY, a checkout of https://github.com/php/doc-en).`,
        );
    }
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}
