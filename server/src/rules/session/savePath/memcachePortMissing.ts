import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { UrlServer } from '../../../phpIni/savePaths/urlPath.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { memcachePath } from '../../support/store.ts';

/** `memcache.default_port` does not count for sessions. */
export const memcachePortMissing: Rule = {
    code: 'memcache-port-missing',
    severity: 'error',
    title: 'The memcache handler needs the port',
    reason: '`memcache.default_port` does not count for sessions. With `tcp://host` alone sessions start, but cannot be written: what they hold is lost, and only a warning says so. With a bare `host` no session starts.',
    link: 'https://www.php.net/manual/en/memcache.ini.php',
    failing: [
        {
            text: 'session.save_handler = memcache\nsession.save_path = "tcp://h"\n',
            marks: ['tcp://h'],
            fixed: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211"\n',
        },
        {
            text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211, tcp://i?weight=2"\n',
            marks: ['tcp://i'],
            fixed: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211, tcp://i:11211?weight=2"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211?persistent=1"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "unix:///run/memcached.sock"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "h"\n' },
    ],
    check(context) {
        const path = memcachePath(context);
        return path ? path.servers.flatMap(server => diagnostic(context, path, server) ?? []) : [];
    },
};

/** Without a scheme, the name is a path to PHP. */
function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    { whole, host, path, port, user, scheme }: UrlServer,
): RuleDiagnostic | undefined {
    const name = host ?? (scheme ? undefined : path);
    if (!name || port || user || !/^[\w.-]+$/.test(name.text)) {
        return undefined;
    }
    const mended = `${value.slice(0, name.end)}:11211${value.slice(name.end)}`;
    const message = scheme
        ? `Without a port the memcache handler cannot write to ${name.text}: sessions are lost.`
        : `Without a port no session starts: the memcache handler takes ${name.text} for a path.`;
    return {
        range: placeOf(node, value, { start: whole.start, end: name.end }),
        message,
        fixes: () => [valueFix(context, 'Write the port 11211', { node, value: mended, preferred: true })],
    };
}
