import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { PassingExample } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { phpVersions } from '../../support/php/phpWasm.ts';
import { mutated } from '../../support/php/mutations.ts';
import { runsOr, seed } from '../../support/run/runs.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { checked, faultOf, faultsOfOffered } from '../support/fixes.ts';

const runs = runsOr(2_000);
const examples = rules.flatMap(({ failing, passing }) => [...failing, ...passing]);

/** What is wrong with the fixes that rules have in mind, before they are tried. */
function faults({ text, ...options }: PassingExample, only?: string): string[] {
    const before = checked(text, options);
    return before.found
        .filter(({ rule }) => only === undefined || rule.code === only)
        .flatMap(own =>
            (own.diagnostic.fixes?.() ?? []).flatMap(({ title, changes }) => {
                const fault = faultOf(before, [own], changes);
                return fault === undefined ? [] : [`${own.rule.code}, "${title}": ${fault}`];
            }),
        );
}

const lines = [...new Set(examples.flatMap(({ text }) => text.split(/(?<=\n)/)))];
const text = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...examples.map(one => one.text)) },
    {
        weight: 3,
        arbitrary: fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }).map(all => all.join('')),
    },
    { weight: 1, arbitrary: anyText },
);
/** Where a document lies, and what is known of its node. */
const places: readonly Pick<PassingExample, 'uri' | 'facts'>[] = [{}, {}, ...examples];
const document = fc.record({
    text: fc.oneof(text, mutated(text)),
    place: fc.constantFrom(...places),
    phpVersion: fc.constantFrom(...phpVersions),
});

const corpus = process.env.PHP_INI_CORPUS;

describe('fixes', () => {
    for (const { code, failing } of rules) {
        it(`of ${code} hold on its examples`, () => {
            for (const example of failing) {
                assert.deepEqual(faults(example, code), [], example.text);
                assert.deepEqual(faultsOfOffered(example.text, example), [], example.text);
            }
        });
    }

    it(`hold on ${runs} generated documents (seed ${seed})`, function () {
        this.timeout(Math.max(120_000, runs * 60));
        const holds = fc.property(document, ({ text, place: { uri, facts }, phpVersion }) => {
            assert.deepEqual(faultsOfOffered(text, { uri, facts, phpVersion }), []);
        });
        fc.assert(holds, { numRuns: runs });
    });
    if (corpus !== undefined) {
        for (const name of readdirSync(corpus)) {
            it(`hold on ${name}`, () => {
                const text = readFileSync(join(corpus, name), 'utf8');
                for (const phpVersion of ['7.4', '8.2', '8.4', '8.5']) {
                    assert.deepEqual(faultsOfOffered(text, { phpVersion }), []);
                }
            });
        }
    }
});
