import type { Rule } from '../../rule.ts';
import { sameSiteNoneFix } from '../../support/session/secureCookie.ts';

/** `None` is a keyword: PHP stores an empty value, and leaves the attribute out. */
export const samesiteNoneUnquoted: Rule = {
    code: 'samesite-none-unquoted',
    severity: 'warning',
    title: 'None without quotes is an empty value',
    reason: '`None` is a keyword of php.ini, like `Off`: without quotes PHP stores an empty value, and the cookie gets no SameSite attribute at all. Browsers take None from cookies with `session.cookie_secure = On` only.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-samesite',
    failing: [
        {
            text: 'session.cookie_samesite = None\n',
            marks: ['None'],
            fixed: 'session.cookie_samesite = "None"\nsession.cookie_secure = On\n',
        },
        {
            text: 'session.cookie_samesite = None\nsession.cookie_secure = 1\n',
            marks: ['None'],
            fixed: 'session.cookie_samesite = "None"\nsession.cookie_secure = 1\n',
        },
        {
            text: '[HOST=shop]\nsession.cookie_samesite = none\n',
            marks: ['none'],
            fixed: '[HOST=shop]\nsession.cookie_samesite = "None"\n',
        },
    ],
    passing: [{ text: 'session.cookie_samesite = "None"\n' }, { text: 'session.cookie_samesite = Off\n' }],
    check(context) {
        const { document } = context;
        // Most files have no section that captures settings: there the look-up is enough.
        const all = document.sections.some(({ special }) => special)
            ? document.assignments.filter(node => node.reached && node.name === 'session.cookie_samesite' && !node.key)
            : context.globalsOf('session.cookie_samesite');
        return all
            .filter(node => node.value.kind === 'keyword' && /^none$/i.test(node.rawValue))
            .map(node => ({
                range: node.valueRange,
                message: `PHP reads ${node.rawValue} without quotes as an empty value: the cookie gets no SameSite attribute. Write "None".`,
                fixes: () => [sameSiteNoneFix(context, 'Quote the value', node)],
            }));
    },
};
