import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocumentFacts } from '../model/facts.ts';
import type { ToldBy } from '../phpIni/project/told.ts';
import type { PhpVersionSource, ServerOptions, ServerSettings } from '../phpIni/protocol.ts';
import { compareVersions } from '../phpIni/syntax/dialect.ts';
import { NEWEST_PROVEN, type PhpRelease, readVersion, releaseOf, UNKNOWN_RELEASE } from '../phpIni/versions.ts';

/** For which PHP a document is checked, and what says so. */
export interface PhpOfDocument extends PhpRelease {
    readonly source: PhpVersionSource;
}

interface Sources {
    readonly uri: string;
    readonly settings: ServerSettings;
    readonly options: ServerOptions;
    readonly facts: DocumentFacts;
    /** By the files around the document. */
    readonly found: ToldBy | undefined;
}

/** What a person has set counts, then what the node says, what the client said, what was found. */
export function phpOfDocument({ uri, settings, options, facts: { node }, found }: Sources): PhpOfDocument {
    return (
        from(settings.php?.version, { kind: 'setting' }) ??
        from(node?.php?.version, { kind: 'node', node: node?.node ?? '' }) ??
        from(options.phpVersion, { kind: 'client' }) ??
        (found && { ...found.release, source: sourceOf(uri, found) }) ?? {
            ...UNKNOWN_RELEASE,
            source: { kind: 'nothing' },
        }
    );
}

function from(version: string | undefined, source: PhpVersionSource): PhpOfDocument | undefined {
    const release = version === undefined ? undefined : releaseOf(version);
    return release && { ...release, source };
}

function sourceOf(uri: string, { file, evidence }: ToldBy): PhpVersionSource {
    return file === pathOf(uri)
        ? { kind: 'path', evidence }
        : { kind: 'file', uri: pathToFileURL(file).href, evidence };
}

/** The proven version that comes nearest: what is newer is known in parts only. */
export function checkedVersion(php: PhpRelease): string {
    return compareVersions(php.version, NEWEST_PROVEN) > 0 ? NEWEST_PROVEN : readVersion(php);
}

/** On this machine's disk where the document lies there; else the path within its address, which may speak as well. */
export function pathOf(uri: string): string {
    try {
        const url = new URL(uri);
        return url.protocol === 'file:' ? fileURLToPath(url) : decodeURIComponent(url.pathname);
    } catch (error) {
        if (error instanceof TypeError || error instanceof URIError) {
            return '';
        }
        throw error;
    }
}
