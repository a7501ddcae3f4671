import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { UrlServer } from '../../../phpIni/syntax/savePath.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { urlPath } from '../../support/store.ts';

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
        const path = urlPath(context, 'memcache');
        return path ? path.servers.filter(isWithoutPort).map(server => diagnostic(context, path, server)) : [];
    },
};

function isWithoutPort({ scheme, host, port, user }: UrlServer): boolean {
    const isHost = /^[\w.-]+$/.test(host.text) && !user;
    return isHost && port === undefined && !/^(?:unix|file)$/i.test(scheme?.text ?? '');
}

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    { whole, host, scheme }: UrlServer,
): RuleDiagnostic {
    const mended = `${value.slice(0, host.end)}:11211${value.slice(host.end)}`;
    const message = scheme
        ? `Without a port the memcache handler cannot write to ${host.text}: sessions are lost.`
        : `Without a port no session starts: the memcache handler takes ${host.text} for a path.`;
    return {
        range: placeOf(node, value, { start: whole.start, end: host.end }),
        message,
        fixes: () => [valueFix(context, 'Write the port 11211', { node, value: mended, preferred: true })],
    };
}
