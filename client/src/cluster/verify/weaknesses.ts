import * as l10n from '@vscode/l10n';
import { disagreements } from '../../../../server/src/phpIni/sessionKnowledge/agreement.ts';
import { redisVersionOf } from '../../../../server/src/phpIni/savePaths/redisVersion.ts';
import { filesNotShared } from '../../../../server/src/phpIni/sessionKnowledge/files.ts';
import { savePathOf, type SessionSetUp } from '../../../../server/src/phpIni/sessionKnowledge/setUp.ts';
import type { Weakness } from '../../../../server/src/phpIni/sessionKnowledge/weakness.ts';
import { WEAKNESS_CODES, weaknessOf } from '../../../../server/src/phpIni/sessionKnowledge/weaknesses.ts';
import { nodesOf, remarkLines, type ClusterNode, type Environment } from '../model/model.ts';
import type { ApplicationFacts } from '../node/applicationFacts.ts';

type Facts = Pick<ApplicationFacts, 'settings' | 'sessionDirectory'>;

/** What people wait for a page without a thought of leaving. */
const HANG_SECONDS = 2;

/**
 * The weaknesses of a set-up that can be told without any fault, from what its nodes say. What php.ini has to do with
 * it is told by the rules of the language server, in their words.
 * @param facts of Apache nodes, by their names; one at least
 * @param readTimeout that the balancer goes by, in seconds; undefined where nobody knows
 */
export function findWeaknesses(
    environment: Environment,
    facts: ReadonlyMap<string, Facts>,
    readTimeout: number | undefined,
): Weakness[] {
    const nodes = [...facts].map(([node, { settings, sessionDirectory }]) => ({
        node,
        settings,
        directory: sessionDirectory ?? undefined,
    }));
    const [first = { node: '', settings: {}, directory: undefined }, ...others] = nodes;
    const setUp = { ...setUpOf(environment, first.settings), readTimeout };
    return [
        filesNotShared(first, others),
        ...WEAKNESS_CODES.map(code => weaknessOf(code, setUp)),
        ...disagreements(first, others).map(({ weakness }) => weakness),
        hangingNode(environment, setUp),
        oneApplicationNode(environment),
        oneBalancer(environment),
        ...environment.nodes.map(remarkOf),
    ].filter(weakness => weakness !== undefined);
}

/** Of one Apache node: where they differ, that is a weakness of its own. */
function setUpOf(environment: Environment, settings: Facts['settings']): SessionSetUp {
    const handler = (settings['session.save_handler'] ?? '').toLowerCase();
    const { stores, hasProxy } = savePathOf(handler, settings['session.save_path'] ?? '');
    return {
        handler,
        hasProxy,
        stores: hasProxy ? nodesOf(environment, 'store').length : stores,
        phpredis: redisVersionOf(settings),
        // What PHP does not have is off, or 0.
        read: name => settings[name] ?? '',
    };
}

/** One that accepts connections and never answers, as a paused one does. */
function hangingNode(environment: Environment, { readTimeout = 0 }: SessionSetUp): Weakness | undefined {
    return readTimeout > HANG_SECONDS && nodesOf(environment, 'application').length > 1
        ? {
              code: 'hanging-node',
              what: l10n.t(
                  'A request to an Apache node that hangs waits for up to {0} s before another node gets it.',
                  readTimeout,
              ),
              next: l10n.t('Set read_timeout in the topology file to little more than the slowest page takes.'),
          }
        : undefined;
}

function oneApplicationNode(environment: Environment): Weakness | undefined {
    return nodesOf(environment, 'application').length === 1
        ? {
              code: 'one-application-node',
              what: l10n.t('There is one Apache node: while it is away, nobody is served.'),
              next: l10n.t('Add a second one.'),
          }
        : undefined;
}

function oneBalancer(environment: Environment): Weakness | undefined {
    return nodesOf(environment, 'balancer').length === 1
        ? {
              code: 'one-balancer',
              what: l10n.t('There is one balancer: while it is away, nobody is served; no session is lost by that.'),
              next: l10n.t(
                  'Where that matters, have a second one with an address that moves, or the balancer of a hosting provider.',
              ),
          }
        : undefined;
}

/** What a node's health check said before anything was done to it: an eviction, say, logs somebody out. */
function remarkOf({ name, remark }: ClusterNode): Weakness | undefined {
    const lines = remarkLines(remark);
    return lines.length > 0
        ? {
              code: 'health-check',
              what: l10n.t('The health check of {0} says: {1}.', name, lines.join('; ')),
              next: l10n.t('See its log. Where sessions are evicted, stores need more memory ([store] memory).'),
          }
        : undefined;
}
