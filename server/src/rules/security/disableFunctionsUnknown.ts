import type { DocumentContext } from '../../model/documentContext.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';
import { type DisabledName, namesNotDisabled, type Verdict } from '../support/disabledFunctions.ts';
import { placeOf, stretchFix } from '../support/fixes.ts';

/** Whoever relies on it is wrong, and PHP does not say so. */
export const disableFunctionsUnknown: Rule = {
    code: 'disable-functions-unknown',
    severity: 'warning',
    title: 'PHP has no function of this name, and disables nothing',
    reason: 'PHP compares each name of `disable_functions` with those of its functions, in small letters, and skips what it does not find, without a message: `passthrough`, `EXEC` and `exec()` disable nothing. Commas and blanks separate names. With `;`, `|` or `:` between them they are one name, and so are quoted strings side by side: `"exec" "passthru"` is `execpassthru` (measured on PHP 7.4 to 8.5).',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.disable-functions',
    failing: [
        {
            text: 'disable_functions = exec,passthrough,sytem\n',
            marks: ['passthrough', 'sytem'],
            fixed: 'disable_functions = exec,passthru,system\n',
        },
        {
            text: 'disable_functions = "exec" "passthru"\n',
            marks: ['"exec" "passthru"'],
            fixed: 'disable_functions = "exec,passthru"\n',
        },
        {
            text: 'disable_functions = "exec;passthru|system, EXEC"\n',
            marks: ['exec;passthru|system', 'EXEC'],
            fixed: 'disable_functions = "exec,passthru,system, exec"\n',
        },
        {
            text: 'disable_functions = shell_exec,Show_Source\n',
            marks: ['Show_Source'],
            fixed: 'disable_functions = shell_exec,show_source\n',
        },
    ],
    passing: [
        { text: 'disable_functions = exec,passthru shell_exec, system\n' },
        { text: 'disable_functions = "exec, passthru,"\n' },
        { text: 'disable_functions = my_own_function,eval,mysql_connect\n' },
        { text: 'disable_functions = create_function\n' },
        { text: 'disable_functions = ${DISABLED}\n' },
    ],
    check: context => context.memo(namesNotDisabled).flatMap(one => diagnostic(context, one) ?? []),
};

function diagnostic(
    context: DocumentContext,
    { node, value, name, verdict }: DisabledName,
): RuleDiagnostic | undefined {
    const meant = meantBy(verdict);
    if (meant === undefined) {
        return undefined;
    }
    const title = verdict.kind === 'separator' ? 'Separate the names by commas' : `Change to ${meant}`;
    return {
        range: placeOf(node, value, name),
        message: messageOf(name.text, verdict),
        fixes: () => [stretchFix(context, title, { node, value, stretch: name, words: meant, preferred: true })],
    };
}

function meantBy(verdict: Verdict): string | undefined {
    switch (verdict.kind) {
        case 'separator':
            return verdict.meant.join(',');
        case 'spelling':
        case 'slip':
            return verdict.meant;
        default:
            return undefined;
    }
}

function messageOf(name: string, verdict: Verdict): string {
    if (verdict.kind === 'separator') {
        return `PHP takes "${name}" for the name of one function, and disables nothing. Separate names by commas.`;
    }
    const ask = verdict.kind === 'spelling' ? `Write ${verdict.meant}.` : `Did you mean ${meantBy(verdict) ?? ''}?`;
    return `PHP has no function "${name}": this disables nothing, without a message. ${ask}`;
}
