import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/edits.ts';
import { inForce } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** The files handler and memcached lock; a move to Redis loses that silently. */
export const redisLockingOff: Rule = {
    code: 'redis-locking-off',
    severity: 'hint',
    title: 'Sessions in Redis are not locked',
    reason: 'Other than the handlers `files` and `memcached`, the redis handler does not lock sessions unless `redis.session.locking_enabled` is on: of two requests of one user at the same time, the one that ends last overwrites what the other has stored. The directive is read as a number: `"On"` in quotes is 0.',
    link: 'https://github.com/phpredis/phpredis#session-locking',
    failing: [
        {
            text: 'session.save_handler = redis\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = "On"\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = "1"\n',
        },
        {
            text: 'session.save_handler = redis\nredis.session.locking_enabled = Off\n',
            marks: ['redis'],
            fixed: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = 1\n' },
        { text: 'session.save_handler = memcached\n' },
        { text: 'session.save_handler = redis\nredis.session.locking_enabled = ${LOCKING}\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        if (!handler || !/^redis(?:cluster)?$/i.test(handler.value)) {
            return [];
        }
        const name = 'redis.session.locking_enabled';
        const isSetByVariable = context.globalsOf(name).length > 0 && !context.effective(name);
        if (isSetByVariable || isLocking(inForce(context, name)?.value ?? '')) {
            return [];
        }
        const { node } = handler;
        return [
            {
                range: node.valueRange,
                message: `Sessions in Redis are not locked unless ${name} is on: requests of one user overwrite each other\u2019s changes.`,
                fixes: () => [settingsFix(context, 'Lock sessions', { settings: [[name, '1']], near: node })],
            },
        ];
    },
};

/** phpredis reads a number: `On` without quotes is 1 by then, `"On"` in quotes is 0. */
function isLocking(value: string): boolean {
    return (integerOf(value) ?? 0) !== 0;
}
