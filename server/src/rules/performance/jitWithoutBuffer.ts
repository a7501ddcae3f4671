import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { isPlaceholder, valueOrName } from '../support/assignments.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';
import type { Rule } from '../rule.ts';
import { isJitOff, jitSetting } from '../support/jit.ts';

/** The JIT needs memory of its own, and got none by default up to PHP 8.3. */
export const jitWithoutBuffer: Rule = {
    code: 'jit-without-buffer',
    severity: 'hint',
    dependsOnVersion: true,
    title: 'Without a buffer the JIT stays off',
    reason: '`opcache.jit` says what to compile, `opcache.jit_buffer_size` where to. With a size of 0, the default up to PHP 8.3, the JIT is off whatever `opcache.jit` says. Another file may set it.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.jit-buffer-size',
    failing: [
        { text: 'opcache.jit = tracing\n', phpVersion: '8.2', marks: ['tracing'] },
        { text: 'opcache.jit = 1255\nopcache.jit_buffer_size = 0\n', marks: ['1255'] },
    ],
    passing: [
        { text: 'opcache.jit = tracing\n' },
        { text: 'opcache.jit = tracing\nopcache.jit_buffer_size = 64M\n', phpVersion: '8.2' },
        { text: 'opcache.jit = off\n', phpVersion: '8.2' },
        { text: 'opcache.jit = tracing\nopcache.jit_buffer_size = ${SIZE}\n', phpVersion: '8.2' },
    ],
    check(context) {
        const jit = jitSetting(context);
        if (!jit || isJitOff(jit.value)) {
            return [];
        }
        const isSet = context.globalsOf('opcache.jit_buffer_size').length > 0;
        const size = context.effective('opcache.jit_buffer_size')?.value;
        const { phpVersion } = context;
        const none = isSet
            ? size !== undefined && !isPlaceholder(size) && readQuantity(size).value === 0
            : compareVersions(phpVersion, '8.4') < 0 && compareVersions(phpVersion, '8.0') >= 0;
        return none
            ? [{ range: valueOrName(jit.node), message: 'opcache.jit_buffer_size is 0: the JIT stays off.' }]
            : [];
    },
};
