import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction } from 'vscode-languageserver';
import type { DocumentContext } from '../../../server/src/model/documentContext.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { samesiteNoneUnquoted } from '../../../server/src/rules/session/cookies/samesiteNoneUnquoted.ts';
import { samesiteInvalid } from '../../../server/src/rules/session/cookies/samesiteInvalid.ts';
import { boolNotBool } from '../../../server/src/rules/values/boolNotBool.ts';
import { codeActions } from '../../../server/src/service/codeActions.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { toOffset } from '../../../server/src/service/positions.ts';
import { atCursor } from '../support/cursor.ts';

function unexpectedFailure(rule: Rule, error: unknown): never {
    throw new Error(`Rule ${rule.code} threw`, { cause: error });
}

interface Asked {
    readonly actions: CodeAction[];
    /** The text after the action of that title. */
    after(title: string): string;
}

function ask(marked: string, only?: string[], rules: readonly Rule[] = [samesiteNoneUnquoted]): Asked {
    const { context, document, position } = atCursor(marked);
    const check = (one: DocumentContext) => checkDocument(one, { onFailure: unexpectedFailure, rules });
    const range = { start: position, end: position };
    const actions = codeActions(context, { range, diagnostics: check(context), check, ...(only && { only }) });
    return {
        actions,
        after: title => {
            const action = actions.find(candidate => candidate.title === title);
            const edits = action?.edit?.changes?.[context.uri];
            assert.ok(edits, `${title} among ${actions.map(candidate => candidate.title).join(' · ')}`);
            return edits.reduceRight(
                (text, { range: { start, end }, newText }) =>
                    text.slice(0, toOffset(document, start)) + newText + text.slice(toOffset(document, end)),
                document.text,
            );
        },
    };
}

const titles = ({ actions }: Asked): string[] => actions.map(({ title }) => title);
const code = 'samesite-none-unquoted';

