import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from 'vscode-languageserver';
import { exampleFacts, examplePhp, EXAMPLE_URI } from '../../../server/src/rules/support/exampleNodes.ts';
import type { ServerSettings } from '../../../server/src/phpIni/protocol.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { recordServer } from '../support/recordedServer.ts';

const text = 'allow_url_fopen = On\ndisplay_errors = On\nlog_errors = Off\n';

function codesOf(uri: string, audit: ServerSettings['audit']): string[] {
    const server = recordServer();
    server.facts(exampleFacts(examplePhp(text)));
    server.settings(audit === undefined ? {} : { audit });
    server.open(uri, text);
    const codes = (server.diagnose(uri) as Diagnostic[]).map(({ code }) => String(code));
    assert.deepEqual(server.failures, []);
    return codes.filter(code => code.startsWith('audit-'));
}

describe('an audit', () => {
    const uri = 'file:///srv/shop/conf.d/own.ini';

    it('is silent unless somebody has chosen a profile', () => {
        assert.deepEqual(codesOf(uri, undefined), []);
        assert.deepEqual(codesOf(uri, { environments: { shop: 'production' } }), []);
    });

    it('says what there is against a file for that profile', () => {
        assert.deepEqual(codesOf(uri, { profile: 'production' }), ['audit-allow-url-fopen', 'audit-log-errors']);
        assert.deepEqual(codesOf(uri, { profile: 'development' }), ['audit-log-errors']);
    });

    it('goes by what was chosen for the environment, on its nodes', () => {
        const { environments } = exampleFacts(examplePhp(text));
        const name = environments[0]?.name ?? '';
        const on = (audit: ServerSettings['audit']): boolean =>
            codesOf(EXAMPLE_URI, audit).includes('audit-allow-url-fopen');
        assert.ok(on({ environments: { [name]: 'production' } }));
        assert.ok(on({ profile: 'development', environments: { [name]: 'production' } }));
        assert.ok(!on({ profile: 'production', environments: { [name]: 'off' } }));
        assert.ok(on({ profile: 'production', environments: { other: 'off' } }));
    });

    it('has a source and a reason for each opinion, and for each profile some', () => {
        const opinions = rules.filter(({ profiles }) => profiles !== undefined);
        for (const { code, reason, link } of opinions) {
            assert.match(reason, /Said by \[[\w. -]+\]\(https:/, code);
            assert.match(link ?? '', /^https:/, code);
        }
        for (const profile of ['development', 'production', 'shared-hosting'] as const) {
            assert.ok(opinions.filter(({ profiles }) => profiles?.includes(profile)).length > 5, profile);
        }
    });
});
