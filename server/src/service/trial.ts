import type { Embedding } from '../embedded/embedding.ts';
import { fileChanges } from '../embedded/fileChanges.ts';
import type { DocumentContext } from '../model/documentContext.ts';
import { embeddedContexts } from '../model/embeddedContexts.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';
import { valuesOf, VARIABLES_BY_NAME } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, BareKeyNode, Range, SectionNode, TextChange } from '../phpIni/syntax/nodes.ts';
import { applied } from './changes.ts';
import type { RatedDiagnostic } from './ruleDiagnostics.ts';

/** What is to be said of a document. */
export type Check = (context: DocumentContext) => readonly RatedDiagnostic[];

/** Changes of the text, and the findings that they are to mend. */
export interface Mending {
    readonly mended: readonly RatedDiagnostic[];
    readonly changes: readonly TextChange[];
}

export type Holds = (mending: Mending) => boolean;

/** How much text is read for one request, as far as that is more than a few tries: nobody reads long menus. */
const CHARACTERS = 2 ** 19;
const TRIES = 8;

/**
 * Tries changes before they are offered. They hold where what they mend is no longer found, no error or warning has
 * come instead, and PHP reads the rest as before: a rule knows what is wrong with its own line, not what the new one
 * may be at odds with. What is too much to try does not hold.
 */
export function trial(context: DocumentContext, found: readonly RatedDiagnostic[], check: Check): Holds {
    return context.embedding ? trialInFile(context, context.embedding, check) : trialOfText(context, found, check);
}

/** Of what a file of others is to PHP, all its scopes: what mends one may be in the way of another. */
function trialInFile(context: DocumentContext, embedding: Embedding, check: Check): Holds {
    const { uri, facts, php, document, profile } = context;
    const scopesOf = (text: string): readonly DocumentContext[] =>
        embeddedContexts(text, { uri, facts, php, profile }) ?? [];
    const before = scopesOf(embedding.file);
    const found = before.flatMap(check);
    let left = triesFor(embedding.file);
    return ({ mended, changes }) => {
        const made = fileChanges(embedding, document, changes)?.toSorted((a, b) => a.range.start - b.range.start);
        if (!made || left === 0) {
            return false;
        }
        left--;
        const changed = applied(embedding.file, made);
        const after = scopesOf(changed);
        const isUntouched = (range: Range): boolean => !made.some(change => touch(change.range, range));
        const rest = before.flatMap(scope => readingsOf(scope, isUntouched));
        const isSame = isWithin(
            rest,
            after.flatMap(scope => readingsOf(scope)),
        );
        return changed !== embedding.file && isSame && isMended(found, mended, after.flatMap(check));
    };
}

/** What PHP reads in a scope, of what stands in the file where it is asked for. */
function readingsOf(scope: DocumentContext, isWanted: (range: Range) => boolean = () => true): string[] {
    return statementsOf(scope)
        .filter(({ own }) => isWanted(scope.embedding?.toFile(own) ?? own))
        .map(({ reading }) => `${scope.embedding?.title ?? ''} ${reading}`);
}

/** Whether all of them are among the others, in the same order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
    let next = 0;
    for (const one of all) {
        if (one === some[next]) {
            next++;
        }
    }
    return next === some.length;
}

function trialOfText(context: DocumentContext, found: readonly RatedDiagnostic[], check: Check): Holds {
    const { text } = context.document;
    const before = statementsOf(context);
    let left = triesFor(text);
    return ({ mended, changes }) => {
        const ordered = changes.toSorted((a, b) => a.range.start - b.range.start);
        const changed = applied(text, ordered);
        if (left === 0 || changed === text) {
            return false;
        }
        left--;
        const after = context.withText(changed);
        const reading = compare(before, statementsOf(after), ordered);
        if (!reading || stop(after) < stop(context)) {
            return false;
        }
        const more = reading.more || (stop(context) < Infinity && stop(after) >= endOfLast(ordered));
        // A line that PHP could not read is new to it as well.
        const isRead = !mended.some(({ rule }) => rule.code === 'syntax-error');
        const isNew = (range: Range): boolean =>
            more && !(isRead && reading.changed.some(place => overlap(place, range)));
        return isMended(
            found,
            mended,
            check(after).filter(({ diagnostic }) => !isNew(diagnostic.range)),
        );
    };
}

function triesFor(text: string): number {
    return Math.max(TRIES, Math.floor(CHARACTERS / (text.length + 1)));
}

/** Something that PHP reads, with what it makes of it. */
interface Statement {
    readonly start: number;
    /** The statement itself. */
    readonly own: Range;
    /** On them may be more, also what PHP cannot read. */
    readonly lines: Range;
    readonly reading: string;
}

