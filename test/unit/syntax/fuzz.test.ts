import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parsePhpIni, type PhpIniDocument } from '../../../server/src/phpIni/syntax/document.ts';
import { addExtension, PhpIniSyntaxError, setDirectives } from '../../../server/src/phpIni/syntax/edit.ts';
import { evaluate, valuesOf } from '../../../server/src/phpIni/syntax/evaluate.ts';
import { mutated, mutation, spanOf } from '../../support/php/mutations.ts';
import { phpVersions } from '../../support/php/phpWasm.ts';
import { runsOr, seed } from '../../support/run/runs.ts';
import { anyText, directiveName, directiveValue } from './generators.ts';

const runs = runsOr(20_000);
const fewer = Math.ceil(runs / 10);
const version = fc.constantFrom(...phpVersions);
const text = mutated(anyText);

/** Everything that holds of any document whatever. */
function check(document: PhpIniDocument): void {
    const { text: whole, nodes, lines, error, assignments } = document;
    let offset = 0;
    for (const node of nodes) {
        assert.equal(node.full.start, offset);
        assert.ok(node.full.start <= node.range.start && node.range.start <= node.range.end);
        assert.ok(node.range.end <= node.full.end);
        assert.equal(node.line, lines.lineAt(node.range.start));
        if (node.kind === 'assignment') {
            const { range, nameRange, valueRange, equalsOffset, rawValue } = node;
            assert.ok(range.start <= nameRange.start && nameRange.end <= equalsOffset);
            assert.equal(whole.charAt(equalsOffset), '=');
            assert.ok(equalsOffset < valueRange.start && valueRange.start <= valueRange.end);
            assert.equal(rawValue, whole.slice(valueRange.start, valueRange.end));
        }
        offset = node.full.end;
    }
    assert.equal(offset, whole.length);
    if (error) {
        assert.ok(error.range.start <= error.range.end && error.range.end <= whole.length);
        assert.ok(error.line < lines.count && error.phpLine >= 1);
        assert.match(error.message, /^syntax error, unexpected |^memory exhausted$/);
    }
    const values = valuesOf(document);
    assert.equal(values.size, assignments.filter(({ reached }) => reached).length);
    const { settings } = evaluate(document);
    assert.ok(settings.length <= values.size);
    assert.ok(settings.every(({ line }) => line >= 1 && line <= lines.count));
}

/** Runs an edit, which may refuse. */
function edited(edit: () => string): string | undefined {
    try {
        return edit();
    } catch (error) {
        if (error instanceof PhpIniSyntaxError || error instanceof RangeError) {
            return undefined;
        }
        throw error;
    }
}

describe(`mutated php.ini files (seed ${seed})`, function () {
    this.timeout(Math.max(120_000, runs * 20));

    it(`${runs} are read, whatever they hold`, () => {
        fc.assert(
            fc.property(text, version, (mutant, phpVersion) => {
                check(parsePhpIni(mutant, { phpVersion }));
            }),
            { numRuns: runs },
        );
    });

    it(`${fewer} are read at every key while somebody types`, () => {
        fc.assert(
            fc.property(text, mutation, version, (before, change, phpVersion) => {
                const { start, end } = spanOf(before, change);
                const keys = change.added.slice(0, 12);
                for (let typed = 0; typed <= keys.length; typed++) {
                    const now = before.slice(0, start) + keys.slice(0, typed) + before.slice(end);
                    check(parsePhpIni(now, { phpVersion }));
                }
            }),
            { numRuns: fewer },
        );
    });

    it(`${fewer} are edited, or the edit is refused`, () => {
        fc.assert(
            fc.property(text, directiveName, directiveValue, version, (mutant, name, value, phpVersion) => {
                const set = edited(() => setDirectives(mutant, [{ name, value }], { phpVersion }));
                if (set !== undefined) {
                    const { settings } = evaluate(parsePhpIni(set, { phpVersion }));
                    assert.equal(settings.find(s => s.name === name && s.section === undefined)?.value, value);
                }
                edited(() => addExtension(mutant, 'memcached', { phpVersion }));
            }),
            { numRuns: fewer },
        );
    });
});
