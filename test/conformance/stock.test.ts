import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { before, describe, it } from 'mocha';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../server/src/phpIni/syntax/evaluate.ts';
import { phpVersions, runPhpCommand, type PhpVersion } from '../support/php/phpWasm.ts';
import { stockPhpIniFiles } from '../support/php/stockPhpIni.ts';
import { loadReader, readOurselves } from './parsing.ts';

const stock = stockPhpIniFiles().map((file): [string, string] => [basename(file), readFileSync(file, 'utf8')]);

/** What PHP's command line program decides by itself, whatever its php.ini says. */
const ofTheProgram = new Set([
    'html_errors',
    'implicit_flush',
    'max_execution_time',
    'max_input_time',
    'output_buffering',
    'register_argc_argv',
]);

// Behind what PHP says about outdated directives.
const script = `<?php
    $names = json_decode(file_get_contents('/names.json'));
    echo "\\0", json_encode(array_map(function ($name) { return [$name, get_cfg_var($name)]; }, $names));`;

/** Starts PHP with the text as its php.ini; what it holds, and what we say. */
async function start(version: PhpVersion, text: string): Promise<{ theirs: unknown; ours: unknown; errors: string }> {
    const settings = evaluate(parsePhpIni(text, { phpVersion: version })).settings.filter(
        ({ name }) => !ofTheProgram.has(name),
    );
    const files = { '/names.json': JSON.stringify(settings.map(({ name }) => name)) };
    const { output, errors } = await runPhpCommand(version, script, { ini: text, files });
    return {
        theirs: JSON.parse(output.split('\0').at(-1) ?? ''),
        ours: settings.map(({ name, value }) => [name, value]),
        errors,
    };
}

describe("PHP's own php.ini files", () => {
    before('are there', () => {
        assert.ok(stock.length >= 2, 'the set-up has installed them');
    });

    for (const version of phpVersions) {
        it(`mean to parse_ini_file of PHP ${version} what they mean to us`, async () => {
            const texts = stock.flatMap(([name, text]): [string, string][] => [
                [name, text],
                [`${name} with everything switched on`, text.replace(/^;(?=[a-z_.]+ *=)/gm, '')],
                [`${name} in CRLF`, text.replaceAll('\n', '\r\n')],
            ]);
            using reader = await loadReader(version);
            const readings = await reader.read(texts.map(([, text]) => text));
            for (const [index, [name, text]] of texts.entries()) {
                assert.ok(Object.keys(readings[index]?.settings ?? {}).length > 50, name);
                assert.deepEqual(readOurselves(text, version), readings[index], name);
            }
        });

        it(`mean to the start of PHP ${version} what they mean to us`, async () => {
            for (const [name, text] of stock) {
                const { theirs, ours, errors } = await start(version, text);
                assert.doesNotMatch(errors, /syntax error/, name);
                assert.deepEqual(ours, theirs, name);
            }
        });
    }
});