describe('code actions', () => {
    it('mends what was found at the cursor, and says why it was said', () => {
        const asked = ask('session.cookie_secure = 1\nsession.cookie_samesite = No|ne\n');
        assert.deepEqual(titles(asked), [
            'Quote the value',
            `Why ${code}?`,
            `Disable ${code} for this line`,
            `Disable ${code} everywhere`,
            `Set the severity of ${code}…`,
        ]);
        assert.equal(asked.after('Quote the value'), 'session.cookie_secure = 1\nsession.cookie_samesite = "None"\n');
        const [fix, why, , off] = asked.actions;
        assert.equal(fix?.isPreferred, true);
        assert.equal(fix.diagnostics?.[0]?.code, code);
        assert.deepEqual(why?.command?.arguments, [code]);
        assert.deepEqual(off?.command?.arguments, [code, 'off']);
    });

    it('has nothing to do elsewhere', () => {
        assert.deepEqual(titles(ask('session.na|me = X\nsession.cookie_samesite = None\n')), []);
    });

    it('switches a rule off for the line, in the style of the file', () => {
        const title = `Disable ${code} for this line`;
        assert.equal(
            ask('a = 1\r\n  session.cookie_samesite = No|ne\r\n').after(title),
            `a = 1\r\n  ; php-ini-disable-next-line ${code}\r\n  session.cookie_samesite = None\r\n`,
        );
        assert.equal(
            ask('; php-ini-disable-next-line other -- legacy\nsession.cookie_samesite = No|ne\n').after(title),
            `; php-ini-disable-next-line other ${code} -- legacy\nsession.cookie_samesite = None\n`,
        );
        const after = ask('session.cookie_samesite = No|ne\n').after(title);
        assert.deepEqual(titles(ask(`${after.slice(0, -2)}|${after.slice(-2)}`)), []);
    });

    it('offers no comment where it would become part of a string', () => {
        const second: Rule = {
            ...samesiteNoneUnquoted,
            code: 'second-line',
            check: ({ document }) => [{ range: { start: document.text.indexOf('b'), end: 8 }, message: 'Here.' }],
        };
        assert.ok(!titles(ask('x = "a\n|b"\n', undefined, [second])).includes('Disable second-line for this line'));
    });

    it('mends all of one kind at once', () => {
        const two = 'session.cookie_secure = 1\nsession.cookie_samesite = No|ne\nsession.cookie_samesite = none\n';
        assert.equal(
            ask(two).after(`Fix all 2 of ${code}`),
            'session.cookie_secure = 1\nsession.cookie_samesite = "None"\nsession.cookie_samesite = "None"\n',
        );
        assert.ok(!titles(ask('session.cookie_samesite = No|ne\n')).some(title => title.startsWith('Fix all')));
    });

    it('mends everything that is sure, on request', () => {
        const text = '|\nsession.cookie_samesite = None\nsession.cookie_samesite = none\nsession.cookie_secure = 1\n';
        assert.deepEqual(titles(ask(text)), []);
        for (const only of ['source.fixAll', 'source.fixAll.phpIni', 'source']) {
            assert.equal(
                ask(text, [only]).after('Fix all that is sure in this php.ini'),
                '\nsession.cookie_samesite = "None"\nsession.cookie_samesite = "None"\nsession.cookie_secure = 1\n',
            );
        }
        assert.deepEqual(titles(ask(text, ['source.organizeImports'])), []);
        assert.deepEqual(titles(ask('|a = 1\n', ['source.fixAll'])), []);
    });

    it('leaves out the second of two fixes that touch the same text', () => {
        const again: Rule = { ...samesiteNoneUnquoted, code: 'again' };
        assert.equal(
            ask('|session.cookie_samesite = None\n', ['source.fixAll'], [samesiteNoneUnquoted, again]).after(
                'Fix all that is sure in this php.ini',
            ),
            'session.cookie_samesite = "None"\nsession.cookie_secure = On\n',
        );
    });

    const misled: Rule = {
        ...samesiteNoneUnquoted,
        check: context =>
            context.globalsOf('session.cookie_samesite').map(({ range, valueRange }) => ({
                range,
                message: 'Here.',
                fixes: () =>
                    ['', 'Nonne', 'None', '"None', '"None"'].map(newText => ({
                        title: `Write ${newText}`,
                        preferred: newText === 'Nonne',
                        changes: [{ range: newText === '' ? range : valueRange, newText }],
                    })),
            })),
    };

    it('offers no fix after which the same is found, or something as bad, or PHP stops reading', () => {
        const still = ask('a = 1\nsession.cookie_samesite = No|ne\n', ['quickfix'], [misled, samesiteInvalid]);
        assert.deepEqual(titles(still).slice(0, 2), ['Write ', `Why ${code}?`]);
        assert.equal(still.after('Write '), 'a = 1\n\n');
        const sure = ask('a = 1\nsession.cookie_samesite = No|ne\n', ['source.fixAll'], [misled, samesiteInvalid]);
        assert.deepEqual(titles(sure), []);
    });

    it('leaves the rest of what is sure when one of the fixes does not hold', () => {
        const text = '|session.cookie_samesite = None\nsession.cookie_secure = ture\n[PHP]\nopcache.enable = onn\n';
        assert.equal(
            ask(text, ['source.fixAll'], [misled, samesiteInvalid, boolNotBool]).after(
                'Fix all that is sure in this php.ini',
            ),
            'session.cookie_samesite = None\nsession.cookie_secure = On\n[PHP]\nopcache.enable = On\n',
        );
    });

    it('offers what the client can do about a diagnostic', () => {
        const remedy = { title: 'Compare with b', command: 'phpSessionCluster.compareWithNode', arguments: ['a', 'b'] };
        const drifting: Rule = {
            ...samesiteNoneUnquoted,
            check: () => [{ range: { start: 0, end: 1 }, message: 'Here.', remedies: [remedy] }],
        };
        const [first] = ask('|x', undefined, [drifting]).actions;
        assert.deepEqual([first?.title, first?.kind, first?.command], [remedy.title, 'quickfix', remedy]);
    });

    it('gives only the kinds that are asked for', () => {
        assert.deepEqual(titles(ask('session.cookie_samesite = No|ne\n', ['refactor'])), []);
        assert.equal(ask('session.cookie_samesite = No|ne\n', ['quickfix']).actions.length, 5);
    });
});
