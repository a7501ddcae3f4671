import type { Rule } from '../rule.ts';
import { settingsOfType, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';

const times = new Set(['milliseconds', 'microseconds', 'seconds', 'minutes', 'hours', 'days']);

/** K, M and G multiply any number, seconds too. */
export const timeWithSizeUnit: Rule = {
    code: 'time-with-size-unit',
    severity: 'warning',
    title: 'M is no minutes but 1048576',
    reason: 'K, M and G multiply every number by 1024, 1024² or 1024³, whatever it counts. `5M` seconds are 60 days.',
    link: 'https://www.php.net/manual/en/faq.using.php#faq.using.shorthandbytes',
    failing: [
        {
            text: 'session.gc_maxlifetime = 30m\n',
            marks: ['30m'],
            fixed: 'session.gc_maxlifetime = 1800\n',
        },
        { text: 'default_socket_timeout = 1K\n', marks: ['1K'] },
    ],
    passing: [{ text: 'session.gc_maxlifetime = 1800\nmemory_limit = 30m\n' }],
    check(context) {
        return settingsOfType(context, 'integer').flatMap(({ node, directive: { unit = 'bits' }, value }) => {
            const [, digits = '', letter = ''] = /^\s*(\d+)\s*([kmg])\s*$/i.exec(value) ?? [];
            if (digits === '' || Number(digits) === 0 || !times.has(unit)) {
                return [];
            }
            const range = valueOrName(node);
            const minutes = String(Number(digits) * 60);
            return [
                {
                    range,
                    message: `PHP multiplies by ${readQuantity(`1${letter}`).value}: ${value} are ${readQuantity(value).value} ${unit}.`,
                    ...(unit === 'seconds' &&
                        /m/i.test(letter) && {
                            fixes: () => [replacing(`Change to ${minutes}: ${digits} minutes`, range, minutes)],
                        }),
                },
            ];
        });
    },
};
