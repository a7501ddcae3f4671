import type { SymbolInformation } from 'vscode-languageserver';
import type { DocumentContext } from '../../model/documentContext.ts';
import { isSubsequence } from '../subsequence.ts';
import { flatSymbols } from './symbols.ts';

/** More than anybody looks through, and few enough to send at each keystroke. */
const limit = 1_000;

/**
 * Sections and settings of all open documents whose names hold the letters of the query in its order; those that hold
 * it as it stands come first.
 */
export function workspaceSymbols(contexts: Iterable<DocumentContext>, query: string): SymbolInformation[] {
    const wanted = query.toLowerCase().replace(/\s+/g, '');
    const close: SymbolInformation[] = [];
    const distant: SymbolInformation[] = [];
    for (const context of contexts) {
        for (const symbol of context.memo(flatSymbols)) {
            const name = symbol.name.toLowerCase();
            if (name.includes(wanted)) {
                close.push(symbol);
            } else if (isSubsequence(wanted, name)) {
                distant.push(symbol);
            }
        }
    }
    return [...close, ...distant].slice(0, limit);
}
