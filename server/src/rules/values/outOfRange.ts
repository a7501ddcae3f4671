import type { Directive } from '../../catalog/directive.ts';
import { rangeOf } from '../../catalog/lookup.ts';
import type { Rule } from '../rule.ts';
import { settingsOfType, valueOrName } from '../support/assignments.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';

/** PHP keeps the default, or the nearest value that it takes. */
export const outOfRange: Rule = {
    code: 'out-of-range',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'The number is out of range',
    reason: 'PHP, or the extension, does not take numbers out of the range of the directive. Most keep their default then; some say so when PHP starts, others never.',
    link: 'https://www.php.net/manual/en/ini.list.php',
    failing: [
        { text: 'session.gc_divisor = 0\n', marks: ['0'] },
        { text: 'opcache.max_accelerated_files = 100\n', marks: ['100'] },
    ],
    passing: [
        { text: 'session.gc_divisor = 1\nopcache.max_accelerated_files = 20000\n' },
        { text: 'session.gc_divisor = lots\n' },
        { text: 'session.gc_divisor = 0\n', phpVersion: '8.3' },
    ],
    check(context) {
        return settingsOfType(context, 'integer', 'float').flatMap(({ node, directive, value }) => {
            const number = numberOf(directive, value);
            const { name, values = [] } = directive;
            const { minimum, maximum } = rangeOf(directive, context.phpVersion);
            const inside = number === undefined || (number >= minimum && number <= maximum);
            return inside || values.some(known => known.value === value)
                ? []
                : [
                      {
                          range: valueOrName(node),
                          message: `${name} takes ${inWords(minimum, maximum)}; ${number} is not taken as it stands.`,
                      },
                  ];
        });
    },
};

function inWords(minimum: number, maximum: number): string {
    return maximum === Infinity
        ? `numbers from ${minimum} on`
        : minimum === -Infinity
          ? `numbers up to ${maximum}`
          : `numbers from ${minimum} to ${maximum}`;
}

/** Undefined for what other rules judge. */
function numberOf({ type, alsoBoolean, unit }: Directive, value: string): number | undefined {
    if (value === '' || (alsoBoolean && /^[01]$/.test(value))) {
        return undefined;
    }
    if (type === 'float') {
        return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) ? Number(value) : undefined;
    }
    // The letter of a size is not read everywhere: rules of performance tell of these.
    if (unit === 'megabytes' && /[kmg]$/i.test(value)) {
        return undefined;
    }
    const { value: number, junk } = readQuantity(value);
    return junk ? undefined : number;
}
