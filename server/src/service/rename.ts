import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import { DocumentContext } from '../model/documentContext.ts';
import { parsePhpIni, type PhpIniDocument } from '../phpIni/syntax/document.ts';
import { evaluate } from '../phpIni/syntax/evaluate.ts';
import { isExtensionName } from '../phpIni/syntax/evaluate.ts';
import { applied } from './changes.ts';
import { type Occurrence, occurrenceAt, occurrencesOf, sameAs } from './names.ts';
import { toOffset, toRange } from './positions.ts';

/** What would be renamed; undefined where nothing can be. */
export function prepareRename(
    context: DocumentContext,
    position: Position,
): { range: Range; placeholder: string } | undefined {
    const occurrence = occurrenceAt(context, toOffset(context.document, position));
    return occurrence && !isExtensionName(occurrence.name)
        ? { range: toRange(context.document, occurrence.range), placeholder: occurrence.name }
        : undefined;
}

/**
 * Renames a directive, or a variable of the environment, wherever the document means it. Undefined where there is
 * nothing to rename; throws a RenameRefused with the reason where the new name is no name, or where more than the name
 * would change.
 */
export function rename(context: DocumentContext, position: Position, newName: string): WorkspaceEdit | undefined {
    const { document, uri } = context;
    const occurrence = occurrenceAt(context, toOffset(document, position));
    if (!occurrence) {
        return undefined;
    }
    refuseNames(occurrence, newName, context);
    const places = sameAs(context, occurrence);
    const text = applied(
        document.text,
        places.map(({ range }) => ({ range, newText: newName })),
    );
    const renamed = parsePhpIni(text, { phpVersion: document.dialect.version });
    if (!differsOnlyInName(context, renamed, places, newName)) {
        throw new RenameRefused(`With the name ${JSON.stringify(newName)} PHP would read other things differently`);
    }
    return { changes: { [uri]: places.map(({ range }) => ({ range: toRange(document, range), newText: newName })) } };
}

export class RenameRefused extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'RenameRefused';
    }
}

/** The characters of which no name of a directive, and so none that `${…}` finds, may hold any. */
const forbidden = /[=\n\r\t;&|^$~(){}!"[\]\0]/;

function refuseNames({ name, meaning }: Occurrence, newName: string, context: DocumentContext): void {
    if (isExtensionName(name)) {
        throw new RenameRefused(`${name} is PHP's own word for loading an extension`);
    }
    if (newName === '' || newName.trim() !== newName) {
        throw new RenameRefused('A name is not empty, and does not begin or end with a blank');
    }
    const character = forbidden.exec(newName)?.[0];
    if (character !== undefined) {
        throw new RenameRefused(`A name cannot hold ${JSON.stringify(character)}`);
    }
    if (newName === name) {
        return;
    }
    const uses = context.memo(occurrencesOf).filter(other => other.name === newName);
    if (meaning === 'environment') {
        if (uses.some(other => other.meaning === 'directive')) {
            throw new RenameRefused(`The file sets ${newName} itself: \${${newName}} could mean that`);
        }
        return;
    }
    if (/^(?:true|on|yes|false|off|none|no|null)$/i.test(newName)) {
        throw new RenameRefused(`PHP reads ${newName} as a value, not as a name`);
    }
    if (isExtensionName(newName)) {
        throw new RenameRefused(`${newName} would load an extension`);
    }
    if (uses.length > 0) {
        throw new RenameRefused(`The file names ${newName} already: the two could not be told apart any more`);
    }
}

/**
 * By reading the result: the same nodes, the same names but for this one, the same values, whatever the environment
 * holds.
 */
function differsOnlyInName(
    context: DocumentContext,
    renamed: PhpIniDocument,
    places: readonly Occurrence[],
    newName: string,
): boolean {
    const { document } = context;
    const { before, after } = environments(context, places, newName);
    const was = evaluate(document, { environment: before });
    const is = evaluate(renamed, { environment: after });
    return (
        sameKinds(document, renamed) &&
        namesMatch(context, new DocumentContext(renamed), new Set(places), newName) &&
        was.error?.message === is.error?.message &&
        was.error?.line === is.error?.line &&
        was.settings.length === is.settings.length &&
        was.settings.every(({ value, line }, index) => {
            const other = is.settings[index];
            return value === other?.value && line === other.line;
        })
    );
}

function sameKinds(before: PhpIniDocument, after: PhpIniDocument): boolean {
    return (
        before.nodes.length === after.nodes.length &&
        before.nodes.every(({ kind, reached }, index) => {
            const other = after.nodes[index];
            return kind === other?.kind && reached === other.reached;
        })
    );
}

function namesMatch(
    before: DocumentContext,
    after: DocumentContext,
    places: ReadonlySet<Occurrence>,
    newName: string,
): boolean {
    const is = occurrencesOf(after);
    const was = before.memo(occurrencesOf);
    return (
        was.length === is.length &&
        was.every((occurrence, index) => {
            const other = is[index];
            const name = places.has(occurrence) ? newName : occurrence.name;
            return name === other?.name && occurrence.meaning === other.meaning;
        })
    );
}

/** Environments in which every variable has a value of its own; what is renamed keeps its value under the new name. */
function environments(context: DocumentContext, places: readonly Occurrence[], newName: string) {
    const names = new Set(context.memo(occurrencesOf).map(({ name }) => name)).add(newName);
    const after = new Map([...names].map((name, index) => [name, String(4_242 + index)]));
    const before = new Map(after);
    const [place] = places;
    if (place?.meaning === 'environment') {
        // Two variables that become one were meant to be the same.
        before.set(place.name, after.get(newName) ?? '');
    }
    return { before: Object.fromEntries(before), after: Object.fromEntries(after) };
}
