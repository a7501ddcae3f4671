import { codeLenses } from '../../service/codeLenses.ts';
import { documentLinks } from '../../service/documentLinks.ts';
import { hover } from '../../service/hover/hover.ts';
import { inlayHints } from '../../service/inlayHints.ts';
import { semanticTokens } from '../../service/semanticTokens/semanticTokens.ts';
import { aboutDocument, type FeatureHost, whenSettled } from './host.ts';

/** What is shown on and beside the text. */
export function registerAppearance(host: FeatureHost): void {
    const { connection, session, failures } = host;
    connection.onHover(({ textDocument: { uri }, position }) =>
        whenSettled(host, uri, () =>
            failures.guard('Hover', null, () => {
                const markup = session.client.hoverMarkdown ? 'markdown' : 'plaintext';
                return firstOf(session.contextsOf(uri), context => hover(context, position, markup)) ?? null;
            }),
        ),
    );
    const { semanticTokens: tokens, inlayHint } = connection.languages;
    tokens.on(aboutDocument(host, 'Semantic tokens', { data: [] }, context => semanticTokens(context)));
    tokens.onRange(
        aboutDocument(host, 'Semantic tokens', { data: [] }, (context, { range }) => semanticTokens(context, range)),
    );
    inlayHint.on(aboutDocument(host, 'Inlay hints', [], (context, { range }) => inlayHints(context, range)));
    connection.onDocumentLinks(aboutDocument(host, 'Links', [], context => documentLinks(context)));
    connection.onCodeLens(aboutDocument(host, 'Code lenses', [], context => codeLenses(context)));
}

/** The first that there is. */
function firstOf<One, Result>(all: readonly One[], find: (one: One) => Result | undefined): Result | undefined {
    for (const one of all) {
        const found = find(one);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}
