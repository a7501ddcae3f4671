import type { Directive, Unit } from '../../catalog/directive.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { type KnownSetting, settingsOfType, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { wrongComment } from '../support/wrongComment.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';

/** PHP takes the digits in front and the last letter, if that is K, M or G; all else is skipped. */
export const intJunk: Rule = {
    code: 'int-junk',
    severity: 'warning',
    title: 'PHP reads only a part of this number',
    reason: 'PHP takes the digits in front, and multiplies by 1024, 1024² or 1024³ where the text ends with K, M or G. Nothing else counts: `128MB` is 128 bytes, `1.5G` is 1 GB, `1h` is 1. From PHP 8.2 on most directives warn about it when PHP starts; before, all were silent.',
    link: 'https://www.php.net/manual/en/faq.using.php#faq.using.shorthandbytes',
    failing: [
        { text: 'memory_limit = 128MB\n', marks: ['128MB'], fixed: 'memory_limit = 128M\n' },
        { text: 'post_max_size = 1.5G\n', marks: ['1.5G'], fixed: 'post_max_size = 1536M\n' },
        { text: 'session.gc_maxlifetime = 1h\n', marks: ['1h'], fixed: 'session.gc_maxlifetime = 3600\n' },
        {
            text: 'session.gc_maxlifetime = "20 minutes"\n',
            marks: ['"20 minutes"'],
            fixed: 'session.gc_maxlifetime = 1200\n',
        },
        { text: 'memory_limit = unlimited\n', marks: ['unlimited'], fixed: 'memory_limit = -1\n' },
        { text: 'memory_limit = lots\n', marks: ['lots'] },
    ],
    passing: [
        { text: 'memory_limit = 128M\npost_max_size = 8 m\nmax_input_vars = 0x10\n' },
        { text: 'memory_limit = -1\npost_max_size =\nmax_execution_time = Off\n' },
        { text: 'memory_limit = ${LIMIT}\npost_max_size = {{ size }}\n' },
        { text: 'opcache.memory_consumption = 128M\n' },
    ],
    check(context) {
        return settingsOfType(context, 'integer').flatMap(setting => diagnostic(setting, context.phpVersion) ?? []);
    },
};

function diagnostic({ node, directive, value }: KnownSetting, phpVersion: string): RuleDiagnostic | undefined {
    const { value: number, junk } = readQuantity(value);
    if (!junk || isAllowed(directive, value) || wrongComment(node)) {
        return undefined;
    }
    const range = valueOrName(node);
    const meant = meaning(directive, value.trim().toLowerCase());
    const warns = compareVersions(phpVersion, '8.2') >= 0 ? '' : ', without a message';
    const unit = directive.unit === undefined ? '' : ` ${directive.unit}`;
    return {
        range,
        message: `PHP reads "${value}" as ${number}${unit}${warns}.${meant === undefined ? '' : ` Write ${meant}.`}`,
        ...(meant !== undefined && { fixes: () => [replacing(`Change to ${meant}`, range, meant, true)] }),
    };
}

function isAllowed({ alsoBoolean, values = [], unit }: Directive, value: string): boolean {
    const word = value.trim().toLowerCase();
    return (
        (alsoBoolean === true && /^(?:on|off|yes|no|true|false)$/.test(word)) ||
        values.some(known => known.value.toLowerCase() === word) ||
        // Read without any letter: `128M` and `128MB` are 128 megabytes.
        (unit === 'megabytes' && /^\d+ ?mb?$/.test(word)) ||
        /^[+-]?\d+(?:\.\d+)? ?%$/.test(word)
    );
}

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const ofUnit: Partial<Record<Unit, number>> = { milliseconds: 1000, seconds: 1, minutes: 1 / 60, hours: 1 / 3600 };

/** What was surely meant, as PHP takes it. */
function meaning({ name, unit = 'bits' }: Directive, word: string): string | undefined {
    if (/^"?(?:unlimited|infinite|no ?limit)$/.test(word)) {
        return name === 'memory_limit' ? '-1' : name === 'max_execution_time' ? '0' : undefined;
    }
    const [, digits = '', letters = ''] = /^([+-]?\d+(?:[.,]\d+)?) ?([a-z]*)$/.exec(word) ?? [];
    const perUnit = ofUnit[unit];
    const time = /^(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)$/.test(letters);
    if (perUnit !== undefined) {
        const amount = time ? Number(digits) * (seconds[letters.charAt(0)] ?? 1) * perUnit : NaN;
        if (unit === 'milliseconds' && /^(?:ms|msecs?)$/.test(letters)) {
            return digits;
        }
        return Number.isInteger(amount) ? String(amount) : undefined;
    }
    if (/^\d{1,3}(?:,\d{3})+$/.test(word)) {
        return word.replaceAll(',', '');
    }
    return unit === 'bytes' || unit === 'bits' ? size(digits, letters) : undefined;
}

function size(digits: string, letters: string): string | undefined {
    const [, letter = ''] = /^([kmgt])(?:i?b|o|bytes?|eg|ega|egabytes?|ig|iga|igabytes?|eo)?$/.exec(letters) ?? [];
    if (letter === '' || !/^\d+(?:\.\d+)?$/.test(digits)) {
        return letters === 'b' || letters === 'bytes' ? digits : undefined;
    }
    const amount = Number(digits);
    if (letter === 't') {
        return Number.isInteger(amount * 1024) ? `${amount * 1024}G` : undefined;
    }
    if (Number.isInteger(amount)) {
        return `${amount}${letter.toUpperCase()}`;
    }
    const smaller = letter === 'g' ? 'M' : letter === 'm' ? 'K' : '';
    return Number.isInteger(amount * 1024) ? `${amount * 1024}${smaller}` : undefined;
}
