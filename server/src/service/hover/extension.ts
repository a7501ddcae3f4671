import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { ApplicationNodeFacts } from '../../phpIni/protocol.ts';
import { extensionName } from '../../phpIni/syntax/edit.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { knownValue } from '../values/meaning.ts';
import { listed } from '../values/words.ts';

/** Names under which PHP lists extensions whose files are called otherwise. */
const listedAs: ReadonlyMap<string, string> = new Map([['opcache', 'zend opcache']]);

/** What the line loads, and whether the nodes have it. */
export function extensionParagraphs(context: DocumentContext, node: AssignmentNode): string[] {
    const value = knownValue(context, node);
    const name = value === undefined ? '' : extensionName(value);
    if (value === undefined || name === '') {
        return [];
    }
    const kind = /^zend/i.test(node.name) ? 'the extension of the engine' : 'the extension';
    const place = /[/\\]/.test(value) ? '' : ', from the extension directory';
    return [`Loads ${kind} ${code(name)}${place}.`, ...onNodes(context, name)];
}

function onNodes({ facts: { environment, node } }: DocumentContext, name: string): string[] {
    const others = environment?.applications.filter(other => other.node !== node?.node) ?? [];
    const own = node && state(node, name);
    if (!node || own === undefined) {
        return [];
    }
    const different = others.filter(other => (state(other, name) ?? own) !== own);
    const sentences = [
        `It is ${own} on ${code(node.node)}.`,
        ...(different.length > 0
            ? [
                  `On ${listed(different.map(other => code(other.node)))} it is ${state(different[0] ?? node, name) ?? ''}.`,
              ]
            : []),
    ];
    return [sentences.join(' ')];
}

/** Undefined where the node's PHP was not asked. */
function state({ php }: ApplicationNodeFacts, name: string): string | undefined {
    if (!php) {
        return undefined;
    }
    if (php.extensions.includes(listedAs.get(name) ?? name)) {
        return 'loaded';
    }
    if (!php.availableExtensions) {
        return 'not loaded';
    }
    return php.availableExtensions.includes(name) ? 'installed, but not loaded' : 'not installed';
}
