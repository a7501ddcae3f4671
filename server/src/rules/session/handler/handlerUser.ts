import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

/** `user` is what `session_set_save_handler()` switches to; a php.ini may not. */
export const handlerUser: Rule = {
    code: 'handler-user',
    severity: 'error',
    title: 'The handler "user" cannot be chosen in a php.ini',
    reason: 'A script chooses a handler of its own with `session_set_save_handler()`. In a php.ini PHP refuses the name `user` with a fatal error at each start, and keeps the handler it had, `files`.',
    link: 'https://www.php.net/manual/en/function.session-set-save-handler.php',
    failing: [
        {
            text: 'session.save_handler = user\n',
            marks: ['user'],
            fixed: 'session.save_handler = files\n',
        },
    ],
    passing: [{ text: 'session.save_handler = files\n' }, { text: ';session.save_handler = user\n' }],
    check(context) {
        const handler = context.effective('session.save_handler');
        if (handler?.value.toLowerCase() !== 'user') {
            return [];
        }
        const { node } = handler;
        return [
            {
                range: node.valueRange,
                message:
                    'PHP refuses "user" in a php.ini with a fatal error at each start. Scripts choose it, with session_set_save_handler().',
                fixes: () => [valueFix(context, 'Change to files', { node, value: 'files' })],
            },
        ];
    },
};
