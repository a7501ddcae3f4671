import type { EmbeddedLine, EmbeddedScope } from '../embeddedLine.ts';
import type { Format } from '../format.ts';
import { linesOf, type FileLine } from '../../phpIni/fileLines.ts';
import { assignmentOf, directiveOfVariable, writePlain } from './variables.ts';

/** `NAME: value`, `- NAME=value`, `- "NAME=value"`. */
const variable = /^([ \t]*(?:-[ \t]+)?)(["']?)(PHP_\w+)(?:\2([ \t]*:)(?![^ \t])|(=))(.*)$/;

/** The environment that Compose gives to its services. */
export const composeFile: Format = {
    name: 'compose',
    reader: 'the image',
    isLiteral: false,
    read: readServices,
    writeName: () => undefined,
    writeValue: writePlain,
    writeLine: () => undefined,
};

/** By its lines, whatever they belong to: names like these stand nowhere but in an environment. */
function readServices(file: string): EmbeddedScope[] {
    const scopes: EmbeddedScope[] = [];
    let lines: EmbeddedLine[] = [];
    for (const line of linesOf(file)) {
        const service = /^(?: {2}|\t)(["']?)([\w.-]+)\1:[ \t]*(?:#.*)?$/.exec(line.text)?.[2];
        if (service !== undefined) {
            lines = [];
            scopes.push({ title: `service ${service}`, lines });
        }
        const read = readVariable(file, line);
        if (read) {
            if (scopes.length === 0) {
                scopes.push({ title: '', lines });
            }
            lines.push(read);
        }
    }
    return scopes.filter(scope => scope.lines.length > 0);
}

function readVariable(file: string, { text, range, whole }: FileLine): EmbeddedLine | undefined {
    const [, indent = '', quote = '', name = '', colon, equals, behind = ''] = variable.exec(text) ?? [];
    const directive = directiveOfVariable(name);
    if (directive === undefined || (colon === undefined && !/-[ \t]+$/.test(indent))) {
        return undefined;
    }
    const start = range.start + indent.length + quote.length;
    const head = indent.length + quote.length + name.length + (colon?.length ?? equals?.length ?? 0);
    const written = colon === undefined ? behind : behind.trimStart();
    const afterName = head + (colon === undefined ? 0 : quote.length) + behind.length - written.length;
    const value = colon === undefined && quote !== '' ? upTo(written, quote) : scalar(written);
    const valueStart = range.start + afterName + value.start;
    if (value.text.includes('$')) {
        // What Compose puts in is not known here.
        return undefined;
    }
    return {
        pieces: assignmentOf(file, directive, {
            name: { start, end: start + name.length },
            value: { start: valueStart, end: valueStart + value.text.length },
        }),
        whole,
        variable: name,
    };
}

interface Scalar {
    readonly text: string;
    /** Within what was looked at. */
    readonly start: number;
}

function upTo(written: string, quote: string): Scalar {
    const end = written.indexOf(quote);
    return { text: end < 0 ? written : written.slice(0, end), start: 0 };
}

/** YAML's scalar on one line: in quotes, or up to a comment. */
function scalar(written: string): Scalar {
    const [, quote] = /^(["'])/.exec(written) ?? [];
    if (quote !== undefined) {
        return { ...upTo(written.slice(1), quote), start: 1 };
    }
    return { text: written.replace(/(?<![^ \t])#.*$/, '').trimEnd(), start: 0 };
}
