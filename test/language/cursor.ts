import type { Position } from 'vscode-languageserver';
import { parsePhpIni, type PhpIniDocument } from '../../server/src/syntax/document.ts';
import { toPosition } from '../../server/src/service/positions.ts';

/** A document and the place in it that `|` marks. Further `|` belong to the text. */
export function atCursor(marked: string, phpVersion = '8.4'): { document: PhpIniDocument; position: Position } {
    const offset = marked.indexOf('|');
    if (offset < 0) {
        throw new Error(`No | in ${JSON.stringify(marked)}`);
    }
    const document = parsePhpIni(marked.slice(0, offset) + marked.slice(offset + 1), { phpVersion });
    return { document, position: toPosition(document, offset) };
}
