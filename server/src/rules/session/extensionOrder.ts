import type { DocumentContext } from '../../documentContext.ts';
import { extensionName } from '../../syntax/edit.ts';
import type { AssignmentNode } from '../../syntax/nodes.ts';
import { startsLine } from '../../syntax/placement.ts';
import type { Fix, Rule } from '../rule.ts';

/** What may use the functions of another extension. */
const needs: Readonly<Record<string, readonly string[]>> = {
    memcached: ['igbinary', 'msgpack'],
    redis: ['igbinary', 'msgpack'],
};

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
        return nodes.flatMap((node, index) => {
            const wanted = needs[names[index] ?? ''] ?? [];
            const later = nodes.filter((_, other) => other > index && wanted.includes(names[other] ?? ''));
            const last = later.at(-1);
            // Loaded before as well: then the order is right.
            if (!last || wanted.some(name => names.slice(0, index).includes(name))) {
                return [];
            }
            const others = [...new Set(later.map(one => extensionName(context.valueOf(one) ?? '')))].join(' and ');
            return [
                {
                    range: node.range,
                    message: `${names[index] ?? ''} is loaded before ${others}: where it was built to use that, it does not load.`,
                    related: later.map(one => ({ range: one.range, message: 'Loaded later.' })),
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
    const line = text.slice(node.full.start, node.full.end).replace(/[\r\n]+$/, '');
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
