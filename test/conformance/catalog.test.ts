import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'mocha';
import type { Directive } from '../../server/src/catalog/directive.ts';
import { buildCatalogue } from '../../tools/catalog/catalogue.ts';
import { renderGenerated } from '../../tools/catalog/generated.ts';
import { measurePhpWasm } from '../../tools/catalog/measure.ts';
import { readMeasurements } from '../../tools/catalog/measuredFiles.ts';
import { readManual } from '../../tools/catalog/manual.ts';
import {
    defaultOf,
    directiveNames,
    directivesOf,
    findDirective,
    isDeprecated,
    isRefused,
    rangeOf,
} from '../../server/src/catalog/lookup.ts';
import { overlays } from '../../server/src/catalog/overlay/table.ts';
import { quoteValue } from '../../server/src/phpIni/syntax/quote.ts';
import { loadPhp, phpVersions, runPhpCommand, type PhpVersion } from '../support/php/phpWasm.ts';

/** PHP says everything that it has to say, as plain text. */
const talkative =
    'display_errors = 1\ndisplay_startup_errors = 1\nerror_reporting = -1\nlog_errors = 0\nhtml_errors = 0\n';

/** What the command line sets for itself, and what `talkative` does. */
const notOurs = new Set([
    ...['display_errors', 'display_startup_errors', 'error_reporting', 'log_errors', 'html_errors'],
    ...['implicit_flush', 'max_execution_time', 'max_input_time', 'output_buffering', 'register_argc_argv'],
]);

/** Deprecated with any value, even an empty one. */
const neverSilent = new Set(['mbstring.http_input', 'mbstring.http_output', 'mbstring.internal_encoding']);

interface Start {
    readonly exitCode: number;
    /** Warnings and their like. */
    readonly messages: string;
    /** Empty where PHP did not start. */
    readonly values: Readonly<Record<string, string>>;
}

