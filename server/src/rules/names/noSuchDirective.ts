import type { Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { unknownNames } from '../support/unknownNames.ts';

/** All of PHP's own are known: what is not among them is none. */
export const noSuchDirective: Rule = {
    code: 'no-such-directive',
    severity: 'warning',
    title: 'PHP has no directive of this name',
    reason: 'Names that begin with `session.`, `opcache.`, `mbstring.` and their like are PHP\u2019s own, and all of them are known, of PHP 7.4 to 8.5: no other extension brings this one. PHP ignores the line without a message.',
    link: 'https://www.php.net/manual/en/ini.list.php',
    failing: [
        {
            text: 'session.gc_lifetime = 3600\n',
            marks: ['session.gc_lifetime'],
            fixed: 'session.gc_maxlifetime = 3600\n',
        },
        { text: 'session.timeout = 3600\n', marks: ['session.timeout'], fixed: 'session.gc_maxlifetime = 3600\n' },
        { text: 'opcache.memory = 256\n', marks: ['opcache.memory'], fixed: 'opcache.memory_consumption = 256\n' },
        { text: 'mysqli.charset = utf8\n', marks: ['mysqli.charset'] },
    ],
    passing: [
        { text: 'session.gc_maxlifetime = 3600\nopcache.memory_consumption = 256\n' },
        { text: 'session.timeout = 3600\n', phpVersion: '8.6' },
        { text: 'redis.timeout = 1\nshop.timeout = 1\npdo.dsn.shop = "mysql:host=db"\n' },
        { text: 'session.save_hander = files\n' },
    ],
    check(context) {
        return context.memo(unknownNames).flatMap(({ node, kind, meant }) =>
            kind === 'own'
                ? [
                      {
                          range: node.nameRange,
                          message: `PHP has no directive ${node.name} and ignores this line without a message.${meant ? ` The nearest name is ${meant.name}.` : ''}`,
                          fixes: () =>
                              meant ? [replacing(`Change to ${meant.name}`, node.nameRange, meant.name)] : [],
                      },
                  ]
                : [],
        );
    },
};
