import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export const legend: SemanticTokensLegend = { tokenTypes: [], tokenModifiers: [] };

export function semanticTokens(_context: DocumentContext, _range?: Range): SemanticTokens {
    return { data: [] };
}
