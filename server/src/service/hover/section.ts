import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { SectionNode } from '../../phpIni/syntax/nodes.ts';
import { contains } from '../nodeRanges.ts';
import { grouped } from '../values/words.ts';
import type { Explanation } from './explanation.ts';

/** What a heading does: most of them nothing. */
export function sectionExplanation(
    context: DocumentContext,
    section: SectionNode,
    offset: number,
): Explanation | undefined {
    if (!contains(section.range, offset)) {
        return undefined;
    }
    return { range: section.range, paragraphs: section.reached ? effect(context, section) : [] };
}

function effect(context: DocumentContext, section: SectionNode): string[] {
    const { special, capturedBy, name } = section;
    if (special) {
        return [
            `The settings below are only for ${what(section)}, up to the next such heading or the end of the file: other headings do not end it.`,
            ...(/^(?:HOST|PATH)=/i.test(name)
                ? []
                : [`PHP takes every heading that begins with ${code(special.toUpperCase())} for one.`]),
            whoReads(context),
        ];
    }
    if (capturedBy) {
        return [
            `A heading means nothing to PHP. The settings below still belong to ${code(`[${capturedBy.name}]`)} of line ${grouped(capturedBy.line + 1)}, which goes on to the end of the file.`,
        ];
    }
    return ['A heading is for people: to PHP the settings below are like all others.'];
}

function what({ special, name }: SectionNode): string {
    const target = name.slice(4).replace(/^\s*=\s*/, '');
    return special === 'host' ? `the host ${code(target)}` : `scripts below ${code(target)}`;
}

/** Apache's PHP module reads such sections and does not use them. */
function whoReads({ facts: { node } }: DocumentContext): string {
    return node
        ? `PHP as a module of Apache does not use them, as on ${code(node.node)}: only CGI, FPM and LiteSpeed do.`
        : 'Only CGI, FPM and LiteSpeed use them: not PHP as a module of Apache, nor on the command line.';
}
