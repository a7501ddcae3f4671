import { memcachedPath, schemeOf } from './memcachedPath.ts';
import type { DocumentContext } from '../../documentContext.ts';
import type { AssignmentNode, Range } from '../../syntax/nodes.ts';
import type { Finding, Rule } from '../rule.ts';

const host = /^[a-z0-9_.-]*[a-z][a-z0-9_.-]*(?::\d+)?$|^\d+(?:\.\d+){3}(?::\d+)?$/i;

/** With anything but a comma between servers, libmemcached uses the first server only, without a message. */
export const pathSeparator: Rule = {
    code: 'path-separator',
    severity: 'error',
    title: 'Servers of memcached are separated by commas',
    reason: 'With a blank, a semicolon or a bar between servers, libmemcached uses the first one only: the rest is read as a weight, or dropped. Nothing is reported, and the second server stays empty. Without quotes, a semicolon even starts a comment.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211;i:11211"\n',
            marks: ['"h:11211;i:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211 i:11211"\n',
            marks: ['"h:11211 i:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = h:11211;i:11211\n',
            marks: ['h:11211;i:11211'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211, i:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211 2"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = h:11211 ; tcp://old:11211\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (!path || schemeOf(path.value) !== undefined) {
            return [];
        }
        const { node, value } = path;
        const separator = wrongSeparator(value);
        if (separator !== undefined) {
            const message = `Servers are separated by commas: with ${separator} only the first is used, without a message.`;
            return [withCommas(node.valueRange, message, value)];
        }
        const end = cutServer(context, node);
        if (end === undefined) {
            return [];
        }
        const range = { start: node.valueRange.start, end };
        const cut = 'The ; starts a comment: only the first server is used. Separate servers by commas.';
        return [withCommas(range, cut, context.document.text.slice(range.start, range.end))];
    },
};

/** A number behind a blank is a weight, and stays one. */
function withCommas(range: Range, message: string, servers: string): Finding {
    const newText = `"${servers.replaceAll(/\s*[;|]\s*|\s+(?=[^\s\d])/g, ',')}"`;
    return {
        range,
        message,
        fixes: () => [{ title: 'Separate the servers by commas', changes: [{ range, newText }], preferred: true }],
    };
}

/** Where a comment right behind the value is a server, the end of that. */
function cutServer({ document }: DocumentContext, { comment, valueRange }: AssignmentNode): number | undefined {
    if (comment?.start !== valueRange.end) {
        return undefined;
    }
    const text = document.text.slice(comment.start + 1, comment.end).trim();
    return /:\d+$/.test(text) && host.test(text) ? comment.end : undefined;
}

/** A number behind a blank is a weight, not a server. */
function wrongSeparator(value: string): string | undefined {
    const match = /[^\s,;|]\s*([;|])\s*[^\s;|]|[^\s,;|](\s)\s*([^\s,;|]+)/.exec(value);
    if (match?.[1] !== undefined) {
        return match[1];
    }
    return match?.[3] !== undefined && host.test(match[3]) ? 'a blank' : undefined;
}
