import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import { parseMemcachedPath } from '../../../phpIni/savePaths/memcached.ts';
import type { Fix, RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, settingsFix, valueFix } from '../../support/fixes.ts';
import { serverSeparators } from '../../support/session/meantPath.ts';
import { pathFix } from '../../support/session/redisPath.ts';
import { memcachedPath, pathFor, type MemcachedPath } from '../../support/store.ts';
import { settingsForWeights } from '../../support/session/weights.ts';

const TITLE = 'Separate the servers by commas';
const host = /^(?=[\d_.-]*[a-z])[a-z0-9_.-]+(?::\d+)*$|^\d+(?:\.\d+){3}(?::\d+)*$|^\[[\da-f:.]+\](?::\d+)*$/i;
/** What stands between two words, neither in front of the first nor behind the last, and the second of them. */
const separator = /(?<=[^\s,;|])[\s,;|]+(?=([^\s,;|]+))/g;

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
            text: 'session.save_handler = memcached\nsession.save_path = "10.0.0.1:11211 10.0.0.2:11211"\n',
            marks: ['"10.0.0.1:11211 10.0.0.2:11211"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "10.0.0.1:11211,10.0.0.2:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "10.0.0.1:11211 3 10.0.0.2:11211 1, [::1]:11211 h"\n',
            marks: ['"10.0.0.1:11211 3 10.0.0.2:11211 1, [::1]:11211 h"'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "10.0.0.1:11211 3,10.0.0.2:11211 1, [::1]:11211,h"\nmemcached.sess_consistent_hash_type = ketama_weighted\n',
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
        return [{ range: node.valueRange, message, fixes: () => [withCommas(context, node, value)] }];
    }
    return cut(context, node);
}

/** Of servers that all count, weights count as well. */
function withCommas(context: DocumentContext, node: AssignmentNode, value: string): Fix {
    const servers = separated(value);
    const weights = settingsForWeights(context, parseMemcachedPath(servers));
    if (weights.length === 0) {
        return valueFix(context, TITLE, { node, value: servers, preferred: true });
    }
    const settings = [[node.name, servers] as const, ...weights];
    return settingsFix(context, `${TITLE}, and heed their weights`, { settings, near: node });
}

function cut(context: DocumentContext, node: AssignmentNode): RuleDiagnostic[] {
    const end = cutServers(context, node);
    if (end === undefined) {
        return [];
    }
    const range = { start: node.valueRange.start, end };
    const newText = `"${separated(context.document.text.slice(range.start, range.end))}"`;
    return [
        {
            range,
            message: 'The ; starts a comment: only the first server is used. Separate servers by commas.',
            fixes: () => [{ title: TITLE, changes: [{ range, newText }], preferred: true }],
        },
    ];
}

/** A number behind a blank is a weight, and stays one. */
function separated(servers: string): string {
    return servers.replaceAll(separator, (between, next: string) => (isWrong(between, next) ? ',' : between));
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

/** The first that is no comma and should be one, in words. */
function wrongSeparator(value: string): string | undefined {
    for (const [between, next = ''] of value.matchAll(separator)) {
        if (isWrong(between, next)) {
            return between.trim().charAt(0) || 'a blank';
        }
    }
    return undefined;
}

/** A number behind a blank is a weight, not a server. */
function isWrong(between: string, next: string): boolean {
    return between.trim() === '' ? host.test(next) || next.startsWith('/') : !between.includes(',');
}

/** White space separates here as well. What stands in a password is left alone. */
function betweenUrls(context: DocumentContext, path: Effective): RuleDiagnostic[] {
    const separators = serverSeparators(path.value);
    const [first] = separators;
    if (!first) {
        return cut(context, path.node);
    }
    const isSeparate = /\s/.test(first.text);
    const consequence = isSeparate ? '' : ', and only the first server is used';
    const part = first.isInParameter ? `parameter${consequence}` : 'host';
    return [
        {
            range: placeOf(path.node, path.value, first),
            message: `Servers are separated by commas: ${first.text.trim()} is taken for a part of the ${part}.`,
            fixes: () => {
                const changes = separators.map(piece => ({ piece, text: ',' }));
                return [pathFix(context, TITLE, { path, changes, preferred: true })];
            },
        },
    ];
}
