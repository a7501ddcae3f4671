import { documentHighlights, references } from '../../service/occurrences.ts';
import { prepareRename, rename, RenameRefused } from '../../service/rename.ts';
import { aboutDocument, type FeatureHost, whenSettled } from './host.ts';

/** Where a name occurs, and giving it another. */
export function registerOccurrences(host: FeatureHost): void {
    const { connection, session, refusal } = host;
    connection.onDocumentHighlight(
        aboutDocument(host, 'Highlights', [], (context, { position }) => documentHighlights(context, position)),
    );
    connection.onReferences(
        aboutDocument(host, 'References', [], (context, { position, context: options }) =>
            references(context, position, session.contexts(), options),
        ),
    );
    connection.onPrepareRename(
        aboutDocument(host, 'Rename', null, (context, { position }) => prepareRename(context, position) ?? null),
    );
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
        whenSettled(host, uri, () => {
            const context = session.contextOf(uri);
            try {
                return context ? (rename(context, position, newName) ?? null) : null;
            } catch (error) {
                if (error instanceof RenameRefused) {
                    return refusal(error.message);
                }
                throw error;
            }
        }),
    );
}
