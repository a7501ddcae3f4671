import type { DocumentContext } from '../../../model/documentContext.ts';
import { extensionName } from '../../../phpIni/syntax/edit.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import { startsLine } from '../../../phpIni/syntax/placement.ts';
import type { Fix, Rule } from '../../rule.ts';

/** May use the functions of the others. */
const users = ['memcached', 'redis'];
const serializers = ['igbinary', 'msgpack'];

/** Whether it needs them depends on how it was built: Debian's memcached does. */
export const extensionOrder: Rule = {
    code: 'ext-order',
    severity: 'information',
    title: 'An extension is loaded before one that it may need',
    reason: 'PHP loads extensions in the order of the lines. Where the memcached or redis extension was built to use igbinary or msgpack, as in Debian\u2019s packages, it cannot be loaded before them: *undefined symbol: igbinary_serialize*. Put igbinary and msgpack first.',
    link: 'https://www.php.net/manual/en/memcached.installation.php',
    failing: [
        {
            text: 'extension=memcached.so\nextension=igbinary.so\n',
            marks: ['extension=memcached.so'],
            fixed: 'extension=igbinary.so\nextension=memcached.so\n',
        },
        {
            text: 'extension = redis\na = 1\nextension = msgpack\nextension = igbinary',
            marks: ['extension = redis'],
            fixed: 'a = 1\nextension = msgpack\nextension = igbinary\nextension = redis',
        },
    ],
    passing: [
        { text: 'extension=igbinary.so\nextension=memcached.so\n' },
        { text: 'extension=memcached.so\n;extension=igbinary.so\n' },
        { text: 'extension=memcached.so\n' },
    ],
    check(context) {
        const nodes = context.globalsOf('extension');
        const names = nodes.map(node => extensionName(context.valueOf(node) ?? ''));
        const firsts = serializers.flatMap(name => {
            const node = nodes[names.indexOf(name)];
            return node ? [{ name, node }] : [];
        });
        const last = firsts.toSorted((a, b) => a.node.range.start - b.node.range.start).at(-1)?.node;
        const others = firsts.map(({ name }) => name).join(' and ');
        return nodes.flatMap((node, index) => {
            const name = names[index] ?? '';
            // Behind one of them already: then the order was thought of.
            if (!last || !users.includes(name) || firsts.some(first => first.node.range.start < node.range.start)) {
                return [];
            }
            return [
                {
                    range: node.range,
                    message: `${name} is loaded before ${others}: where it was built to use that, it does not load.`,
                    related: firsts.map(first => ({ range: first.node.range, message: 'Loaded later.' })),
                    fixes: () => movedBehind(context, node, last),
                },
            ];
        });
    },
};

function movedBehind({ document }: DocumentContext, node: AssignmentNode, last: AssignmentNode): Fix[] {
    const { text, eol } = document;
    if (!startsLine(text, node.full.start) || !startsLine(text, node.full.end)) {
        return [];
    }
    const line = text.slice(node.full.start, node.full.end).replace(/(?<![\r\n])[\r\n]+$/, '');
    const place = last.full.end;
    const newText = startsLine(text, place) ? line + eol : eol + line;
    return [
        {
            title: `Load it behind ${document.text.slice(last.valueRange.start, last.valueRange.end)}`,
            changes: [
                { range: node.full, newText: '' },
                { range: { start: place, end: place }, newText },
            ],
            preferred: true,
        },
    ];
}
