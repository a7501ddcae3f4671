import type { Rule } from '../rule.ts';
import { replacing } from './assignments.ts';

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
    check({ document: { nodes, text } }) {
        return nodes.flatMap(({ kind, reached, range }) => {
            const first = text.charAt(range.start);
            if (!reached || (first !== '#' && first !== '/') || (kind !== 'bareKey' && kind !== 'assignment')) {
                return [];
            }
            const sign = /^(?:#+|\/\/+)/.exec(text.slice(range.start, range.start + 80))?.[0] ?? '';
            const mark = { start: range.start, end: range.start + sign.length };
            return sign === ''
                ? []
                : [
                      {
                          range: mark,
                          message: `${sign} begins no comment: PHP takes the line for a setting that it does not know. Write a semicolon.`,
                          fixes: () => [replacing('Start the comment with ;', mark, ';', true)],
                      },
                  ];
        });
    },
};
