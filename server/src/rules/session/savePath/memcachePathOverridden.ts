import type { Rule } from '../../rule.ts';
import { removalFix } from '../../support/fixes.ts';
import { handlerOf } from '../../support/store.ts';

/** Since version 8.2 of the memcache extension. */
export const memcachePathOverridden: Rule = {
    code: 'memcache-path-overridden',
    severity: 'warning',
    title: 'memcache.session_save_path is used instead',
    reason: 'The memcache handler takes its servers from `memcache.session_save_path` where that is set, and then does not look at `session.save_path` at all. With two different values, the one that people know has no effect.',
    link: 'https://www.php.net/manual/en/memcache.ini.php',
    failing: [
        {
            text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211"\nmemcache.session_save_path = "tcp://old:11211"\n',
            marks: ['session.save_path = "tcp://h:11211"'],
            fixed: 'session.save_handler = memcache\nmemcache.session_save_path = "tcp://old:11211"\n',
        },
    ],
    passing: [
        {
            text: 'session.save_handler = memcache\nsession.save_path = "tcp://h:11211"\nmemcache.session_save_path = "tcp://h:11211"\n',
        },
        { text: 'session.save_handler = memcache\nmemcache.session_save_path = "tcp://h:11211"\n' },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211"\nmemcache.session_save_path = "tcp://old:11211"\n',
        },
    ],
    check(context) {
        const own = context.effective('memcache.session_save_path');
        const path = context.effective('session.save_path');
        const isUsed = handlerOf(context) === 'memcache';
        if (!isUsed || !own || !path || own.value === '' || path.value === '' || own.value === path.value) {
            return [];
        }
        return [
            {
                range: path.node.range,
                message: `The memcache handler uses memcache.session_save_path, ${own.value}, instead of this.`,
                tag: 'unnecessary',
                related: [{ range: own.node.range, message: 'These servers are used.' }],
                fixes: () => [
                    removalFix(context, 'Remove session.save_path', context.globalsOf('session.save_path')),
                    removalFix(context, 'Remove memcache.session_save_path', context.globalsOf(own.node.name)),
                ],
            },
        ];
    },
};
