import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { AssignmentNode, Range } from '../../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { serverSeparators } from '../../support/meantPath.ts';
import { placeOf } from '../../support/fixes.ts';
import { pathFix } from '../../support/redisPath.ts';
import { memcachedPath, pathFor, type MemcachedPath } from '../../support/store.ts';

const host = /^(?=[\d_.-]*[a-z])[a-z0-9_.-]+(?::\d+)?$|^\d+(?:\.\d+){3}(?::\d+)?$/i;
/** With anything but a comma between servers, libmemcached uses the first server only, without a message. */
export const pathSeparator: Rule = {
    code: 'path-separator',
    severity: 'error',
    title: 'Servers are separated by commas',
    reason: 'With a blank, a semicolon or a bar between servers, libmemcached uses the first one only: the rest is read as a weight, or dropped. Nothing is reported, and the second server stays empty. Without quotes, a semicolon even starts a comment. The handlers `memcache` and `redis` take blanks and commas; a semicolon belongs to the name of the host for them.',
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
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379; tcp://i:6379"\n',
            marks: ['; '],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,tcp://i:6379"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1;tcp://i:6379?weight=2"\n',
            marks: [';'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1,tcp://i:6379?weight=2"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "unix:///run/a.sock?database=1 | unix:///run/b.sock"\n',
            marks: [' | '],
            fixed: 'session.save_handler = redis\nsession.save_path = "unix:///run/a.sock?database=1,unix:///run/b.sock"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211, i:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211 2"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = h:11211 ; tcp://old:11211\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379 tcp://i:6379"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=a;b"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (path) {
            return betweenMemcached(context, path);
        }
        const urls = pathFor(context, 'redis', 'memcache');
        return urls ? betweenUrls(context, urls) : [];
    },
};

function betweenMemcached(context: DocumentContext, { node, value, servers }: MemcachedPath): RuleDiagnostic[] {
    // What has a scheme, is a placeholder or starts with PERSISTENT= is told by other rules.
    if (servers.some(({ scheme }) => scheme) || /[<>]|PERSISTENT=/.test(value)) {
        return [];
    }
    const separator = wrongSeparator(value);
    if (separator !== undefined) {
        const message = `Servers are separated by commas: with ${separator} only the first is used, without a message.`;
        return [withCommas(node.valueRange, message, value)];
    }
    return cut(context, node);
}

function cut(context: DocumentContext, node: AssignmentNode): RuleDiagnostic[] {
    const end = cutServers(context, node);
    if (end === undefined) {
        return [];
    }
    const range = { start: node.valueRange.start, end };
    const message = 'The ; starts a comment: only the first server is used. Separate servers by commas.';
    return [withCommas(range, message, context.document.text.slice(range.start, range.end))];
}

/** A number behind a blank is a weight, and stays one. */
function withCommas(range: Range, message: string, servers: string): RuleDiagnostic {
    const newText = `"${servers.replaceAll(/(?<!\s)\s*[;|]\s*|(?<!\s)\s+(?=[^\s\d])/g, ',')}"`;
    return {
        range,
        message,
        fixes: () => [{ title: 'Separate the servers by commas', changes: [{ range, newText }], preferred: true }],
    };
}

/** Where the comment right behind the value is servers, the end of that. */
function cutServers({ document }: DocumentContext, { comment, valueRange }: AssignmentNode): number | undefined {
    if (comment?.start !== valueRange.end || /^["']/.test(document.text.slice(valueRange.start, valueRange.end))) {
        return undefined;
    }
    const servers = document.text
        .slice(comment.start + 1, comment.end)
        .split(/[;,|]/)
        .map(server => server.trim().replace(/^[a-z]+:\/\//i, ''));
    return servers.every(server => /:\d+$/.test(server) && host.test(server)) ? comment.end : undefined;
}

/** A number behind a blank is a weight, not a server. */
function wrongSeparator(value: string): string | undefined {
    const match = /[^\s,;|]\s*([;|])\s*[^\s;|]|[^\s,;|](\s)\s*([^\s,;|]+)/.exec(value);
    if (match?.[1] !== undefined) {
        return match[1];
    }
    return match?.[3] !== undefined && host.test(match[3]) ? 'a blank' : undefined;
}

/** White space separates here as well. What stands in a password is left alone. */
function betweenUrls(context: DocumentContext, path: Effective): RuleDiagnostic[] {
    const separators = serverSeparators(path.value);
    const [first] = separators;
    if (!first) {
        return cut(context, path.node);
    }
    const part = first.isInParameter ? 'parameter, and only the first server is used' : 'host';
    return [
        {
            range: placeOf(path.node, path.value, first),
            message: `Servers are separated by commas: ${first.text.trim()} is taken for a part of the ${part}.`,
            fixes: () => {
                const changes = separators.map(piece => ({ piece, text: ',' }));
                return [pathFix(context, 'Separate the servers by commas', { path, changes, preferred: true })];
            },
        },
    ];
}
