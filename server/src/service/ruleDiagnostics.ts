import type { DocumentContext } from '../model/documentContext.ts';
import type { RuleSeverity } from '../phpIni/protocol.ts';
import type { RuleDiagnostic, Rule, Severity } from '../rules/rule.ts';
import { rules as allRules } from '../rules/table.ts';
import { doubtful } from './doubtfulVersion.ts';
import { isSuppressed, suppressionsOf } from './suppressions.ts';

/** A diagnostic with what it takes to tell it. */
export interface RatedDiagnostic {
    readonly rule: Rule;
    readonly severity: Severity;
    readonly diagnostic: RuleDiagnostic;
    /** The version that it holds for, where another one may read the document for which it does not. */
    readonly onlyFor?: string;
}

export interface FindOptions {
    /** Called for a rule that threw; it costs only its own diagnostics. */
    readonly onFailure: (rule: Rule, error: unknown) => void;
    /** Severities that people chose, by code. */
    readonly severities?: Readonly<Record<string, RuleSeverity>>;
    readonly rules?: readonly Rule[];
}

/** What the rules find and nobody has switched off, in the order of the text. */
export function checkDocument(context: DocumentContext, options: FindOptions): RatedDiagnostic[] {
    const { severities = {}, rules = allRules } = options;
    const found: RatedDiagnostic[] = [];
    for (const rule of rules) {
        const severity = severities[rule.code] ?? rule.severity;
        if (severity !== 'off' && isWanted(rule, context)) {
            for (const diagnostic of check(rule, context, options)) {
                found.push({ rule, severity, diagnostic });
            }
        }
    }
    const { document } = context;
    const suppressions = suppressionsOf(document);
    const wanted =
        suppressions.size === 0
            ? found
            : found.filter(
                  ({ rule, diagnostic }) =>
                      !isSuppressed(suppressions, document.lines.lineAt(diagnostic.range.start), rule.code),
              );
    return weighed(context, wanted, options).sort((a, b) => a.diagnostic.range.start - b.diagnostic.range.start);
}

function isWanted({ profiles }: Rule, { profile }: DocumentContext): boolean {
    return profiles === undefined || (profile !== undefined && profiles.includes(profile));
}

/** What holds for some of the versions only that may read the document is a hint, unless somebody chose more. */
function weighed(context: DocumentContext, found: RatedDiagnostic[], options: FindOptions): RatedDiagnostic[] {
    const weighty = found.filter(({ severity }) => severity !== 'hint');
    const doubts = doubtful(context, weighty, (rule, other) => check(rule, other, options));
    return doubts.size === 0
        ? found
        : found.map(rated =>
              doubts.has(rated.diagnostic)
                  ? {
                        ...rated,
                        severity: options.severities?.[rated.rule.code] === undefined ? 'hint' : rated.severity,
                        onlyFor: context.phpVersion,
                    }
                  : rated,
          );
}

function check(rule: Rule, context: DocumentContext, { onFailure }: FindOptions): RuleDiagnostic[] {
    try {
        return rule.check(context);
    } catch (error) {
        onFailure(rule, error);
        return [];
    }
}
