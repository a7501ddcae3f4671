import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

/** RFC 6265, 5.2.4. */
export const cookiePathRelative: Rule = {
    code: 'cookie-path-relative',
    severity: 'warning',
    title: 'A cookie\u2019s path starts with a slash',
    reason: 'Browsers ignore a cookie\u2019s path that does not start with `/`, and use the directory of the page instead: pages in different directories then have different sessions.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-path',
    failing: [
        { text: 'session.cookie_path = shop/\n', marks: ['shop/'], fixed: 'session.cookie_path = /shop/\n' },
        {
            text: 'session.cookie_path = "https://shop.example/a"\n',
            marks: ['"https://shop.example/a"'],
            fixed: 'session.cookie_path = "/a"\n',
        },
    ],
    passing: [
        { text: 'session.cookie_path = /\n' },
        { text: 'session.cookie_path =\n' },
        { text: 'session.cookie_path = ${PATH_PREFIX}\n' },
        { text: 'session.cookie_path = "{{ path }}"\n' },
    ],
    check(context) {
        const path = context.effective('session.cookie_path');
        const value = path?.value ?? '';
        // Anything else may be a template.
        if (!path || !/^(?:[a-z]+:\/\/)?[\w.-]+(?:\/[\w./-]*)?$/i.test(value)) {
            return [];
        }
        const { node } = path;
        const mended = /^[a-z]+:\/\/[\w.-]+/i.test(value) ? value.replace(/^[a-z]+:\/\/[\w.-]+/i, '') : `/${value}`;
        return [
            {
                range: valueOrName(node),
                message: `Browsers ignore the path "${value}", as it does not start with /.`,
                fixes: () => [valueFix(context, `Change to ${mended || '/'}`, { node, value: mended || '/' })],
            },
        ];
    },
};
