import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import Ajv from 'ajv';
import { describe, it } from 'mocha';
import type { Finding, LintResult } from '../../../server/src/lint/finding.ts';
import { formats } from '../../../server/src/lint/formats/formats.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { UNKNOWN_RELEASE } from '../../../server/src/phpIni/versions.ts';
import { rules } from '../../../server/src/rules/table.ts';

interface SarifLog {
    readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly {
            readonly ruleId: string;
            readonly ruleIndex: number;
            readonly level: string;
            readonly locations: readonly {
                readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
            }[];
        }[];
    }[];
}

const load = (file: string): object => createRequire(import.meta.url)(file) as object;
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, format: 'full' });
ajv.addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

function assertSarif(text: string): SarifLog {
    const log: unknown = JSON.parse(text);
    assert.equal(isSarif(log), true, JSON.stringify(isSarif.errors, undefined, 2));
    return log as SarifLog;
}

function resultOf(...findings: readonly Partial<Finding>[]): LintResult {
    const plain: Finding = {
        path: 'php.ini',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        severity: 'warning',
        code: 'duplicate',
        message: 'Set again.',
    };
    return {
        files: [{ path: 'php.ini', php: '8.4' }],
        findings: findings.map(finding => ({ ...plain, ...finding })),
        configurations: [],
    };
}

describe('what the linter prints', () => {
    it('is SARIF 2.1.0 by its schema: nothing found, and every finding of every rule', () => {
        assertSarif(formats.sarif(resultOf()));
        const inputs = rules.flatMap(({ failing, code }) =>
            failing.map(({ text, uri }, index) => ({
                path: uri?.startsWith('file:///') === true ? `${code}/${index}${uri.slice(7)}` : `${code}/${index}.ini`,
                text,
                php: UNKNOWN_RELEASE,
            })),
        );
        const result = lint(inputs, {
            onFailure: (code, _, error) => {
                throw new Error(code, { cause: error });
            },
        });
        assert.ok(result.findings.length > rules.length);
        const [run] = assertSarif(formats.sarif(result)).runs;
        assert.equal(run?.results.length, result.findings.length);
        for (const { ruleId, ruleIndex } of run.results) {
            assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
        }
    });

    it('would not be by what is no SARIF', () => {
        const log = JSON.parse(formats.sarif(resultOf({}))) as { runs: { results: { level: string }[] }[] };
        const [result] = log.runs[0]?.results ?? [];
        assert.ok(result);
        result.level = 'fatal';
        assert.equal(isSarif(log), false);
    });

    it('names files in SARIF by addresses: relative ones where paths are, whatever is in their names', () => {
        const uris = (path: string) =>
            assertSarif(formats.sarif(resultOf({ path }))).runs[0]?.results[0]?.locations[0]?.physicalLocation
                .artifactLocation.uri;
        assert.equal(uris(['docker', 'php.ini'].join(sep)), 'docker/php.ini');
        assert.equal(uris(['my files', '100%', 'ü#.ini'].join(sep)), 'my%20files/100%25/%C3%BC%23.ini');
        assert.equal(uris('/etc/php/8.4/fpm/php.ini'), 'file:///etc/php/8.4/fpm/php.ini');
    });

    it('weighs findings as SARIF and GitHub do', () => {
        const all = resultOf(
            { severity: 'error' },
            { severity: 'warning' },
            { severity: 'information' },
            { severity: 'hint' },
        );
        const levels = assertSarif(formats.sarif(all)).runs[0]?.results.map(({ level }) => level);
        assert.deepEqual(levels, ['error', 'warning', 'note', 'note']);
        const commands = formats.github(all).split('\n');
        assert.deepEqual(
            commands.map(line => /^::(\w+) /.exec(line)?.[1]),
            ['error', 'warning', 'notice', 'notice'],
        );
    });

    it('is a workflow command for GitHub, with what would end it escaped', () => {
        const cases = [
            [{}, '::warning file=php.ini,line=1,endLine=1,col=1,endColumn=2,title=duplicate::Set again.'],
            [{ message: '100% of\r\nit' }, '100%25 of%0D%0Ait'],
            [{ message: 'a: b, c' }, '::a: b, c'],
            [{ path: 'a,b:c%.ini' }, 'file=a%2Cb%3Ac%25.ini,'],
            [{ path: 'a\nb.ini' }, 'file=a%0Ab.ini,'],
            [{ message: '::error::no' }, 'title=duplicate::::error::no'],
        ] as const;
        for (const [finding, expected] of cases) {
            const printed = formats.github(resultOf(finding));
            assert.ok(printed.includes(expected), printed);
            assert.ok(!/[\r\n]/.test(printed));
        }
        assert.equal(formats.github(resultOf()), '');
    });

    it('is a line for each finding as text, and how many there are', () => {
        assert.equal(
            formats.text(resultOf({ line: 3, column: 7 }, { severity: 'hint' }, { severity: 'hint' })),
            [
                'php.ini:3:7: warning: Set again. [duplicate]',
                'php.ini:1:1: hint: Set again. [duplicate]',
                'php.ini:1:1: hint: Set again. [duplicate]',
                '1 file, read as by PHP 8.4: 1 warning, 2 hints.',
            ].join('\n'),
        );
        assert.equal(formats.text(resultOf()), '1 file, read as by PHP 8.4: nothing found.');
    });

    it('is the result itself as JSON', () => {
        const result = resultOf({}, { severity: 'error' });
        assert.deepEqual(JSON.parse(formats.json(result)), result);
    });
});
