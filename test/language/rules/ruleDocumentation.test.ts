import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ruleDocumentation } from '../../../server/src/rules/documentation.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { RULE_REQUEST } from '../../../server/src/phpIni/protocol.ts';
import { buildServer, ServerProcess } from '../support/serverProcess.ts';

describe('the documentation of the rules', () => {
    it('has all that a rule says of itself', () => {
        for (const rule of rules) {
            const text = ruleDocumentation(rule.code) ?? '';
            assert.ok(text.startsWith(`# ${rule.code}\n`), rule.code);
            for (const part of [rule.title, rule.reason, rule.severity, rule.link ?? '']) {
                assert.ok(text.includes(part), `${rule.code}: ${part}`);
            }
        }
    });

    it('shows characters that cannot be seen, and keeps its fences closed', () => {
        assert.match(ruleDocumentation('invisible-chars') ?? '', /<U\+00A0>/);
        for (const { code } of rules) {
            const fences = (ruleDocumentation(code) ?? '').match(/^`{3,}/gm) ?? [];
            assert.equal(fences.length % 2, 0, code);
        }
    });

    it('is nothing for a code that no rule has', () => {
        assert.equal(ruleDocumentation('no-such-rule'), undefined);
        assert.equal(ruleDocumentation(''), undefined);
    });

    it('comes from the server', async () => {
        const built = await buildServer();
        const server = ServerProcess.overStdio(built.file);
        try {
            await server.initialize();
            const ask = (params: unknown): Promise<unknown> => server.connection.sendRequest(RULE_REQUEST, params);
            assert.equal(await ask({ code: 'duplicate' }), ruleDocumentation('duplicate'));
            assert.equal(await ask({ code: 'no-such-rule' }), null);
            assert.equal(await ask({}), null);
        } finally {
            server.kill();
            await built.remove();
        }
    });
});
