import type { Position } from 'vscode-languageserver';
import { DocumentContext } from '../../../server/src/model/documentContext.ts';
import { embeddedContexts } from '../../../server/src/model/embeddedContexts.ts';
import { beatersOf, beatingFile } from '../../../server/src/model/beating.ts';
import { factsFor } from '../../../server/src/model/facts.ts';
import type { AuditProfile } from '../../../server/src/phpIni/audit.ts';
import type { ClusterFacts } from '../../../server/src/phpIni/protocol.ts';
import { parsePhpIni, type PhpIniDocument } from '../../../server/src/phpIni/syntax/document.ts';
import { toPosition } from '../../../server/src/service/positions.ts';

export interface ContextOptions {
    readonly phpVersion?: string | undefined;
    readonly uri?: string | undefined;
    readonly facts?: ClusterFacts | undefined;
    readonly beside?: Readonly<Record<string, string>> | undefined;
    readonly profile?: AuditProfile | undefined;
}

export function contextOf(text: string, options: ContextOptions = {}): DocumentContext {
    const { phpVersion = '8.4', uri = 'file:///srv/php.ini', facts = { environments: [] }, beside = {} } = options;
    const files = Object.entries(beside).map(([other, content]) =>
        beatingFile(contextsOf(content, { phpVersion, uri: other }), other, other.slice('file://'.length)),
    );
    const known = { ...factsFor(uri, facts), beatenBy: beatersOf(uri, files, [uri]) };
    const { profile } = options;
    return new DocumentContext(parsePhpIni(text, { phpVersion }), { uri, facts: known, ...(profile && { profile }) });
}

/** As `contextOf`; of a file that embeds settings, each of its scopes. */
export function contextsOf(text: string, options: ContextOptions = {}): readonly DocumentContext[] {
    const { phpVersion = '8.4', uri = '', facts = { environments: [] }, profile } = options;
    const embedded = embeddedContexts(text, { uri, phpVersion, facts: factsFor(uri, facts), profile });
    return embedded ?? [contextOf(text, options)];
}

export interface AtCursor {
    readonly context: DocumentContext;
    readonly document: PhpIniDocument;
    readonly position: Position;
}

/** A document and the place in it that `|` marks. Further `|` belong to the text. */
export function atCursor(marked: string, options: string | ContextOptions = {}): AtCursor {
    const offset = marked.indexOf('|');
    if (offset < 0) {
        throw new Error(`No | in ${JSON.stringify(marked)}`);
    }
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const context = contextOf(text, typeof options === 'string' ? { phpVersion: options } : options);
    return { context, document: context.document, position: toPosition(context.document, offset) };
}
