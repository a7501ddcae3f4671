import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { DocumentContext } from '../model/documentContext.ts';
import type { Related, Severity } from '../rules/rule.ts';
import type { RatedDiagnostic } from './ruleDiagnostics.ts';
import { shownRange } from './positions.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };
const tags: Readonly<Record<'unnecessary' | 'deprecated', DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };

/** Editors show no more of one document, and nobody reads them. */
const MAXIMUM = 1000;

/** What the rules found, as the protocol has it; of too much, what is most severe, and how much is left out. */
export function diagnose(context: DocumentContext, found: readonly RatedDiagnostic[]): Diagnostic[] {
    if (found.length <= MAXIMUM) {
        return found.map(one => toDiagnostic(context, one));
    }
    const worst = found.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, MAXIMUM);
    const start = { line: 0, character: 0 };
    return [
        {
            range: { start, end: start },
            severity: severities.information,
            source: 'php.ini',
            message: `${found.length - MAXIMUM} diagnostics of less weight are not shown.`,
        },
        ...worst.map(one => toDiagnostic(context, one)),
    ];
}

export function toDiagnostic(context: DocumentContext, rated: RatedDiagnostic): Diagnostic {
    const { rule, severity, diagnostic } = rated;
    const { tag, related = [] } = diagnostic;
    return {
        range: shownRange(context, diagnostic.range),
        severity: severities[severity],
        code: rule.code,
        source: 'php.ini',
        message: messageOf(rated),
        ...(rule.link !== undefined && { codeDescription: { href: rule.link } }),
        ...(tag && { tags: [tags[tag]] }),
        ...(related.length > 0 && { relatedInformation: related.map(one => toRelated(context, one)) }),
    };
}

/** What the rule says, and where that holds for some versions only, for which. */
export function messageOf({ diagnostic: { message }, onlyFor }: RatedDiagnostic): string {
    return onlyFor === undefined
        ? message
        : `${message} This holds for PHP ${onlyFor}; which version reads the file is not known for certain.`;
}

function toRelated(context: DocumentContext, related: Related) {
    const start = { line: related.line ?? 0, character: 0 };
    const isHere = related.range && related.uri === undefined;
    const range = isHere ? shownRange(context, related.range) : { start, end: start };
    return { location: { uri: related.uri ?? context.uri, range }, message: related.message };
}
