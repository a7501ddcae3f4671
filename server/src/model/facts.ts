import type { ApplicationNodeFacts, ClusterFacts, EnvironmentFacts } from '../phpIni/protocol.ts';

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
