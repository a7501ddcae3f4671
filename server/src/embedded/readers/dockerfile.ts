import { from, type HereDocument, type Instruction, instructionsOf } from '../../phpIni/project/dockerInstructions.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import type { EmbeddedLine, EmbeddedScope } from '../embeddedLine.ts';
import type { Format, WantedValue } from '../format.ts';
import type { Piece } from '../piece.ts';
import { shellTokens, textOf, type ShellCharacter } from './shellWords.ts';
import { type DocumentBelow, type Written, writesOf } from './shellWrites.ts';
import { assignmentOf, directiveOfVariable, writePlain } from './variables.ts';

/** What a Dockerfile writes into ini files of PHP, and what it tells images by variables. */
export const dockerfile: Format = {
    name: 'dockerfile',
    reader: 'Docker',
    isLiteral: false,
    read: readDockerfile,
    writeName: (name, behind) => (/^\s*=/.test(behind) ? name : `${name} = `),
    writeValue,
    writeLine: () => undefined,
};

const writing = new Set(['RUN', 'COPY', 'ADD']);

function readDockerfile(file: string): EmbeddedScope[] {
    const files = new Map<string, EmbeddedLine[]>();
    const variables: EmbeddedLine[] = [];
    for (const instruction of instructionsOf(file)) {
        if (instruction.name === 'ENV') {
            variables.push(...environmentLines(file, instruction));
        } else if (writing.has(instruction.name)) {
            for (const { path, characters } of writesIn(instruction)) {
                if (isPhpIni(path)) {
                    const known = files.get(path) ?? [];
                    files.set(path, known);
                    known.push(...linesOf(file, characters));
                }
            }
        }
    }
    const scopes = [...files].map(([title, lines]) => ({ title, lines: inOrder(lines) }));
    return variables.length > 0 ? [...scopes, { title: 'ENV', lines: inOrder(variables) }] : scopes;
}

/** `${PHP_INI_DIR}/conf.d/x.ini`, `/etc/php83/php.ini`; not the files of what starts FPM. */
function isPhpIni(path: string): boolean {
    return /php/i.test(path) && /\.ini$/i.test(path) && !/supervisor/i.test(path);
}

/** Of Docker, for an instruction: `--mount=…`. */
const options = /^(?:--[\w-]+(?:=\S*)?[ \t]+)*/;

function writesIn(instruction: Instruction): Written[] {
    const { name } = instruction;
    const source = from(instruction.source, options.exec(instruction.source.signs)?.[0].length ?? 0);
    const documents = instruction.documents.map(below);
    if (name === 'RUN') {
        const [script] = instruction.documents;
        // `RUN <<EOF` has its script below.
        return writesOf(shellTokens(script && source.signs.startsWith('<<') ? script.text : source), documents);
    }
    const tokens = shellTokens(source);
    // `COPY <<EOF /usr/local/etc/php/conf.d/own.ini`
    const last = tokens.at(-1);
    const [document] = documents;
    return document && last?.kind === 'word' ? [{ path: textOf(last.word), characters: document.characters }] : [];
}

function below({ word, text: { signs, offsets } }: HereDocument): DocumentBelow {
    const characters = offsets.map((start, index): ShellCharacter => {
        return { sign: signs.charAt(index), from: { start, end: start + 1 }, quote: 'document' };
    });
    return { word, characters };
}

function linesOf(file: string, characters: readonly ShellCharacter[]): EmbeddedLine[] {
    const lines: EmbeddedLine[] = [];
    let line: ShellCharacter[] = [];
    const close = (): void => {
        const [first] = line;
        const last = line.at(-1);
        // A name that the shell puts in could be any.
        if (first && last && !/^\s*\$\{/.test(textOf(line))) {
            const { quote } = first;
            lines.push({
                pieces: piecesOf(file, line),
                whole: { start: first.from.start, end: last.from.end },
                ...(line.every(one => one.quote === quote) && { quoting: quote }),
            });
        }
        line = [];
    };
    for (const character of characters) {
        if (character.sign === '\n') {
            close();
        } else {
            line.push(character);
        }
    }
    close();
    return lines;
}

/** Neighbours that stand in the file as they are make one piece. */
function piecesOf(file: string, line: readonly ShellCharacter[]): Piece[] {
    const pieces: { text: string; from: { start: number; end: number }; isSame: boolean }[] = [];
    for (const { sign, from } of line) {
        const isSame = file.slice(from.start, from.end) === sign;
        const last = pieces.at(-1);
        if (last?.isSame === true && isSame && last.from.end === from.start) {
            last.text += sign;
            last.from.end = from.end;
        } else {
            pieces.push({ text: sign, from: { ...from }, isSame });
        }
    }
    return pieces;
}

/** `ENV NAME=value OTHER=value`, `ENV NAME value`. */
function environmentLines(file: string, { source }: Instruction): EmbeddedLine[] {
    const words = shellTokens(source).flatMap(token => (token.kind === 'word' ? [token.word] : []));
    const [first = [], second] = words;
    const pairs = textOf(first).includes('=')
        ? words.map(word => {
              const equals = word.findIndex(({ sign }) => sign === '=');
              return [word.slice(0, equals), word.slice(equals + 1), word[equals]?.from.end] as const;
          })
        : [[first, second ?? [], undefined] as const];
    return pairs.flatMap(([name, value, behind]) => {
        const directive = directiveOfVariable(textOf(name));
        const range = rangeOf(name);
        const valueRange = rangeOf(value) ?? (behind === undefined ? undefined : { start: behind, end: behind });
        if (directive === undefined || !range || !valueRange || textOf(value).includes('$')) {
            return [];
        }
        const whole = { start: range.start, end: valueRange.end };
        const pieces = assignmentOf(file, directive, { name: range, value: valueRange });
        return [{ pieces, whole, variable: textOf(name) }];
    });
}

function rangeOf(word: readonly ShellCharacter[]): Range | undefined {
    const [first] = word;
    const last = word.at(-1);
    return first && last ? { start: first.from.start, end: last.from.end } : undefined;
}

function inOrder(lines: readonly EmbeddedLine[]): EmbeddedLine[] {
    return lines.toSorted((a, b) => a.whole.start - b.whole.start);
}

/** So that the shell hands on just that. */
function writeValue(value: WantedValue, { variable, quoting }: EmbeddedLine): string | undefined {
    if (variable !== undefined) {
        return writePlain(value);
    }
    const { raw } = value;
    switch (quoting) {
        case '"':
            return raw.replace(/["\\$`]/g, '\\$&');
        case "'":
            return raw.includes("'") ? undefined : raw;
        case 'document':
            return /[$`\\]/.test(raw) ? undefined : raw;
        default:
            return /^[\w.,:/=@%+-]*$/.test(raw) ? raw : undefined;
    }
}
