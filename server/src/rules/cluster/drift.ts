import type { DocumentContext } from '../../model/documentContext.ts';
import { isMasked } from '../../phpIni/masked.ts';
import { type ApplicationNodeFacts, CLIENT_COMMANDS, type PhpFacts } from '../../phpIni/protocol.ts';
import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import { serverName, serversOf } from '../../phpIni/syntax/savePath.ts';
import { valueOrName } from '../support/assignments.ts';
import type { Finding, Rule } from '../rule.ts';
import { valueFix } from '../support/edits.ts';
import { integerOf } from '../../phpIni/syntax/quantity.ts';
import { meansTheSame } from '../support/values.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { filesOf, lastSetting, nodeConfiguration, uriOf } from '../support/nodeConfiguration.ts';

/** What happens to a session where nodes differ in the directive. */
const lost = 'a session that one of them keeps is not found by the other';
const cookie = 'the browser gets a session of its own from each of them';
const effects: Readonly<Record<string, string>> = {
    'session.save_handler': lost,
    'session.save_path': lost,
    'session.name': cookie,
    'session.cookie_domain': cookie,
    'session.cookie_path': cookie,
    'session.serialize_handler': 'the other cannot decode what one of them wrote, and destroys the session',
};

/** The same of directives that count for one handler only. */
const ofHandler: ReadonlyMap<string, readonly string[]> = new Map([
    [
        'memcached',
        ['sess_prefix', 'sess_consistent_hash', 'sess_consistent_hash_type', 'sess_number_of_replicas'].map(
            name => `memcached.${name}`,
        ),
    ],
    [
        'memcache',
        ['hash_strategy', 'hash_function', 'session_prefix_static_key', 'session_save_path'].map(
            name => `memcache.${name}`,
        ),
    ],
]);

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
        const others = environment.applications.filter(({ uri }) => uri !== configuration.node.uri);
        const handlerInForce = configuration.php.settings['session.save_handler']?.toLowerCase() ?? '';
        const names = [...Object.keys(effects), ...(ofHandler.get(handlerInForce) ?? [])];
        const findings: Finding[] = [];
        for (const name of names) {
            const found = checkOne(context, name, others);
            findings.push(...found);
            if (found.length > 0 && name === 'session.save_handler') {
                // What belongs to the handler differs then as well.
                break;
            }
        }
        return findings;
    },
};

interface Other {
    readonly node: ApplicationNodeFacts;
    readonly php: PhpFacts;
    readonly value: string;
}

function checkOne(context: DocumentContext, name: string, applications: readonly ApplicationNodeFacts[]): Finding[] {
    const configuration = nodeConfiguration(context);
    const mine = configuration?.php.settings[name];
    const place = mine === undefined ? undefined : placeOf(context, name, mine);
    if (!configuration || mine === undefined || !place) {
        return [];
    }
    const differing = applications.flatMap(({ php, ...node }): Other[] => {
        const value = php?.settings[name];
        return php && value !== undefined && !isAlike(name, configuration.php, { mine, value })
            ? [{ node, php, value }]
            : [];
    });
    const [first] = differing;
    if (!first) {
        return [];
    }
    const { node } = place;
    const names = differing.map(other => `"${other.value}" on ${other.node.node}`).join(', ');
    return [
        {
            range: place.range,
            message: `${name} is "${mine}" on ${configuration.node.node}, and ${names}: ${effects[name] ?? lost}.`,
            related: differing.map(relatedTo(name)),
            remedies: differing.map(other => ({
                title: `Compare with ${other.node.node}`,
                command: CLIENT_COMMANDS.compareWithNode,
                arguments: [context.uri, other.node.node],
            })),
            ...(node && !isMasked(first.value) && { fixes: () => differing.map(fixWith(context, node)) }),
        },
    ];
}

/** Where to tell it: at the line that gives the value, or, where none does, at the handler; undefined where another file or a newer edit gives one. */
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

/** With a consistent hash the order of servers does not count, as long as there are no replicas (measured). */
function isAlike(name: string, { settings }: PhpFacts, values: { readonly mine: string; readonly value: string }) {
    const { mine, value } = values;
    if (meansTheSame(name, mine, value)) {
        return true;
    }
    const isOrdered =
        settings['session.save_handler']?.toLowerCase() !== 'memcached' ||
        !isTrue(settings['memcached.sess_consistent_hash'] ?? '') ||
        integerOf(settings['memcached.sess_number_of_replicas'] ?? '0') !== 0;
    if (name !== 'session.save_path' || isOrdered) {
        return false;
    }
    const [left, right] = [mine, value].map(path => serversOf('memcached', path).map(serverName).sort().join());
    return left !== '' && left === right;
}

function relatedTo(name: string) {
    return ({ node, php, value }: Other) => {
        const path = lastSetting(filesOf(php), name)?.file.path ?? php.iniFile ?? '';
        return { uri: uriOf(node, path), message: `${name} is "${value}" on ${node.node}.` };
    };
}

function fixWith(context: DocumentContext, node: AssignmentNode) {
    return (other: Other) => valueFix(context, `Take the value of ${other.node.node}`, { node, value: other.value });
}
