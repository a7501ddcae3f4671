import { parseParameters } from '../../../phpIni/syntax/savePath.ts';
import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { pathFor, urlPath } from '../../support/store.ts';

/** `phpinfo()` and `ini_get()` show the save path; so does every copy of the file. */
export const redisAuthVisible: Rule = {
    code: 'redis-auth-visible',
    severity: 'hint',
    title: 'A password in the save path is shown to every script',
    reason: 'The save path, password included, is shown by `phpinfo()` and `ini_get()`, appears in warnings when the connection fails, and goes wherever the file goes. `${REDIS_PASSWORD}` keeps it out of the file at least; a user of Redis that may do no more than sessions need limits the harm.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&auth=secret"\n',
            marks: ['auth=secret'],
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:6379&auth=secret"\n',
            marks: ['auth=secret'],
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=${REDIS_PASSWORD}"\n' },
    ],
    check(context) {
        const redis = urlPath(context, 'redis');
        const path = redis ?? pathFor(context, 'rediscluster');
        if (!path) {
            return [];
        }
        const { node, value } = path;
        const parameters = redis
            ? redis.servers.flatMap(server => server.parameters)
            : parseParameters({ text: value, start: 0, end: value.length });
        const secret = parameters.findLast(one => /^auth(?:\[.*\])?$/.test(one.name) && /^[^<>]+$/.test(one.value));
        return secret
            ? [
                  {
                      range: placeOf(node, value, secret.whole),
                      message:
                          'Every script can read this password, and phpinfo() shows it. A variable such as ${REDIS_PASSWORD} keeps it out of the file.',
                  },
              ]
            : [];
    },
};
