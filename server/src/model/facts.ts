import type { ApplicationNodeFacts, ClusterFacts, EnvironmentFacts } from '../phpIni/protocol.ts';
import type { PhpIniDocument } from '../phpIni/syntax/document.ts';

/** A file that PHP reads together with others. */
export interface ReadFile {
    /** For people. */
    readonly path: string;
    readonly uri: string;
    readonly document: PhpIniDocument;
}

/** All that PHP reads with a document, in the order in which it does. */
export interface ReadTogether {
    readonly files: readonly ReadFile[];
    /** Of the document among them. */
    readonly index: number;
}

/** A setting that counts for some requests, whatever php.ini says. */
export interface BeatingSetting {
    readonly name: string;
    readonly value: string;
    readonly uri: string;
    /** For people. */
    readonly path: string;
    /** From 1. */
    readonly line: number;
    /** `pool www`; empty where the file is all there is. */
    readonly title: string;
    /** `php_admin_value`; undefined where it is written as in a php.ini. */
    readonly word?: string;
}

/** What is known of the place that a document lies in. */
export interface DocumentFacts {
    /** All that are known: for what a person may choose from. */
    readonly environments: readonly EnvironmentFacts[];
    /** The environment whose node the document lies on; undefined for files elsewhere. */
    readonly environment?: EnvironmentFacts;
    /** The node that the document lies on. */
    readonly node?: ApplicationNodeFacts;
    /** Of the document, within its node. */
    readonly path?: string;
    /** Of a document that lies on no node: the main php.ini and the folder that PHP scans behind it. */
    readonly together?: ReadTogether;
    /** What beats a php.ini, by the names of directives. */
    readonly beatenBy?: ReadonlyMap<string, readonly BeatingSetting[]>;
}

export const NO_FACTS: DocumentFacts = { environments: [] };

/** The environments that somebody may mean in the document: its own, else all that are known. */
export function environmentsFor({ environment, environments }: DocumentFacts): readonly EnvironmentFacts[] {
    return environment ? [environment] : environments;
}

/** Which of the facts concern the document. */
export function factsFor(uri: string, { environments }: ClusterFacts): DocumentFacts {
    for (const environment of environments) {
        for (const node of environment.applications) {
            if (uri.startsWith(`${node.uri}/`)) {
                return { environments, environment, node, path: decodedPath(uri.slice(node.uri.length)) };
            }
        }
    }
    return { environments };
}

/** Editors encode what they need not: `%2B`. What is no valid encoding is left as it is. */
function decodedPath(path: string): string {
    try {
        return decodeURIComponent(path);
    } catch (error) {
        if (error instanceof URIError) {
            return path;
        }
        throw error;
    }
}
