import { linesOf, type FileLine } from './fileLines.ts';
import type { HereDocument } from './shellWrites.ts';
import type { ShellCharacter, ShellSource } from './shellWords.ts';

/** `RUN`, `COPY`, `ADD` or `ENV` with what stands behind it, its lines joined. */
export interface Instruction {
    readonly name: string;
    readonly source: ShellSource;
    readonly documents: readonly HereDocument[];
}

const wanted = /^[ \t]*(RUN|COPY|ADD|ENV)[ \t]+/i;
/** Of Docker, for an instruction: `--mount=…`. */
const options = /^(?:--[\w-]+(?:=\S*)?[ \t]+)*/;

export function* instructionsOf(file: string): Generator<Instruction> {
    const lines = [...linesOf(file)];
    for (let index = 0; index < lines.length; index++) {
        const [head = '', name = ''] = wanted.exec(lines[index]?.text ?? '') ?? [];
        if (name === '') {
            continue;
        }
        const { source: whole, last } = joined(lines, index, head.length);
        const skipped = options.exec(whole.signs)?.[0].length ?? 0;
        const source = { signs: whole.signs.slice(skipped), offsets: whole.offsets.slice(skipped) };
        index = last;
        const documents: HereDocument[] = [];
        for (const [, dash, , word = ''] of source.signs.matchAll(/<<(-?)(["']?)(\w+)\2/g)) {
            const { characters, end } = documentBelow(lines, index + 1, word, dash === '-');
            index = end;
            documents.push({ word, characters });
        }
        const [document] = documents;
        // `RUN <<EOF` has its script below.
        const isScript = source.signs.startsWith('<<') && name.toUpperCase() === 'RUN';
        yield {
            name: name.toUpperCase(),
            source: isScript && document ? asSource(document.characters) : source,
            documents,
        };
    }
}

/** An instruction goes on while its lines end with a backslash; comments within do not count. */
function joined(lines: readonly FileLine[], first: number, from: number): { source: ShellSource; last: number } {
    let signs = '';
    const offsets: number[] = [];
    let last = first;
    for (let index = first; index < lines.length; index++) {
        const { text = '', range } = lines[index] ?? {};
        const start = index === first ? from : 0;
        last = index;
        if (index > first && /^[ \t]*(?:#|$)/.test(text)) {
            continue;
        }
        const [, kept = '', more] = /^(.*?)(\\[ \t]*)?$/.exec(text) ?? [];
        for (let place = start; place < kept.length; place++) {
            signs += kept.charAt(place);
            offsets.push((range?.start ?? 0) + place);
        }
        if (more === undefined) {
            break;
        }
    }
    return { source: { signs, offsets }, last };
}

function documentBelow(lines: readonly FileLine[], from: number, word: string, isIndented: boolean) {
    const characters: ShellCharacter[] = [];
    let index = from;
    for (; index < lines.length; index++) {
        const { text = '', range, whole } = lines[index] ?? {};
        if ((isIndented ? text.replace(/^\t+/, '') : text) === word || !range || !whole) {
            break;
        }
        const skipped = isIndented ? (/^\t*/.exec(text)?.[0].length ?? 0) : 0;
        for (let place = skipped; place < text.length; place++) {
            const start = range.start + place;
            characters.push({ sign: text.charAt(place), from: { start, end: start + 1 }, quote: 'document' });
        }
        characters.push({ sign: '\n', from: { start: range.end, end: whole.end }, quote: 'document' });
    }
    return { characters, end: index };
}

function asSource(characters: readonly ShellCharacter[]): ShellSource {
    return {
        signs: characters.map(({ sign }) => sign).join(''),
        offsets: characters.map(({ from }) => from.start),
    };
}
