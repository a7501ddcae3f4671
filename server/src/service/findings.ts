import type { DocumentContext } from '../model/documentContext.ts';
import type { RuleSeverity } from '../phpIni/protocol.ts';
import type { Finding, Rule, Severity } from '../rules/rule.ts';
import { rules as allRules } from '../rules/table.ts';
import { isSuppressed, suppressionsOf } from './suppressions.ts';

/** A finding with what it takes to tell it. */
export interface RuleFinding {
    readonly rule: Rule;
    readonly severity: Severity;
    readonly finding: Finding;
}

export interface FindOptions {
    /** Called for a rule that threw; it costs only its own findings. */
    readonly onFailure: (rule: Rule, error: unknown) => void;
    /** Severities that people chose, by code. */
    readonly severities?: Readonly<Record<string, RuleSeverity>>;
    readonly rules?: readonly Rule[];
}

/** What the rules find and nobody has switched off, in the order of the text. */
export function find(context: DocumentContext, options: FindOptions): RuleFinding[] {
    const { severities = {}, rules = allRules } = options;
    const found: RuleFinding[] = [];
    for (const rule of rules) {
        const severity = severities[rule.code] ?? rule.severity;
        if (severity !== 'off') {
            for (const finding of check(rule, context, options)) {
                found.push({ rule, severity, finding });
            }
        }
    }
    const { document } = context;
    const suppressions = suppressionsOf(document);
    const wanted =
        suppressions.size === 0
            ? found
            : found.filter(
                  ({ rule, finding }) =>
                      !isSuppressed(suppressions, document.lines.lineAt(finding.range.start), rule.code),
              );
    return wanted.sort((a, b) => a.finding.range.start - b.finding.range.start);
}

function check(rule: Rule, context: DocumentContext, { onFailure }: FindOptions): Finding[] {
    try {
        return rule.check(context);
    } catch (error) {
        onFailure(rule, error);
        return [];
    }
}
