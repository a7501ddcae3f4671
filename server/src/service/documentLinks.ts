import type { DocumentLink } from 'vscode-languageserver';
import { manualPageOf } from '../catalog/lookup.ts';
import { type DocumentContext, hasVariables } from '../model/documentContext.ts';
import { isExtensionName } from '../phpIni/syntax/evaluate.ts';
import type { AssignmentNode, Range } from '../phpIni/syntax/nodes.ts';
import { toRange } from './positions.ts';

/**
 * The manual's pages behind the headings that are called like an extension, and the files that settings name by
 * absolute paths, on the machine that the document lies on. A directive's own place in the manual is in its hover: a
 * link on each would have editors underline all names.
 */
export function documentLinks(context: DocumentContext): DocumentLink[] {
    return [...manualLinks(context), ...fileLinks(context)];
}

function manualLinks({ document }: DocumentContext): DocumentLink[] {
    return document.sections.flatMap(({ name, nameRange }) => {
        const target = manualPageOf(name);
        return target === undefined ? [] : [{ range: toRange(document, nameRange), target }];
    });
}

function fileLinks(context: DocumentContext): DocumentLink[] {
    const machine = machineOf(context);
    if (!machine) {
        return [];
    }
    return context.document.assignments.flatMap(node => {
        const written = pathOf(context, node, machine.isAbsolute);
        return written
            ? [{ range: toRange(context.document, written.range), target: machine.address(written.path) }]
            : [];
    });
}

const posixPath = /^\/[^\0\r\n]*$/;
const windowsPath = /^[A-Za-z]:[\\/][^\0\r\n]*$/;

interface Machine {
    readonly isAbsolute: RegExp;
    readonly address: (path: string) => string;
}

/** Undefined where paths mean nothing: of documents that are not saved yet, or that lie who knows where. */
function machineOf({ uri, facts: { node } }: DocumentContext): Machine | undefined {
    if (node) {
        return { isAbsolute: posixPath, address: path => node.uri + encoded(path) };
    }
    if (!uri.startsWith('file:///')) {
        return undefined;
    }
    const onWindows = /^file:\/\/\/[A-Za-z](?::|%3A)\//i.test(uri);
    return {
        isAbsolute: onWindows ? windowsPath : posixPath,
        address: path => `file://${encoded(onWindows ? `/${path.replace(/\\/g, '/')}` : path)}`,
    };
}

function encoded(path: string): string {
    return path.split('/').map(encodeURIComponent).join('/');
}

interface WrittenPath {
    readonly path: string;
    readonly range: Range;
}

function pathOf(context: DocumentContext, node: AssignmentNode, isAbsolute: RegExp): WrittenPath | undefined {
    // The value is asked for last: the first one asked for has the whole file evaluated.
    const written = namesFile(context, node) ? literal(context, node) : undefined;
    const isFile =
        written !== undefined &&
        isAbsolute.test(written.path) &&
        !stream.test(written.path) &&
        written.path.isWellFormed();
    return isFile ? written : undefined;
}

/** Editors open files; a directory would only make them complain. */
function namesFile(context: DocumentContext, node: AssignmentNode): boolean {
    return isExtensionName(node.name) || (context.directiveOf(node)?.type === 'path' && !directory.test(node.name));
}

/** Of the directives that hold a path, those that hold a directory's, by how they are called. */
const directory = /(?:dir|directory|path|root|restrict_api|file_cache)$/;

/** Streams rather than files: `/dev/stderr`, where containers log to. */
const stream = /^\/(?:dev|proc)\//;

/** The value where it stands in the text as PHP holds it, apart from quotes around it. */
function literal(context: DocumentContext, node: AssignmentNode): WrittenPath | undefined {
    const path = context.valueOf(node);
    if (path === undefined || hasVariables(node)) {
        return undefined;
    }
    const { rawValue, valueRange } = node;
    const quotes = /^["']/.test(rawValue) ? 1 : 0;
    return rawValue.slice(quotes, rawValue.length - quotes) === path
        ? { path, range: { start: valueRange.start + quotes, end: valueRange.end - quotes } }
        : undefined;
}
