import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { help, readArguments, UsageError, wantsJson } from '../../../server/src/lint/arguments.ts';

describe('the arguments of the linter', () => {
    it('are files, and options before and behind them', () => {
        assert.deepEqual(readArguments(['a.ini', '--php', '8.2', 'b', '--format=sarif', '--fail-on', 'hint']), {
            paths: ['a.ini', 'b'],
            phpVersion: '8.2',
            profile: undefined,
            format: 'sarif',
            failOn: 'hint',
            wantsHelp: false,
        });
        assert.deepEqual(readArguments(['--json', 'a.ini']), {
            paths: ['a.ini'],
            phpVersion: undefined,
            profile: undefined,
            format: 'json',
            failOn: 'error',
            wantsHelp: false,
        });
        assert.deepEqual(readArguments(['--', '--json']).paths, ['--json']);
    });

    for (const args of [
        [],
        ['--json'],
        ['--loud', 'a'],
        ['--php', '7.3', 'a'],
        ['--php', '8.6', 'a'],
        ['--php', 'latest', 'a'],
        ['--php=', 'a'],
        ['a', '--php'],
        ['--format', 'xml', 'a'],
        ['--format', 'constructor', 'a'],
        ['--json', '--format', 'text', 'a'],
        ['--fail-on', 'all', 'a'],
        ['--json=yes', 'a'],
    ]) {
        it(`are refused with a sentence: ${args.join(' ') || '(nothing)'}`, () => {
            assert.throws(
                () => readArguments(args),
                (error: unknown) => error instanceof UsageError && /^[A-Z-].*[^.]$/.test(error.message),
            );
        });
    }

    it('take every version that is proven', () => {
        for (const php of ['7.4', '8.0', '8.1.33', '8.5', '8.5.1']) {
            assert.equal(readArguments(['--php', php, 'a']).phpVersion, php);
        }
    });

    it('say by their look whether a document is wanted', () => {
        assert.deepEqual(
            [['--json'], ['--format=json'], ['--format', 'json'], ['json'], ['--format', 'text'], ['--', '--json']].map(
                wantsJson,
            ),
            [true, true, true, false, false, false],
        );
    });

    it('are explained', () => {
        for (const word of ['--php', '--format', '--json', '--fail-on', 'Exit status']) {
            assert.ok(help.includes(word));
        }
    });
});
