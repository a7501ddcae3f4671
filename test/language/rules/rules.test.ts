import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fileChanges } from '../../../server/src/embedded/fileChanges.ts';
import type { Range, TextChange } from '../../../server/src/phpIni/syntax/nodes.ts';
import type { FailingExample, Fix, PassingExample, Rule, RuleDiagnostic } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextOf, contextsOf } from '../support/cursor.ts';

function unexpectedFailure(rule: Rule, error: unknown): never {
    throw new Error(`Rule ${rule.code} threw`, { cause: error });
}

/** A diagnostic in terms of the example's text, whatever that is. */
interface Found {
    readonly diagnostic: RuleDiagnostic;
    readonly range: Range;
    readonly changesOf: (fix: Fix) => readonly TextChange[] | undefined;
}

function diagnostics({ text, ...options }: PassingExample, wanted: readonly Rule[]): Found[] {
    return contextsOf(text, options)
        .flatMap(context => {
            const { document, embedding } = context;
            const rated = checkDocument(context, { onFailure: unexpectedFailure, rules: wanted });
            return rated.map(({ diagnostic }) => ({
                diagnostic,
                range: embedding?.toFile(diagnostic.range) ?? diagnostic.range,
                changesOf: ({ changes }: Fix) => (embedding ? fileChanges(embedding, document, changes) : changes),
            }));
        })
        .sort((a, b) => a.range.start - b.range.start);
}

function marked(text: string, found: readonly Found[]): string[] {
    return found.map(({ range }) => text.slice(range.start, range.end));
}

function withChanges(text: string, changes: readonly TextChange[]): string {
    return changes
        .toSorted((a, b) => b.range.start - a.range.start)
        .reduce((result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end), text);
}

/** The text after one fix of each diagnostic: the preferred one, or else the first. */
function fixed(text: string, found: readonly Found[]): string | undefined {
    const changes = found.flatMap(({ diagnostic, changesOf }) => {
        const fixes = diagnostic.fixes?.() ?? [];
        const fix = fixes.find(({ preferred }) => preferred === true) ?? fixes[0];
        return (fix && changesOf(fix)) ?? [];
    });
    return changes.length === 0 ? undefined : withChanges(text, changes);
}

function checkFailing(rule: Rule, example: FailingExample): void {
    const { text } = example;
    const found = diagnostics(example, [rule]);
    assert.deepEqual(marked(text, found), example.marks);
    for (const { diagnostic } of found) {
        assert.match(diagnostic.message, /[.?]$/, 'the message is a sentence');
        assert.ok(
            diagnostic.fixes === undefined ||
                diagnostic.fixes().filter(({ preferred }) => preferred === true).length <= 1,
        );
    }
    const mended = fixed(text, found);
    assert.equal(mended, example.fixed);
    if (mended !== undefined) {
        assert.deepEqual(marked(mended, diagnostics({ ...example, text: mended }, [rule])), [], 'after the fix');
    }
}

describe('rules', () => {
    for (const rule of rules) {
        describe(rule.code, () => {
            for (const example of rule.failing) {
                it(`finds ${JSON.stringify(example.marks)} in ${JSON.stringify(example.text)}`, () => {
                    checkFailing(rule, example);
                });
            }
            for (const example of rule.passing) {
                it(`keeps quiet about ${JSON.stringify(example.text)}`, () => {
                    assert.deepEqual(marked(example.text, diagnostics(example, [rule])), []);
                });
            }

            it('says what it is about', () => {
                assert.match(rule.code, /^[a-z0-9-]+$/);
                assert.match(rule.title, /^.{10,80}[^.]$/);
                assert.match(rule.reason, /^.{40,}\.$/s);
                assert.match(rule.link ?? 'https://', /^https:\/\//);
            });
        });
    }

    it('have codes of their own', () => {
        assert.equal(new Set(rules.map(rule => rule.code)).size, rules.length);
    });

    it('go on without one that throws', () => {
        const [any] = rules;
        assert.ok(any);
        const broken: Rule = {
            ...any,
            code: 'broken',
            check: () => {
                throw new Error('oops');
            },
        };
        const failures: string[] = [];
        const found = checkDocument(contextOf('(\n'), {
            onFailure: rule => failures.push(rule.code),
            rules: [broken, ...rules],
        });
        assert.deepEqual(failures, ['broken']);
        assert.deepEqual(
            found.map(({ rule }) => rule.code),
            ['syntax-error'],
        );
    });

    const none = 'session.cookie_samesite = None\n';
    const codes = (text: string, severities = {}) =>
        checkDocument(contextOf(text), { onFailure: unexpectedFailure, severities }).map(({ rule }) => rule.code);

    it('can be switched off for the next line', () => {
        assert.ok(codes(none).includes('samesite-none-unquoted'));
        for (const comment of [
            '; php-ini-disable-next-line samesite-none-unquoted',
            ';php-ini-disable-next-line other, samesite-none-unquoted -- wanted',
            '; php-ini-disable-next-line',
        ]) {
            assert.ok(!codes(`${comment}\n${none}`).includes('samesite-none-unquoted'), comment);
        }
        assert.ok(codes(`; php-ini-disable-next-line other\n${none}`).includes('samesite-none-unquoted'));
        assert.ok(codes(`; php-ini-disable-next-line\n\n${none}`).includes('samesite-none-unquoted'));
    });

    it('can be given another severity, or none', () => {
        assert.ok(!codes(none, { 'samesite-none-unquoted': 'off' }).includes('samesite-none-unquoted'));
        const [found] = checkDocument(contextOf(none), {
            onFailure: unexpectedFailure,
            severities: { 'samesite-none-unquoted': 'error' },
        });
        assert.equal(found?.severity, 'error');
    });
});
