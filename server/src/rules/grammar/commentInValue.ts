import type { Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { wrongComment } from '../support/wrongComment.ts';

/** What stands behind `#` becomes part of the value. */
export const commentInValue: Rule = {
    code: 'comment-in-value',
    severity: 'error',
    title: 'The comment is part of the value',
    reason: 'Only `;` begins a comment. Behind `#` or `//` everything is part of the value: `memory_limit = 256M # more` is 256 bytes, as PHP looks for the unit at the end of the text.',
    link: 'https://www.php.net/manual/en/function.parse-ini-file.php',
    failing: [
        {
            text: 'memory_limit = 256M # more than that\n',
            marks: ['# more than that'],
            fixed: 'memory_limit = 256M ; more than that\n',
        },
        {
            text: 'session.name = SHOP // of the shop\n',
            marks: ['// of the shop'],
            fixed: 'session.name = SHOP ; of the shop\n',
        },
    ],
    passing: [
        { text: 'highlight.comment = #FF8000\n' },
        { text: 'error_prepend_string = "a # b"\n' },
        { text: 'user_agent = https://example.org/ C#\n' },
    ],
    check({ document: { assignments } }) {
        return assignments.flatMap(node => {
            const sign = node.reached ? wrongComment(node) : undefined;
            return sign
                ? [
                      {
                          range: { start: sign.start, end: node.valueRange.end },
                          message: 'Only a semicolon begins a comment: PHP takes this for a part of the value.',
                          fixes: () => [replacing('Start the comment with ;', sign, ';', true)],
                      },
                  ]
                : [];
        });
    },
};
