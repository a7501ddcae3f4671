import { countBefore } from '../phpIni/sorted.ts';
import { parsePhpIni, type PhpIniDocument } from '../phpIni/syntax/document.ts';
import { evaluate } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, TextChange } from '../phpIni/syntax/nodes.ts';
import type { EmbeddedLine } from './embeddedLine.ts';
import type { Embedding } from './embedding.ts';
import type { WantedValue } from './format.ts';
import { indentOf } from '../phpIni/fileLines.ts';

/**
 * Changes of the php.ini as changes of the file that it was made of, in that file's words; undefined where one of them
 * cannot be made there.
 */
export function fileChanges(
    embedding: Embedding,
    document: PhpIniDocument,
    changes: readonly TextChange[],
): TextChange[] | undefined {
    const made = changes.map(change => fileChange(embedding, document, change));
    return made.every(change => change !== undefined) ? made : undefined;
}

function fileChange(embedding: Embedding, document: PhpIniDocument, change: TextChange): TextChange | undefined {
    const { range, newText } = change;
    const { lines } = document;
    if (range.start === range.end) {
        return insertion(embedding, document, change);
    }
    const line = lines.lineAt(range.start);
    const embedded = embedding.lineOf(line);
    if (!embedded) {
        return undefined;
    }
    const { assignments } = document;
    const found = assignments[countBefore(assignments, one => one.line < line)];
    const node = found?.line === line ? found : undefined;
    if (newText === '' && node && range.start <= node.range.start && range.end >= node.range.end) {
        return embedding.format.comment === undefined ? undefined : { range: embedded.whole, newText: '' };
    }
    if (node && node.valueRange.start <= range.start && range.end <= node.valueRange.end) {
        return valueChange(embedding, document, change, { node, embedded });
    }
    // A name, or the word that sets it.
    return embedding.isVerbatim(range) && !/[\r\n]/.test(newText)
        ? { range: embedding.toFile(range), newText }
        : undefined;
}

function valueChange(
    embedding: Embedding,
    document: PhpIniDocument,
    change: TextChange,
    { node, embedded }: { node: AssignmentNode; embedded: EmbeddedLine },
): TextChange | undefined {
    const { format, file } = embedding;
    const { valueRange, rawValue } = node;
    const start = change.range.start - valueRange.start;
    const end = change.range.end - valueRange.start;
    const raw = rawValue.slice(0, start) + change.newText + rawValue.slice(end);
    const wanted = wantedValue(raw, document.dialect.version);
    const newText = wanted && format.writeValue(wanted, embedded, file);
    return newText === undefined ? undefined : { range: embedding.toFile(valueRange), newText };
}

/** Lines that are put below one, or a comment above it. */
function insertion(embedding: Embedding, document: PhpIniDocument, change: TextChange): TextChange | undefined {
    const { format, file, lines } = embedding;
    const line = document.lines.lineAt(change.range.start);
    if (!/[\r\n]/.test(change.newText) && change.range.start > document.lines.startOf(line)) {
        return { range: embedding.toFile(change.range), newText: change.newText };
    }
    const added = change.newText.split(/\r\n|[\r\n]/).filter(text => text.trim() !== '');
    if (added.every(text => /^\s*;/.test(text))) {
        const below = embedding.lineOf(line);
        const { comment } = format;
        if (!below || comment === undefined) {
            return undefined;
        }
        const indent = indentOf(file, below.whole.start);
        const comments = added.map(text => indent + text.trimStart().replace(';', comment));
        return inserted(below.whole.start, comments, lines.dominantEnding);
    }
    const above = embedding.lineOf(line - 1) ?? embedding.lineOf(line);
    const written = above ? added.map(text => writtenLine(embedding, document, text, above)) : [undefined];
    if (!above || !written.every(text => text !== undefined)) {
        return undefined;
    }
    const { end } = above.whole;
    const isOpen = end > 0 && !/[\r\n]/.test(file.charAt(end - 1));
    const { newText } = inserted(end, written, lines.dominantEnding);
    return { range: { start: end, end }, newText: isOpen ? lines.dominantEnding + newText.trimEnd() : newText };
}

function inserted(offset: number, lines: readonly string[], ending: string): TextChange {
    return { range: { start: offset, end: offset }, newText: lines.map(line => line + ending).join('') };
}

function writtenLine(
    { format, file }: Embedding,
    { dialect }: PhpIniDocument,
    text: string,
    like: EmbeddedLine,
): string | undefined {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals)).trim();
    const wanted = /^\S+$/.test(name) ? wantedValue(text.slice(equals + 1).trim(), dialect.version) : undefined;
    return wanted && format.writeLine(name, wanted, like, file);
}

/** Of what stands behind a `=`; undefined where it is no one value, or none that is known. */
export function wantedValue(raw: string, phpVersion: string): WantedValue | undefined {
    const { settings, error } = evaluate(parsePhpIni(`x = ${raw}\n`, { phpVersion }));
    const [setting] = settings;
    return error || settings.length !== 1 || !setting || raw.includes('${')
        ? undefined
        : { raw: raw.trim(), literal: setting.value };
}
