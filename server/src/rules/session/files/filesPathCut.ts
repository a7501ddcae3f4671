import type { Rule } from '../../rule.ts';
import { filesPath } from '../../support/store.ts';

/** `5;/tmp` without quotes is `5`, and a comment. */
export const filesPathCut: Rule = {
    code: 'files-path-cut',
    severity: 'error',
    title: 'The semicolon in the save path starts a comment',
    reason: 'Without quotes PHP reads `session.save_path = 5;/tmp` as `5`, and the rest as a comment. It looks for a directory named `5`, finds none, and no session starts.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [
        {
            text: 'session.save_path = 5;/var/lib/php/sessions\n',
            marks: ['5;/var/lib/php/sessions'],
            fixed: 'session.save_path = "5;/var/lib/php/sessions"\n',
        },
        {
            text: 'session.save_handler = files\nsession.save_path = 2;0600;/tmp ; two levels\n',
            marks: ['2;0600;/tmp'],
            fixed: 'session.save_handler = files\nsession.save_path = "2;0600;/tmp" ; two levels\n',
        },
    ],
    passing: [
        { text: 'session.save_path = "5;/tmp"\n' },
        { text: 'session.save_path = /tmp ; five\n' },
        { text: 'session.save_path = 5 ;/tmp\n' },
    ],
    check(context) {
        const path = filesPath(context);
        if (!path || !/^\d+$/.test(path.value) || path.node.comment?.start !== path.node.valueRange.end) {
            return [];
        }
        const { start } = path.node.valueRange;
        const { text } = context.document;
        const match = /^\d+;(?:\d+;)?(?:\/|[a-z]:)[\w./\\-]*(?=\s*(?:;|$))/i.exec(
            text.slice(start, path.node.comment.end),
        );
        if (!match) {
            return [];
        }
        const range = { start, end: start + match[0].length };
        return [
            {
                range,
                message: `The ; starts a comment: PHP looks for a directory named ${path.value}. Quote the value.`,
                fixes: () => [
                    { title: 'Quote the value', changes: [{ range, newText: `"${match[0]}"` }], preferred: true },
                ],
            },
        ];
    },
};