/** Starts PHP's command line program with that php.ini, and asks for the values that are in force. */
async function start(version: PhpVersion, settings: Readonly<Record<string, string>>): Promise<Start> {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoteValue(value)}\n`);
    const script = "<?php echo '<<<', json_encode(array_map('strval', ini_get_all(null, false)));";
    const { exitCode, output, errors } = await runPhpCommand(version, script, { ini: talkative + lines.join('') });
    const [messages = '', values = '{}'] = output.split('<<<');
    return {
        exitCode,
        messages: `${messages}${errors}`.trim(),
        values: JSON.parse(values) as Record<string, string>,
    };
}

/** The directives of the catalogue that this PHP of ours has. */
async function ofThisBuild(version: PhpVersion): Promise<Directive[]> {
    const { values } = await start(version, {});
    return directivesOf(version).filter(({ name }) => name in values);
}

describe('catalogue', () => {
    it('is made from the measurements and the overlays, all of which fit', async () => {
        const { catalogue, problems } = buildCatalogue(await readMeasurements(), overlays, await readManual());
        assert.deepEqual(problems, []);
        const file = new URL('../../server/src/catalog/generated.ts', import.meta.url);
        assert.equal(
            await readFile(file, 'utf8'),
            await renderGenerated(catalogue),
            'generated.ts is not current: npm run catalog',
        );
    });

    for (const version of phpVersions) {
        describe(`of PHP ${version}`, () => {
            it('is measured as PHP says it now', async () => {
                using php = await loadPhp(version, { ini: '', extensions: ['intl'] });
                const now = await measurePhpWasm(script => php.run(script));
                const kept = (await readMeasurements()).find(
                    ({ source, php: measured }) => source === now.source && measured === version,
                );
                assert.deepEqual(now, kept);
                assert.ok(Object.values(now.directives).flatMap(directives => Object.keys(directives)).length > 200);
            });

            it('has defaults that change nothing when they are set, and are no reason for a message', async () => {
                const set = (await ofThisBuild(version)).filter(
                    ({ name, dependsOnBuild }) =>
                        !notOurs.has(name) && dependsOnBuild !== true && !neverSilent.has(name),
                );
                const defaults = Object.fromEntries(set.map(one => [one.name, defaultOf(one, version)]));
                const { messages, values, exitCode } = await start(version, defaults);
                assert.equal(messages, '');
                assert.equal(exitCode, 0);
                assert.deepEqual(Object.fromEntries(set.map(({ name }) => [name, values[name]])), defaults);
                assert.ok(
                    set.some(one => isDeprecated(one, version)),
                    'deprecated ones among them',
                );
            });

            it('lists values that PHP takes', async () => {
                const enums = (await ofThisBuild(version)).filter(
                    // The others are handlers and serializers, which come with extensions.
                    ({ name, type, openValues }) => type === 'enum' && openValues !== true && !notOurs.has(name),
                );
                const longest = Math.max(...enums.map(({ values = [] }) => values.length));
                for (let index = 0; index < longest; index++) {
                    const settings = Object.fromEntries(
                        enums.flatMap(({ name, values = [] }) =>
                            values.slice(index, index + 1).map(({ value }) => [name, value] as const),
                        ),
                    );
                    const { messages, values } = await start(version, settings);
                    assert.equal(messages, '');
                    const inForce = Object.fromEntries(Object.keys(settings).map(name => [name, values[name]]));
                    assert.deepEqual(inForce, settings);
                }
            });
        });
    }

    for (const version of ['8.0', '8.3', '8.5'] as const) {
        it(`has ranges that PHP ${version} enforces`, async () => {
            const ranges = (await ofThisBuild(version)).map(
                directive => [directive.name, rangeOf(directive, version)] as const,
            );
            const below = ranges.map(([name, { minimum }]) => [name, minimum - 1] as const);
            const above = ranges.map(([name, { maximum }]) => [name, maximum + 1] as const);
            for (const outside of [below, above]) {
                const settings = Object.fromEntries(
                    outside.filter(([, value]) => Number.isFinite(value)).map(([name, value]) => [name, String(value)]),
                );
                const { messages, values } = await start(version, settings);
                const taken = Object.entries(settings).filter(
                    ([name, value]) => values[name] === value && !messages.includes(name),
                );
                assert.deepEqual(taken, []);
                assert.ok(Object.keys(settings).length > 2 && Object.keys(values).length > 200);
            }
        });
    }

    it('knows what PHP does not start with', async () => {
        const refused = directiveNames()
            .map(name => findDirective(name))
            .filter(directive => directive?.refusedSince !== undefined) as Directive[];
        assert.ok(refused.length > 15);
        const off = Object.fromEntries(refused.map(({ name }) => [name, '0']));
        assert.equal((await start('8.5', off)).exitCode, 0);
        for (const directive of refused) {
            assert.equal(isRefused(directive, '8.5', '1'), true);
            const { exitCode, messages, values } = await start('8.5', { [directive.name]: '1' });
            assert.equal(exitCode, 1, directive.name);
            assert.match(
                messages,
                /^(?:PHP )?Fatal error: +Directive '.*' is no longer available in PHP/,
                directive.name,
            );
            assert.deepEqual(values, {});
        }
        assert.equal((await start('7.4', { track_errors: '1' })).exitCode, 0);
        assert.equal((await start('8.4', { disable_classes: '1' })).exitCode, 0);
    });

    it('knows of what else was removed that PHP starts with it', async () => {
        const ignored = directiveNames()
            .map(name => findDirective(name))
            .filter(one => one?.ofPhp === true && one.removed !== undefined && one.refusedSince === undefined)
            .map(directive => directive?.name ?? '')
            // These load a file.
            .filter(name => !name.startsWith('zend_extension'));
        const { exitCode, messages } = await start('8.5', Object.fromEntries(ignored.map(name => [name, '1'])));
        assert.equal(messages, '');
        assert.equal(exitCode, 0);
        assert.ok(ignored.length > 20);
    });
});
