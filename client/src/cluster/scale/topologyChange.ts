import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { changeBalancer, readBalancerSettings } from '../balancer/balancer.ts';
import type { BalancerSettings } from '../balancer/nginxConfig.ts';
import { findEnvironment } from '../environments/discovery.ts';
import { OperationError } from '../model/errors.ts';
import type { Environment } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { scaleEnvironment, type ScaleResult } from './scale.ts';
import { nothingChanged, ownTopology, planScale, type NodeCounts, type ScalePlan } from './plan.ts';
import { ownContext, undone } from './scaling.ts';
import type { RecordedTopology, Topology } from '../model/topology.ts';
import { withNodes } from '../model/topologyFile.ts';

/** What brings an environment to what a topology file says. */
export interface TopologyChange {
    readonly counts: Required<NodeCounts>;
    /** Where the balancer is to go by other settings. */
    readonly balancer?: BalancerSettings;
    /** The keys of `balancer`, as the file names them. */
    readonly changedKeys: readonly string[];
}

/**
 * Compares an environment with a topology of the same name.
 * @param inForce what the balancer goes by
 * @throws OperationError `unsupported` that names the keys which cannot change while the environment lives
 */
export function planTopologyChange(
    environment: Environment,
    inForce: BalancerSettings,
    wanted: Topology,
): TopologyChange {
    const now = ownTopology(environment);
    const counts = { application: wanted.application.nodes, store: wanted.store.nodes };
    const fixed = fixedDifferences(environment, withNodes(now, counts), wanted);
    if (fixed.length > 0) {
        throw new OperationError('unsupported', {
            what: l10n.t('{0} cannot change while environment {1} lives', fixed.join(', '), environment.name),
            kept: nothingChanged(),
            next: l10n.t('Leave it as it is in the file, or create another environment'),
        });
    }
    const { retryNonIdempotent, readTimeout } = wanted.balancer;
    const changedKeys = [
        ...(retryNonIdempotent === inForce.retryNonIdempotent ? [] : ['retry_non_idempotent']),
        ...(readTimeout === inForce.readTimeout ? [] : ['read_timeout']),
    ];
    return {
        counts,
        changedKeys,
        ...(changedKeys.length > 0 && { balancer: { retryNonIdempotent, readTimeout } }),
    };
}

/** With the section of each. */
function fixedDifferences(environment: Environment, now: RecordedTopology, wanted: Topology): string[] {
    const [application, other] = [now.application, wanted.application];
    const differs: Readonly<Record<string, boolean>> = {
        '[balancer] port': !isPublishedAt(environment, now, wanted.balancer.port),
        '[balancer] address': now.balancer.address !== wanted.balancer.address,
        '[application] php': !application.image && !other.image && application.php !== other.php,
        '[application] image': application.image !== other.image,
        '[application] document_root': application.documentRoot !== other.documentRoot,
        '[store] memory': now.store.memory !== wanted.store.memory,
        '[store] replicate': now.store.replicate !== wanted.store.replicate,
    };
    return Object.keys(differs).filter(key => differs[key]);
}

/** The port that was asked for, or the one that the engine chose where any was; 0 is any. */
function isPublishedAt({ url }: Environment, now: RecordedTopology, port: number): boolean {
    const chosen = url === undefined ? undefined : Number(new URL(url).port || 80);
    return [0, now.balancer.port, chosen].includes(port);
}

/** What an environment and its topology file are about to become one by. */
export interface PlannedTopologyChange {
    readonly environment: Environment;
    readonly change: TopologyChange;
    readonly scale: ScalePlan;
    /** What the balancer goes by now. */
    readonly balancer: BalancerSettings;
}

/**
 * Plans to bring the environment that a topology names to what it says. Changes nothing.
 * @throws OperationError as planTopologyChange and planScale do
 */
export async function readTopologyChange(
    engine: Engine,
    wanted: Topology,
    signal: AbortSignal,
): Promise<PlannedTopologyChange> {
    const environment = await findEnvironment(engine, wanted.name, signal);
    const balancer = (await readBalancerSettings(engine, environment, signal)) ?? wanted.balancer;
    const change = planTopologyChange(environment, balancer, wanted);
    return { environment, change, balancer, scale: planScale(environment, change.counts) };
}

export interface TopologyChangeResult extends ScaleResult {
    /** Keys of the file's [balancer] that are in force now and were not. */
    readonly changed: readonly string[];
}

/**
 * Brings an environment to what its topology file says now: numbers of nodes, and how the balancer repeats and waits.
 * @throws OperationError `unsupported` that names the keys which cannot change; else as scaleEnvironment
 */
export async function applyTopology(
    engine: Engine,
    wanted: Topology,
    context: OperationContext,
): Promise<TopologyChangeResult> {
    const { environment, change, balancer } = await readTopologyChange(engine, wanted, context.signal);
    const set = (settings: BalancerSettings, own: OperationContext) =>
        changeBalancer(engine, environment, config => ({ ...config, settings }), own);
    if (change.balancer) {
        context.report(
            l10n.t(
                'Telling NGINX {0}',
                change.changedKeys.reduce((all, key) => l10n.t('{0} and {1}', all, key)),
            ),
        );
        await set(change.balancer, context);
    }
    try {
        const result = await scaleEnvironment(engine, environment, change.counts, context);
        return { ...result, changed: change.changedKeys };
    } catch (error) {
        if (!change.balancer) {
            throw error;
        }
        const { kept = nothingChanged() } = error instanceof OperationError ? error.parts : {};
        throw await undone(error, l10n.t('{0}; the balancer goes by its settings of before', kept), () =>
            set(balancer, ownContext(context)),
        );
    }
}
