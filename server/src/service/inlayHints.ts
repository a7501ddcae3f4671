import type { InlayHint, Range } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export function inlayHints(_context: DocumentContext, _range: Range): InlayHint[] {
    return [];
}
