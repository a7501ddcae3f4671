import type { DocumentContext } from '../../model/documentContext.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const htaccess = 'file:///srv/shop/.htaccess';
const pool = 'file:///etc/php/8.4/fpm/pool.d/www.conf';

/** Neither server reads past such a line. */
export const serverArguments: Rule = {
    code: 'server-arguments',
    severity: 'error',
    title: 'Apache and FPM do not accept this line',
    reason: 'Behind `php_value` and its like Apache wants two arguments, a name and a value that is not empty; what has blanks in it needs quotes, and a comment needs a line of its own. With anything else Apache does not start, and answers with an error 500 where the line is in an .htaccess. In a pool of FPM the form is `php_value[name] = value`; with another one FPM does not start.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        { text: 'php_value memory_limit\n', uri: htaccess, marks: ['php_value memory_limit'] },
        {
            text: 'php_value memory_limit 64M # enough\n',
            uri: htaccess,
            marks: ['php_value memory_limit 64M # enough'],
        },
        { text: 'php_value include_path ""\n', uri: htaccess, marks: ['php_value include_path ""'] },
        { text: '[www]\nphp_value[memory_limit]\n', uri: pool, marks: ['php_value[memory_limit]'] },
        { text: '[www]\nphp_value[memory_limit]: 64M\n', uri: pool, marks: ['php_value[memory_limit]: 64M'] },
    ],
    passing: [
        { text: 'php_value memory_limit 64M\nphp_value include_path ".:/usr/share/php"\n', uri: htaccess },
        { text: '[www]\nphp_value[memory_limit] =\n', uri: pool },
    ],
    check(context) {
        const { embedding } = context;
        return [...(embedding?.embedded ?? [])].flatMap(([line, { malformed }]) =>
            malformed === true ? [diagnostic(context, line)] : [],
        );
    },
};

function diagnostic({ document: { lines, text }, embedding }: DocumentContext, line: number): RuleDiagnostic {
    const start = lines.startOf(line);
    const end = lines.endOf(start);
    const written = text.slice(start, end);
    // Without the sign that makes a comment of it, and the blanks in front.
    const first = start + (/^;[ \t]*/.exec(written)?.[0].length ?? 0);
    return { range: { start: first, end }, message: messages[embedding?.format.name ?? ''] ?? messages.apache };
}

const messages: Readonly<Record<string, string>> & { readonly apache: string } = {
    apache: 'Apache does not start: it wants a name and a value, in quotes where it has blanks.',
    htaccess: 'Apache answers with an error 500: it wants a name and a value, in quotes where it has blanks.',
    pool: 'FPM does not start: it wants php_value[name] = value.',
};
