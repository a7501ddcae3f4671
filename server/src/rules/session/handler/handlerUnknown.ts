import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import { isPlaceholder, valueOrName } from '../../support/assignments.ts';
import { nearest } from '../../support/nearest.ts';
import type { Rule, RuleDiagnostic } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

/**
 * Of PHP and of extensions that are or were in use; anything else may still come from an extension that is not known
 * here.
 */
const handlers = ['files', 'memcached', 'memcache', 'redis', 'rediscluster'];
const rarer = new Set(
    'user mm sqlite sqlite3 pgsql mongo mongodb cassandra couchbase riak wincache eaccelerator apc apcu xcache msession cluster uwsgi aerospike tarantool dynamodb zookeeper ignite swoole relay yac'.split(
        ' ',
    ),
);

/** An unknown handler is reported only when a session starts, and then every session fails. */
export const handlerUnknown: Rule = {
    code: 'handler-unknown',
    severity: 'error',
    title: 'No extension provides this session handler',
    reason: 'PHP accepts any name for `session.save_handler` when it starts, and looks the handler up only when a session starts. Then every session fails: *Cannot find session save handler*. Names that could come from an extension that is not known here are not reported, only misspelt ones, an empty one, and what no extension can call a handler: a list, a file, a path, a URL.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-handler',
    failing: [
        {
            text: 'session.save_handler = memchached\n',
            marks: ['memchached'],
            fixed: 'session.save_handler = memcached\n',
        },
        { text: 'session.save_handler = "file"\n', marks: ['"file"'], fixed: 'session.save_handler = "files"\n' },
        {
            text: 'session.save_handler = redis_cluster\n',
            marks: ['redis_cluster'],
            fixed: 'session.save_handler = rediscluster\n',
        },
        {
            text: 'session.save_handler = memcached, files\n',
            marks: ['memcached, files'],
            fixed: 'session.save_handler = memcached\n',
        },
        {
            text: 'session.save_handler = "memcached.so"\n',
            marks: ['"memcached.so"'],
            fixed: 'session.save_handler = "memcached"\n',
        },
        { text: 'session.save_handler = /var/lib/php/sessions\n', marks: ['/var/lib/php/sessions'] },
        { text: 'session.save_handler =\n', marks: ['session.save_handler'], fixed: 'session.save_handler = files\n' },
    ],
    passing: [
        { text: 'session.save_handler = memcacheD\n' },
        { text: 'session.save_handler = my_own_handler\n' },
        { text: 'session.save_handler = memcache2\n' },
        { text: 'session.save_handler = ${HANDLER}\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const name = handler?.value.toLowerCase() ?? '';
        if (!handler || handlers.includes(name) || rarer.has(name) || isPlaceholder(handler.node.rawValue)) {
            return [];
        }
        return /^[\w.:-]*$/.test(name) && !isFile(name)
            ? nameDiagnostics(context, handler)
            : [impossible(context, handler)];
    },
};

function nameDiagnostics(context: DocumentContext, { node, value }: Effective): RuleDiagnostic[] {
    const name = value.toLowerCase();
    const meant = name === '' ? 'files' : nearest(name, handlers, 2);
    if (meant === undefined) {
        return [];
    }
    const message =
        name === ''
            ? 'An empty name is no session handler: sessions would not start. PHP\u2019s own is "files".'
            : `No extension provides a session handler "${value}": sessions would not start. Did you mean "${meant}"?`;
    const fix = valueFix(context, `Change to ${meant}`, { node, value: meant, preferred: name !== '' });
    return [{ range: valueOrName(node), message, fixes: () => [fix] }];
}

/** `memcached.so`, a directory, an address. */
function isFile(name: string): boolean {
    return /\.(?:so|dll)$|^\.|:/.test(name);
}

/** A list, a file, a URL: what no handler can be called, whatever extensions there are. */
function impossible(context: DocumentContext, { node, value }: Effective): RuleDiagnostic {
    const meant = [...new Set(value.toLowerCase().split(/[^a-z]+/))].filter(word => handlers.includes(word));
    return {
        range: valueOrName(node),
        message: `No session handler can be called "${value}": sessions would not start. Write one name, such as "${meant[0] ?? 'files'}".`,
        fixes: () =>
            meant.map(one =>
                valueFix(context, `Change to ${one}`, { node, value: one, preferred: isSure(value, meant) }),
            ),
    };
}

/** One handler is named, and else nothing but its file and the place of that. */
function isSure(value: string, meant: readonly string[]): boolean {
    return meant.length === 1 && /^(?:[\w./\\:-]*[/\\])?(?:php_)?\w+\.(?:so|dll)$/i.test(value);
}
