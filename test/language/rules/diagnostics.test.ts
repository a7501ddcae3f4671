import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { samesiteNoneUnquoted } from '../../../server/src/rules/session/cookies/samesiteNoneUnquoted.ts';
import { diagnose } from '../../../server/src/service/diagnostics.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextOf } from '../support/cursor.ts';

function diagnosticsOf(text: string, rule: Rule, uri = 'file:///srv/php.ini') {
    const context = contextOf(text, { uri });
    const onFailure = (_: Rule, error: unknown): never => {
        throw new Error('A rule threw', { cause: error });
    };
    return diagnose(context, checkDocument(context, { onFailure, rules: [rule] }));
}

describe('diagnostics', () => {
    it('carry what the rule says', () => {
        const rule: Rule = {
            ...samesiteNoneUnquoted,
            severity: 'hint',
            check: () => [
                {
                    range: { start: 2, end: 3 },
                    message: 'Here.',
                    tag: 'deprecated',
                    related: [
                        { range: { start: 0, end: 1 }, message: 'Because of this.' },
                        { uri: 'php-node://shop/application/2/php.ini', message: 'And of that.' },
                    ],
                },
            ],
        };
        const start = { line: 0, character: 0 };
        assert.deepEqual(diagnosticsOf('a\nb\n', rule), [
            {
                range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } },
                severity: 4,
                code: 'samesite-none-unquoted',
                source: 'php.ini',
                message: 'Here.',
                codeDescription: { href: samesiteNoneUnquoted.link },
                tags: [2],
                relatedInformation: [
                    {
                        location: { uri: 'file:///srv/php.ini', range: { start, end: { line: 0, character: 1 } } },
                        message: 'Because of this.',
                    },
                    {
                        location: { uri: 'php-node://shop/application/2/php.ini', range: { start, end: start } },
                        message: 'And of that.',
                    },
                ],
            },
        ]);
    });

    it('are no more than anybody reads, the most severe ones, and say what is left out', () => {
        const diagnostics = diagnosticsOf('session.cookie_samesite = None\n'.repeat(1005), samesiteNoneUnquoted);
        assert.equal(diagnostics.length, 1001);
        assert.equal(diagnostics[0]?.message, '5 diagnostics of less weight are not shown.');
        assert.equal(diagnostics[1]?.code, 'samesite-none-unquoted');
        assert.equal(diagnosticsOf('session.cookie_samesite = None\n'.repeat(1000), samesiteNoneUnquoted).length, 1000);
    });
});
