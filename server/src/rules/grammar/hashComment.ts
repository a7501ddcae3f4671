import type { Rule } from '../rule.ts';
import { bareKeys } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';

/** `#` began comments up to PHP 5.3; now it begins a name, which PHP happens to ignore. */
export const hashComment: Rule = {
    code: 'hash-comment',
    severity: 'hint',
    title: 'Comments begin with a semicolon',
    reason: 'Since PHP 7.0 `#` begins no comment, and `//` never did: the line is the name of a directive that nobody knows, which PHP ignores. That goes well until the line holds a quote, a bracket or another character with a meaning: then PHP stops reading there, and ignores the rest of the file.',
    link: 'https://www.php.net/manual/en/migration70.incompatible.php',
    failing: [
        { text: '# Sessions\n', marks: ['#'], fixed: '; Sessions\n' },
        { text: '#extension = redis.so\n', marks: ['#'], fixed: ';extension = redis.so\n' },
        { text: '// Sessions\n', marks: ['//'], fixed: '; Sessions\n' },
    ],
    passing: [{ text: '; # Sessions\n' }, { text: 'highlight.comment = "#FF8000"\n' }],
    check(context) {
        const { assignments, text } = context.document;
        const lines = [...context.memo(bareKeys), ...assignments.filter(({ reached }) => reached)];
        return lines.flatMap(({ range: { start } }) => {
            const first = text.charAt(start);
            const sign =
                first === '#' || first === '/'
                    ? (/^(?:#+|\/\/+)/.exec(text.slice(start, start + 80)) ?? [])[0]
                    : undefined;
            const range = { start, end: start + (sign?.length ?? 0) };
            return sign === undefined
                ? []
                : [
                      {
                          range,
                          message: `${sign} begins no comment: PHP takes the line for a setting that it does not know. Write a semicolon.`,
                          fixes: () => [replacing('Start the comment with ;', range, ';', true)],
                      },
                  ];
        });
    },
};
