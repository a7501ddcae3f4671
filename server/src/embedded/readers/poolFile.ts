import { evaluate } from '../../phpIni/syntax/evaluate.ts';
import { parsePhpIni } from '../../phpIni/syntax/document.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import type { EmbeddedLine, EmbeddedScope, Keyword } from '../embeddedLine.ts';
import { isFlag } from '../embeddedLine.ts';
import type { Format } from '../format.ts';
import { indentOf, linesOf, type FileLine } from '../../phpIni/fileLines.ts';
import { at, instead, verbatim, type Piece } from '../piece.ts';
import { MOST_APART, withoutBeaten } from '../precedence.ts';
import { isSuppression } from './suppression.ts';

const setting =
    /^([ \t]*)(php_(?:admin_)?(?:value|flag))(?!\w)(?:([ \t]*\[[ \t]*["']?)([^\]"'=\s]*)(["']?(?:(?<![ \t])[ \t]+)?\])?|(?=[ \t]*=))/i;

/** Pools of PHP-FPM, which reads each line by itself, by the grammar of php.ini. */
export const poolFile: Format = {
    name: 'pool',
    reader: 'FPM',
    isLiteral: false,
    comment: ';',
    read: readPools,
    writeName: (name, behind) => (/^["' \t]*\]/.test(behind) ? name : `${name}] = `),
    writeValue: ({ raw }) => raw,
    writeLine: (name, { raw }, { keyword, whole }, file) =>
        keyword && `${indentOf(file, whole.start)}${keyword.word}[${name}] = ${raw}`,
};

function readPools(file: string, draft = -1): EmbeddedScope[] {
    const scopes: EmbeddedScope[] = [];
    const broken: EmbeddedScope[] = [];
    let lines: EmbeddedLine[] = [];
    const begin = (title: string): void => {
        lines = [];
        scopes.push({ title, lines });
    };
    begin('');
    for (const line of linesOf(file)) {
        const pool = /^[ \t]*\[([^\]]+)\]/.exec(line.text)?.[1];
        if (pool !== undefined) {
            begin(pool === 'global' ? '' : `pool ${pool}`);
        } else if (isSuppression(line.text)) {
            lines.push({ pieces: [verbatim(file, line.range)], whole: line.whole });
        } else {
            const isDraft = line.range.start <= draft && draft <= line.range.end;
            const read = readLine(file, line, isDraft);
            if (read?.isBroken === true) {
                // What PHP's grammar makes of the lines below would not be what FPM makes of them.
                broken.push({ title: scopes.at(-1)?.title ?? '', lines: [read.line] });
            } else if (read) {
                lines.push(read.line);
            }
        }
    }
    return [...scopes, ...broken.slice(0, MOST_APART)]
        .filter(scope => scope.lines.some(({ keyword }) => keyword !== undefined))
        .flatMap(withoutBeaten);
}

interface ReadLine {
    readonly line: EmbeddedLine;
    readonly isBroken?: boolean;
}

function readLine(file: string, { text, range, whole }: FileLine, isDraft: boolean): ReadLine | undefined {
    const [head, indent = '', word = '', opening = '', name = '', closing] = setting.exec(text) ?? [];
    if (head === undefined) {
        return undefined;
    }
    const wordStart = range.start + indent.length;
    const keyword = { word: word.toLowerCase() as Keyword, from: { start: wordStart, end: wordStart + word.length } };
    const nameStart = keyword.from.end + opening.length;
    const nameRange = { start: nameStart, end: nameStart + name.length };
    const equals = /^[ \t]*=[ \t]*/.exec(text.slice(head.length))?.[0];
    // Unlike Apache, FPM tells capitals from small letters.
    const isKnown = word === keyword.word;
    if (!isKnown || closing === undefined || equals === undefined || name === '') {
        return isDraft && isKnown
            ? { line: { pieces: [verbatim(file, nameRange)], whole, keyword } }
            : { line: { ...malformed(file, range), whole, keyword } };
    }
    const valueStart = range.start + head.length + equals.length;
    const value = { start: valueStart, end: range.end };
    const assignment = [verbatim(file, nameRange), instead(' = ', { start: nameRange.end, end: valueStart })];
    const read = readValue(file.slice(value.start, value.end), isFlag(keyword.word));
    if (read === 'broken') {
        return { line: { pieces: [...assignment, verbatim(file, value)], whole, keyword }, isBroken: true };
    }
    const behind = keywordBehind(file, range.end, keyword.from);
    if (read.noFlag !== undefined) {
        const written = { start: valueStart + read.place.start, end: valueStart + read.place.end };
        const rest = verbatim(file, { start: written.end, end: range.end });
        const pieces = [...assignment, instead('Off', written), rest, ...behind];
        return { line: { pieces, whole, keyword, noFlag: read.noFlag } };
    }
    return { line: { pieces: [...assignment, verbatim(file, value), ...behind], whole, keyword } };
}

/** In a comment, so that it has a place that fixes can change. */
export function keywordBehind(file: string, offset: number, keyword: Range): Piece[] {
    return [instead(' ;', at(offset)), verbatim(file, keyword)];
}

/** A comment to PHP. */
export function malformed(file: string, range: Range): Pick<EmbeddedLine, 'pieces' | 'malformed'> {
    return { pieces: [instead(';', at(range.start)), verbatim(file, range)], malformed: true };
}

/** What FPM takes for a flag, in just these letters; those of php.ini in any, as there they are 1 and nothing. */
const flagWords = /^(?:[01]?|on|off|yes|no|none|true|false)$/;

/** A single quote that is not closed ends the line without a word: what follows on further lines is FPM's as well. */
function readValue(raw: string, flag: boolean): 'broken' | { readonly place: Range; readonly noFlag?: string } {
    const document = parsePhpIni(`x = ${raw}`);
    const [node] = document.assignments;
    const value = evaluate(document).settings[0]?.value ?? '';
    const isNone = flag && !document.error && !raw.includes('${') && !flagWords.test(value);
    const isCut = document.silentEnd !== undefined;
    if (document.error || !node || (isCut && !isNone)) {
        return 'broken';
    }
    const place = isCut
        ? { start: 0, end: raw.length }
        : { start: node.valueRange.start - 4, end: node.valueRange.end - 4 };
    return isNone ? { place, noFlag: isCut ? raw : node.rawValue } : { place };
}
