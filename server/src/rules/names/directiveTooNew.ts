import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { Rule } from '../rule.ts';

/** PHP ignores directives of later versions. */
export const directiveTooNew: Rule = {
    code: 'directive-too-new',
    severity: 'warning',
    dependsOnVersion: true,
    title: 'This PHP does not have the directive yet',
    reason: 'The directive came with a later version than the one that counts for the file (setting `phpSessionCluster.php.version`). PHP ignores the line without a message.',
    link: 'https://www.php.net/manual/en/appendices.php',
    failing: [{ text: 'session.cookie_partitioned = On\n', marks: ['session.cookie_partitioned'] }],
    passing: [{ text: 'session.cookie_partitioned = On\n', phpVersion: '8.5' }, { text: 'session.name = SHOP\n' }],
    check(context) {
        return context.document.assignments.flatMap(node => {
            const directive = node.reached && !node.key ? context.directiveOf(node) : undefined;
            const since = directive?.ofPhp === true ? directive.since : undefined;
            return since === undefined || compareVersions(context.phpVersion, since) >= 0
                ? []
                : [
                      {
                          range: node.nameRange,
                          message: `PHP ${context.phpVersion} ignores ${node.name}: it came with PHP ${since}.`,
                      },
                  ];
        });
    },
};
