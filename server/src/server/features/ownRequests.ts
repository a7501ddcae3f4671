import type { ResponseError } from 'vscode-languageserver/node';
import {
    EVALUATE_REQUEST,
    type EvaluateResult,
    RULE_REQUEST,
    RULES_REQUEST,
    type RuleSummary,
} from '../../phpIni/protocol.ts';
import { evaluate } from '../../phpIni/syntax/evaluate.ts';
import { ruleDocumentation } from '../../rules/documentation.ts';
import { rules } from '../../rules/table.ts';
import { evaluatedUri, ruleCode } from '../clientData.ts';
import { type FeatureHost, whenSettled } from './host.ts';

/** The requests that are not the protocol's but this server's: the values of a document, and the rules. */
export function registerOwnRequests(host: FeatureHost): void {
    const { connection, session, failures, refusal } = host;
    connection.onRequest(RULES_REQUEST, summaries);
    connection.onRequest(RULE_REQUEST, (params: unknown): string | null =>
        failures.guard('Documentation of a rule', null, () => ruleDocumentation(ruleCode(params) ?? '') ?? null),
    );
    connection.onRequest(EVALUATE_REQUEST, (params: unknown) => {
        const uri = evaluatedUri(params) ?? '';
        return whenSettled(host, uri, (): EvaluateResult | ResponseError => {
            const context = session.contextOf(uri);
            return context ? evaluate(context.document) : refusal(`No open document ${uri} to evaluate`);
        });
    });
}

function summaries(): RuleSummary[] {
    return rules
        .map(({ code, title, severity }) => ({ code, title, severity }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
}
