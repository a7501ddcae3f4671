import type { DocumentContext } from '../../model/documentContext.ts';
import { isMasked } from '../../phpIni/masked.ts';
import { type ApplicationNodeFacts, CLIENT_COMMANDS, type EnvironmentFacts } from '../../phpIni/protocol.ts';
import { disagreements, type Disagreement } from '../../phpIni/sessionKnowledge/agreement.ts';
import { textOf } from '../../phpIni/sessionKnowledge/weakness.ts';
import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import { valueOrName } from '../support/assignments.ts';
import type { RuleDiagnostic, Fix, Related, Rule } from '../rule.ts';
import { valueFix } from '../support/fixes.ts';
import { meansTheSame } from '../support/values.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { filesOf, lastSetting, nodeConfiguration, uriOf } from '../support/nodeConfiguration.ts';

const handler = 'session.save_handler = memcached\n';
const main = `${handler}session.save_path = "172.18.0.16:11211"\n`;
const memcached = { 'session.save_handler': 'memcached', 'session.save_path': '172.18.0.16:11211' };
const facts = exampleFacts(examplePhp(main, { settings: memcached }), {
    second: examplePhp('', { settings: { ...memcached, 'session.save_path': '172.18.0.17:11211' } }),
});
const named = examplePhp(handler, { settings: { ...memcached, 'session.name': 'PHPSESSID' } });
const namedElse = examplePhp('session.name = SHOP\n', { settings: { ...memcached, 'session.name': 'SHOP' } });
const twoStores = { ...memcached, 'session.save_path': 'a:11211,b:11211', 'memcached.sess_consistent_hash': '1' };

/** By what is in force: files that differ may mean the same, and the same files may not have been read yet. */
export const drift: Rule = {
    code: 'drift',
    severity: 'error',
    title: 'Nodes of one environment differ in where or how sessions are kept',
    reason: 'Any node may answer any request, so all of them must find the session that another one keeps: the same handler, the same servers spelt in the same way (the consistent hash goes by the names as they are written), the same prefix, serializer and cookie. Where two nodes differ in the spelling of one of two servers, about half of the sessions are lost on the way (measured).',
    failing: [
        {
            text: main,
            uri: EXAMPLE_URI,
            facts,
            marks: ['"172.18.0.16:11211"'],
            fixed: `${handler}session.save_path = "172.18.0.17:11211"\n`,
        },
        { text: handler, uri: EXAMPLE_URI, facts: exampleFacts(named, { second: namedElse }), marks: ['memcached'] },
    ],
    passing: [
        { text: main },
        { text: main.replace('.16:', '.17:'), uri: EXAMPLE_URI, facts },
        { text: main, uri: EXAMPLE_URI, facts: exampleFacts(examplePhp(main, { settings: memcached })) },
        {
            text: `${handler}session.save_path = "a:11211,b:11211"\n`,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp('', { settings: twoStores }), {
                second: examplePhp('', { settings: { ...twoStores, 'session.save_path': 'b:11211, a:11211' } }),
            }),
        },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        const { environment } = context.facts;
        if (!configuration || configuration.index < 0 || !environment) {
            return [];
        }
        const own = { node: configuration.node.node, settings: configuration.php.settings };
        const others = environment.applications.flatMap(({ node, uri, php }) =>
            php && uri !== configuration.node.uri ? [{ node, settings: php.settings }] : [],
        );
        return disagreements(own, others).flatMap(found => diagnosticOf(context, environment, found) ?? []);
    },
};

function diagnosticOf(
    context: DocumentContext,
    { applications }: EnvironmentFacts,
    { name, value, others, weakness }: Disagreement,
): RuleDiagnostic | undefined {
    const place = placeOf(context, name, value);
    const { node } = place ?? {};
    const isHidden = others[0] === undefined || isMasked(others[0].value);
    return (
        place && {
            range: place.range,
            message: textOf(weakness),
            related: others.flatMap(other => {
                const facts = applications.find(one => one.node === other.node);
                return facts ? [relatedTo(name, facts, other.value)] : [];
            }),
            remedies: others.map(other => ({
                title: `Compare with ${other.node}`,
                command: CLIENT_COMMANDS.compareWithNode,
                arguments: [context.uri, other.node],
            })),
            ...(node && !isHidden && { fixes: () => others.map(other => valueOf(context, node, other)) }),
        }
    );
}

/**
 * Where to tell it: at the line that gives the value, or, where none does, at the handler; undefined where another file
 * or a newer edit gives one.
 */
function placeOf(
    context: DocumentContext,
    name: string,
    mine: string,
): { readonly range: Range; readonly node?: AssignmentNode } | undefined {
    const configuration = nodeConfiguration(context);
    if (context.globalsOf(name).length > 0) {
        const own = context.effective(name);
        return own && meansTheSame(name, own.value, mine)
            ? { range: valueOrName(own.node), node: own.node }
            : undefined;
    }
    const handlerLine = context.globalsOf('session.save_handler').at(-1);
    return handlerLine && configuration && !lastSetting(configuration.files, name)
        ? { range: valueOrName(handlerLine) }
        : undefined;
}

function relatedTo(name: string, node: ApplicationNodeFacts, value: string): Related {
    const path = (node.php && lastSetting(filesOf(node.php), name)?.file.path) ?? node.php?.iniFile ?? '';
    return { uri: uriOf(node, path), message: `${name} is "${value}" on ${node.node}.` };
}

function valueOf(context: DocumentContext, node: AssignmentNode, other: Disagreement['others'][number]): Fix {
    return valueFix(context, `Take the value of ${other.node}`, { node, value: other.value });
}
