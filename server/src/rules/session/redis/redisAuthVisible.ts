import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { pathParameters } from '../../support/session/redisPath.ts';

/** `phpinfo()` and `ini_get()` show the save path; so does every copy of the file. */
export const redisAuthVisible: Rule = {
    code: 'redis-auth-visible',
    severity: 'hint',
    title: 'A password in the save path is shown to every script',
    reason: 'The save path, password included, is shown by `phpinfo()` and `ini_get()`, appears in warnings when the connection fails, and goes wherever the file goes. A variable, `${REDIS_PASSWORD}`, only keeps it out of the file: PHP fills it in, and shows it all the same; and where the variable holds `+`, `&`, `,` or `%`, phpredis reads another password. What limits the harm is a user of Redis that may do no more than sessions need, or a Redis that only this machine reaches.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1&auth=secret"\n',
            marks: ['auth=secret'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth[user]=me&auth[pass]=secret"\n',
            marks: ['auth[pass]=secret'],
        },
        {
            text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth%5B%5D=me&auth%5B%5D=secret&weight=2"\n',
            marks: ['auth%5B%5D=secret'],
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:6379&auth=secret"\n',
            marks: ['auth=secret'],
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?weight=1"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth=${REDIS_PASSWORD}"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379?auth="\n' },
    ],
    check(context) {
        const secret = pathParameters(context).findLast(
            ({ parameter: { name, value } }) => name === 'auth' && value !== '',
        );
        return secret
            ? [
                  {
                      range: placeOf(secret.path.node, secret.path.value, secret.parameter.whole),
                      message:
                          'Every script can read this password, and phpinfo() shows it, also where a variable holds it. Give the sessions a user of Redis that may do no more than they need.',
                  },
              ]
            : [];
    },
};
