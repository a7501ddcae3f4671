import { nearest } from './nearest.ts';
import type { Rule } from './rule.ts';

/** Of PHP and of extensions that are or were in use; anything else may still come from an extension that is not known here. */
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
    check(context) {
        const handler = context.effective('session.save_handler');
        const name = handler?.value.toLowerCase() ?? '';
        if (!handler || name === '' || handlers.includes(name) || rarer.has(name)) {
            return [];
        }
        const meant = nearest(name, handlers, 2);
        return meant === undefined
            ? []
            : [
                  {
                      range: handler.node.valueRange,
                      message: `No extension provides a session handler "${handler.value}": sessions would not start. Did you mean "${meant}"?`,
                  },
              ];
    },
};
