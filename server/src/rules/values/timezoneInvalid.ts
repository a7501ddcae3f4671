import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { Rule } from '../rule.ts';
import { isPlaceholder, valueOrName } from '../support/assignments.ts';
import { removalFix, replacing } from '../support/fixes.ts';
import { nearest } from '../support/nearest.ts';

/** Where people look for the time of a country rather than for its zone. */
const meantBy: ReadonlyMap<string, string> = new Map(
    Object.entries({
        'asia/beijing': 'Asia/Shanghai',
        'asia/mumbai': 'Asia/Kolkata',
        'asia/delhi': 'Asia/Kolkata',
        'asia/new_delhi': 'Asia/Kolkata',
        'asia/hanoi': 'Asia/Ho_Chi_Minh',
        'europe/barcelona': 'Europe/Madrid',
        'europe/frankfurt': 'Europe/Berlin',
        'europe/munich': 'Europe/Berlin',
        'europe/milan': 'Europe/Rome',
        'europe/geneva': 'Europe/Zurich',
        'america/washington': 'America/New_York',
        'america/san_francisco': 'America/Los_Angeles',
        'america/rio_de_janeiro': 'America/Sao_Paulo',
        'america/brasilia': 'America/Sao_Paulo',
        cest: 'Europe/Berlin',
        edt: 'America/New_York',
        cst: 'America/Chicago',
        pst: 'America/Los_Angeles',
        pdt: 'America/Los_Angeles',
        bst: 'Europe/London',
        ist: 'Asia/Kolkata',
        jst: 'Asia/Tokyo',
    }),
);

/** Old abbreviations that ICU still has, and PHP never had. */
const onlyIcu = new Set(
    'act aet agt art ast bet bst cat cnt cst ctt eat ect iet ist jst mit net nst plt pnt prt pst sst vst'.split(' '),
);

const known = new Map<string, boolean>();
let listed: readonly string[] | undefined;

/** Zones that PHP does not know are replaced by UTC. */
export const timezoneInvalid: Rule = {
    code: 'timezone-invalid',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'PHP does not know this time zone',
    reason: 'PHP takes names of zones, such as `Europe/Berlin`, not offsets, nor most abbreviations. With another value it uses UTC; from PHP 8.2 on it says so at each start, also for an empty value.',
    link: 'https://www.php.net/manual/en/timezones.php',
    failing: [
        { text: 'date.timezone = Europe/Berln\n', marks: ['Europe/Berln'], fixed: 'date.timezone = "Europe/Berlin"\n' },
        { text: 'date.timezone = PST\n', marks: ['PST'], fixed: 'date.timezone = "America/Los_Angeles"\n' },
        { text: 'date.timezone = "+02:00"\n', marks: ['"+02:00"'] },
        { text: 'date.timezone = none\na = 1\n', marks: ['none'], fixed: 'a = 1\n' },
    ],
    passing: [
        { text: 'date.timezone = Europe/Berlin\n' },
        { text: 'date.timezone = "us/eastern"\n' },
        { text: 'date.timezone = Asia/Calcutta\n' },
        { text: 'date.timezone = Etc/GMT+5\n' },
        { text: 'date.timezone =\n', phpVersion: '8.1' },
        { text: 'date.timezone = ${TZ}\n' },
    ],
    check(context) {
        const setting = context.effective('date.timezone');
        if (!setting || isPlaceholder(setting.node.rawValue) || isZone(setting.value)) {
            return [];
        }
        const { node, value } = setting;
        const range = valueOrName(node);
        if (value === '') {
            return compareVersions(context.phpVersion, '8.2') < 0
                ? []
                : [
                      {
                          range,
                          message:
                              'An empty time zone is UTC, with a warning at each start. Name a zone, or leave the line out.',
                          fixes: () => [removalFix(context, 'Remove the line', context.globalsOf(node.name))],
                      },
                  ];
        }
        const meant = suggestion(value);
        return [
            {
                range,
                message: `PHP does not know the time zone "${value}" and uses UTC.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
                ...(meant !== undefined && { fixes: () => [replacing(`Change to ${meant}`, range, `"${meant}"`)] }),
            },
        ];
    },
};

/**
 * By the data of this machine; what these lack and PHP has is let through, as are the forms that only a system's own
 * data have.
 */
function isZone(name: string): boolean {
    const before = known.get(name);
    if (before !== undefined) {
        return before;
    }
    const answer = /^(?:posix|right|systemv)\/|^(?:utc|localtime|factory|gmt[+-]?0)$/i.test(name) || intlKnows(name);
    known.set(name, answer);
    return answer;
}

function intlKnows(name: string): boolean {
    // Offsets are zones to Intl.
    if (!/^[A-Za-z]/.test(name) || onlyIcu.has(name.toLowerCase())) {
        return false;
    }
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    } catch (error) {
        if (error instanceof RangeError) {
            return false;
        }
        throw error;
    }
}

function suggestion(value: string): string | undefined {
    const name = value.trim().replaceAll(' ', '_');
    const alias = meantBy.get(name.toLowerCase());
    if (alias !== undefined) {
        return alias;
    }
    if (name !== value && isZone(name)) {
        return name;
    }
    listed ??= Intl.supportedValuesOf('timeZone');
    return name.length < 6 || name.length > 60 ? undefined : nearest(name, listed, 2);
}
