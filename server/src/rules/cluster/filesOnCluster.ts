import type { DocumentContext } from '../../model/documentContext.ts';
import type { ApplicationNodeFacts } from '../../phpIni/protocol.ts';
import { filesNotShared, type SessionDirectory } from '../../phpIni/sessionKnowledge/files.ts';
import { textOf } from '../../phpIni/sessionKnowledge/weakness.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { serverName } from '../../phpIni/savePaths/servers.ts';
import { valueOrName } from '../support/assignments.ts';
import { settingsFix } from '../support/fixes.ts';
import { proxyFix } from '../support/session/proxy.ts';
import type { Fix, Rule } from '../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { nodeConfiguration } from '../support/nodeConfiguration.ts';

const main = 'session.save_handler = files\n';
const files = { 'session.save_handler': 'files' };
const own = examplePhp(main, { settings: files, sessionDirectory: '61:7' });
const second = examplePhp(main, { settings: files, sessionDirectory: '62:7' });
const facts = exampleFacts(own, { second });
const replicated = exampleFacts(own, { second, replicated: true });
const shared = exampleFacts(own, { second: own });

/** A volume that all nodes share would do; whether they share one is what the nodes say. */
export const filesOnCluster: Rule = {
    code: 'files-on-cluster',
    severity: 'warning',
    title: 'Each node keeps sessions in files of its own',
    reason: 'Any node may answer any request. With the `files` handler each of them finds only the sessions that it has itself, and they are gone with it; a balancer that sends a browser to the same node again hides that until the node fails. This is said where at least two nodes are known to keep sessions in directories that they do not share.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-handler',
    failing: [
        {
            text: main,
            uri: EXAMPLE_URI,
            facts,
            marks: ['files'],
            fixed: 'session.save_handler = memcached\nsession.save_path = 172.18.0.16:11211\n',
        },
        {
            text: main,
            uri: EXAMPLE_URI,
            facts: replicated,
            marks: ['files'],
            fixed: 'session.save_handler = memcached\nsession.save_path = /run/session-cluster/memcached.sock\nmemcached.sess_binary_protocol = 0\n',
        },
    ],
    passing: [
        { text: main },
        { text: main, uri: EXAMPLE_URI, facts: shared },
        { text: 'session.save_handler = memcached\n', uri: EXAMPLE_URI, facts },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        const handler = context.effective('session.save_handler');
        if (!configuration || configuration.index < 0 || handler?.value.toLowerCase() !== 'files') {
            return [];
        }
        const applications = context.facts.environment?.applications ?? [];
        const weakness = filesNotShared(directoryOf(configuration.node), applications.map(directoryOf));
        const fix = memcachedFix(context, handler.node);
        return weakness
            ? [
                  {
                      range: valueOrName(handler.node),
                      message: textOf(weakness),
                      ...(fix && { fixes: () => [fix] }),
                  },
              ]
            : [];
    },
};

function directoryOf({ node, php }: ApplicationNodeFacts): SessionDirectory {
    return { node, directory: php?.sessionDirectory };
}

function memcachedFix(context: DocumentContext, near: AssignmentNode): Fix | undefined {
    const { stores, replicated } = context.facts.environment ?? { stores: [] };
    if (replicated === true) {
        return proxyFix(context, 'Keep sessions in the stores', { near });
    }
    const settings = [
        ['session.save_handler', 'memcached'],
        ['session.save_path', stores.map(serverName).join(',')],
    ] as const;
    return stores.length > 0 ? settingsFix(context, 'Keep sessions in the stores', { settings, near }) : undefined;
}
