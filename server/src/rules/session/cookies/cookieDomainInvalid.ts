import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

/** A browser compares the text with the host; what can be no host never matches. */
export const cookieDomainInvalid: Rule = {
    code: 'cookie-domain-invalid',
    severity: 'warning',
    title: 'A cookie\u2019s domain is a host name alone',
    reason: 'Browsers compare `session.cookie_domain` with the name of the host, and drop a cookie whose domain does not match. A scheme, a port, a path, a blank or several names never do: each request gets a new session.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-domain',
    failing: [
        {
            text: 'session.cookie_domain = "https://shop.example/"\n',
            marks: ['"https://shop.example/"'],
            fixed: 'session.cookie_domain = "shop.example"\n',
        },
        {
            text: 'session.cookie_domain = localhost:8080\n',
            marks: ['localhost:8080'],
            fixed: 'session.cookie_domain = localhost\n',
        },
        { text: 'session.cookie_domain = "a.example, b.example"\n', marks: ['"a.example, b.example"'] },
    ],
    passing: [
        { text: 'session.cookie_domain = .shop.example\n' },
        { text: 'session.cookie_domain =\n' },
        { text: 'session.cookie_domain = ${DOMAIN}\n' },
        { text: 'session.cookie_domain = "{{ domain }}"\n' },
    ],
    check(context) {
        const domain = context.effective('session.cookie_domain');
        const value = domain?.value ?? '';
        const match = /^(?:[a-z]+:\/\/)?([\w.-]+)(?::\d+)?(?:\/\S*)?$/i.exec(value);
        const isSeveral = /^[\w.-]+(?:[,;\s]+[\w.-]+)+$/.test(value);
        if (!domain || !((match && match[1] !== value) || isSeveral)) {
            return [];
        }
        const { node } = domain;
        const host = match?.[1] ?? '';
        return [
            {
                range: valueOrName(node),
                message: `Browsers drop a cookie for "${value}": the domain is the name of one host, without scheme, port and path.`,
                ...(host !== '' && {
                    fixes: () => [valueFix(context, `Change to ${host}`, { node, value: host, preferred: true })],
                }),
            },
        ];
    },
};
