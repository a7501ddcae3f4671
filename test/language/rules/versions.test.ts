import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { factsFor } from '../../../server/src/model/facts.ts';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { PROVEN_VERSIONS } from '../../../server/src/phpIni/versions.ts';
import type { FailingExample, Rule } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { doubtful } from '../../../server/src/service/doubtfulVersion.ts';
import { checkDocument, type RatedDiagnostic } from '../../../server/src/service/ruleDiagnostics.ts';

function unexpectedFailure(rule: Rule, error: unknown): never {
    throw new Error(`Rule ${rule.code} threw`, { cause: error });
}

/** A document of which nobody knows which of the versions reads it; the last one counts. */
function uncertain(text: string, possible: readonly string[], version = possible.at(-1) ?? ''): DocumentContext {
    return new DocumentContext(parsePhpIni(text, { phpVersion: version }), { php: { version, possible } });
}

function check(context: DocumentContext, severities = {}): RatedDiagnostic[] {
    return checkDocument(context, { onFailure: unexpectedFailure, severities });
}

function severityOf(found: readonly RatedDiagnostic[], code: string): string | undefined {
    return found.find(({ rule }) => rule.code === code)?.severity;
}

/** Whether the rule finds all that it finds in the example for each version that knows the directive. */
function holdsForAll(rule: Rule, { text, uri, facts, phpVersion = '8.4' }: FailingExample): boolean {
    const context = new DocumentContext(parsePhpIni(text, { phpVersion }), {
        ...(uri !== undefined && { uri }),
        facts: factsFor(uri ?? '', facts ?? { environments: [] }),
        php: { version: phpVersion, possible: PROVEN_VERSIONS },
    });
    const found = rule.check(context).map(diagnostic => ({ rule: { ...rule, dependsOnVersion: true as const }, diagnostic }));
    return doubtful(context, found, (one, other) => one.check(other)).size === 0;
}

describe('what is found where the version is not known', () => {
    for (const rule of rules.filter(({ severity, dependsOnVersion }) => severity !== 'hint' && !dependsOnVersion)) {
        it(`is the same for every version: ${rule.code}`, () => {
            const differing = rule.failing.filter(example => !holdsForAll(rule, example)).map(({ text }) => text);
            assert.deepEqual(differing, [], 'the rule has to say `dependsOnVersion: true`');
        });
    }

    for (const rule of rules.filter(({ dependsOnVersion }) => dependsOnVersion === true)) {
        it(`differs between versions: ${rule.code}`, () => {
            assert.ok(rule.failing.some(example => !holdsForAll(rule, example)), 'an example has to show it');
        });
    }
});
