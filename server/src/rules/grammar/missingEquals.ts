import { findDirective } from '../../catalog/lookup.ts';
import type { BareKeyNode } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { bareKeys } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { readLine } from '../support/quoting.ts';

const line = /^([A-Za-z_][\w.-]*)(?:[ \t]*(?::|:?\uFF1D)[ \t]*|[ \t]+)?(.*)/s;

/** A line without `=` is a name without a value: PHP ignores it. */
export const missingEquals: Rule = {
    code: 'missing-equals',
    severity: 'warning',
    title: 'Without = PHP ignores the line',
    reason: 'A line without `=` is a name without a value. PHP reads it and does nothing, without a message: the directive keeps its default.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        { text: 'session.name SHOP\n', marks: ['session.name SHOP'], fixed: 'session.name = SHOP\n' },
        { text: 'memory_limit: 256M ; more\n', marks: ['memory_limit: 256M'], fixed: 'memory_limit = 256M ; more\n' },
        { text: 'display_errors\n', marks: ['display_errors'] },
    ],
    passing: [
        { text: '# session.name SHOP\nSome words that nobody knows\n' },
        { text: 'session.name = SHOP\n' },
        { text: 'php_value session.name SHOP\n' },
        { text: 'precision is a matter of taste\n' },
    ],
    check: context => context.memo(bareKeys).flatMap(node => diagnostic(node, context.phpVersion) ?? []),
};

function diagnostic(node: BareKeyNode, phpVersion: string): RuleDiagnostic | undefined {
    const [, name = '', value = ''] = line.exec(node.name) ?? [];
    if (!findDirective(name)) {
        return undefined;
    }
    const { range } = node;
    if (value === '') {
        return { range, message: `Without = behind the name PHP ignores the line: ${name} keeps its default.` };
    }
    // Several words are more likely prose that lost its semicolon.
    const fixed = readLine(`${name} = ${value}`, phpVersion);
    return !fixed || /\s/.test(value)
        ? undefined
        : {
              range,
              message: `Without = behind the name PHP ignores the line: ${name} keeps its default.`,
              fixes: () => [replacing('Put = behind the name', range, `${name} = ${value}`, true)],
          };
}
