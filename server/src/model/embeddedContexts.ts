import { Embedding } from '../embedded/embedding.ts';
import { formatOf } from '../embedded/formats.ts';
import type { AuditProfile } from '../phpIni/audit.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { LineTable } from '../phpIni/syntax/lines.ts';
import { DocumentContext, type DocumentPhp } from './documentContext.ts';
import { type DocumentFacts, environmentsFor } from './facts.ts';

export interface FileOptions {
    readonly uri: string;
    readonly facts: DocumentFacts;
    /** As which it is read; the default where nothing is said. */
    readonly phpVersion?: string | undefined;
    /** What is known of that. */
    readonly php?: DocumentPhp;
    readonly profile?: AuditProfile | undefined;
    /** Where somebody types. */
    readonly draft?: number;
}

/** Characters of all scopes, each of which has the lines of the file in front of it as empty lines. */
const LARGEST = 2 ** 20;

/**
 * What the settings that a file of Apache, FPM or Docker embeds are to PHP, scope by scope; undefined where the file is
 * none of these. Of the nodes nothing counts but which stores there are: what they hold is their php.ini's.
 */
export function embeddedContexts(
    text: string,
    { uri, facts, phpVersion, php, profile, draft }: FileOptions,
): readonly DocumentContext[] | undefined {
    const format = formatOf(uri, text);
    if (!format) {
        return undefined;
    }
    const lines = new LineTable(text);
    const known: DocumentFacts = { environments: environmentsFor(facts) };
    const contexts: DocumentContext[] = [];
    let room = LARGEST;
    for (const scope of format.read(text, draft)) {
        if (room <= 0) {
            break;
        }
        const embedding = new Embedding(format, text, lines, scope);
        const document = parsePhpIni(embedding.text, phpVersion === undefined ? {} : { phpVersion });
        contexts.push(
            new DocumentContext(document, {
                uri,
                facts: known,
                embedding,
                ...(php && { php }),
                ...(profile && { profile }),
            }),
        );
        room -= embedding.text.length;
    }
    return contexts;
}
