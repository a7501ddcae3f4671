// Whether a fix does what it promises: what it mends is gone, nothing as bad has come instead, and PHP reads the rest
// of the text as before.
import type { CodeAction } from 'vscode-languageserver';
import type { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { valuesOf, VARIABLES_BY_NAME } from '../../../server/src/phpIni/syntax/evaluate.ts';
import type { PhpIniDocument } from '../../../server/src/phpIni/syntax/document.ts';
import { bomLength } from '../../../server/src/phpIni/syntax/lines.ts';
import type {
    AssignmentNode,
    BareKeyNode,
    Range,
    SectionNode,
    TextChange,
} from '../../../server/src/phpIni/syntax/nodes.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { codeActions } from '../../../server/src/service/codeActions.ts';
import { toOffset, toRange } from '../../../server/src/service/positions.ts';
import { checkDocument, type RatedDiagnostic } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextOf, type ContextOptions } from './cursor.ts';

/** A document with all that the rules say of it. */
export interface Checked {
    readonly text: string;
    readonly options: ContextOptions;
    readonly context: DocumentContext;
    readonly found: readonly RatedDiagnostic[];
}

export function checked(text: string, options: ContextOptions): Checked {
    const context = contextOf(text, options);
    return { text, options, context, found: findings(context) };
}

function findings(context: DocumentContext): RatedDiagnostic[] {
    const onFailure = ({ code }: Rule, error: unknown): never => {
        throw new Error(`Rule ${code} threw`, { cause: error });
    };
    return checkDocument(context, { onFailure });
}

/** A fix that is offered at a finding, with the text after it. */
export interface OfferedFix {
    /** Of the rule. */
    readonly code: string;
    readonly title: string;
    readonly preferred: boolean;
    readonly after: string;
}

/** All fixes of single findings. */
export function offeredFixes(text: string, options: ContextOptions): OfferedFix[] {
    const before = checked(text, options);
    return before.found.flatMap(own =>
        offered(before, own.diagnostic.range, 'quickfix')
            .filter(
                ({ diagnostics, title }) => diagnostics?.[0]?.code === own.rule.code && !title.startsWith('Fix all'),
            )
            .map(action => ({
                code: own.rule.code,
                title: action.title,
                preferred: action.isPreferred === true,
                after: applied(text, changesOf(before, action))?.text ?? '',
            })),
    );
}

/** What is wrong with what is offered at each finding, and for the whole text. */
export function faultsOfOffered(text: string, options: ContextOptions): string[] {
    const before = checked(text, options);
    const actions = [
        ...before.found.flatMap(({ diagnostic: { range } }) => offered(before, range, 'quickfix')),
        ...offered(before, { start: 0, end: text.length }, 'source.fixAll'),
    ];
    return actions.flatMap(action => {
        const mended = before.found.filter(one => isAbout(action, one, before.context));
        const fault = faultOf(before, mended, changesOf(before, action));
        return fault === undefined ? [] : [`"${action.title}" of ${mended[0]?.rule.code ?? 'all'}: ${fault}`];
    });
}

/** What changes the text, but for switching a rule off. */
function offered({ context, found }: Checked, range: Range, only: string): CodeAction[] {
    return codeActions(context, {
        range: toRange(context.document, range),
        only: [only],
        diagnostics: found,
        check: findings,
    }).filter(({ edit, title }) => edit && !title.startsWith('Disable '));
}

function changesOf({ context: { document, uri } }: Checked, { edit }: CodeAction): TextChange[] {
    return (edit?.changes?.[uri] ?? []).map(({ range: { start, end }, newText }) => ({
        range: { start: toOffset(document, start), end: toOffset(document, end) },
        newText,
    }));
}

function isAbout(
    { diagnostics = [] }: CodeAction,
    { rule, diagnostic }: RatedDiagnostic,
    { document }: DocumentContext,
) {
    const place = JSON.stringify(toRange(document, diagnostic.range));
    return diagnostics.some(({ code, range }) => code === rule.code && JSON.stringify(range) === place);
}

/** What is wrong with changes that are to mend some findings; undefined where they hold. */
export function faultOf(
    before: Checked,
    mended: readonly RatedDiagnostic[],
    changes: readonly TextChange[],
): string | undefined {
    const made = applied(before.text, changes);
    if (!made) {
        return 'its changes overlap, or lie outside of the text';
    }
    if (made.text === before.text) {
        return 'it changes nothing';
    }
    const after = checked(made.text, before.options);
    // Settings that belong to a host or a path become global: that is what mends.
    const bySection = !before.found.some(({ rule }) => rule.code === 'host-port-section-leak');
    const was = readings(before, bySection, node => changes.some(change => touches(change, node)));
    const is = readings(after, bySection, node => made.written.some(range => overlap(range, node.full)));
    const lost = firstMissing(was, is);
    if (lost !== undefined) {
        return `PHP does not read ${lost} any more`;
    }
    const stops = [before, after].map(stop);
    const [stopped = Infinity, stopsNow = Infinity] = stops;
    if (stopsNow < Infinity && stopped === Infinity) {
        return 'PHP stops reading';
    }
    const lines = made.written.map(range => wholeLines(after.context.document, range));
    const readsMore = is.length > was.length || (stopped < Infinity && stopsNow >= (lines.at(-1)?.end ?? 0));
    // A line that PHP could not read is new to it as well.
    const about = mended.length > 0 ? mended : before.found;
    const known = about.some(({ rule }) => rule.code === 'syntax-error') ? [] : lines;
    const told = after.found.filter(one => !readsMore || known.some(range => overlap(range, one.diagnostic.range)));
    return excess(before.found, mended, told);
}

