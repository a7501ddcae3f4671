import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';
import { valueOrName } from '../support/assignments.ts';
import { settingsFix } from '../support/fixes.ts';
import { numberOf } from '../support/store.ts';

const MEMORY = 'opcache.memory_consumption';
const STRINGS = 'opcache.interned_strings_buffer';

/** Not less is taken. */
const LEAST_MEMORY = 8;

/** The buffer is a part of the memory, so that something has to be left. */
export const opcacheStrings: Rule = {
    code: 'opcache-strings-too-large',
    severity: 'error',
    title: 'The buffer for strings does not fit into the memory of OPcache',
    reason: '`opcache.interned_strings_buffer` is taken from `opcache.memory_consumption`; both count megabytes. Where it is as large as that, or larger, PHP does not start: *Insufficient shared memory for interned strings buffer*, exit status 254. The default of the buffer is 8, so that a memory of 8 is too little as well. Measured on PHP 8.1 to 8.5.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php#ini.opcache.interned-strings-buffer',
    failing: [
        {
            text: 'opcache.memory_consumption = 128\nopcache.interned_strings_buffer = 256\n',
            marks: ['256'],
            fixed: 'opcache.memory_consumption = 384\nopcache.interned_strings_buffer = 256\n',
        },
        {
            text: 'opcache.interned_strings_buffer = 64\nopcache.memory_consumption = 64\n',
            marks: ['64'],
            fixed: 'opcache.interned_strings_buffer = 64\nopcache.memory_consumption = 192\n',
        },
        {
            text: 'opcache.interned_strings_buffer=128\n',
            marks: ['128'],
            fixed: 'opcache.interned_strings_buffer=128\nopcache.memory_consumption=256\n',
        },
        {
            text: 'opcache.memory_consumption = 8\n',
            marks: ['8'],
            fixed: 'opcache.memory_consumption = 136\n',
        },
    ],
    passing: [
        { text: 'opcache.memory_consumption = 128\nopcache.interned_strings_buffer = 127\n' },
        { text: 'opcache.enable = 0\nopcache.memory_consumption = 64\nopcache.interned_strings_buffer = 64\n' },
        { text: 'opcache.memory_consumption = ${SIZE}\nopcache.interned_strings_buffer = 256\n' },
        { text: 'opcache.memory_consumption = 128\nopcache.interned_strings_buffer = 5000\n', phpVersion: '8.2' },
        { text: 'opcache.memory_consumption = 4\nopcache.interned_strings_buffer = 16\n' },
    ],
    check(context) {
        const strings = context.effective(STRINGS);
        const memory = context.effective(MEMORY);
        const enable = context.effective('opcache.enable');
        const place = strings ?? memory;
        const sizes = place && (!enable || isTrue(enable.value)) ? sizesOf(context) : undefined;
        return place && sizes && sizes.strings >= sizes.memory ? [diagnostic(context, place, sizes)] : [];
    },
};

interface Sizes {
    readonly memory: number;
    readonly strings: number;
}

/** Undefined where one of them is not known, or not taken as it stands. */
function sizesOf(context: DocumentContext): Sizes | undefined {
    const memory = numberOf(context, MEMORY);
    const strings = numberOf(context, STRINGS);
    if (memory === undefined || strings === undefined || !isPlain(context, MEMORY) || !isPlain(context, STRINGS)) {
        return undefined;
    }
    // Out of these ranges PHP keeps its defaults, and another rule tells.
    const most = compareVersions(context.phpVersion, '8.4') >= 0 ? 32_767 : 4_095;
    const isTaken = memory >= LEAST_MEMORY && strings >= 0 && strings <= most;
    return isTaken ? { memory, strings } : undefined;
}

/** A letter is a matter of another rule. */
function isPlain(context: DocumentContext, name: string): boolean {
    const set = context.effective(name);
    return !set || /^\d+$/.test(set.value);
}

function diagnostic(context: DocumentContext, { node }: Effective, { memory, strings }: Sizes): RuleDiagnostic {
    const wanted = String(strings + 128);
    return {
        range: valueOrName(node),
        message: `PHP does not start: ${STRINGS}, ${strings} MB, does not fit into ${MEMORY}, ${memory} MB.`,
        fixes: () => [
            settingsFix(context, `Change ${MEMORY} to ${wanted}`, { settings: [[MEMORY, wanted]], near: node }),
            ...(memory > LEAST_MEMORY * 8
                ? [
                      settingsFix(context, `Change ${STRINGS} to ${Math.floor(memory / 8)}`, {
                          settings: [[STRINGS, String(Math.floor(memory / 8))]],
                          near: node,
                      }),
                  ]
                : []),
        ],
    };
}
