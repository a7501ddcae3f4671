import { complete, resolveCompletion } from '../../service/completion/complete.ts';
import { aboutDocument, type FeatureHost, whenSettled } from './host.ts';

export function registerCompletion(host: FeatureHost): void {
    const { connection, session, failures } = host;
    connection.onCompletion(
        aboutDocument(host, 'Completion', null, (context, { position }) => complete(context, position, session.client)),
    );
    connection.onCompletionResolve(item =>
        whenSettled(host, documentOf(item), () =>
            failures.guard('Completion details', item, () => {
                const context = session.contextOf(documentOf(item));
                return context ? resolveCompletion(item, context, session.client) : item;
            }),
        ),
    );
}

/** The document whose list the item comes from; empty where the client did not keep what the list said. */
function documentOf({ data }: { readonly data?: unknown }): string {
    return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string' ? data.uri : '';
}
