import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import { isMasked } from '../../phpIni/masked.ts';
import { CLIENT_COMMANDS } from '../../phpIni/protocol.ts';
import { constantsOf } from '../../phpIni/syntax/constants.ts';
import { valueOrName } from '../support/assignments.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { meansTheSame } from '../support/values.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { lastSetting, nodeConfiguration, savedOf, type NodeConfiguration } from '../support/nodeConfiguration.ts';

const main = 'session.gc_maxlifetime = 3600\n';
const facts = exampleFacts(examplePhp(main, { settings: { 'session.gc_maxlifetime': '1440' } }));

/**
 * What the node's PHP itself says is compared with the file as it is on the node; what was typed since is not in force,
 * of course.
 */
export const effectiveDiffers: Rule = {
    code: 'effective-differs',
    severity: 'warning',
    title: 'Apache has another value in force',
    reason: 'Apache reads php.ini when it starts or restarts. `php_admin_value` and `php_value` in the configuration of Apache, and `.htaccess` files, beat what php.ini says. And a value that PHP refuses leaves the one from before in force, often without a message. This is what PHP on the node itself said.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [{ text: main, uri: EXAMPLE_URI, facts, marks: ['3600'] }],
    passing: [
        { text: main },
        { text: 'session.gc_maxlifetime = 7200\n', uri: EXAMPLE_URI, facts },
        {
            text: 'session.lazy_write = On\nmemory_limit = 1G\n',
            uri: EXAMPLE_URI,
            facts: exampleFacts(
                examplePhp('session.lazy_write = On\nmemory_limit = 1G\n', {
                    settings: { 'session.lazy_write': '1', memory_limit: '1073741824' },
                }),
            ),
        },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        if (!configuration || configuration.index < 0) {
            return [];
        }
        const { settings } = configuration.php;
        return [...context.globals.keys()].flatMap((name): RuleDiagnostic[] => {
            const inForce = Object.hasOwn(settings, name) ? settings[name] : undefined;
            const mine = inForce === undefined || isMasked(inForce) ? undefined : context.effective(name);
            return !mine || meansTheSame(name, mine.value, inForce ?? '') || !isWritten(context, configuration, mine)
                ? []
                : [diagnostic(context, configuration, name, { mine, inForce: inForce ?? '' })];
        });
    },
};

function diagnostic(
    { uri }: DocumentContext,
    { node: { node } }: NodeConfiguration,
    name: string,
    { mine, inForce }: { readonly mine: Effective; readonly inForce: string },
): RuleDiagnostic {
    return {
        range: valueOrName(mine.node),
        message: `Not in force: ${name} is "${inForce}" on ${node}. Apache has not restarted since, its own configuration sets another value, or PHP refuses this one.`,
        remedies: [
            {
                title: `Apply this file to ${node}, which restarts Apache`,
                command: CLIENT_COMMANDS.applyToThisNode,
                arguments: [uri],
            },
        ],
    };
}

/** Whether just that is written for PHP: by the file as it lies there, and by no later one. */
function isWritten(context: DocumentContext, configuration: NodeConfiguration, { node, value }: Effective): boolean {
    const { files, index } = configuration;
    const saved = savedOf(configuration)?.context.effective(node.name);
    return (
        saved?.value === value &&
        !hasUnknownConstant(context, node) &&
        lastSetting(files.slice(index + 1), node.name) === undefined
    );
}

/** Extensions bring constants of their own. */
function hasUnknownConstant({ phpVersion }: DocumentContext, { value }: Effective['node']): boolean {
    const constants = constantsOf(phpVersion);
    return (
        value.kind === 'expression' &&
        value.steps.some(
            step =>
                'parts' in step &&
                step.parts.some(
                    part => part.kind === 'constant' && /^[A-Z]\w*_/.test(part.name) && !constants.has(part.name),
                ),
        )
    );
}
