import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/edits.ts';
import { handlerOf, isOfCommandLine, numberOf, switchOf } from '../../support/store.ts';

/** The command line has no time limit, so nothing limits its locks. */
export const lockExpireCli: Rule = {
    code: 'lock-expire-cli',
    severity: 'information',
    title: 'Locks of scripts that die never expire',
    reason: 'With `memcached.sess_lock_expire = 0`, its default, the lock of a session lives as long as `max_execution_time`. Where that is 0, as on the command line, the lock never expires: a script that dies with a session in its hands locks it for good.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-lock-expire',
    failing: [
        {
            text: 'session.save_handler = memcached\nmax_execution_time = 0\n',
            marks: ['max_execution_time = 0'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 60\nmax_execution_time = 0\n',
        },
        {
            text: 'session.save_handler = memcached\n',
            uri: 'file:///etc/php/8.4/cli/php.ini',
            marks: ['session.save_handler = memcached'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 60\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nmax_execution_time = 30\n' },
        { text: 'session.save_handler = memcached\nmax_execution_time = 0\nmemcached.sess_lock_expire = 60\n' },
        { text: 'session.save_handler = memcached\nmax_execution_time = 0\nmemcached.sess_locking = Off\n' },
        { text: 'session.save_handler = files\nmax_execution_time = 0\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const isLocking = switchOf(context, 'memcached.sess_locking') === true;
        if (!handler || handlerOf(context) !== 'memcached' || !isLocking) {
            return [];
        }
        const limit = context.effective('max_execution_time');
        const isEndless = limit?.value.trim() === '0' || isOfCommandLine(context);
        if (!isEndless || numberOf(context, 'memcached.sess_lock_expire') !== 0) {
            return [];
        }
        const settings = [['memcached.sess_lock_expire', '60']] as const;
        return [
            {
                range: (limit ?? handler).node.range,
                message:
                    'Without a time limit the lock of a script that dies never expires: set memcached.sess_lock_expire.',
                fixes: () => [settingsFix(context, 'Let locks expire after 60 s', { settings, near: handler.node })],
            },
        ];
    },
};
