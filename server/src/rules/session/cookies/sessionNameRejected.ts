import { compareVersions } from '../../../phpIni/syntax/dialect.ts';
import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

/** As PHP takes text for a number: `is_numeric()`. */
const numeric = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const refused = /[=,;.[ \t\r\n\v\f]/;

/**
 * Measured on 7.4 to 8.5. A name with a dot never worked: before 8.3 PHP takes it, but does not find the cookie again.
 */
export const sessionNameRejected: Rule = {
    code: 'session-name-rejected',
    severity: 'warning',
    title: 'This cannot be the name of a session',
    reason: 'PHP refuses an empty name and one that is a number, with a warning at each start, and keeps `PHPSESSID`. From 8.3 on it refuses `=`, `,`, `;`, `.`, `[` and white space in it as well. Older versions take such a name, and then set no cookie of it, or do not find the cookie again: each request gets a new session.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.name',
    failing: [
        { text: 'session.name = 123\n', marks: ['123'], fixed: 'session.name = S123\n' },
        { text: 'session.name =\n', marks: ['session.name'], fixed: 'session.name = PHPSESSID\n' },
        { text: 'session.name = my.shop\n', marks: ['my.shop'], fixed: 'session.name = my_shop\n' },
        {
            text: 'session.name = "my shop"\n',
            phpVersion: '7.4',
            marks: ['"my shop"'],
            fixed: 'session.name = "my_shop"\n',
        },
    ],
    passing: [
        { text: 'session.name = SHOP-1\n' },
        { text: 'session.name = my:shop\n' },
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
        if (!isBare && !refused.test(value)) {
            return [];
        }
        const word = value.trim().replaceAll(/[^\w:-]+/g, '_');
        const mended = value === '' ? 'PHPSESSID' : isBare ? `S${word}` : word || 'PHPSESSID';
        const why = value === '' ? 'an empty name' : isBare ? 'a number' : 'this character in a name';
        const isTaken = !isBare && compareVersions(context.phpVersion, '8.3') < 0;
        const message = isTaken
            ? 'PHP sets no cookie of this name, or does not find it again: each request gets a new session.'
            : isBare
              ? `PHP refuses ${why}, warns at each start, and uses PHPSESSID.`
              : `PHP 8.3 and later refuse ${why}, warn at each start, and use PHPSESSID.`;
        return [
            {
                range: valueOrName(node),
                message,
                fixes: () => [valueFix(context, `Change to ${mended}`, { node, value: mended })],
            },
        ];
    },
};
