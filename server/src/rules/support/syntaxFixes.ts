import { findDirective } from '../../catalog/lookup.ts';
import { parsePhpIni, type PhpIniDocument } from '../../phpIni/syntax/document.ts';
import { bomLength } from '../../phpIni/syntax/lines.ts';
import type { Fix } from '../rule.ts';
import { asFlags } from './errorLevels.ts';
import { quoted, readLine, splitComment } from './quoting.ts';

/** A line that PHP can read in place of the broken one. */
interface Candidate {
    readonly title: string;
    readonly line: string;
    readonly sure?: true;
}

const settingLine = /^([ \t]*)([A-Za-z_][\w.-]*(?:\[[^\]\r\n"';]*\])?)([ \t]*)=(=?)([ \t]*)(.*)/s;
const iniSet = /^[ \t]*@?ini_set\(\s*(["'])([\w.]+)\1\s*,\s*(?:(["'])(.*?)\3|([\w.-]+))\s*\)\s*(?:;[ \t]*)?$/;
const colonLine = /^([ \t]*)([A-Za-z_][\w.-]*)(?:[ \t]*:[ \t]*|[ \t]+)(\S.*)$/;

/**
 * Ways of mending the line at which the statement that PHP cannot read begins. Each has been tried: with it, PHP reads
 * on behind the line.
 */
export function syntaxFixes(document: PhpIniDocument, offset: number): Fix[] {
    const line = document.lines.lineAt(offset);
    const start = Math.max(bomLength(document.text), document.lines.startOf(line));
    const end = lineEnd(document, line);
    const text = document.text.slice(start, end);
    const seen = new Set<string>([text]);
    const fixes: Fix[] = [];
    for (const candidate of candidates(text, document.dialect.version)) {
        if (!seen.has(candidate.line) && mends(document, start, end, candidate.line)) {
            seen.add(candidate.line);
            const preferred = candidate.sure === true && fixes.length === 0;
            fixes.push({
                title: candidate.title,
                changes: [smallest(text, candidate.line, start)],
                ...(preferred && { preferred }),
            });
        }
    }
    return fixes;
}

function lineEnd({ lines, text }: PhpIniDocument, line: number): number {
    let end = line + 1 < lines.count ? lines.startOf(line + 1) : text.length;
    while (end > lines.startOf(line) && /[\r\n]/.test(text.charAt(end - 1))) {
        end--;
    }
    return end;
}

/** Only what differs. */
function smallest(before: string, after: string, start: number): Fix['changes'][number] {
    let head = 0;
    while (head < before.length && before[head] === after[head]) {
        head++;
    }
    let tail = 0;
    while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) {
        tail++;
    }
    return {
        range: { start: start + head, end: start + before.length - tail },
        newText: after.slice(head, after.length - tail),
    };
}

/** Whether PHP gets over the place. */
function mends({ text, dialect }: PhpIniDocument, start: number, end: number, line: string): boolean {
    // What stands above was read without trouble; of what is below, some lines are enough to see that no string runs
    // on.
    const behind = text.slice(end, end + 2_000);
    const { error, silentEnd } = parsePhpIni(`${line}${behind}`, { phpVersion: dialect.version });
    const stop = Math.min(error?.offset ?? Infinity, silentEnd ?? Infinity);
    const own = parsePhpIni(`${line}\n`, { phpVersion: dialect.version });
    return start <= end && stop > line.length && !own.error && own.silentEnd === undefined;
}

function* candidates(line: string, phpVersion: string): Generator<Candidate> {
    const trimmed = line.trim();
    if (/^(?:#|\/\/)/.test(trimmed)) {
        yield { title: 'Start the comment with ;', line: line.replace(/#+|\/\//, ';'), sure: true };
    }
    if (trimmed.startsWith('[')) {
        yield* headings(line);
    }
    const call = iniSet.exec(line);
    if (call) {
        const [, , name = '', , text, word] = call;
        const value = text ?? word ?? '';
        yield {
            title: 'Write it as a setting',
            line: `${name} = ${plainOrQuoted(name, value, phpVersion)}`,
            sure: true,
        };
    }
    const setting = settingLine.exec(line);
    if (setting) {
        yield* settings(setting, phpVersion);
    } else {
        yield* withoutEquals(line);
    }
    yield { title: 'Make the line a comment', line: line.replace(/\S/, '; $&') };
}

function* headings(line: string): Generator<Candidate> {
    const name = /^\s*\[([^\];]*)/.exec(line)?.[1]?.trim() ?? '';
    if (!line.includes(']')) {
        yield { title: 'Close the heading', line: closed(line), sure: true };
    }
    if (/["']/.test(name)) {
        yield { title: 'Remove the quotes', line: line.replaceAll(/["']/g, '') };
    }
}

function closed(line: string): string {
    const comment = line.indexOf(';');
    const heading = comment < 0 ? line : line.slice(0, comment);
    return `${heading.trimEnd()}]${comment < 0 ? '' : ` ${line.slice(comment)}`}`;
}

/** `name: value` and `name "value"`, of a directive that PHP knows. */
function* withoutEquals(line: string): Generator<Candidate> {
    const [, indent = '', name = '', value = ''] = colonLine.exec(line) ?? [];
    if (findDirective(name)) {
        yield { title: 'Put = behind the name', line: `${indent}${name} = ${value}`, sure: true };
    }
}

function* settings(match: RegExpExecArray, phpVersion: string): Generator<Candidate> {
    const [, indent = '', name = '', before = '', second = '', behind = '', rest = ''] = match;
    const head = `${indent}${name}${before}=${behind}`;
    if (second !== '') {
        yield { title: 'Write one =', line: `${head}${rest}`, sure: true };
    }
    const { value, comment } = splitComment(rest);
    const tail = comment === '' ? '' : comment.replace(/^([ \t]+)(?:#+|\/\/)/, '$1;');
    if (comment !== tail) {
        yield { title: 'Start the comment with ;', line: `${head}${value}${tail}`, sure: true };
    }
    const type = findDirective(name)?.type;
    if (type === 'bitmask') {
        const flags = asFlags(value.replaceAll(/["']/g, ''), phpVersion);
        const line = `${head}${flags?.text ?? ''}${tail}`;
        if (flags && /^-?\d+$/.test(readLine(line, phpVersion)?.value ?? '')) {
            yield { title: `Write ${flags.text}`, line, ...(flags.sure && { sure: true }) };
        }
        return;
    }
    if (type === 'list' && /^[\w, ()]+$/.test(value)) {
        yield { title: 'Remove the brackets', line: `${head}${value.replaceAll(/[()]/g, '')}${tail}`, sure: true };
    }
    const quotes = value.match(/["']/g) ?? [];
    if (quotes.length === 0) {
        const written = quoted(value);
        if (written !== undefined && value !== '') {
            yield { title: 'Quote the value', line: `${head}${written}${tail}`, sure: true };
        }
        return;
    }
    const [first = ''] = quotes;
    if (value.startsWith(first) && quotes.filter(quote => quote === first).length === 1) {
        yield { title: 'Close the quotes', line: `${head}${value}${first}${tail}`, sure: true };
    }
    if (/^"[^"]*\\"$/.test(value)) {
        yield { title: 'Double the backslash', line: `${head}${value.slice(0, -1)}\\"${tail}`, sure: true };
    }
    const bare = /^(["'])(.*)\1$/.exec(value)?.[2];
    const written = quoted(bare ?? value);
    if (written !== undefined) {
        yield { title: 'Quote the whole value', line: `${head}${written}${tail}` };
    }
}

function plainOrQuoted(name: string, value: string, phpVersion: string): string {
    const plain = readLine(`${name} = ${value}`, phpVersion);
    return plain?.value === value ? value : (quoted(value) ?? value);
}
