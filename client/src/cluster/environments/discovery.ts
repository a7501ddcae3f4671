import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { ContainerDetails, ContainerSummary, Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { name } from '../../foreignData.ts';
import { toNodes, type Member } from './discoveryNodes.ts';
import { OperationError } from '../model/errors.ts';
import { LABEL_ENVIRONMENT, LABEL_LAYER, LABEL_NODE, LABEL_PROTOCOL, LABEL_TOPOLOGY } from '../model/labels.ts';
import { LAYERS, type ClusterNode, type Environment, type Layer } from '../model/model.ts';
import { evidenceOf, recognise, roleByList } from './recognition.ts';
import type { RecordedTopology } from '../model/topology.ts';
import { topologyFromLabel, withNodes } from '../model/topologyFile.ts';

/** Inspections under way at once. */
const CONCURRENCY = 6;
/** Characters of what a health check said. */
const LONGEST_REMARK = 1000;

/**
 * Finds the environments in a list of containers; managed ones first, each kind by name. The list's order does not
 * matter.
 */
export function discoverEnvironments(
    containers: readonly ContainerSummary[],
    details: ReadonlyMap<string, ContainerDetails> = new Map(),
): Environment[] {
    const unique = [...new Map(containers.map(container => [container.id, container])).values()];
    const [own, others] = [unique.filter(isManaged), unique.filter(container => !isManaged(container))];
    const managed = group(own, ({ labels }) => label(labels, LABEL_ENVIRONMENT) ?? '').map(([name, list]) =>
        makeEnvironment(name, 'managed', membersOf(list, details)),
    );
    const taken = new Set(managed.map(({ name }) => name));
    const adopted: Environment[] = [];
    for (const [name, list] of group(others, adoptedNames(others))) {
        const members = membersOf(list, details);
        const has = (layer: Layer) => members.some(member => member.layer === layer);
        if (has('application') && (has('balancer') || has('store'))) {
            const freeName = distinctName(name, taken);
            taken.add(freeName);
            adopted.push(makeEnvironment(freeName, 'adopted', members));
        }
    }
    return [...managed.sort(byName), ...adopted.sort(byName)];
}

/** The last reading's inspections: image, command and environment of a container stay as they are while it lives. */
const inspected = new WeakMap<Engine, ReadonlyMap<string, ContainerDetails>>();

/** Reads the engine's environments; inspects only what a list of containers does not tell. */
export async function readEnvironments(engine: Engine, signal: AbortSignal): Promise<Environment[]> {
    const containers = await engine.listContainers({}, signal);
    const details = new Map<string, ContainerDetails>();
    const unknown: string[] = [];
    for (const { id } of containers.filter(needsInspection)) {
        const known = inspected.get(engine)?.get(id);
        if (known) {
            details.set(id, known);
        } else {
            unknown.push(id);
        }
    }
    for (const [id, found] of await inspectAll(engine, unknown, signal)) {
        details.set(id, found);
    }
    inspected.set(engine, details);
    return withRemarks(engine, discoverEnvironments(containers, details), signal);
}

/** By id; without those that went between the list and now: their events bring the next reading. */
async function inspectAll(
    engine: Engine,
    ids: readonly string[],
    signal: AbortSignal,
): Promise<Map<string, ContainerDetails>> {
    const waiting = [...ids];
    const found = new Map<string, ContainerDetails>();
    const work = async () => {
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
            try {
                found.set(id, await engine.inspectContainer(id, signal));
            } catch (error) {
                if (!isEngineError(error, 'notFound')) {
                    throw error;
                }
            }
        }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    return found;
}

/** With what the health checks said of nodes that are not well, and of our own stores, which may forget sessions. */
async function withRemarks(
    engine: Engine,
    environments: readonly Environment[],
    signal: AbortSignal,
): Promise<Environment[]> {
    const mayHaveOne = (environment: Environment, { status, layer, state }: ClusterNode) =>
        status === 'unhealthy' || (environment.kind === 'managed' && layer === 'store' && state === 'running');
    const ids = environments.flatMap(environment =>
        environment.nodes.filter(node => mayHaveOne(environment, node)).map(({ containerId }) => containerId),
    );
    const found = await inspectAll(engine, ids, signal);
    const remarked = (node: ClusterNode): ClusterNode => {
        const remark = found.get(node.containerId)?.healthOutput.slice(0, LONGEST_REMARK) ?? '';
        return remark === '' ? node : { ...node, remark };
    };
    return environments.map(environment => ({ ...environment, nodes: environment.nodes.map(remarked) }));
}

/**
 * Looks at the whole engine, once for an operation: which then passes on what was found, and reads again what must be
 * fresh (`rereadManaged`).
 * @throws OperationError `notFound` that names the environments there are
 */
export async function findEnvironment(engine: Engine, name: string, signal: AbortSignal): Promise<Environment> {
    const environments = await readEnvironments(engine, signal);
    const found = environments.find(environment => environment.name === name);
    if (!found) {
        const names = environments.map(environment => environment.name);
        throw new OperationError('notFound', {
            what: l10n.t('There is no environment {0} on {1}', name, engine.endpoint.label),
            next: thoseThere(names),
        });
    }
    return found;
}

function thoseThere(names: readonly string[]): string {
    switch (names.length) {
        case 0:
            return l10n.t('There is none at all: create one');
        case 1:
            return l10n.t('The only environment is {0}', names.join());
        default:
            return l10n.t('The environments are {0}', names.join(', '));
    }
}

/**
 * A managed environment as it is now: from its own containers alone, which all have its label, whatever else there is
 * on the engine.
 * @throws OperationError `notFound` where it is gone
 */
export async function rereadManaged(engine: Engine, name: string, signal: AbortSignal): Promise<Environment> {
    const labels = [`${LABEL_ENVIRONMENT}=${name}`, LABEL_TOPOLOGY];
    const [found] = discoverEnvironments(await engine.listContainers({ labels }, signal));
    if (!found) {
        throw new OperationError('notFound', {
            what: l10n.t('There is no environment {0} on {1} any more', name, engine.endpoint.label),
            next: l10n.t('Create it again'),
        });
    }
    return found;
}

function isManaged({ labels }: ContainerSummary): boolean {
    return labels[LABEL_TOPOLOGY] !== undefined && label(labels, LABEL_ENVIRONMENT) !== undefined;
}

interface Compose {
    readonly project: string;
    readonly service: string;
    readonly number: number;
    readonly isOneOff: boolean;
}

function composeOf({ labels }: ContainerSummary): Compose {
    const of = (key: string) => label(labels, `com.docker.compose.${key}`) ?? label(labels, `io.podman.compose.${key}`);
    return {
        project: of('project') ?? '',
        service: of('service') ?? '',
        number: positive(of('container-number')) ?? 0,
        isOneOff: of('oneoff')?.toLowerCase() === 'true',
    };
}

function needsInspection(container: ContainerSummary): boolean {
    const compose = composeOf(container);
    return (
        compose.project !== '' &&
        !compose.isOneOff &&
        layerLabel(container) === undefined &&
        roleByList(evidenceOf(container, compose, undefined)) === undefined
    );
}

/**
 * Names the environment that a container may belong to: its label's, else its Compose project's. Where all labels in a
 * project give one name, it is the whole project's: nobody has to label every service to choose a name.
 */
function adoptedNames(containers: readonly ContainerSummary[]): (container: ContainerSummary) => string | undefined {
    const chosen = new Map<string, Set<string>>();
    for (const container of containers) {
        const name = label(container.labels, LABEL_ENVIRONMENT);
        if (name !== undefined) {
            const { project } = composeOf(container);
            chosen.set(project, (chosen.get(project) ?? new Set()).add(name));
        }
    }
    return container => {
        const { project, isOneOff } = composeOf(container);
        if (project === '' || isOneOff) {
            return undefined;
        }
        const names = [...(chosen.get(project) ?? [])];
        return label(container.labels, LABEL_ENVIRONMENT) ?? (names.length === 1 ? names[0] : project);
    };
}

function membersOf(containers: readonly ContainerSummary[], details: ReadonlyMap<string, ContainerDetails>): Member[] {
    return containers.flatMap((container): Member[] => {
        const compose = composeOf(container);
        const layer = layerLabel(container) ?? recognise(evidenceOf(container, compose, details.get(container.id)));
        if (layer === 'other') {
            return [];
        }
        const number = positive(container.labels[LABEL_NODE]);
        const protocol = positive(container.labels[LABEL_PROTOCOL]);
        const { project, service, number: index } = compose;
        return [
            { container, layer, project, service, index, ...(number && { number }), ...(protocol && { protocol }) },
        ];
    });
}

function makeEnvironment(name: string, kind: Environment['kind'], members: readonly Member[]): Environment {
    const nodes = toNodes(name, members);
    const url = nodes.find(node => node.layer === 'balancer' && node.url !== undefined)?.url;
    const topology = kind === 'managed' ? topologyNow(members, nodes) : undefined;
    return { name, kind, nodes, ...(topology && { topology }), ...(url !== undefined && { url }) };
}

/**
 * Labels cannot change: those of the youngest container say the most recent, and how many nodes there are, the nodes.
 */
function topologyNow(members: readonly Member[], nodes: readonly ClusterNode[]): RecordedTopology | undefined {
    const byAge = members.map(({ container }) => container).sort((left, right) => right.created - left.created);
    const topology = byAge.map(({ labels }) => topologyFromLabel(labels[LABEL_TOPOLOGY])).find(Boolean);
    const count = (layer: Layer) => nodes.filter(node => node.layer === layer).length;
    return topology && withNodes(topology, { application: count('application'), store: count('store') });
}

/** A Compose project may have the name of a managed environment, and is another thing all the same. */
function distinctName(name: string, taken: ReadonlySet<string>): string {
    return taken.has(name) ? distinctName(`${name} (compose)`, taken) : name;
}

/** Groups by key, in the keys' order; what has no key is left out. */
function group<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): [string, Item[]][] {
    const groups = new Map<string, Item[]>();
    for (const item of items) {
        const key = keyOf(item);
        if (key !== undefined) {
            groups.set(key, [...(groups.get(key) ?? []), item]);
        }
    }
    return [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
}

function byName(left: Environment, right: Environment): number {
    return left.name < right.name ? -1 : 1;
}

/** Undefined where it says nothing that could be a name. */
function label(labels: Readonly<Record<string, string>>, key: string): string | undefined {
    const value = labels[key]?.trim() ?? '';
    return value !== '' && v.is(name, value) ? value : undefined;
}

function layerLabel({ labels }: ContainerSummary): Layer | undefined {
    return LAYERS.find(layer => layer === labels[LABEL_LAYER]?.trim());
}

function positive(text: string | undefined): number | undefined {
    return text !== undefined && /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined;
}
