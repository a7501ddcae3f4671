import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';
import type { Rule } from '../rule.ts';
import { settingsOfType, valueOrName } from '../support/assignments.ts';
import { valueFix } from '../support/fixes.ts';

/** What PHP takes from the system at a time, and has taken before it looks at the limit. */
const LEAST = 2 * 1024 * 1024;

/** PHP is running already when it reads the limit. */
export const memoryLimitTooSmall: Rule = {
    code: 'memory-limit-too-small',
    severity: 'warning',
    title: 'PHP needs more than this to start',
    reason: 'PHP takes 2 MB from the system before it looks at `memory_limit`. From PHP 8.1 on a limit below that is refused with a warning at each start, *Failed to set memory limit*, and the default of 128M stays in force. Before, it counts as 2 MB, which is too little for nearly every script. Negative numbers other than -1 are no limit that PHP takes either. Measured on PHP 7.4 to 8.5.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.memory-limit',
    failing: [
        { text: 'memory_limit = 1M\n', marks: ['1M'], fixed: 'memory_limit = 128M\n' },
        { text: 'memory_limit = "512K"\n', marks: ['"512K"'], fixed: 'memory_limit = "128M"\n' },
        { text: 'memory_limit = 1048576\n', phpVersion: '7.4', marks: ['1048576'], fixed: 'memory_limit = 128M\n' },
        { text: 'memory_limit = -5\n', marks: ['-5'], fixed: 'memory_limit = 128M\n' },
    ],
    passing: [
        { text: 'memory_limit = 2M\nmemory_limit = -1\n' },
        { text: 'memory_limit = 128\n' },
        { text: 'memory_limit = 0\n' },
        { text: 'memory_limit = ${LIMIT}\n' },
    ],
    check(context) {
        return settingsOfType(context, 'integer').flatMap(({ node, directive: { name }, value }) => {
            const { value: bytes, junk } = readQuantity(value);
            // Numbers that were meant for megabytes, and 0, have a rule of their own.
            const isElsewhere = junk || bytes === 0 || /^\d{1,5}$/.test(value);
            if (name !== 'memory_limit' || isElsewhere || bytes >= LEAST || bytes === -1) {
                return [];
            }
            const isRefused = compareVersions(context.phpVersion, '8.1') >= 0;
            return [
                {
                    range: valueOrName(node),
                    message: isRefused
                        ? `PHP refuses a limit of ${value} with a warning at each start: 128M stays in force.`
                        : `This counts as 2 MB, which is too little for nearly every script.`,
                    fixes: () => [valueFix(context, 'Change to 128M, PHP\u2019s default', { node, value: '128M' })],
                },
            ];
        });
    },
};
