import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Rule, RuleContext, type Severity } from '../rules/rule.ts';
import { rules as allRules } from '../rules/table.ts';
import type { PhpIniDocument } from '../syntax/document.ts';
import { toRange } from './positions.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** What the rules find, in the order of the text. A rule that throws is reported to `onFailure`, and costs only its own findings. */
export function diagnose(
    document: PhpIniDocument,
    onFailure: (rule: Rule, error: unknown) => void,
    rules: readonly Rule[] = allRules,
): Diagnostic[] {
    const context = new RuleContext(document);
    const found = rules.flatMap(rule => {
        try {
            return rule.check(context).map(finding => ({ rule, finding }));
        } catch (error) {
            onFailure(rule, error);
            return [];
        }
    });
    return found
        .sort((a, b) => a.finding.range.start - b.finding.range.start)
        .map(({ rule, finding }) => ({
            range: toRange(document, finding.range),
            severity: severities[rule.severity],
            code: rule.code,
            source: 'php.ini',
            message: finding.message,
        }));
}
