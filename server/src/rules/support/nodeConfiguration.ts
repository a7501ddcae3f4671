import { DocumentContext } from '../../model/documentContext.ts';
import type { ApplicationNodeFacts, PhpFacts } from '../../phpIni/protocol.ts';
import { parsePhpIni } from '../../phpIni/syntax/document.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';

/** A configuration file on a node, as it was when the node was asked. */
export interface IniFile {
    readonly path: string;
    readonly context: DocumentContext;
}

/** All that PHP on a document's node reads, and where the document stands in that. */
export interface NodeConfiguration {
    readonly node: ApplicationNodeFacts;
    readonly php: PhpFacts;
    /** Of the document. */
    readonly path: string;
    /** In the order in which PHP reads them. */
    readonly files: readonly IniFile[];
    /** Of the document among them; -1 where PHP does not read it, or its text there is not known. */
    readonly index: number;
}

/** What is known of the node that the document lies on; undefined where it does not lie on one that was asked. */
export function nodeConfiguration(context: DocumentContext): NodeConfiguration | undefined {
    return context.memo(findConfiguration);
}

function findConfiguration({ facts: { node, path } }: DocumentContext): NodeConfiguration | undefined {
    if (!node?.php || path === undefined) {
        return undefined;
    }
    const { php } = node;
    const files = filesOf(php);
    return { node, php, path, files, index: files.findIndex(file => isSameFile(php, file.path, path)) };
}

const known = new WeakMap<PhpFacts, readonly IniFile[]>();

/** The configuration files of a node that could be read, in the order in which PHP reads them. */
export function filesOf(php: PhpFacts): readonly IniFile[] {
    const found = known.get(php) ?? readFiles(php);
    known.set(php, found);
    return found;
}

function readFiles({ iniFile, scannedFiles, files = {}, version }: PhpFacts): IniFile[] {
    return [...(iniFile === undefined ? [] : [iniFile]), ...scannedFiles].flatMap(path => {
        const text = files[path];
        return text === undefined
            ? []
            : [{ path, context: new DocumentContext(parsePhpIni(text, { phpVersion: version })) }];
    });
}

/** Directories of scanned files are full of symbolic links. */
export function isSameFile({ links = {} }: PhpFacts, read: string, path: string): boolean {
    return read === path || links[read] === path;
}

/** The document's own file as it is on the node, without what was typed since. */
export function savedOf({ files, index }: NodeConfiguration): IniFile | undefined {
    return files[index];
}

/** The address of a file of the node. */
export function uriOf({ uri }: ApplicationNodeFacts, path: string): string {
    return uri + path.split('/').map(encodeURIComponent).join('/');
}

/** The last file of a node that gives the directive a value, and that value. */
export function lastSetting(
    files: readonly IniFile[],
    name: string,
): { readonly file: IniFile; readonly value: string | undefined } | undefined {
    const file = files.findLast(({ context }) => context.globalsOf(name).length > 0);
    return file && { file, value: file.context.effective(name)?.value };
}

/**
 * `memcached` of an assignment that loads an extension by its plain name; undefined for paths and for what is no such
 * assignment.
 */
function loadedExtension(context: DocumentContext, node: AssignmentNode): string | undefined {
    if (!node.reached || node.key || node.name.toLowerCase() !== 'extension' || node.section?.special !== undefined) {
        return undefined;
    }
    return /^([\w-]+?)(?:\.so)?$/.exec(context.valueOf(node) ?? '')?.[1];
}

/** The plain names of all extensions that a file loads, with their lines. */
export function extensionsOf(context: DocumentContext): ReadonlyMap<string, AssignmentNode> {
    return context.memo(findExtensions);
}

function findExtensions(context: DocumentContext): Map<string, AssignmentNode> {
    const found = new Map<string, AssignmentNode>();
    for (const node of context.document.assignments) {
        const name = loadedExtension(context, node);
        if (name !== undefined && !found.has(name)) {
            found.set(name, node);
        }
    }
    return found;
}
