import { DocumentContext } from '../../model/documentContext.ts';
import { extensionsOf, nodeConfiguration, uriOf, type IniFile } from './nodeConfiguration.ts';

export interface TogetherFile extends IniFile {
    readonly uri: string;
}

/** What PHP reads with a document, on its node or in its folders. */
export interface Neighbours {
    /** The last file that sets the directive, where PHP reads it later than the document. */
    laterSetting(name: string): TogetherFile | undefined;
    /** Another file that loads the extension. */
    otherLoading(extension: string): TogetherFile | undefined;
    /** ` on shop-application-1`; empty where it is no node. */
    readonly where: string;
}

/** Undefined where nothing is known to be read with the document. */
export function neighboursOf(context: DocumentContext): Neighbours | undefined {
    const { together } = context.facts;
    if (together) {
        return neighbours(together.files, together.index, '', () =>
            together.files.map(({ path, uri, document }) => ({
                path,
                uri,
                context: new DocumentContext(document, { uri }),
            })),
        );
    }
    const configuration = nodeConfiguration(context);
    if (!configuration || configuration.index < 0) {
        return undefined;
    }
    const { node, index, files } = configuration;
    return neighbours(files, index, ` on ${node.node}`, () =>
        files.map(file => ({ ...file, uri: uriOf(node, file.path) })),
    );
}

interface Register {
    readonly files: readonly TogetherFile[];
    /** Of each directive the last file that sets it, by its number. */
    readonly lastSetting: ReadonlyMap<string, number>;
    /** Of each extension the files that load it. */
    readonly loading: ReadonlyMap<string, readonly number[]>;
}

/** By the files, which are the same for each of them. */
const registers = new WeakMap<object, Register>();

function neighbours(key: object, index: number, where: string, list: () => readonly TogetherFile[]): Neighbours {
    const register = registers.get(key) ?? registered(list());
    registers.set(key, register);
    const { files, lastSetting, loading } = register;
    return {
        laterSetting: name => {
            const last = lastSetting.get(name) ?? -1;
            return last > index ? files[last] : undefined;
        },
        otherLoading: extension => {
            const other = loading.get(extension)?.find(file => file !== index);
            return other === undefined ? undefined : files[other];
        },
        where,
    };
}

function registered(files: readonly TogetherFile[]): Register {
    const lastSetting = new Map<string, number>();
    const loading = new Map<string, number[]>();
    for (const [index, { context }] of files.entries()) {
        for (const name of context.globals.keys()) {
            lastSetting.set(name, index);
        }
        for (const extension of extensionsOf(context).keys()) {
            loading.set(extension, [...(loading.get(extension) ?? []), index]);
        }
    }
    return { files, lastSetting, loading };
}
