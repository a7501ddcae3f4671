import type { DocumentLink } from 'vscode-languageserver';
import { type DocumentContext, hasVariables } from '../documentContext.ts';
import type { AssignmentNode, Range } from '../syntax/nodes.ts';
import { loadsExtension } from './names.ts';
import { toRange } from './positions.ts';

/** The files and directories that settings name by absolute paths, on the machine that the document lies on. */
export function documentLinks(context: DocumentContext): DocumentLink[] {
    const machine = machineOf(context);
    if (!machine) {
        return [];
    }
    return context.document.assignments.flatMap(node =>
        pathsOf(context, node, machine.separator).map(({ path, range }) => ({
            range: toRange(context.document, range),
            target: machine.address(path),
        })),
    );
}

interface Machine {
    /** Between the entries of a list of paths. */
    readonly separator: ':' | ';';
    readonly address: (path: string) => string;
}

/** Undefined where paths mean nothing: of documents that are not saved yet, or that lie who knows where. */
function machineOf({ uri, facts: { node } }: DocumentContext): Machine | undefined {
    if (node) {
        return { separator: ':', address: path => node.uri + encoded(path) };
    }
    if (!uri.startsWith('file:///')) {
        return undefined;
    }
    const onWindows = /^file:\/\/\/[A-Za-z](?::|%3A)\//i.test(uri);
    return {
        separator: onWindows ? ';' : ':',
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

function pathsOf(context: DocumentContext, node: AssignmentNode, separator: ':' | ';'): WrittenPath[] {
    const kind = kindOf(context, node);
    // Asked for last: the first one asked for has the whole file evaluated.
    const written = kind && literal(context, node);
    if (!written) {
        return [];
    }
    switch (kind) {
        case 'path':
            return absolute(separator, [written]);
        case 'pathList':
            return absolute(separator, entries(written, separator));
        case 'sessionFiles':
            return absolute(separator, [behindDepth(written)]);
    }
}

function kindOf(context: DocumentContext, node: AssignmentNode): 'path' | 'pathList' | 'sessionFiles' | undefined {
    if (node.name === 'session.save_path') {
        return keepsSessionsInFiles(context) ? 'sessionFiles' : undefined;
    }
    if (loadsExtension(node.name)) {
        return 'path';
    }
    const type = context.directiveOf(node)?.type;
    return type === 'path' || type === 'pathList' ? type : undefined;
}

/** By this file, else by the node's PHP, else by PHP's default. */
function keepsSessionsInFiles({ facts, globals, values }: DocumentContext): boolean {
    const handler = globals.get('session.save_handler')?.at(-1);
    const value = handler ? values.get(handler) : facts.node?.php?.settings['session.save_handler'];
    return (value ?? 'files') === 'files';
}

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

function entries({ path, range }: WrittenPath, separator: string): WrittenPath[] {
    let { start } = range;
    return path.split(separator).map(entry => {
        const entryRange = { start, end: start + entry.length };
        start = entryRange.end + separator.length;
        return { path: entry, range: entryRange };
    });
}

/** `N;/path`, `N;MODE;/path`: in how many levels of directories the files lie, and with which mode. */
function behindDepth({ path, range }: WrittenPath): WrittenPath {
    const [depth = ''] = /^\d+;(?:[0-7]+;)?/.exec(path) ?? [];
    return { path: path.slice(depth.length), range: { start: range.start + depth.length, end: range.end } };
}

function absolute(separator: ':' | ';', paths: readonly WrittenPath[]): WrittenPath[] {
    const isAbsolute = separator === ':' ? /^\/[^\0\r\n]*$/ : /^[A-Za-z]:[\\/][^\0\r\n]*$/;
    return paths.filter(({ path }) => isAbsolute.test(path) && !notAFile.test(path) && path.isWellFormed());
}

/** Streams rather than files: `/dev/stderr`, where containers log to. */
const notAFile = /^\/(?:dev|proc)\//;
