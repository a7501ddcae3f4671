import type { Directive } from '../../catalog/directive.ts';
import { defaultOf } from '../../catalog/lookup.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { isSame } from '../support/values.ts';
import type { Rule } from '../rule.ts';
import { knownSettings } from '../support/assignments.ts';
import { removalFix } from '../support/fixes.ts';

/** Deprecated for all but one value: the catalogue does not call them deprecated altogether. */
const butForOneValue: Readonly<Record<string, string>> = {
    'session.referer_check': '8.4',
    'session.trans_sid_hosts': '8.4',
    'session.trans_sid_tags': '8.4',
    'session.use_only_cookies': '8.4',
    'session.use_trans_sid': '8.4',
};

/** PHP complains about deprecated directives where they are set to something else than their default. */
export const deprecatedDirective: Rule = {
    code: 'deprecated-directive',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'Setting this directive is deprecated',
    reason: 'PHP writes a *Deprecated* message at each start where the directive is set to something else than its default, and will drop it.',
    link: 'https://www.php.net/manual/en/appendices.php',
    failing: [
        {
            text: 'session.sid_length = 26\nsession.name = SHOP\n',
            marks: ['session.sid_length = 26'],
            fixed: 'session.name = SHOP\n',
        },
        {
            text: 'session.use_only_cookies = Off\nsession.name = SHOP\n',
            marks: ['session.use_only_cookies = Off'],
            fixed: 'session.name = SHOP\n',
        },
    ],
    passing: [
        { text: 'session.sid_length = 26\n', phpVersion: '8.3' },
        { text: 'session.sid_length = 32\nsession.use_only_cookies = 1\nsession.referer_check =\n' },
    ],
    check(context) {
        const { phpVersion } = context;
        return context.memo(knownSettings).flatMap(({ node, directive, value }) => {
            const { name, replacement } = directive;
            const since = deprecatedSince(directive);
            if (
                since === undefined ||
                compareVersions(phpVersion, since) < 0 ||
                isSame(directive.type, value, defaultOf(directive, phpVersion))
            ) {
                return [];
            }
            const instead = replacement === undefined ? '' : ` ${replacement} takes its place.`;
            return [
                {
                    range: node.range,
                    message: `Setting ${name} is deprecated since PHP ${since}: PHP says so at each start.${instead}`,
                    tag: 'deprecated' as const,
                    fixes: () => [removalFix(context, 'Remove the line', [node])],
                },
            ];
        });
    },
};

/** Of extensions with versions of their own nothing is known here. */
function deprecatedSince({ name, ofPhp, deprecated }: Directive): string | undefined {
    // `allow_url_include` has a rule of its own.
    return ofPhp && name !== 'allow_url_include' ? (deprecated ?? butForOneValue[name]) : undefined;
}
