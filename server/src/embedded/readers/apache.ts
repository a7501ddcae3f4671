import { quoteValue } from '../../phpIni/syntax/quote.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import { isFlag, type EmbeddedLine, type EmbeddedScope, type Keyword } from '../embeddedLine.ts';
import type { Format, WantedValue } from '../format.ts';
import { at, instead, verbatim, type Piece } from '../piece.ts';
import { type ApacheLine, type ApacheWord, apacheLines } from './apacheLines.ts';
import { indentOf } from '../../phpIni/fileLines.ts';
import { keywordBehind, malformed } from './poolFile.ts';
import { isSuppression } from './suppression.ts';
import { findDirective } from '../../catalog/lookup.ts';

const keywords = /^php_(?:admin_)?(?:value|flag)$/i;

const shared = {
    reader: 'Apache',
    isLiteral: true,
    comment: '#',
    read: readApache,
    writeName: (name: string, behind: string) => (/^["' \t]/.test(behind) ? name : `${name} `),
    writeValue: (value: WantedValue) => written(value),
    writeLine,
} as const;

/** Apache's configuration, with its module of PHP. */
export const apacheFile: Format = { ...shared, name: 'apache' };

/** What a directory says of itself. */
export const htaccessFile: Format = { ...shared, name: 'htaccess' };

interface OpenSection {
    readonly title: string;
    readonly lines: EmbeddedLine[];
}

/** Each section by itself: which of them are in force, and in which order, only Apache knows. */
function readApache(file: string, draft = -1): EmbeddedScope[] {
    const root: OpenSection = { title: '', lines: [] };
    const scopes = [root];
    const open = [root];
    for (const line of apacheLines(file)) {
        const [first] = line.words;
        const current = open.at(-1) ?? root;
        const section = /^<(\/?)(\w+)/.exec(first?.text ?? '');
        if (section?.[1] === '/') {
            if (open.length > 1) {
                open.pop();
            }
        } else if (section) {
            const isCondition = /^if/i.test(section[2] ?? '');
            const title = isCondition ? current.title : file.slice(line.range.start, line.range.end).trim();
            const scope = { title, lines: [] };
            scopes.push(scope);
            open.push(scope);
        } else if (isSuppression(file.slice(line.range.start, line.range.end))) {
            const sign = line.range.start + indentOf(file, line.range.start).length;
            const pieces = [
                instead(';', { start: sign, end: sign + 1 }),
                verbatim(file, { start: sign + 1, end: line.range.end }),
            ];
            current.lines.push({ pieces, whole: line.whole });
        } else if (first && keywords.test(first.text)) {
            current.lines.push(readDirective(file, line, draft));
        }
    }
    return scopes.filter(({ lines }) => lines.some(({ keyword }) => keyword !== undefined));
}

function readDirective(file: string, line: ApacheLine, draft: number): EmbeddedLine {
    const { words, range, whole } = line;
    const [first, name, value] = words;
    const word = (first?.text.toLowerCase() ?? '') as Keyword;
    const keyword = { word, from: first?.range ?? at(range.start) };
    const isDraft = range.start <= draft && draft <= range.end;
    // What stands in quotes and is empty counts as missing.
    if (words.length === 3 && name && value && name.text !== '' && value.text !== '') {
        const noFlag = isFlag(word) && !isFlagWord(value.text) && !value.isOpen ? value.text : undefined;
        const pieces = [
            nameOf(file, name),
            instead(' = ', { start: name.range.end, end: value.range.start }),
            ...(noFlag === undefined ? valueOf(file, value, word) : [instead('Off', value.range)]),
            ...keywordBehind(file, range.end, keyword.from),
        ];
        return { pieces, whole, keyword, ...(noFlag !== undefined && { noFlag }) };
    }
    if (!isDraft || words.length > 2) {
        return { ...malformed(file, range), whole, keyword };
    }
    // The line that is being typed: a name, or a name and a blank.
    const nameRange = name?.range ?? at(draft);
    const pieces = [verbatim(file, nameRange)];
    if (name && draft > name.range.end) {
        pieces.push(instead(' = ', { start: nameRange.end, end: draft }), instead('', at(draft)));
    }
    return { pieces, whole, keyword };
}

/** What means On is On; what means Off is Off, as all else is. */
function isFlagWord(text: string): boolean {
    return /^(?:on|1|off|0|no|false|none|null)$/i.test(text);
}

function nameOf(file: string, { text, range, inner }: ApacheWord): Piece {
    return file.slice(inner.start, inner.end) === text ? verbatim(file, inner) : instead(text, range);
}

/** In quotes, as it is text to PHP, whatever it looks like; but for flags, of which Apache makes 1 and 0. */
function valueOf(file: string, { text, range, inner, isOpen }: ApacheWord, word: Keyword): Piece[] {
    const isPlain = file.slice(inner.start, inner.end) === text;
    if (isFlag(word) && isPlain) {
        return [verbatim(file, inner)];
    }
    if (!isFlag(word) && /^none$/i.test(text)) {
        return [instead('""', range)];
    }
    if (isOpen) {
        // `${NAME}` is put in by Apache: to PHP's rules as well it is what nobody knows yet.
        return [instead(`"${text.replace(/["\\]/g, '\\$&')}"`, range)];
    }
    if (!isPlain || /["\\$]/.test(text)) {
        return [instead(quoteValue(text), range)];
    }
    return [instead('"', { start: range.start, end: inner.start }), verbatim(file, inner), closing(range, inner)];
}

function closing(range: Range, inner: Range): Piece {
    return instead('"', { start: inner.end, end: range.end });
}

/** Words for On and Off stay words; everything else is what PHP would have made of it. */
function written({ raw, literal }: WantedValue): string | undefined {
    const value = /^(?:on|off)$/i.test(raw) ? raw : literal;
    if (value === '' || /[\r\n]/.test(value)) {
        return value === '' ? 'none' : undefined;
    }
    return /[\s"'\\]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

function writeLine(name: string, value: WantedValue, { keyword, whole }: EmbeddedLine, file: string) {
    const text = written(value);
    if (!keyword || text === undefined) {
        return undefined;
    }
    const isSwitch = findDirective(name)?.type === 'boolean' && /^(?:on|off|[01])$/i.test(text);
    const admin = keyword.word.startsWith('php_admin_') ? 'admin_' : '';
    return `${indentOf(file, whole.start)}php_${admin}${isSwitch ? 'flag' : 'value'} ${name} ${text}`;
}
