import type { DocumentContext } from '../../model/documentContext.ts';
import { constantsOf } from '../../phpIni/syntax/constants.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { type KnownSetting, settingsOfType, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { asFlags } from '../support/errorLevels.ts';
import { nearest } from '../support/nearest.ts';
import { readLine } from '../support/quoting.ts';
import { wrongComment } from '../support/wrongComment.ts';

/** A set of flags is a number, once PHP has put in the constants. */
export const bitmaskJunk: Rule = {
    code: 'bitmask-junk',
    severity: 'warning',
    title: 'This is not the set of flags that it looks like',
    reason: 'PHP puts constants in only outside of quotes, and takes a name that it does not know for 0: `error_reporting = "E_ALL"` reports nothing at all, `E_ALL & ~E_NOTCE` reports notices, and `!` is not `~`: `E_ALL & !E_NOTICE` is 0. It computes with `|`, `&`, `^` and `~` only: `E_ALL - E_NOTICE` is a text that begins with the number of `E_ALL`, and reports notices. In Apache’s configuration there are no constants at all: `php_value error_reporting E_ALL` is 0, and a number is needed.',
    link: 'https://www.php.net/manual/en/errorfunc.configuration.php#ini.error-reporting',
    failing: [
        {
            text: 'error_reporting = "E_ALL & ~E_NOTICE"\n',
            marks: ['"E_ALL & ~E_NOTICE"'],
            fixed: 'error_reporting = E_ALL & ~E_NOTICE\n',
        },
        {
            text: 'error_reporting = E_ALL & ~E_NOTCE\n',
            marks: ['E_NOTCE'],
            fixed: 'error_reporting = E_ALL & ~E_NOTICE\n',
        },
        {
            text: 'error_reporting = E_ALL & !E_NOTICE\n',
            marks: ['E_ALL & !E_NOTICE'],
            fixed: 'error_reporting = E_ALL & ~E_NOTICE\n',
        },
        {
            text: 'error_reporting = E_ALL - E_NOTICE\n',
            marks: ['E_ALL - E_NOTICE'],
            fixed: 'error_reporting = E_ALL & ~E_NOTICE\n',
        },
        {
            text: 'error_reporting = "E_ALL, ~E_STRICT"\n',
            marks: ['"E_ALL, ~E_STRICT"'],
            fixed: 'error_reporting = E_ALL & ~E_STRICT\n',
        },
        {
            text: 'error_reporting = E_ERROR + E_WARNING E_PARSE\n',
            marks: ['E_ERROR + E_WARNING E_PARSE'],
            fixed: 'error_reporting = E_ERROR | E_WARNING | E_PARSE\n',
        },
        {
            text: 'php_value error_reporting "E_ALL & ~E_NOTICE"\n',
            uri: 'file:///srv/shop/.htaccess',
            marks: ['"E_ALL & ~E_NOTICE"'],
            fixed: 'php_value error_reporting 30711\n',
        },
    ],
    passing: [
        { text: 'error_reporting = -1\nerror_reporting = (E_ALL | E_STRICT) & ~(E_NOTICE)\n' },
        { text: 'error_reporting = E_ALL & ~E_DEPRECATED & ~E_STRICT\n' },
        { text: 'error_reporting = -1\nerror_reporting = "32767"\nerror_reporting =\n' },
        { text: 'error_reporting = ${LEVEL}\nerror_reporting = Off\n' },
    ],
    check(context) {
        return settingsOfType(context, 'bitmask').flatMap(setting =>
            wrongComment(setting.node) ? [] : (diagnostic(context, setting) ?? []),
        );
    },
};

function diagnostic(context: DocumentContext, { node, directive, value }: KnownSetting): RuleDiagnostic | undefined {
    const { rawValue } = node;
    const misspelt = node.value.kind === 'expression' ? unknownConstant(rawValue, context.phpVersion) : undefined;
    if (misspelt) {
        const start = node.valueRange.start + misspelt.index;
        const range = { start, end: start + misspelt.name.length };
        const { meant } = misspelt;
        return {
            range,
            message: `PHP has no constant ${misspelt.name} and takes it for 0.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
            ...(meant !== undefined && { fixes: () => [replacing(`Change to ${meant}`, range, meant, true)] }),
        };
    }
    const range = valueOrName(node);
    const negation = /!\s*(?=E_)/.exec(rawValue);
    if (negation) {
        const right = rawValue.replaceAll(/!\s*(?=E_)/g, '~');
        return {
            range,
            message: `! makes a constant 0, ~ takes it away: PHP stores ${value}.`,
            fixes: () => [replacing('Change ! to ~', range, right, true)],
        };
    }
    // Levels of errors are a line, not a text.
    const bare = rawValue.length > 500 ? '' : rawValue.replaceAll(/["']/g, '');
    const flags = asFlags(bare, context.phpVersion);
    const isLiteral = context.embedding?.format.isLiteral === true;
    if (flags && !isLiteral) {
        return {
            range,
            message: `PHP computes with | & ^ and ~ only: it reads this as ${Number.parseInt(value, 10) || 0}. Write ${flags.text}.`,
            fixes: () => [replacing(`Write ${flags.text}`, range, flags.text, flags.sure)],
        };
    }
    if (/^\s*[+-]?\d/.test(value) || value.trim() === '') {
        return undefined;
    }
    const number = readLine(`${directive.name} = ${flags?.text ?? bare}`, context.phpVersion)?.value ?? '';
    const why = isLiteral
        ? ': Apache hands words over as they are'
        : /^["']/.test(rawValue)
          ? ': within quotes it knows no constants'
          : '';
    const title = isLiteral ? `Write ${number}` : 'Remove the quotes';
    return {
        range,
        message: `PHP reads "${value}" as 0${why}.`,
        ...(/^-?\d+$/.test(number) && { fixes: () => [replacing(title, range, isLiteral ? number : bare, true)] }),
    };
}

/** The first word, outside of quotes, that looks like a level of errors and is none. */
function unknownConstant(raw: string, phpVersion: string): { name: string; index: number; meant?: string } | undefined {
    const constants = constantsOf(phpVersion);
    if (/["']/.test(raw)) {
        return undefined;
    }
    for (const { 0: name, index } of raw.matchAll(/\bE_[A-Z_]+\b/gi)) {
        if (!constants.has(name)) {
            const levels = [...constants.keys()].filter(known => known.startsWith('E_'));
            const meant = constants.has(name.toUpperCase())
                ? name.toUpperCase()
                : nearest(name.toUpperCase(), levels, 2);
            return { name, index, ...(meant !== undefined && { meant }) };
        }
    }
    return undefined;
}
