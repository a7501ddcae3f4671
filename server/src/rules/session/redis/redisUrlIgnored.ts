import type { DocumentContext } from '../../../model/documentContext.ts';
import { encoded } from '../../../phpIni/savePaths/phpQuery.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import type { RedisServer } from '../../../phpIni/savePaths/redis.ts';
import type { Fix, RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { isBeforeRest, schemeWithoutSlashes } from '../../support/session/meantPath.ts';
import { pathFix, redisPath, type PieceChange, type RedisPath } from '../../support/session/redisPath.ts';

/** Redis has 16 databases unless its `databases` says otherwise; ports of services are larger. */
const DATABASES = 16;
const LEAST_PORT = 1024;

/** Other clients of Redis take the database and the password from there. */
export const redisUrlIgnored: Rule = {
    code: 'redis-url-ignored',
    severity: 'warning',
    title: 'The redis handler ignores this part of the URL',
    reason: 'Other clients of Redis take `tcp://user:password@host:6379/1` apart; the redis handler uses host and port only, and what stands behind the question mark. It logs in as nobody and uses database 0, without a message. Write `?auth=password&database=1`, or `?auth[]=user&auth[]=password`; a `+` in them is `%2B` there. What is behind the slash of `tcp://host/6379` is meant for the port more often than for one of the 16 databases.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379/2"\n',
            marks: ['/2'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?database=2"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://redis/6379"\n',
            marks: ['/6379'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://redis:6379"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h/6380?weight=2, tcp://i:6379/20"\n',
            marks: ['/6380', '/20'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6380?weight=2, tcp://i:6379?database=20"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://:secret@h:6379?weight=1"\n',
            marks: [':secret@'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=secret&weight=1"\n',
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tls://me:p+w@h:6379"\n',
            marks: ['me:p+w@'],
            fixed: 'session.save_handler = redis\nsession.save_path = "tls://h:6379?auth[]=me&auth[]=p%2Bw"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379/?database=2"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379/0"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "unix:///run/redis.sock"\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211/2"\n' },
    ],
    check(context) {
        const path = redisPath(context);
        return path ? path.servers.flatMap(server => diagnostics(context, path, server)) : [];
    },
};

function diagnostics(context: DocumentContext, path: RedisPath, server: RedisServer): RuleDiagnostic[] {
    const { host, user, path: behind, port } = server.url;
    if (!host) {
        return [];
    }
    const number = Number(/^\/0*([1-9]\d{0,4})$/.exec(behind?.text ?? '')?.[1] ?? 0);
    return [
        ...(user ? [ignoredLogin(context, path, server)] : []),
        ...(behind && number > 0
            ? [
                  number >= LEAST_PORT && !port
                      ? wrongPort(context, path, server, behind)
                      : ignoredDatabase(context, path, { server, behind, number }),
              ]
            : []),
    ];
}

/** Elsewhere a `+` in a URL stands for itself, and `%2B` for `+`, as it does here. */
function ignoredLogin(context: DocumentContext, path: RedisPath, { url }: RedisServer): RuleDiagnostic {
    const { user, password, host, parameters } = url;
    const [name, secret] = [user?.text ?? '', password?.text ?? ''];
    const piece = { start: user?.start ?? 0, end: host?.start ?? 0 };
    const text = (written: string): string => written.replace(/[^\w.~%-]|%(?![\da-f]{2})/giu, one => encoded(one));
    const isNamed = name !== '' && secret !== '' && secret !== name;
    const login = isNamed ? `auth[]=${text(name)}&auth[]=${text(secret)}` : `auth=${text(secret || name)}`;
    const isElsewhere = (name === '' && secret === '') || parameters.some(one => one.name === 'auth');
    const removal = { piece, text: '' };
    return {
        range: placeOf(path.node, path.value, piece),
        message:
            'The redis handler ignores user and password here, and does not log in: write them behind the question mark, as auth.',
        fixes: () =>
            isBeforeSeparator(path, url)
                ? []
                : isElsewhere
                  ? [pathFix(context, 'Remove them', { path, changes: [...withScheme(url), removal] })]
                  : [
                        pathFix(context, isNamed ? 'Write ?auth[]=' : 'Write ?auth=', {
                            path,
                            changes: [...withScheme(url), removal, parameterBehind(url, login + gap(path, url))],
                            preferred: true,
                        }),
                    ],
    };
}

/** So that a server of one word, right behind the comma, is not taken for the rest of the password. */
function gap({ value }: RedisPath, { query, whole }: RedisServer['url']): string {
    return !query && isBeforeRest(value, whole.end) ? ' ' : '';
}

/** A wrong one: behind a parameter, it would be a part of that. */
function isBeforeSeparator({ value }: RedisPath, { whole }: RedisServer['url']): boolean {
    return /^\s*[;|]/.test(value.slice(whole.end));
}

/** To PHP, `h` of `h:6379?…` is a scheme: with parameters there has to be another, with its slashes. */
function withScheme({ scheme, whole }: RedisServer['url']): PieceChange[] {
    const bare = schemeWithoutSlashes(whole.text);
    if (bare !== undefined) {
        const colon = whole.start + bare.length;
        return [{ piece: { start: colon, end: colon }, text: '//' }];
    }
    const piece = { start: whole.start, end: whole.start };
    return scheme || whole.text.startsWith('//') ? [] : [{ piece, text: 'tcp://' }];
}

/** In front of the other parameters, unless the first is the rest of something; in the place of what PHP ignores. */
function parameterBehind({ query, whole, fragment, parameters }: RedisServer['url'], parameter: string): PieceChange {
    if (!query) {
        return { piece: { start: fragment ? fragment.start - 1 : whole.end, end: whole.end }, text: `?${parameter}` };
    }
    const isFirst = parameters[0]?.writtenValue !== undefined || parameters.length === 0;
    const at = isFirst ? query.start : query.end;
    const others = query.text === '' ? '' : '&';
    return { piece: { start: at, end: at }, text: isFirst ? parameter + others : others + parameter };
}

function ignoredDatabase(
    context: DocumentContext,
    path: RedisPath,
    { server: { url, database }, behind, number }: { server: RedisServer; behind: Piece; number: number },
): RuleDiagnostic {
    const isDatabase = database === undefined && number < LEAST_PORT;
    const most =
        number < DATABASES
            ? ''
            : ` Redis has the databases 0 to ${DATABASES - 1}, unless its "databases" says otherwise.`;
    const bare = [...(url.query || url.fragment ? withScheme(url) : []), { piece: behind, text: '' }];
    const removal = (preferred: boolean): Fix =>
        pathFix(context, `Remove ${behind.text}`, { path, changes: bare, preferred });
    const parameter = `database=${number}`;
    return {
        range: placeOf(path.node, path.value, behind),
        message: isDatabase
            ? `The redis handler ignores ${behind.text}, and uses database 0: write ?${parameter}.${most}`
            : `The redis handler ignores ${behind.text}, and uses database ${database ?? 0}.`,
        fixes: () => {
            const changes = [...withScheme(url), { piece: behind, text: '' }, parameterBehind(url, parameter)];
            const preferred = number < DATABASES;
            return isBeforeSeparator(path, url)
                ? []
                : isDatabase
                  ? [pathFix(context, `Write ?${parameter}`, { path, changes, preferred }), removal(false)]
                  : [removal(number === url.portNumber || number === database)];
        },
    };
}

function wrongPort(context: DocumentContext, path: RedisPath, { url }: RedisServer, behind: Piece): RuleDiagnostic {
    const port = `:${behind.text.slice(1)}`;
    const changes = [...(url.query || url.fragment ? withScheme(url) : []), { piece: behind, text: port }];
    return {
        range: placeOf(path.node, path.value, behind),
        message: `The redis handler ignores ${behind.text}, and uses the port 6379: a port is written ${port}.`,
        fixes: () => [pathFix(context, `Write ${port}`, { path, changes, preferred: true })],
    };
}
