import * as l10n from '@vscode/l10n';
import { OperationError } from '../model/errors.ts';
import { containerName } from '../model/labels.ts';
import { nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import type { RecordedTopology } from '../model/topology.ts';
import { LIMITS, withNodes } from '../model/topologyFile.ts';

/** The layers whose number of nodes can change. */
export const SCALABLE_LAYERS = ['application', 'store'] as const;
export type ScalableLayer = (typeof SCALABLE_LAYERS)[number];

/** How many nodes a layer is to have; as many as there are where nothing is said. */
export type NodeCounts = Readonly<Partial<Record<ScalableLayer, number>>>;

export interface NodeToAdd {
    readonly layer: ScalableLayer;
    readonly number: number;
    readonly name: string;
}

export interface ScalePlan {
    /** What the environment is afterwards. */
    readonly target: RecordedTopology;
    /** By number. */
    readonly add: readonly NodeToAdd[];
    /** The highest numbers of their layers, in the order in which they go. */
    readonly remove: readonly ClusterNode[];
}

const LAYER_LIMITS = { application: LIMITS.applicationNodes, store: LIMITS.storeNodes } as const;

export const nothingChanged = (): string => l10n.t('Nothing was changed');

/**
 * Which nodes come and go. Changes nothing, and asks nobody.
 * @throws OperationError `unsupported` for an adopted environment, `invalid` for a number out of range
 */
export function planScale(environment: Environment, counts: NodeCounts): ScalePlan {
    const topology = ownTopology(environment);
    for (const layer of SCALABLE_LAYERS) {
        assertCount(layer, counts[layer]);
    }
    const add: NodeToAdd[] = [];
    const remove: ClusterNode[] = [];
    for (const layer of SCALABLE_LAYERS) {
        const nodes = nodesOf(environment, layer);
        const difference = (counts[layer] ?? nodes.length) - nodes.length;
        add.push(...freeNumbers(nodes, difference).map(number => nodeToAdd(environment, layer, number)));
        remove.push(...(difference < 0 ? nodes.slice(difference).reverse() : []));
    }
    return { target: withNodes(topology, counts), add, remove };
}

/** What is wrong with a number of nodes, in one sentence without its full stop; undefined where nothing is. */
export function countProblem(layer: ScalableLayer, count: number): string | undefined {
    const { from, to } = LAYER_LIMITS[layer];
    const holds = Number.isInteger(count) && count >= from && count <= to;
    return holds
        ? undefined
        : l10n.t('The number of {0} nodes must be a whole number from {1} to {2}, not {3}', layer, from, to, count);
}

function assertCount(layer: ScalableLayer, count: number | undefined): void {
    const problem = count === undefined ? undefined : countProblem(layer, count);
    if (problem !== undefined) {
        throw new OperationError('invalid', {
            what: problem,
            kept: nothingChanged(),
            next: l10n.t('Choose another number'),
        });
    }
}

/** @throws OperationError `unsupported` for an environment that was not created here */
export function ownTopology(environment: Environment): RecordedTopology {
    const { name, kind, topology } = environment;
    if (kind === 'managed' && topology) {
        return topology;
    }
    throw new OperationError('unsupported', {
        what:
            kind === 'adopted'
                ? l10n.t('{0} is a Compose project and was not made here, so its nodes are not made here either', name)
                : l10n.t(
                      'What environment {0} was created from cannot be read from the labels of its containers',
                      name,
                  ),
        kept: nothingChanged(),
        next: kind === 'adopted' ? l10n.t('Run {0}', composeCommand(environment)) : l10n.t('Create a new environment'),
    });
}

function composeCommand(environment: Environment): string {
    const service = (layer: ScalableLayer) => nodesOf(environment, layer).find(node => node.service)?.service;
    return `docker compose up --detach --scale ${service('application') ?? service('store') ?? 'SERVICE'}=NUMBER`;
}

function nodeToAdd(environment: Environment, layer: ScalableLayer, number: number): NodeToAdd {
    return { layer, number, name: containerName(environment.name, layer, number) };
}

/** The smallest numbers that no node has. */
function freeNumbers(nodes: readonly ClusterNode[], count: number): number[] {
    const taken = new Set(nodes.map(({ number }) => number));
    const free: number[] = [];
    for (let number = 1; free.length < count; number++) {
        if (!taken.has(number)) {
            free.push(number);
        }
    }
    return free;
}
