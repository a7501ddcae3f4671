import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { Rule } from '../rule.ts';
import { valueOrName } from '../support/assignments.ts';
import { valueFix } from '../support/fixes.ts';
import { isJitValue, jitSetting } from '../support/jit.ts';
import { nearest } from '../support/nearest.ts';

const words = ['disable', 'off', 'on', 'tracing', 'function'];

/** Words for these that people write. */
const habits: Readonly<Record<string, string>> = {
    trace: 'tracing',
    functions: 'function',
    enable: 'on',
    enabled: 'on',
};

/** Refused with a warning, and the default stays. */
export const jitInvalid: Rule = {
    code: 'jit-invalid',
    severity: 'warning',
    title: 'PHP refuses this setting of the JIT',
    reason: '`opcache.jit` takes `disable`, `off`, `on`, `tracing`, `function` or a number of up to four digits, `CRTO`: C is 0 or 1, R 0 to 2, T 0 to 5, O 1 to 5. Anything else is refused with a warning at each start, and the default stays in force: `tracing`, from PHP 8.4 on `disable`. Measured on PHP 8.2 and 8.4.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.jit',
    failing: [
        { text: 'opcache.jit = trace\n', marks: ['trace'], fixed: 'opcache.jit = tracing\n' },
        { text: 'opcache.jit = 12555\n', marks: ['12555'] },
        { text: 'opcache.jit = "1265"\n', marks: ['"1265"'] },
    ],
    passing: [
        { text: 'opcache.jit = 1255\n' },
        { text: 'opcache.jit = Tracing\n' },
        { text: 'opcache.jit = On\nopcache.jit_buffer_size = 64M\n' },
        { text: 'opcache.jit =\n' },
        { text: 'opcache.jit = trace\n', phpVersion: '7.4' },
    ],
    check(context) {
        const jit = compareVersions(context.phpVersion, '8.0') < 0 ? undefined : jitSetting(context);
        if (!jit || isJitValue(jit.value)) {
            return [];
        }
        const { node, value } = jit;
        const small = value.toLowerCase();
        const meant = habits[small] ?? nearest(small, words, small.length < 4 ? 0 : 2);
        const normal = compareVersions(context.phpVersion, '8.4') < 0 ? 'tracing' : 'disable';
        return [
            {
                range: valueOrName(node),
                message: `PHP refuses "${value}" with a warning at each start, and keeps its default, ${normal}.${meant === undefined ? ' It takes a word such as tracing, or a number such as 1254.' : ` Did you mean ${meant}?`}`,
                ...(meant !== undefined && {
                    fixes: () => [valueFix(context, `Change to ${meant}`, { node, value: meant, preferred: true })],
                }),
            },
        ];
    },
};
