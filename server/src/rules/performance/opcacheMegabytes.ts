import type { RuleDiagnostic, Rule } from '../rule.ts';
import { knownSettings, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';

/** Sizes of OPcache are numbers of megabytes, and letters are read in different ways. */
export const opcacheMegabytes: Rule = {
    code: 'opcache-megabytes',
    severity: 'warning',
    title: 'The size is a number of megabytes, without a letter',
    reason: '`opcache.memory_consumption` and `opcache.interned_strings_buffer` count megabytes. Of the first only the digits are read: `1G` is 1, which is too small and not taken, and a number of bytes is more memory than there is, so that PHP does not start. Of the second `16M` counts as 16777216 megabytes, and is not taken. Measured on PHP 8.4.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.memory-consumption',
    failing: [
        {
            text: 'opcache.memory_consumption = 1G\n',
            marks: ['1G'],
            fixed: 'opcache.memory_consumption = 1024\n',
        },
        {
            text: 'opcache.memory_consumption = 134217728\n',
            marks: ['134217728'],
            fixed: 'opcache.memory_consumption = 128\n',
        },
        {
            text: 'opcache.interned_strings_buffer = 16M\n',
            marks: ['16M'],
            fixed: 'opcache.interned_strings_buffer = 16\n',
        },
    ],
    passing: [
        { text: 'opcache.memory_consumption = 512\nopcache.interned_strings_buffer = 16\n' },
        { text: 'opcache.memory_consumption = 128M\n' },
        { text: 'opcache.memory_consumption = ${SIZE}\n' },
    ],
    check(context) {
        return context.memo(knownSettings).flatMap(({ node, directive: { name }, value }) => {
            const verdict =
                name === 'opcache.memory_consumption'
                    ? ofMemory(value)
                    : name === 'opcache.interned_strings_buffer'
                      ? ofStrings(value, context.phpVersion)
                      : undefined;
            return verdict ? [diagnostic(valueOrName(node), verdict)] : [];
        });
    },
};

interface Verdict {
    readonly message: string;
    readonly megabytes: number;
}

function diagnostic(range: RuleDiagnostic['range'], { message, megabytes }: Verdict): RuleDiagnostic {
    return { range, message, fixes: () => [replacing(`Change to ${megabytes}`, range, String(megabytes), true)] };
}

function ofMemory(value: string): Verdict | undefined {
    const [, digits = '', letter = ''] = /^(\d+) ?(k|g)?b?$/i.exec(value) ?? [];
    const number = Number(digits);
    if (digits !== '' && /g/i.test(letter)) {
        return {
            message: `PHP does not read the letter: this is ${number} MB. Write ${number * 1024}.`,
            megabytes: number * 1024,
        };
    }
    // A terabyte of shared memory is nobody's wish.
    return digits !== '' && letter === '' && number >= 1_048_576
        ? {
              message: `The number counts megabytes, not bytes: PHP does not start for lack of memory. Write ${Math.max(8, Math.round(number / 1_048_576))}.`,
              megabytes: Math.max(8, Math.round(number / 1_048_576)),
          }
        : undefined;
}

function ofStrings(value: string, phpVersion: string): Verdict | undefined {
    const [, digits = ''] = /^(\d+) ?mb?$/i.exec(value) ?? [];
    const number = Number(digits);
    if (digits === '' || number === 0) {
        return undefined;
    }
    const outcome = compareVersions(phpVersion, '8.2') >= 0 ? ', and PHP 8.2 and later keep the default' : '';
    return {
        message: `The number counts megabytes already: with the letter it is ${number * 1_048_576} MB${outcome}. Write ${number}.`,
        megabytes: number,
    };
}
