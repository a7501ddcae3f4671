import { foldingRanges } from '../../service/folding.ts';
import { selectionRanges } from '../../service/selectionRanges.ts';
import { documentSymbols, flatSymbols } from '../../service/symbols/symbols.ts';
import { workspaceSymbols } from '../../service/symbols/workspaceSymbols.ts';
import { aboutDocument, type FeatureHost } from './host.ts';

/** What parts the text has. */
export function registerStructure(host: FeatureHost): void {
    const { connection, session, failures } = host;
    connection.onDocumentSymbol(
        aboutDocument(host, 'Symbols', [], context =>
            session.client.hierarchicalSymbols ? documentSymbols(context) : flatSymbols(context),
        ),
    );
    connection.onWorkspaceSymbol(({ query }) =>
        failures.guard('Workspace symbols', [], () => workspaceSymbols(session.contexts(), query)),
    );
    connection.onFoldingRanges(
        aboutDocument(host, 'Folding', [], context => foldingRanges(context, { limit: session.client.foldingLimit })),
    );
    connection.onSelectionRanges(
        aboutDocument(host, 'Selection', null, (context, { positions }) => selectionRanges(context, positions)),
    );
}
