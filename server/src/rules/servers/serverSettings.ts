import type { Directive } from '../../catalog/directive.ts';
import { isFlag, type EmbeddedLine, type Keyword } from '../../embedded/embeddedLine.ts';
import type { Format } from '../../embedded/format.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { Fix } from '../rule.ts';
import { replacing } from '../support/fixes.ts';

/** A setting that Apache or a pool of FPM makes. */
export interface ServerSetting {
    readonly node: AssignmentNode;
    readonly line: EmbeddedLine;
    readonly word: Keyword;
    readonly format: Format;
    readonly directive: Directive | undefined;
}

/** In the order of the file. Work for `context.memo`. */
export function serverSettings(context: DocumentContext): readonly ServerSetting[] {
    const { embedding, document } = context;
    return document.assignments.flatMap(node => {
        const line = embedding?.lineOf(node.line);
        return embedding && line?.keyword
            ? [
                  {
                      node,
                      line,
                      word: line.keyword.word,
                      format: embedding.format,
                      directive: context.directiveOf(node),
                  },
              ]
            : [];
    });
}

/** Writes another word in the place of the one that sets it. */
export function wordFix(
    { embedding }: DocumentContext,
    { line }: ServerSetting,
    word: Keyword,
    preferred = true,
): Fix[] {
    const range = embedding?.keywordOf(line);
    return range ? [replacing(`Change to ${word}`, range, word, preferred)] : [];
}

/** Whether On and Off are values of the directive. */
export function isSwitch({ type, alsoBoolean, values = [] }: Directive): boolean {
    return type === 'boolean' || alsoBoolean === true || values.some(({ value }) => /^(?:on|1)$/i.test(value));
}

export function valueWord(word: Keyword): Keyword {
    return isFlag(word) ? (word === 'php_flag' ? 'php_value' : 'php_admin_value') : word;
}

export function isApache({ format }: ServerSetting): boolean {
    return format.name === 'apache' || format.name === 'htaccess';
}
