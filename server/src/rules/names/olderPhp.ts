import type { DocumentContext } from '../../model/documentContext.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { OLDEST_PROVEN } from '../../phpIni/versions.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';

/** Since then `#` begins no comment any more. */
const LAST_CHANGE_OF_COMMENTS = '7.0';

/** Said once, for the whole file. */
export const olderPhp: Rule = {
    code: 'older-php',
    severity: 'hint',
    title: 'The PHP of this file is older than what is checked',
    reason: 'All that is said of a php.ini is measured on PHP 7.4 to 8.5. A file for an older PHP is checked as one for 7.4. What was different before is not known: directives that 7.4 does not have, other defaults and ranges, and up to PHP 5.6 comments that begin with `#`. Where the older PHP surely has a directive that 7.4 does not have, that it is missing there is only a hint.',
    link: 'https://www.php.net/supported-versions.php',
    failing: [
        { text: 'session.name = SHOP\nprecision = 14\n', phpVersion: '5.6', marks: ['session.name = SHOP'] },
        { text: '; Ours\n\nsession.name = SHOP\n', phpVersion: '7.3', marks: ['; Ours'] },
    ],
    passing: [
        { text: 'session.name = SHOP\n', phpVersion: '7.4' },
        { text: 'session.name = SHOP\n', phpVersion: '8.4' },
        { text: '', phpVersion: '5.6' },
    ],
    check(context) {
        const { version } = context.php;
        const [first] = context.document.nodes;
        return compareVersions(version, OLDEST_PROVEN) < 0 && first
            ? [{ range: first.range, message: message(context) }]
            : [];
    },
};

function message({ php: { version } }: DocumentContext): RuleDiagnostic['message'] {
    const comments = compareVersions(version, LAST_CHANGE_OF_COMMENTS) < 0 ? ', and comments that begin with #' : '';
    return `The PHP of this file is ${version}; it is checked as ${OLDEST_PROVEN}, the oldest that is proven. Not checked is what was different before: directives that ${OLDEST_PROVEN} does not have, other defaults and ranges${comments}.`;
}
