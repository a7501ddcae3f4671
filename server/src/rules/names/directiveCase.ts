import type { Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { unknownNames } from '../support/unknownNames.ts';

/** PHP tells capitals from small letters in names, but not in `extension`. */
export const directiveCase: Rule = {
    code: 'directive-case',
    severity: 'warning',
    title: 'Capitals and small letters differ',
    reason: 'PHP tells capitals from small letters in names of directives. `Session.Name` is a directive that nobody knows, and is ignored without a message.',
    link: 'https://www.php.net/manual/en/ini.list.php',
    failing: [
        { text: 'Session.Name = SHOP\n', marks: ['Session.Name'], fixed: 'session.name = SHOP\n' },
        { text: 'smtp = localhost\n', marks: ['smtp'], fixed: 'SMTP = localhost\n' },
    ],
    passing: [{ text: 'session.name = SHOP\nEXTENSION = redis\n' }],
    check(context) {
        return context.memo(unknownNames).flatMap(({ node, kind, meant }) =>
            kind === 'case' && meant
                ? [
                      {
                          range: node.nameRange,
                          message: `PHP knows ${meant.name}, not ${node.name}: it ignores this line without a message.`,
                          fixes: () => [replacing(`Change to ${meant.name}`, node.nameRange, meant.name, true)],
                      },
                  ]
                : [],
        );
    },
};
