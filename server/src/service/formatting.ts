import type { Range, TextEdit } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';

export interface FormatOptions {
    readonly alignEquals?: boolean;
    readonly trimTrailingWhitespace?: boolean;
    readonly insertFinalNewline?: boolean;
    readonly trimFinalNewlines?: boolean;
}

/** Of the whole document, or of the lines that the range touches. */
export function format(_context: DocumentContext, _options: FormatOptions, _range?: Range): TextEdit[] {
    return [];
}
