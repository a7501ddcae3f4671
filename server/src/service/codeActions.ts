import type { CodeAction, Position, Range as LspRange, TextEdit } from 'vscode-languageserver';
import { fileChanges } from '../embedded/fileChanges.ts';
import { FIX_ALL } from './actionKinds.ts';
import type { DocumentContext } from '../model/documentContext.ts';
import { CLIENT_COMMANDS } from '../phpIni/protocol.ts';
import type { Fix, Remedy } from '../rules/rule.ts';
import type { TextChange } from '../phpIni/syntax/nodes.ts';
import { countBefore } from '../phpIni/sorted.ts';
import { heldTogether } from './changes.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { RatedDiagnostic } from './ruleDiagnostics.ts';
import { nodeAt, shownRange, toRange } from './positions.ts';
import { suppressionAbove } from './suppressions.ts';
import { type Check, type Holds, type Mending, trial } from './trial.ts';

export interface CodeActionRequest {
    readonly range: LspRange;
    /** Kinds that the client asks for, `quickfix` or `source.fixAll`; all where it does not say. */
    readonly only?: readonly string[];
    /** Of the whole document. */
    readonly diagnostics: readonly RatedDiagnostic[];
    /** What would be said of the document with another text. */
    readonly check: Check;
}

const QUICK_FIX = 'quickfix';

/**
 * For what the rules found in the range: mending it, why it was said, and how it is not said again. For the document:
 * mending all at once.
 */
