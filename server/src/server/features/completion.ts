import { complete, resolveCompletion } from '../../service/completion/complete.ts';
import { type FeatureHost, whenSettled } from './host.ts';

export function registerCompletion(host: FeatureHost): void {
    const { connection, session, failures } = host;
    connection.onCompletion(({ textDocument: { uri }, position }) =>
        whenSettled(host, uri, () =>
            failures.guard('Completion', null, () => {
                const drafts = session.draftsOf(uri, position);
                const lists = drafts.map(context => complete(context, position, session.client));
                return lists.find(({ items }) => items.length > 0) ?? lists[0] ?? null;
            }),
        ),
    );
    connection.onCompletionResolve(item =>
        whenSettled(host, documentOf(item), () =>
            failures.guard('Completion details', item, () => {
                const [context] = session.contextsOf(documentOf(item));
                return context ? resolveCompletion(item, context, session.client) : item;
            }),
        ),
    );
}

/** The document whose list the item comes from; empty where the client did not keep what the list said. */
function documentOf({ data }: { readonly data?: unknown }): string {
    return typeof data === 'object' && data !== null && 'uri' in data && typeof data.uri === 'string' ? data.uri : '';
}
