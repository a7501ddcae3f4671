import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Piece, UrlServer } from '../../../phpIni/syntax/savePath.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { urlPath } from '../../support/store.ts';

/** Other clients of Redis take the database and the password from there. */
export const redisUrlIgnored: Rule = {
    code: 'redis-url-ignored',
    severity: 'warning',
    title: 'The redis handler ignores this part of the URL',
    reason: 'Other clients of Redis take `tcp://user:password@host:6379/1` apart; the redis handler uses host and port only, and what stands behind the question mark. It logs in as nobody and uses database 0, without a message. Write `?auth=password&database=1`, or `?auth[]=user&auth[]=password`.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379/2"\n',
            marks: ['/2'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=2"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://:secret@h:6379?weight=1"\n',
            marks: [':secret@'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=secret&weight=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tls://me:secret@h:6379"\n',
            marks: ['me:secret@'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?auth[]=me&auth[]=secret"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379/?database=2"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379/0"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "unix:///run/redis.sock"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211/2"\n' },
    ],
    check(context) {
        const path = urlPath(context, 'redis');
        return path ? path.servers.flatMap(server => diagnostics(context, path, server)) : [];
    },
};

function diagnostics(context: DocumentContext, path: Effective, server: UrlServer): RuleDiagnostic[] {
    const found: RuleDiagnostic[] = [];
    if (!server.scheme || /^(?:unix|file)$/i.test(server.scheme.text)) {
        return found;
    }
    const { user, path: database } = server;
    if (user) {
        const [name = '', password = name] = user.text.split(':', 2);
        const auth = name === '' || name === password ? `auth=${password}` : `auth[]=${name}&auth[]=${password}`;
        const piece = { ...user, end: user.end + 1 };
        const message =
            'The redis handler ignores user and password here, and does not log in: write them behind ?auth=.';
        found.push(diagnostic(context, path, { server, piece, parameter: auth, message }));
    }
    if (database && /^\/0*[1-9]\d*$/.test(database.text)) {
        const parameter = `database=${database.text.slice(1)}`;
        const message = `The redis handler ignores ${database.text} and uses database 0: write ?${parameter}.`;
        found.push(diagnostic(context, path, { server, piece: database, parameter, message }));
    }
    return found;
}

interface Parts {
    readonly server: UrlServer;
    readonly piece: Piece;
    readonly parameter: string;
    readonly message: string;
}

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    { server, piece, parameter, message }: Parts,
) {
    const { whole, query } = server;
    const bare = value.slice(whole.start, piece.start) + value.slice(piece.end, query?.start ?? whole.end);
    const others = query ? `&${query.text}` : '';
    const url = query ? `${bare}${parameter}${others}` : `${bare}?${parameter}`;
    const mended = value.slice(0, whole.start) + url + value.slice(whole.end);
    return {
        range: placeOf(node, value, piece),
        message,
        fixes: () => [
            valueFix(context, `Write ?${parameter.replace(/=.*/, '=')}`, { node, value: mended, preferred: true }),
        ],
    };
}
