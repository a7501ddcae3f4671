import type { ResponseError } from 'vscode-languageserver/node';
import {
    EVALUATE_REQUEST,
    type EvaluateParams,
    type EvaluateResult,
    RULE_REQUEST,
    type RuleParams,
    RULES_REQUEST,
    type RuleSummary,
} from '../../phpIni/protocol.ts';
import { evaluate } from '../../phpIni/syntax/evaluate.ts';
import { ruleDocumentation } from '../../rules/documentation.ts';
import { rules } from '../../rules/table.ts';
import type { FeatureHost } from './host.ts';

/** The requests that are not the protocol's but this server's: the values of a document, and the rules. */
export function registerOwnRequests({ connection, session, failures, refusal }: FeatureHost): void {
    connection.onRequest(RULES_REQUEST, summaries);
    connection.onRequest(RULE_REQUEST, (params: Partial<RuleParams> | null): string | null =>
        failures.guard('Documentation of a rule', null, () => ruleDocumentation(params?.code ?? '') ?? null),
    );
    connection.onRequest(EVALUATE_REQUEST, (params: Partial<EvaluateParams> | null): EvaluateResult | ResponseError => {
        const uri = params?.textDocument?.uri;
        const context = uri === undefined ? undefined : session.contextOf(uri);
        return context ? evaluate(context.document) : refusal(`No open document ${uri ?? ''} to evaluate`);
    });
}

function summaries(): RuleSummary[] {
    return rules
        .map(({ code, title, severity }) => ({ code, title, severity }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
}