interface Made {
    readonly text: string;
    /** Where the new texts stand, in the order of the text; without the line endings around them. */
    readonly written: readonly Range[];
}

/** Undefined where the changes cannot be made. */
function applied(text: string, changes: readonly TextChange[]): Made | undefined {
    const written: Range[] = [];
    let changed = '';
    let end = 0;
    for (const { range, newText } of changes.toSorted((a, b) => a.range.start - b.range.start)) {
        if (range.start < end || range.end < range.start || range.end > text.length) {
            return undefined;
        }
        changed += text.slice(end, range.start);
        const [, before = '', core = ''] = /^([\r\n]*)(.*?)[\r\n]*$/s.exec(newText) ?? [];
        const start = changed.length + before.length;
        written.push({ start, end: start + core.length });
        changed += newText;
        end = range.end;
    }
    return { text: changed + text.slice(end), written };
}

type Statement = AssignmentNode | BareKeyNode | SectionNode;

/** What PHP makes of each statement that is not left out, variables by their names. */
function readings(
    { context: { document } }: Checked,
    bySection: boolean,
    isLeftOut: (node: Pick<Statement, 'full' | 'range'>) => boolean,
): string[] {
    const values = valuesOf(document, VARIABLES_BY_NAME);
    return (
        document.nodes
            .filter((node): node is Statement => /^(?:assignment|bareKey|section)$/.test(node.kind) && node.reached)
            // Behind a statement on its line may be what PHP cannot read.
            .filter(({ full, range }) => !isLeftOut({ range, full: wholeLines(document, full) }))
            .map(node => {
                if (node.kind !== 'assignment') {
                    return `${node.name} (${node.kind})`;
                }
                const where = bySection && node.capturedBy ? ` in [${node.capturedBy.name}]` : '';
                return `${node.name}${node.key ? '[]' : ''} = ${JSON.stringify(values.get(node))}${where}`;
            })
    );
}

/** Whether the change is one of the statement, and not only one beside it. */
function touches(
    { range: { start, end }, newText }: TextChange,
    { full, range }: Pick<Statement, 'full' | 'range'>,
): boolean {
    return start < end
        ? overlap({ start, end }, full)
        : (full.start < start && start < full.end) ||
              (start === range.end && !/^[\r\n]/.test(newText)) ||
              (start === full.start && !/[\r\n]$/.test(newText));
}

function overlap(a: Range, b: Range): boolean {
    return a.start === a.end ? b.start < a.start && a.start < b.end : a.start < b.end && b.start < a.end;
}

/** The first of `some` that does not stand in `all`, in the same order. */
function firstMissing(some: readonly string[], all: readonly string[]): string | undefined {
    let next = 0;
    return some.find(one => {
        next = all.indexOf(one, next) + 1;
        return next === 0;
    });
}

/** Where PHP stops reading. */
function stop({ context: { document } }: Checked): number {
    const { error, silentEnd, nodes } = document;
    return error !== undefined || silentEnd !== undefined
        ? (nodes.find(({ reached }) => !reached)?.full.start ?? 0)
        : Infinity;
}

/** The lines from that of the first character to that of the last. */
function wholeLines({ lines, text }: PhpIniDocument, { start, end }: Range): Range {
    const last = lines.lineAt(Math.max(start, end - 1));
    return {
        start: Math.max(bomLength(text), lines.startOf(lines.lineAt(start))),
        end: last + 1 < lines.count ? lines.startOf(last + 1) : text.length,
    };
}

/** What is found still, or anew and is an error or a warning. */
function excess(
    before: readonly RatedDiagnostic[],
    mended: readonly RatedDiagnostic[],
    after: readonly RatedDiagnostic[],
): string | undefined {
    const left = before.map(({ rule }) => rule.code);
    for (const { rule } of mended) {
        left.splice(left.indexOf(rule.code), 1);
    }
    for (const { rule, severity, diagnostic } of after) {
        const known = left.indexOf(rule.code);
        const isOwn = mended.some(one => one.rule.code === rule.code);
        if (known >= 0) {
            left.splice(known, 1);
        } else if (isOwn || severity === 'error' || severity === 'warning') {
            return `${rule.code} is found ${isOwn ? 'still' : 'instead'}: ${diagnostic.message}`;
        }
    }
    return undefined;
}
