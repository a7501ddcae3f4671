import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';

const constructs = new Set(
    'array die echo empty eval exit include include_once isset list print require require_once unset'.split(' '),
);

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
        const setting = context.effective('disable_functions');
        return setting ? [...diagnostics(context, setting)] : [];
    },
};

function* diagnostics(context: DocumentContext, { node }: Effective): Generator<RuleDiagnostic> {
    const { rawValue, valueRange } = node;
    for (const { 0: name, index } of rawValue.matchAll(/\w+/g)) {
        if (!constructs.has(name.toLowerCase())) {
            continue;
        }
        const start = valueRange.start + index;
        const end = start + name.length;
        const refuses = /^(?:die|exit)$/i.test(name) && compareVersions(context.phpVersion, '8.4') >= 0;
        yield {
            range: { start, end },
            message: refuses
                ? `PHP 8.4 and later refuse to disable ${name}, with a warning at each start.`
                : `${name} is part of the language, not a function: disable_functions has no effect on it.`,
            fixes: () => [
                replacing(`Remove ${name}`, withComma(rawValue, index, name.length, valueRange.start), '', true),
            ],
        };
    }
}

/** The comma and the blanks that belong to the name in the list go with it. */
function withComma(list: string, index: number, length: number, offset: number): { start: number; end: number } {
    const end = index + length;
    const behind = /^\s*,\s*/.exec(list.slice(end))?.[0].length ?? 0;
    const before = behind > 0 ? 0 : (/(?<!\s)\s*,\s*$/.exec(list.slice(0, index))?.[0].length ?? 0);
    return { start: offset + index - before, end: offset + end + behind };
}
