import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { factsFor } from '../../../server/src/model/facts.ts';
import { parsePhpIni } from '../../../server/src/phpIni/syntax/document.ts';
import { PROVEN_VERSIONS } from '../../../server/src/phpIni/versions.ts';
import type { FailingExample, Rule } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { FIX_ALL } from '../../../server/src/service/actionKinds.ts';
import { codeActions } from '../../../server/src/service/codeActions.ts';
import { toDiagnostic } from '../../../server/src/service/diagnostics.ts';
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

function messageOf(context: DocumentContext, found: RatedDiagnostic | undefined): string {
    assert.ok(found);
    const { message } = toDiagnostic(context, found);
    return typeof message === 'string' ? message : message.value;
}

/** Whether the rule finds all that it finds in the example for each version that knows the directive. */
function holdsForAll(rule: Rule, { text, uri, facts, phpVersion = '8.4' }: FailingExample): boolean {
    const context = new DocumentContext(parsePhpIni(text, { phpVersion }), {
        ...(uri !== undefined && { uri }),
        facts: factsFor(uri ?? '', facts ?? { environments: [] }),
        php: { version: phpVersion, possible: PROVEN_VERSIONS },
    });
    const found = rule
        .check(context)
        .map(diagnostic => ({ rule: { ...rule, dependsOnVersion: true as const }, diagnostic }));
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
            assert.ok(
                rule.failing.some(example => !holdsForAll(rule, example)),
                'an example has to show it',
            );
        });
    }

    it('is a hint that names the version, where it holds for some versions only', () => {
        const context = uncertain('session.sid_length = 26\n', PROVEN_VERSIONS, '8.4');
        const [found, ...others] = check(context);
        assert.equal(severityOf([found!], 'deprecated-directive'), 'hint');
        assert.deepEqual(others, []);
        const { severity } = toDiagnostic(context, found!);
        assert.match(
            messageOf(context, found),
            /This holds for PHP 8\.4; which version reads the file is not known for certain\.$/,
        );
        assert.equal(severity, 4);
    });

    const same: Readonly<Record<string, readonly [text: string, code: string]>> = {
        'of an older time': ['register_globals = On\n', 'directive-stops-php'],
        'of a value': ['memory_limit = lots\n', 'int-junk'],
        'of a value of a newer directive': ['zend.exception_string_param_max_len = lots\n', 'int-junk'],
        'of the syntax': ['(\n', 'syntax-error'],
        'of the zone': ['date.timezone = Nowhere/Land\n', 'timezone-invalid'],
    };
    for (const [what, [text, code]] of Object.entries(same)) {
        it(`is as severe as ever, where it holds for all: ${what}`, () => {
            const rule = rules.find(one => one.code === code);
            assert.equal(severityOf(check(uncertain(text, PROVEN_VERSIONS, '8.4')), code), rule?.severity);
        });
    }

    const some: Readonly<Record<string, readonly [text: string, code: string]>> = {
        'a directive that is gone': ['mbstring.func_overload = 2\n', 'removed-directive'],
        'a directive of Xdebug 2': ['xdebug.remote_enable = 1\n', 'removed-directive'],
        'a directive that came later': ['session.cookie_partitioned = On\n', 'directive-too-new'],
        'what stops PHP from 8.0 on': ['track_errors = On\n', 'directive-stops-php'],
        'an extension that became part of PHP': ['extension = json\n', 'extension-part-of-php'],
        'syntax that 8.3 changed': [']\n', 'syntax-error'],
        'an empty zone': ['date.timezone =\n', 'timezone-invalid'],
    };
    for (const [what, [text, code]] of Object.entries(some)) {
        it(`is a hint, where it holds for some: ${what}`, () => {
            assert.equal(severityOf(check(uncertain(text, PROVEN_VERSIONS, '8.4')), code), 'hint');
            const exact = check(uncertain(text, ['8.4']));
            assert.notEqual(severityOf(exact, code), 'hint', 'where the version is known');
        });
    }

    it('is a warning, where it holds for all that may be', () => {
        const text = 'session.sid_length = 26\nmbstring.func_overload = 2\n';
        const found = check(uncertain(text, ['8.1', '8.2', '8.3'], '8.1'));
        assert.equal(severityOf(found, 'removed-directive'), 'warning');
        assert.equal(severityOf(found, 'deprecated-directive'), undefined);
    });

    it('is as severe as a person has chosen', () => {
        const context = uncertain('session.sid_length = 26\n', PROVEN_VERSIONS, '8.4');
        const found = check(context, { 'deprecated-directive': 'error' });
        assert.equal(severityOf(found, 'deprecated-directive'), 'error');
        assert.match(messageOf(context, found[0]), /This holds for PHP 8\.4/);
    });

    it('is not mended with all that is sure', () => {
        const text = 'extension = json\na = 1\n';
        const whole = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
        const actions = (context: DocumentContext) =>
            codeActions(context, {
                range: whole,
                only: ['source.fixAll', 'quickfix'],
                diagnostics: check(context),
                check,
            });
        const sure = actions(uncertain(text, ['8.4']));
        assert.ok(sure.some(({ kind }) => kind === FIX_ALL) && sure.some(({ isPreferred }) => isPreferred));
        const unsure = actions(uncertain(text, PROVEN_VERSIONS, '8.4'));
        assert.ok(unsure.some(({ title }) => title === 'Remove the line'));
        assert.ok(!unsure.some(({ kind, isPreferred }) => kind === FIX_ALL || isPreferred));
    });
});

describe('a file for an older PHP', () => {
    const older = (text: string, version: string): DocumentContext =>
        new DocumentContext(parsePhpIni(text, { phpVersion: '7.4' }), { php: { version, possible: [version] } });

    it('is told once', () => {
        const context = older('; Ours\nsession.name = SHOP\n', '5.6');
        const found = check(context);
        assert.deepEqual(
            found.map(({ rule, severity }) => [rule.code, severity]),
            [['older-php', 'hint']],
        );
        const message = messageOf(context, found[0]);
        assert.match(message, /^The PHP of this file is 5\.6; it is checked as 7\.4/);
        assert.match(message, /Not checked is what was different before: .* #\.$/);
        const later = older('a = 1\n', '7.2');
        assert.doesNotMatch(messageOf(later, check(later)[0]), /#/);
    });

    for (const text of [
        'asp_tags = On\n',
        'register_globals = On\n',
        'session.hash_function = 1\n',
        'safe_mode = On\n',
    ]) {
        it(`has only a hint of what it surely has: ${text.trim()}`, () => {
            const found = check(older(text, '5.3')).filter(({ severity }) => severity !== 'hint');
            assert.deepEqual(found, []);
        });
    }

    it('is checked for all else', () => {
        assert.equal(severityOf(check(older('memory_limit = lots\n', '5.6')), 'int-junk'), 'warning');
    });
});
