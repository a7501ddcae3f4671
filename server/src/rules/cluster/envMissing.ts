import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { VariablePart } from '../../phpIni/syntax/value.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, LATER_INI } from '../support/exampleNodes.ts';
import { nodeConfiguration, type NodeConfiguration } from '../support/nodeConfiguration.ts';

const facts = exampleFacts(
    examplePhp('', { environmentVariables: ['PATH', 'STORE'], files: { [LATER_INI]: 'own.host = a\n' } }),
);

/** By the names of the variables that Apache's PHP has; their values are not known here. */
export const envMissing: Rule = {
    code: 'env-missing',
    severity: 'warning',
    title: 'The node has no such environment variable',
    reason: 'PHP looks `${NAME}` up among the directives that it has read so far, and then in the environment of Apache. What it does not find becomes empty, without a message: `"${NAME}:11211"` is `:11211` then. Apache sees the variables that its container was started with, and those of `/etc/apache2/envvars`; not those of `SetEnv`.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        { text: 'session.save_path = "${STORES}:11211"\n', uri: EXAMPLE_URI, facts, marks: ['${STORES}'] },
        { text: 'a = ${A}${PATH}${B}\n', uri: EXAMPLE_URI, facts, marks: ['${A}', '${B}'] },
    ],
    passing: [
        { text: 'session.save_path = "${STORES}:11211"\n' },
        { text: 'session.save_path = "${STORE}:11211"\n', uri: EXAMPLE_URI, facts },
        { text: "a = '${NAME}'\nb = ${NAME:-c}\n", uri: EXAMPLE_URI, facts },
        { text: 'name = x\nb = ${name}\nc = ${own.host}\n', uri: EXAMPLE_URI, facts },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        const variables = configuration?.php.environmentVariables;
        if (!configuration || configuration.index < 0 || !variables) {
            return [];
        }
        const diagnostics: RuleDiagnostic[] = [];
        for (const node of context.document.assignments) {
            for (const { name, start, end } of node.reached ? variablesOf(node) : []) {
                if (!variables.includes(name) && !isDirective(context, configuration, name)) {
                    diagnostics.push({
                        range: { start, end },
                        message: `Apache on ${configuration.node.node} has no environment variable ${name}: this is empty.`,
                    });
                }
            }
        }
        return diagnostics;
    },
};

function variablesOf({ value }: AssignmentNode): VariablePart[] {
    if (value.kind !== 'expression') {
        return [];
    }
    const parts = value.steps.flatMap(step => ('parts' in step ? step.parts : []));
    return parts.filter(part => part.kind === 'variable').filter(part => part.fallback === undefined);
}

/** Wherever it is set: this rule is not about the order. */
function isDirective(context: DocumentContext, { files, php }: NodeConfiguration, name: string): boolean {
    return (
        Object.hasOwn(php.settings, name) ||
        context.globalsOf(name).length > 0 ||
        files.some(file => file.context.globalsOf(name).length > 0)
    );
}
