import { type ShellCharacter, type ShellToken, type ShellWord, textOf } from './shellWords.ts';

/** What a script writes into one file. */
export interface Written {
    /** As the script names it, with what the shell puts in as `${NAME}`. */
    readonly path: string;
    readonly characters: readonly ShellCharacter[];
}

/** What stands below a command. */
export interface DocumentBelow {
    readonly word: string;
    readonly characters: readonly ShellCharacter[];
}

/** A command, or several in braces, and what it says. */
interface Saying {
    words: ShellWord[];
    said: ShellCharacter[];
    /** Where what it says goes; undefined for standard output. */
    target: ShellWord | undefined;
}

/**
 * What `echo`, `printf` and `cat` of a script write by `>`, `>>` and `tee`. Of other commands nothing is known, and
 * nothing is made of them.
 */
export function writesOf(tokens: readonly ShellToken[], documents: readonly DocumentBelow[]): Written[] {
    const found: Written[] = [];
    const groups: ShellCharacter[][] = [[]];
    let command = empty();
    /** What the command in front of a `|` said. */
    let piped: ShellCharacter[] = [];
    let next: 'target' | 'document' | undefined;
    let isGroup = false;

    const end = (operator: string): void => {
        const said = isGroup ? command.said : [...command.said, ...saying(command.words)];
        const [program = []] = command.words;
        if (textOf(program) === 'tee') {
            command.words
                .slice(1)
                .map(textOf)
                .filter(path => !path.startsWith('-'))
                .forEach(path => found.push({ path, characters: piped }));
        }
        piped = operator === '|' ? said : [];
        if (command.target) {
            found.push({ path: textOf(command.target), characters: said });
        } else if (operator !== '|') {
            groups.at(-1)?.push(...said);
        }
        command = empty();
        isGroup = false;
    };

    for (const token of tokens) {
        if (token.kind === 'word') {
            if (next === 'target') {
                command.target = token.word;
            } else if (next === 'document') {
                const word = textOf(token.word);
                command.said.push(...(documents.find(one => one.word === word)?.characters ?? []));
            } else if (!isGroup) {
                command.words.push(token.word);
            }
            next = undefined;
        } else if (token.text === '>' || token.text === '>>') {
            next = 'target';
        } else if (token.text.startsWith('<<')) {
            next = 'document';
        } else if (token.text === '{' || token.text === '(') {
            groups.push([]);
        } else if (token.text === '}' || token.text === ')') {
            end(';');
            command.said = groups.length > 1 ? (groups.pop() ?? []) : [];
            isGroup = true;
        } else {
            end(token.text);
        }
    }
    end('');
    return found;
}

function empty(): Saying {
    return { words: [], said: [], target: undefined };
}

/** What a command writes to its output. */
function saying([program = [], ...rest]: readonly ShellWord[]): ShellCharacter[] {
    switch (textOf(program)) {
        case 'echo':
            return echoed(rest);
        case 'printf':
            return printed(rest);
        default:
            return [];
    }
}

function echoed(words: readonly ShellWord[]): ShellCharacter[] {
    const options = words.findIndex(word => !/^-[neE]+$/.test(textOf(word)));
    const said = words.slice(options < 0 ? words.length : options);
    const line = said.flatMap((word, index) => {
        const blank = word[0] ?? said[index - 1]?.at(-1);
        return index === 0 || !blank ? [...word] : [before(blank, ' '), ...word];
    });
    return lines(line, true);
}

/** Only formats that say all by themselves, and those that write each argument on a line of its own. */
function printed([format = [], ...rest]: readonly ShellWord[]): ShellCharacter[] {
    const text = textOf(format);
    if (!text.includes('%')) {
        return lines(format, false);
    }
    return /^%s(?:\\n|\n)$/.test(text) ? rest.flatMap(word => lines(word, true)) : [];
}

/** With `\n` as the end of a line: Debian's `sh` takes it so without `-e`. */
function lines(word: readonly ShellCharacter[], ends: boolean): ShellCharacter[] {
    const said: ShellCharacter[] = [];
    for (let index = 0; index < word.length; index++) {
        const one = word[index];
        const following = word[index + 1];
        if (one?.sign === '\\' && following?.sign === 'n') {
            said.push({ ...one, sign: '\n', from: { start: one.from.start, end: following.from.end } });
            index++;
        } else if (one) {
            said.push(one);
        }
    }
    const last = said.at(-1);
    return ends && last ? [...said, { ...last, sign: '\n', from: { start: last.from.end, end: last.from.end } }] : said;
}

function before({ from: { start }, quote }: ShellCharacter, sign: string): ShellCharacter {
    return { sign, quote, from: { start, end: start } };
}
