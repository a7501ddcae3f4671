import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { bareKeys } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { isOfPool } from '../support/poolDirectives.ts';

const apache = /^php_(?:admin_)?(?:value|flag)[ \t]+([\w.]+)[ \t]+(\S.*)$/i;
const pool = /^php_(?:admin_)?(?:value|flag)$/;

/** `php_value` and its like are words of Apache's and of FPM's configuration; PHP ignores them in a php.ini. */
export const serverSyntax: Rule = {
    code: 'server-syntax',
    severity: 'warning',
    title: 'This belongs in the configuration of Apache or FPM',
    reason: '`php_value`, `php_flag` and their `admin` forms are directives of Apache (`php_value name value`) and of FPM’s pools (`php_value[name] = value`). Directives of the pools themselves, such as `pm.max_children` and `request_terminate_timeout`, belong there as well. In a php.ini they are names that nobody knows: PHP ignores them without a message.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        {
            text: 'php_value upload_max_filesize 64M\n',
            marks: ['php_value upload_max_filesize 64M'],
            fixed: 'upload_max_filesize = 64M\n',
        },
        {
            text: 'php_admin_flag[log_errors] = on\n',
            marks: ['php_admin_flag[log_errors]'],
            fixed: 'log_errors = on\n',
        },
        { text: 'request_terminate_timeout = 300\n', marks: ['request_terminate_timeout'] },
    ],
    passing: [{ text: 'upload_max_filesize = 64M\n' }, { text: 'php_value = 1\n' }],
    check(context) {
        const { assignments, text } = context.document;
        const found: RuleDiagnostic[] = [];
        for (const node of context.memo(bareKeys)) {
            const [, name = '', value = ''] = apache.exec(node.name) ?? [];
            if (name !== '') {
                found.push(diagnostic(node.range, `${name} = ${value}`));
            }
        }
        for (const node of assignments) {
            if (node.reached && node.key && pool.test(node.name)) {
                found.push(...ofPool(node, text));
            } else if (node.reached && isOfPool(node.name)) {
                found.push({
                    range: node.nameRange,
                    message: `${node.name} belongs in the configuration of a pool of FPM: in a php.ini PHP ignores the line.`,
                });
            }
        }
        return found;
    },
};

function ofPool(node: AssignmentNode, text: string): RuleDiagnostic[] {
    const [name] = node.key ?? [];
    const { start } = node.range;
    const end = start + text.slice(start, node.equalsOffset).trimEnd().length;
    return name?.kind === 'text' || name?.kind === 'constant'
        ? [diagnostic({ start, end }, name.kind === 'text' ? name.text : name.name)]
        : [];
}

function diagnostic(range: { start: number; end: number }, newText: string): RuleDiagnostic {
    return {
        range,
        message: 'This is the syntax of the web server’s configuration: in a php.ini PHP ignores the line.',
        fixes: () => [replacing('Write it as a setting', range, newText, true)],
    };
}
