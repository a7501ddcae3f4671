import type { DocumentContext } from '../../../model/documentContext.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/edits.ts';
import { handlerOf, isOfCommandLine, numberOf, switchOf } from '../../support/store.ts';

/** How long a request waits for the lock of a session, against how long a lock outlives a request that died. */
export const lockBudget: Rule = {
    code: 'lock-budget',
    severity: 'information',
    title: 'Requests give up before the lock of a dead one expires',
    reason: 'When an Apache process dies with a session in its hands, the lock stays until `memcached.sess_lock_expire`, or `max_execution_time` where that is 0. The next request of that user waits retries × wait, 0.75 s by default, and then `session_start()` returns false: the user looks logged out, although the session is there. Wait longer than locks live.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-lock-retries',
    failing: [
        {
            text: 'session.save_handler = memcached\n',
            marks: ['memcached'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 30\nmemcached.sess_lock_retries = 220\n',
        },
        {
            text: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 10\nmemcached.sess_lock_retries = 20\n',
            marks: ['20'],
            fixed: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 10\nmemcached.sess_lock_retries = 74\n',
        },
    ],
    passing: [
        {
            text: 'session.save_handler = memcached\nmemcached.sess_lock_expire = 30\nmemcached.sess_lock_retries = 250\n',
        },
        { text: 'session.save_handler = memcached\nmemcached.sess_locking = Off\n' },
        { text: 'session.save_handler = memcached\nmax_execution_time = 0\n' },
        { text: 'session.save_handler = redis\n' },
        { text: 'memcached.sess_lock_retries = 5\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const locks = locksOf(context);
        if (!handler || !locks || locks.waitMs >= locks.lifeMs) {
            return [];
        }
        const near = context.effective('memcached.sess_lock_retries')?.node ?? handler.node;
        return [
            {
                range: near.valueRange,
                message: `A request waits ${locks.waitMs / 1000} s for a lock; the lock of one that died lives ${locks.lifeMs / 1000} s. Until then session_start() fails.`,
                fixes: () => {
                    const settings = [
                        ['memcached.sess_lock_expire', String(locks.lifeMs / 1000)],
                        ['memcached.sess_lock_retries', String(retriesFor(locks))],
                    ] as const;
                    return [settingsFix(context, 'Wait longer than locks live', { settings, near: handler.node })];
                },
            },
        ];
    },
};

interface Locks {
    readonly minimumMs: number;
    readonly maximumMs: number;
    readonly waitMs: number;
    readonly lifeMs: number;
}

/** Undefined where there are no locks, they live for ever, or something is not known. */
function locksOf(context: DocumentContext): Locks | undefined {
    if (handlerOf(context) !== 'memcached' || switchOf(context, 'memcached.sess_locking') !== true) {
        return undefined;
    }
    const [minimumMs, maximumMs, retries, expire] = ['wait_min', 'wait_max', 'retries', 'expire'].map(name =>
        numberOf(context, `memcached.sess_lock_${name}`),
    );
    const execution = numberOf(context, 'max_execution_time') ?? (isUnset(context) ? 30 : undefined);
    if (minimumMs === undefined || maximumMs === undefined || retries === undefined || expire === undefined) {
        return undefined;
    }
    const life = expire > 0 ? expire : isOfCommandLine(context) ? 0 : execution;
    return life === undefined || life <= 0 || minimumMs <= 0 || maximumMs <= 0
        ? undefined
        : { minimumMs, maximumMs, waitMs: waitOf(minimumMs, maximumMs, retries), lifeMs: life * 1000 };
}

function isUnset(context: DocumentContext): boolean {
    return context.globalsOf('max_execution_time').length === 0;
}

/** The wait doubles up to the maximum. */
function waitOf(minimum: number, maximum: number, retries: number): number {
    let wait = minimum;
    let sum = 0;
    let left = Math.max(0, retries);
    for (; left > 0 && wait !== maximum; left--) {
        sum += wait;
        wait = Math.min(maximum, wait * 2);
    }
    return sum + left * wait;
}

/** With a tenth more, for the time that the tries themselves take, and as many as it takes for the wait to double up to its maximum. */
function retriesFor({ minimumMs, maximumMs, lifeMs }: Locks): number {
    const doubling = Math.ceil(Math.log2(Math.max(1, maximumMs / minimumMs)));
    return doubling + Math.ceil((lifeMs * 1.1) / maximumMs);
}
