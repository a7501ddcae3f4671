import { knownSettings } from '../support/assignments.ts';
import { removalFix } from '../support/fixes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';

/** `.user.ini` sets what .htaccess may set. */
export const userIniScope: Rule = {
    code: 'user-ini-scope',
    severity: 'warning',
    title: 'PHP ignores this directive in a .user.ini',
    reason: 'In a `.user.ini` PHP takes directives that may be set for a directory, and ignores those of the whole system, without a message. Extensions cannot be loaded there either.',
    link: 'https://www.php.net/manual/en/configuration.file.per-user.php',
    failing: [
        {
            text: 'opcache.memory_consumption = 256\nsession.name = SHOP\n',
            uri: 'file:///srv/shop/.user.ini',
            marks: ['opcache.memory_consumption'],
            fixed: 'session.name = SHOP\n',
        },
        { text: 'extension = redis\n', uri: 'file:///srv/shop/.user.ini', marks: ['extension'], fixed: '' },
    ],
    passing: [
        { text: 'opcache.memory_consumption = 256\nextension = redis\n' },
        { text: 'session.name = SHOP\nsession.auto_start = 1\n', uri: 'file:///srv/shop/.user.ini' },
    ],
    check(context) {
        if (!context.isUserIni) {
            return [];
        }
        const system = context.memo(knownSettings).filter(({ directive }) => directive.scope === 'SYSTEM');
        return system.map(({ node }): RuleDiagnostic => ({
            range: node.nameRange,
            message: `PHP ignores ${node.name} in a .user.ini: it has to be set in php.ini.`,
            fixes: () => [removalFix(context, 'Remove the line', [node])],
        }));
    },
};
