import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';
import type { Related, Severity } from '../rules/rule.ts';
import { find, type FindOptions, type RuleFinding } from './findings.ts';
import { toRange } from './positions.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };
const tags: Readonly<Record<'unnecessary' | 'deprecated', DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };

/** What the rules find, as the protocol has it. */
export function diagnose(context: DocumentContext, options: FindOptions): Diagnostic[] {
    return find(context, options).map(found => toDiagnostic(context, found));
}

export function toDiagnostic(context: DocumentContext, { rule, severity, finding }: RuleFinding): Diagnostic {
    const { tag, related = [] } = finding;
    return {
        range: toRange(context.document, finding.range),
        severity: severities[severity],
        code: rule.code,
        source: 'php.ini',
        message: finding.message,
        ...(rule.link !== undefined && { codeDescription: { href: rule.link } }),
        ...(tag && { tags: [tags[tag]] }),
        ...(related.length > 0 && { relatedInformation: related.map(one => toRelated(context, one)) }),
    };
}

function toRelated({ document, uri }: DocumentContext, related: Related) {
    const start = { line: 0, character: 0 };
    const range = related.range && related.uri === undefined ? toRange(document, related.range) : { start, end: start };
    return { location: { uri: related.uri ?? uri, range }, message: related.message };
}