export function codeActions(context: DocumentContext, request: CodeActionRequest): CodeAction[] {
    const wanted = (kind: string): boolean =>
        request.only === undefined || request.only.some(only => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    const holds = trial(context, request.diagnostics, request.check);
    if (wanted(QUICK_FIX)) {
        const here = diagnosticsIn(context, request);
        actions.push(
            ...here.flatMap(found => [...fixes(context, found, holds), ...remedies(context, found)]),
            ...firstOfEachRule(here).flatMap(found => alike(context, found, request.diagnostics, holds)),
            ...firstOfEachRule(here).flatMap(found => others(context, found)),
        );
    }
    // With every light bulb, "fix all" would be in the way: it comes where it is asked for. Files of others, which
    // their editors may mend with each save, are left alone.
    if (request.only !== undefined && wanted(FIX_ALL) && !context.embedding) {
        actions.push(...fixAll(context, request.diagnostics, holds));
    }
    return actions;
}

function diagnosticsIn(context: DocumentContext, { range, diagnostics }: CodeActionRequest): RatedDiagnostic[] {
    return diagnostics.filter(({ diagnostic }) => {
        const { start, end } = shownRange(context, diagnostic.range);
        return isUpTo(start, range.end) && isUpTo(range.start, end);
    });
}

function isUpTo(a: Position, b: Position): boolean {
    return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function firstOfEachRule(diagnostics: readonly RatedDiagnostic[]): RatedDiagnostic[] {
    return [...new Map(diagnostics.toReversed().map(found => [found.rule.code, found])).values()].toReversed();
}

function fixes(context: DocumentContext, found: RatedDiagnostic, holds: Holds): CodeAction[] {
    const diagnostics = [toDiagnostic(context, found)];
    return (found.diagnostic.fixes?.() ?? [])
        .filter(({ changes }) => holds({ mended: [found], changes }))
        .flatMap(fix =>
            editing(context, fix.changes, {
                title: fix.title,
                kind: QUICK_FIX,
                diagnostics,
                ...(isSure(found, fix) && { isPreferred: true }),
            }),
        );
}

function remedies(context: DocumentContext, found: RatedDiagnostic): CodeAction[] {
    return (found.diagnostic.remedies ?? []).map(remedy => commanding(context, found, remedy));
}

function commanding(context: DocumentContext, found: RatedDiagnostic, { title, command, ...rest }: Remedy): CodeAction {
    return {
        title,
        kind: QUICK_FIX,
        diagnostics: [toDiagnostic(context, found)],
        command: { title, command, arguments: [...rest.arguments] },
    };
}

/** The same mending wherever the same rule says the same kind of thing. */
function alike(
    context: DocumentContext,
    { rule }: RatedDiagnostic,
    diagnostics: readonly RatedDiagnostic[],
    holds: Holds,
): CodeAction[] {
    const same = diagnostics.filter(found => found.rule === rule);
    const { mended, changes } = joined(heldTogether(compatible(same), some => holds(joined(some))));
    return mended.length < 2
        ? []
        : editing(context, changes, {
              title: `Fix all ${mended.length} of ${rule.code}`,
              kind: QUICK_FIX,
              diagnostics: mended.map(found => toDiagnostic(context, found)),
          });
}

function fixAll(context: DocumentContext, diagnostics: readonly RatedDiagnostic[], holds: Holds): CodeAction[] {
    const { changes } = joined(heldTogether(compatible(diagnostics), some => holds(joined(some))));
    return changes.length === 0
        ? []
        : editing(context, changes, { title: 'Fix all that is sure in this php.ini', kind: FIX_ALL });
}

/** Not where another version may read the file, for which there is nothing to mend. */
function isSure({ onlyFor }: RatedDiagnostic, { preferred }: Fix): boolean {
    return preferred === true && onlyFor === undefined;
}

/** The preferred fixes that do not touch the same text; the first of those that do. */
function compatible(diagnostics: readonly RatedDiagnostic[]): Mending[] {
    /** In the order of the text. */
    const all: TextChange[] = [];
    const mendings: Mending[] = [];
    for (const found of diagnostics) {
        const fix = found.diagnostic.fixes?.().find(one => isSure(found, one));
        if (fix && !fix.changes.some(change => touchesAny(all, change))) {
            for (const change of fix.changes) {
                all.splice(startingBefore(all, change), 0, change);
            }
            mendings.push({ mended: [found], changes: fix.changes });
        }
    }
    return mendings;
}

function joined(mendings: readonly Mending[]): Mending {
    return { mended: mendings.flatMap(({ mended }) => mended), changes: mendings.flatMap(({ changes }) => changes) };
}

function startingBefore(all: readonly TextChange[], { range: { start } }: Pick<TextChange, 'range'>): number {
    return countBefore(all, ({ range }) => range.start < start);
}

/** Two insertions in one place count as well: which comes first would be chance. */
function touchesAny(all: readonly TextChange[], { range }: TextChange): boolean {
    const place = startingBefore(all, { range });
    const before = all[place - 1];
    const behind = all[place];
    return (
        (before !== undefined && before.range.end >= range.start) ||
        (behind !== undefined && behind.range.start <= range.end)
    );
}

function others(context: DocumentContext, found: RatedDiagnostic): CodeAction[] {
    const { code } = found.rule;
    const { explainRule, setRuleSeverity } = CLIENT_COMMANDS;
    const command = (title: string, name: string, ...args: readonly unknown[]): CodeAction =>
        commanding(context, found, { title, command: name, arguments: args });
    return [
        command(`Why ${code}?`, explainRule, code),
        ...disableHere(context, found),
        command(`Disable ${code} everywhere`, setRuleSeverity, code, 'off'),
        command(`Set the severity of ${code}…`, setRuleSeverity, code),
    ];
}

/** A comment above the line, or one code more in the comment that is there. */
function disableHere(context: DocumentContext, found: RatedDiagnostic): CodeAction[] {
    const { document } = context;
    const { rule, diagnostic } = found;
    const line = document.lines.lineAt(diagnostic.range.start);
    const start = document.lines.startOf(line);
    // Within a string of several lines, a comment would become part of the string.
    if (nodeAt(document, start)?.full.start !== start && start > 0) {
        return [];
    }
    const above = suppressionAbove(document, line);
    const indent = /^[ \t]*/.exec(document.text.slice(start, diagnostic.range.start))?.[0] ?? '';
    const change: TextChange =
        above === undefined
            ? {
                  range: { start, end: start },
                  newText: `${indent}; php-ini-disable-next-line ${rule.code}${document.eol}`,
              }
            : { range: { start: above, end: above }, newText: ` ${rule.code}` };
    return editing(context, [change], {
        title: `Disable ${rule.code} for this line`,
        kind: QUICK_FIX,
        diagnostics: [toDiagnostic(context, found)],
    });
}

/** The action with what it changes; none where the file that the settings stand in has no room for that. */
function editing(
    { document, embedding, uri }: DocumentContext,
    changes: Fix['changes'],
    action: CodeAction,
): CodeAction[] {
    const made = embedding ? fileChanges(embedding, document, changes) : changes;
    const edits = made?.map(({ range, newText }): TextEdit => ({
        range: toRange(embedding ?? document, range),
        newText,
    }));
    return edits ? [{ ...action, edit: { changes: { [uri]: edits } } }] : [];
}
