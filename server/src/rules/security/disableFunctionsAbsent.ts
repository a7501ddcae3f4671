import type { Rule } from '../rule.ts';
import { namesNotDisabled } from '../support/disabledFunctions.ts';
import { placeOf } from '../support/fixes.ts';

/** Lists go from server to server for decades: what is absent does no harm. */
export const disableFunctionsAbsent: Rule = {
    code: 'disable-functions-absent',
    severity: 'hint',
    title: 'There is no such function to disable',
    reason: 'PHP skips names in `disable_functions` that it does not know, without a message. The function may have gone with an older version of PHP, come with a newer one, or belong to an extension that is not known here.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.disable-functions',
    failing: [
        {
            text: 'disable_functions = exec,create_function,phpads_remoteinfo\n',
            marks: ['create_function', 'phpads_remoteinfo'],
        },
        { text: 'disable_functions = array_first\n', phpVersion: '8.3', marks: ['array_first'] },
    ],
    passing: [
        { text: 'disable_functions = create_function\n', phpVersion: '7.4' },
        { text: 'disable_functions = exec,sytem,eval\n' },
    ],
    check(context) {
        return context.memo(namesNotDisabled).flatMap(({ node, value, name, verdict }) =>
            verdict.kind === 'absent'
                ? [
                      {
                          range: placeOf(node, value, name),
                          message: messageOf(name.text, verdict, context.phpVersion),
                      },
                  ]
                : [],
        );
    },
};

function messageOf(name: string, { since, removed }: { since?: string; removed?: string }, phpVersion: string): string {
    if (removed !== undefined) {
        return `PHP ${phpVersion} has no function ${name}: it went with PHP ${removed}.`;
    }
    return since === undefined
        ? `Neither PHP nor an extension that is known here has a function ${name}.`
        : `PHP ${phpVersion} has no function ${name}: it came with PHP ${since}.`;
}
