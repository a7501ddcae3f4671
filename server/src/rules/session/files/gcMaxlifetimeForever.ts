import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';
import { handlerOf } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** Measured: the record gets no expiry at all. */
export const gcMaxlifetimeForever: Rule = {
    code: 'gc-maxlifetime-forever',
    severity: 'warning',
    title: 'Sessions in memcached would never expire',
    reason: 'The memcached handler gives each session `session.gc_maxlifetime` as its expiry. Of 0 or less it makes none: sessions stay until memcached needs the room, and then any of them may go.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.gc-maxlifetime',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.gc_maxlifetime = 0\n',
            marks: ['0'],
            fixed: 'session.save_handler = memcached\nsession.gc_maxlifetime = 1440\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.gc_maxlifetime = -1\n',
            marks: ['-1'],
            fixed: 'session.save_handler = memcached\nsession.gc_maxlifetime = 1440\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.gc_maxlifetime = 1440\n' },
        { text: 'session.save_handler = files\nsession.gc_maxlifetime = 0\n' },
        { text: 'session.save_handler = memcached\nsession.gc_maxlifetime = ${LIFETIME}\n' },
    ],
    check(context) {
        const lifetime = context.effective('session.gc_maxlifetime');
        const seconds = integerOf(lifetime?.value ?? '');
        if (!lifetime || handlerOf(context) !== 'memcached' || seconds === undefined || seconds > 0) {
            return [];
        }
        const { node } = lifetime;
        return [
            {
                range: valueOrName(node),
                message: `With ${seconds}, sessions in memcached never expire.`,
                fixes: () => [valueFix(context, 'Change to 1440, PHP\u2019s default', { node, value: '1440' })],
            },
        ];
    },
};
