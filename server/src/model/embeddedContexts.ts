import { Embedding } from '../embedded/embedding.ts';
import { formatOf } from '../embedded/formats.ts';
import type { AuditProfile } from '../phpIni/audit.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { LineTable } from '../phpIni/syntax/lines.ts';
import { type PhpRelease, readVersion } from '../phpIni/versions.ts';
import { DocumentContext } from './documentContext.ts';
import { type DocumentFacts, environmentsFor } from './facts.ts';

export interface FileOptions {
    readonly uri: string;
    readonly facts: DocumentFacts;
    readonly php?: PhpRelease | undefined;
    /** As which it is read, where no more is known of it; the default where nothing is said. */
    readonly phpVersion?: string | undefined;
    readonly profile?: AuditProfile | undefined;
    /** Where somebody types. */
    readonly draft?: number | undefined;
}

/** Characters of all scopes, each of which has the lines of the file in front of it as empty lines. */
const LARGEST = 2 ** 20;

/**
 * What the settings that a file of Apache, FPM or Docker embeds are to PHP, scope by scope; undefined where the file is
 * none of these. Of the nodes nothing counts but which stores there are: what they hold is their php.ini's.
 */
export function embeddedContexts(
    text: string,
    { uri, facts, php, phpVersion = php && readVersion(php), profile, draft }: FileOptions,
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
        contexts.push(new DocumentContext(document, { uri, facts: known, ...(php && { php }), embedding, profile }));
        room -= embedding.text.length;
    }
    return contexts;
}
