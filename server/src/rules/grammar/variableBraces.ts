import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { Fix, Rule, RuleDiagnostic } from '../rule.ts';
import { replacing } from '../support/fixes.ts';
import { isTemplate } from '../support/templates.ts';

/** Names of environment variables, as shells write them: not `cash$` and not `$2y$10$…`. */
const names = /(?<![\w$\\])\$(?:([A-Z_][A-Z0-9_]+)\b|\(([A-Z_][A-Z0-9_]+)\))/g;

/** Shells, Compose and `envsubst` know more ways of writing a variable than PHP. */
export const variableBraces: Rule = {
    code: 'variable-braces',
    severity: 'information',
    title: 'Without braces this is no variable',
    reason: 'Only `${NAME}` is a variable in a php.ini. PHP takes `$NAME` and `$(NAME)` as they stand: `session.save_path = $REDIS_URL` is a path that begins with a dollar. Where a program such as `envsubst` fills the file in before PHP reads it, all is well; files whose name says that they are templates are not looked at.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        {
            text: 'session.save_path = $REDIS_URL\n',
            marks: ['$REDIS_URL'],
            fixed: 'session.save_path = ${REDIS_URL}\n',
        },
        {
            text: 'session.save_path = "tcp://$HOST:$(PORT)"\n',
            marks: ['$HOST', '$(PORT)'],
            fixed: 'session.save_path = "tcp://${HOST}:${PORT}"\n',
        },
        {
            text: "memory_limit = '$PHP_MEMORY_LIMIT'\n",
            marks: ['$PHP_MEMORY_LIMIT'],
            fixed: 'memory_limit = "${PHP_MEMORY_LIMIT}"\n',
        },
    ],
    passing: [
        { text: 'session.save_path = ${REDIS_URL}\nsession.name = cash$\n' },
        { text: 'mysqli.default_pw = "$2y$10$ABC"\nuser_agent = "$x"\n' },
        { text: 'session.save_path = $REDIS_URL\n', uri: 'file:///srv/php.ini.template' },
    ],
    check(context) {
        if (isTemplate(context.uri) || !context.document.text.includes('$')) {
            return [];
        }
        return context.document.assignments
            .filter(node => node.reached && !context.isBroken(node))
            .flatMap(diagnostics);
    },
};

function diagnostics(node: AssignmentNode): RuleDiagnostic[] {
    const { rawValue, valueRange } = node;
    return [...rawValue.matchAll(names)].map(match => {
        const { 0: written, 1: plain, 2: bracketed = '', index } = match;
        const name = plain ?? bracketed;
        const range = { start: valueRange.start + index, end: valueRange.start + index + written.length };
        return {
            range,
            message: `PHP takes ${written} as it stands: only \${${name}} is a variable.`,
            fixes: () => fixes(node, range, name),
        };
    });
}

/** In single quotes nothing is a variable. */
function fixes({ rawValue, valueRange }: AssignmentNode, range: RuleDiagnostic['range'], name: string): Fix[] {
    const variable = `\${${name}}`;
    const title = `Write ${variable}`;
    if (!rawValue.includes("'")) {
        return [replacing(title, range, variable)];
    }
    const [, inner = ''] = /^'([^'"\\]*)'$/.exec(rawValue) ?? [];
    const offset = range.start - valueRange.start - 1;
    const before = inner.slice(0, offset);
    const behind = inner.slice(offset + range.end - range.start);
    // Within double quotes another `$` could be more than a sign.
    return inner === '' || (before + behind).includes('$')
        ? []
        : [replacing(title, valueRange, `"${before}${variable}${behind}"`)];
}
