import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';
import type { Rule, RuleDiagnostic } from '../../rule.ts';
import { valueOrName } from '../../support/assignments.ts';
import { valueFix } from '../../support/fixes.ts';
import { handlerOf } from '../../support/store.ts';

const MOST = 2 ** 31 - 1;

/** PHP takes any number, and leaves it to the handler what becomes of it. */
export const gcMaxlifetimeRange: Rule = {
    code: 'gc-maxlifetime-range',
    severity: 'warning',
    title: 'Session handlers do not take this number of seconds',
    reason: 'PHP accepts any number for `session.gc_maxlifetime`, without a message. The redis handler takes numbers from 1 to 2147483647, 68 years: with others it writes a notice each time it stores a session, and uses 1440 or 2147483647. The memcached handler cuts a larger number to 32 bits: with `3000000000` sessions are gone at once. For the files handler 0 and less are not *forever*: each clean-up removes the sessions that are not in use just then. Measured with PHP 8.2, phpredis 5.3 and php-memcached 3.2.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.gc-maxlifetime',
    failing: [
        {
            text: 'session.gc_maxlifetime = 144000000000\n',
            marks: ['144000000000'],
            fixed: 'session.gc_maxlifetime = 2147483647\n',
        },
        { text: 'session.gc_maxlifetime = -1\n', marks: ['-1'], fixed: 'session.gc_maxlifetime = 1440\n' },
        {
            text: 'session.save_handler = redis\nsession.gc_maxlifetime = 0\n',
            marks: ['0'],
            fixed: 'session.save_handler = redis\nsession.gc_maxlifetime = 1440\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.gc_maxlifetime = 3000000000\n',
            marks: ['3000000000'],
            fixed: 'session.save_handler = memcached\nsession.gc_maxlifetime = 2147483647\n',
        },
    ],
    passing: [
        { text: 'session.gc_maxlifetime = 2147483647\n' },
        { text: 'session.save_handler = memcached\nsession.gc_maxlifetime = -1\n' },
        { text: 'session.gc_maxlifetime = ${LIFETIME}\n' },
        { text: 'session.save_handler = own\nsession.gc_maxlifetime = 0\n' },
    ],
    check(context) {
        const lifetime = context.effective('session.gc_maxlifetime');
        const seconds = integerOf(lifetime?.value ?? '');
        if (!lifetime || seconds === undefined || (seconds > 0 && seconds <= MOST)) {
            return [];
        }
        const outcome = seconds > 0 ? tooLarge(handlerOf(context)) : notPositive(handlerOf(context));
        return outcome === undefined ? [] : [diagnostic(context, lifetime, seconds, outcome)];
    },
};

function tooLarge(handler: string | undefined): string | undefined {
    switch (handler) {
        case 'memcached':
            return 'memcached gets the lower 32 bits of it, which may be a time in the past';
        case 'redis':
        case 'rediscluster':
            return 'the redis handler writes a notice each time it stores a session, and uses 2147483647';
        default:
            return 'more than 2147483647 is cut by the handlers of memcached and Redis';
    }
}

/** In memcached sessions never expire then, which another rule tells. */
function notPositive(handler: string | undefined): string | undefined {
    switch (handler) {
        case 'redis':
        case 'rediscluster':
            return 'the redis handler writes a notice each time it stores a session, and uses 1440';
        case 'files':
        case undefined:
            return 'each clean-up removes the sessions that are not in use just then';
        default:
            return undefined;
    }
}

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    seconds: number,
    outcome: string,
): RuleDiagnostic {
    const [title, right] =
        seconds > 0 ? ['Change to 2147483647, 68 years', String(MOST)] : ['Change to 1440, PHP\u2019s default', '1440'];
    return {
        range: valueOrName(node),
        message: `PHP takes ${value} seconds without a message, but ${outcome}.`,
        fixes: () => [valueFix(context, title, { node, value: right })],
    };
}
