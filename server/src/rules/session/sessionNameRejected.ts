import { compareVersions } from '../../syntax/dialect.ts';
import type { Rule } from '../rule.ts';
import { markOf, valueFix } from './edits.ts';

/** As PHP takes text for a number: `is_numeric()`. */
const numeric = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const refused = /[=,;.[ \t\r\n\v\f]/;

/** Measured on 7.4 to 8.5: the default stays in force. */
export const sessionNameRejected: Rule = {
    code: 'session-name-rejected',
    severity: 'warning',
    title: 'PHP refuses this name of the session',
    reason: 'PHP refuses an empty name and one that is a number, with a warning at each start, and keeps `PHPSESSID`. From 8.4 on it also refuses `=`, `,`, `;`, `.`, `[` and white space in it: a name with a dot that older versions take makes users lose their sessions when PHP is upgraded.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.name',
    failing: [
        { text: 'session.name = 123\n', marks: ['123'], fixed: 'session.name = S123\n' },
        { text: 'session.name =\n', marks: ['session.name'], fixed: 'session.name = PHPSESSID\n' },
        { text: 'session.name = my.shop\n', marks: ['my.shop'], fixed: 'session.name = my_shop\n' },
    ],
    passing: [
        { text: 'session.name = SHOP-1\n' },
        { text: 'session.name = my.shop\n', phpVersion: '8.2' },
        { text: 'session.name = ${NAME}\n' },
        { text: 'session.name = 0x1A\n' },
    ],
    check(context) {
        const name = context.effective('session.name');
        if (!name) {
            return [];
        }
        const { node, value } = name;
        const isBare = value === '' || numeric.test(value);
        const hasRefused = compareVersions(context.phpVersion, '8.4') >= 0 && refused.test(value);
        if (!isBare && !hasRefused) {
            return [];
        }
        const word = value.trim().replaceAll(/[^\w-]+/g, '_');
        const mended = value === '' ? 'PHPSESSID' : isBare ? `S${word}` : word;
        const why = value === '' ? 'an empty name' : isBare ? 'a number' : 'this character in it';
        return [
            {
                range: markOf(node),
                message: `PHP refuses ${why}, warns at each start, and uses PHPSESSID.`,
                fixes: () => [valueFix(context, `Change to ${mended}`, { node, value: mended })],
            },
        ];
    },
};
