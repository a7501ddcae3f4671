import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { Piece } from '../../phpIni/savePaths/pieces.ts';
import type { Rule } from '../rule.ts';
import { namesNotDisabled } from '../support/disabledFunctions.ts';
import { placeOf, stretchFix } from '../support/fixes.ts';

/** What is part of the language is no function. */
export const disableFunctionsConstruct: Rule = {
    code: 'disable-functions-construct',
    severity: 'warning',
    title: 'What is no function cannot be disabled',
    reason: '`eval`, `include`, `echo` and others are part of the language, not functions. `disable_functions` has no effect on them, and PHP does not say so. Whoever relies on `eval` being disabled is wrong.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.disable-functions',
    failing: [
        {
            text: 'disable_functions = exec,eval,system\n',
            marks: ['eval'],
            fixed: 'disable_functions = exec,system\n',
        },
        {
            text: 'disable_functions = "include, exec"\n',
            marks: ['include'],
            fixed: 'disable_functions = "exec"\n',
        },
    ],
    passing: [{ text: 'disable_functions = exec,shell_exec,system\n' }, { text: 'disable_functions =\n' }],
    check(context) {
        return context
            .memo(namesNotDisabled)
            .filter(({ verdict }) => verdict.kind === 'construct')
            .map(({ node, value, name }) => {
                const since = refusingSince(context.phpVersion, name.text.toLowerCase());
                return {
                    range: placeOf(node, value, name),
                    message:
                        since === undefined
                            ? `${name.text} is part of the language, not a function: disable_functions has no effect on it.`
                            : `PHP ${since} and later refuse to disable ${name.text}, with a warning at each start.`,
                    fixes: () => [
                        stretchFix(context, `Remove ${name.text}`, {
                            node,
                            value,
                            stretch: withComma(value, name),
                            words: '',
                            preferred: true,
                        }),
                    ],
                };
            });
    },
};

/** The version since which PHP refuses that, where this one does. */
function refusingSince(phpVersion: string, name: string): string | undefined {
    const since = name === 'clone' ? '8.5' : '8.4';
    return /^(?:clone|die|exit)$/.test(name) && compareVersions(phpVersion, since) >= 0 ? since : undefined;
}

/** The comma and the blanks that belong to the name in the list go with it. */
function withComma(list: string, { start, end }: Piece): { start: number; end: number } {
    const behind = /^\s*,\s*|^\s+/.exec(list.slice(end))?.[0].length ?? 0;
    const before = behind > 0 ? 0 : (/(?<!\s)\s*,\s*$|(?<!\s)\s+$/.exec(list.slice(0, start))?.[0].length ?? 0);
    return { start: start - before, end: end + behind };
}
