import type { DocumentContext } from '../../../model/documentContext.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import { compareVersions } from '../../../phpIni/syntax/dialect.ts';
import { valueOrName } from '../../support/assignments.ts';
import { nearest } from '../../support/nearest.ts';
import type { Fix, Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';
import { sameSiteNoneFix } from '../../support/session/secureCookie.ts';

const known = ['Strict', 'Lax', 'None'];

/** Up to 8.5 PHP appends any text to the header; browsers do with an unknown one as they do without. */
export const samesiteInvalid: Rule = {
    code: 'samesite-invalid',
    severity: 'warning',
    title: 'SameSite is Strict, Lax or None',
    reason: 'Up to 8.5 PHP writes whatever stands here into the cookie, and browsers treat a value that they do not know as if there were none. PHP 8.6 refuses it with a warning, and keeps its default, `Lax`.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-samesite',
    failing: [
        {
            text: 'session.cookie_samesite = Strickt\n',
            marks: ['Strickt'],
            fixed: 'session.cookie_samesite = Strict\n',
        },
        {
            text: 'session.cookie_samesite = "Non"\n',
            marks: ['"Non"'],
            fixed: 'session.cookie_samesite = "None"\nsession.cookie_secure = On\n',
        },
        {
            text: 'session.cookie_samesite = On\n',
            phpVersion: '8.6',
            marks: ['On'],
            fixed: 'session.cookie_samesite = Lax\n',
        },
    ],
    passing: [
        { text: 'session.cookie_samesite = lax\n' },
        { text: 'session.cookie_samesite = "None"\n' },
        { text: 'session.cookie_samesite =\n' },
        { text: 'session.cookie_samesite = ${SAMESITE}\n' },
    ],
    check(context) {
        const samesite = context.effective('session.cookie_samesite');
        const value = samesite?.value ?? '';
        if (!samesite || value === '' || known.some(name => name.toLowerCase() === value.toLowerCase())) {
            return [];
        }
        const { node } = samesite;
        const meant = nearest(value, known, 2);
        const message =
            compareVersions(context.phpVersion, '8.6') < 0
                ? `Browsers do not know SameSite=${value}, and ignore it. Write Strict, Lax or "None".`
                : `PHP refuses "${value}", and uses Lax. Write Strict, Lax or "None".`;
        return [
            {
                range: valueOrName(node),
                message,
                fixes: () =>
                    meant === undefined
                        ? ['Lax', 'Strict'].map(name => valueFix(context, `Change to ${name}`, { node, value: name }))
                        : [writing(context, node, meant)],
            },
        ];
    },
};

function writing(context: DocumentContext, node: AssignmentNode, meant: string): Fix {
    const title = `Change to ${meant}`;
    return meant === 'None'
        ? sameSiteNoneFix(context, title, node)
        : valueFix(context, title, { node, value: meant, preferred: true });
}