type ReadNode = AssignmentNode | BareKeyNode | SectionNode;

function statementsOf({ document }: DocumentContext): Statement[] {
    const values = valuesOf(document, VARIABLES_BY_NAME);
    return document.nodes
        .filter((node): node is ReadNode => node.reached && /^(?:assignment|bareKey|section)$/.test(node.kind))
        .map(node => ({
            start: node.full.start,
            own: node.range,
            lines: wholeLines(document, node.full),
            reading: readingOf(node, values),
        }));
}

function wholeLines({ lines, text }: PhpIniDocument, { start, end }: Range): Range {
    const next = lines.lineAt(end - 1) + 1;
    return { start: lines.startOf(lines.lineAt(start)), end: next < lines.count ? lines.startOf(next) : text.length };
}

function readingOf(node: ReadNode, values: ReadonlyMap<AssignmentNode, string>): string {
    return node.kind === 'assignment'
        ? `${node.name}${node.key ? '[]' : ''}=${values.get(node) ?? ''}`
        : `${node.kind} ${node.name}`;
}

interface Reading {
    /** The lines of statements that changes have made or touched. */
    readonly changed: readonly Range[];
    /** Whether PHP reads what it did not read before. */
    readonly more: boolean;
}

/** Undefined where PHP reads a statement that no change touches differently, or not at all. */
function compare(
    before: readonly Statement[],
    after: readonly Statement[],
    changes: readonly TextChange[],
): Reading | undefined {
    const left = new Map(after.map(statement => [statement.start, statement]));
    let next = 0;
    let shift = 0;
    for (const statement of before) {
        for (let change = changes[next]; change && isBefore(change, statement); change = changes[++next]) {
            shift += change.newText.length - (change.range.end - change.range.start);
        }
        const change = changes[next];
        if (!change || change.range.start >= statement.lines.end) {
            const same = left.get(statement.start + shift);
            if (same?.reading !== statement.reading) {
                return undefined;
            }
            left.delete(same.start);
        }
    }
    const written = writtenBy(changes);
    const changed = [...left.values()]
        .map(({ lines }) => lines)
        .filter(lines => written.some(one => touch(one, lines)));
    return { changed, more: changed.length < left.size };
}

/** A line that is put in front of the statement leaves it alone; anything else that is put there does not. */
function isBefore({ range, newText }: TextChange, { lines: { start } }: Statement): boolean {
    return range.end < start || (range.end === start && (range.start < range.end || /[\r\n]$/.test(newText)));
}

/** Where the new texts stand. */
function writtenBy(changes: readonly TextChange[]): Range[] {
    let shift = 0;
    return changes.map(({ range, newText }) => {
        const start = range.start + shift;
        shift += newText.length - (range.end - range.start);
        return { start, end: start + newText.length };
    });
}

function endOfLast(changes: readonly TextChange[]): number {
    return writtenBy(changes).at(-1)?.end ?? 0;
}

/** Where PHP stops reading. */
function stop({ document: { error, nodes, silentEnd } }: DocumentContext): number {
    const stops = error !== undefined || silentEnd !== undefined;
    return stops ? (nodes.find(({ reached }) => !reached)?.full.start ?? 0) : Infinity;
}

/** By the number of findings of each kind: where they are may change with each line. */
function isMended(
    before: readonly RatedDiagnostic[],
    mended: readonly RatedDiagnostic[],
    after: readonly RatedDiagnostic[],
): boolean {
    const left = new Map<string, number>();
    const count = (code: string, by: number): number => {
        const number = (left.get(code) ?? 0) + by;
        left.set(code, number);
        return number;
    };
    before.forEach(({ rule }) => count(rule.code, 1));
    mended.forEach(({ rule }) => count(rule.code, -1));
    const own = new Set(mended.map(({ rule }) => rule.code));
    const matters = ({ rule, severity }: RatedDiagnostic): boolean =>
        severity === 'error' || severity === 'warning' || own.has(rule.code);
    return after.filter(matters).every(({ rule }) => count(rule.code, -1) >= 0);
}

function overlap(a: Range, b: Range): boolean {
    return a.start < b.end && b.start < a.end;
}

function touch(a: Range, b: Range): boolean {
    return a.start <= b.end && b.start <= a.end;
}
