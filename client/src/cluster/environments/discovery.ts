import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { ContainerDetails, ContainerSummary, Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { messageOf } from '../../failure.ts';
import { name } from '../../foreignData.ts';
import { OperationError } from '../model/errors.ts';
import { LABEL_ENVIRONMENT, LABEL_LAYER, LABEL_NODE, LABEL_PROTOCOL, LABEL_TOPOLOGY } from '../model/labels.ts';
import { LAYERS, type ClusterNode, type Environment, type Layer, type OtherService } from '../model/model.ts';
import type { RecordedTopology } from '../model/topology.ts';
import { topologyFromLabel, withNodes } from '../model/topologyFile.ts';
import { OWN_SOFTWARE } from '../software/table.ts';
import { toNodes, type Member } from './discoveryNodes.ts';
import { frontUrl } from './front.ts';
import { WHY } from './notNodes.ts';
import { ProcessLists } from './processLists.ts';
import { placesOf } from './project.ts';
import { evidenceOf, recognise, type Recognition } from './recognition.ts';

/** Inspections under way at once. */
const CONCURRENCY = 6;
/** Characters of what a health check said. */
const LONGEST_REMARK = 1000;

/** A Compose project that is no environment. */
export interface OtherProject {
    readonly name: string;
    /** In words that follow its name. */
    readonly why: string;
    /** All of it, by name. */
    readonly services: readonly OtherService[];
}

export interface Projects {
    /** Managed ones first, each kind by name. */
    readonly environments: readonly Environment[];
    /** By name. */
    readonly others: readonly OtherProject[];
}

/** What was asked of single containers, by their ids. */
interface Asked {
    readonly details: ReadonlyMap<string, ContainerDetails>;
    readonly processes: ReadonlyMap<string, readonly string[]>;
    /** Why one could not be asked. */
    readonly problems: ReadonlyMap<string, string>;
}

const NOTHING_ASKED: Asked = { details: new Map(), processes: new Map(), problems: new Map() };

/** Finds the environments in a list of containers, whose order does not matter. */
export function discoverEnvironments(
    containers: readonly ContainerSummary[],
    asked: Partial<Asked> = {},
): readonly Environment[] {
    return discoverProjects(containers, asked).environments;
}

export function discoverProjects(containers: readonly ContainerSummary[], asked: Partial<Asked> = {}): Projects {
    const unique = [...new Map(containers.map(container => [container.id, container])).values()];
    const [own, foreign] = [unique.filter(isManaged), unique.filter(container => !isManaged(container))];
    const managed = group(own, ({ labels }) => label(labels, LABEL_ENVIRONMENT) ?? '').map(([name, list]) =>
        makeEnvironment(name, 'managed', list.flatMap(managedMember)),
    );
    const taken = new Set(managed.map(({ name }) => name));
    const adopted: Environment[] = [];
    const others: OtherProject[] = [];
    for (const [name, list] of group(foreign, adoptedNames(foreign))) {
        const { members, rest } = membersOf(list, { ...NOTHING_ASKED, ...asked });
        const has = (layer: Layer) => members.some(({ software }) => software.layer === layer);
        if (has('application') && (has('balancer') || has('store'))) {
            const freeName = distinctName(name, taken);
            taken.add(freeName);
            adopted.push(makeEnvironment(freeName, 'adopted', members, rest));
        } else {
            others.push({ name, why: whyNone(has('application')), services: allServices(members, rest) });
        }
    }
    return { environments: [...managed.sort(byName), ...adopted.sort(byName)], others: others.sort(byName) };
}

function whyNone(hasApplication: boolean): string {
    return hasApplication
        ? l10n.t('has neither a balancer nor a session store beside its application')
        : l10n.t('has no PHP application that is known');
}

function allServices(members: readonly Member[], rest: readonly OtherService[]): OtherService[] {
    const known = members.map(({ service, software }) => ({ name: service, why: l10n.t('is {0}', software.title) }));
    return [...new Map([...known, ...rest].map(service => [service.name, service])).values()].sort(byName);
}

/** The last reading's inspections: image, command and environment of a container stay as they are while it lives. */
const inspected = new WeakMap<Engine, ReadonlyMap<string, ContainerDetails>>();
const processLists = new WeakMap<Engine, ProcessLists>();

/** Reads the engine's environments; asks of single containers only what a list of them does not tell. */
export async function readEnvironments(engine: Engine, signal: AbortSignal): Promise<readonly Environment[]> {
    return (await readProjects(engine, signal)).environments;
}

/** `againMs`: when it is worth while to read again, as something has been started that did not tell yet what it is. */
export async function readProjects(
    engine: Engine,
    signal: AbortSignal,
): Promise<Projects & { readonly againMs?: number }> {
    const containers = await engine.listContainers({}, signal);
    const candidates = containers.filter(container => !isManaged(container) && isOfProject(container));
    const problems = new Map<string, string>();
    const details = await readDetails(engine, candidates, problems, signal);
    const lists = processLists.get(engine) ?? new ProcessLists();
    processLists.set(engine, lists);
    const recogniseWith = (container: ContainerSummary, processes?: readonly string[]) =>
        recogniseContainer(container, details.get(container.id), processes);
    const doubtful = candidates.filter(
        container => lists.has(container.id) || recogniseWith(container).ask === 'processes',
    );
    const { processes, againMs } = await lists.read(engine, doubtful, recogniseWith, signal);
    const { environments, others } = discoverProjects(containers, { details, processes, problems });
    return {
        environments: await withRemarks(engine, environments, signal),
        others,
        ...(againMs !== undefined && { againMs }),
    };
}

async function readDetails(
    engine: Engine,
    candidates: readonly ContainerSummary[],
    problems: Map<string, string>,
    signal: AbortSignal,
): Promise<ReadonlyMap<string, ContainerDetails>> {
    const details = new Map<string, ContainerDetails>();
    const unknown: string[] = [];
    for (const container of candidates) {
        if (recogniseContainer(container).ask === 'inspection') {
            const known = inspected.get(engine)?.get(container.id);
            if (known) {
                details.set(container.id, known);
            } else {
                unknown.push(container.id);
            }
        }
    }
    for (const [id, found] of await inspectAll(engine, unknown, signal, problems)) {
        details.set(id, found);
    }
    inspected.set(engine, details);
    return details;
}

/**
 * By id; without those that went between the list and now: their events bring the next reading.
 * @param problems takes why one cannot be looked at, where that is no reason to give up
 */
async function inspectAll(
    engine: Engine,
    ids: readonly string[],
    signal: AbortSignal,
    problems?: Map<string, string>,
): Promise<Map<string, ContainerDetails>> {
    const waiting = [...ids];
    const found = new Map<string, ContainerDetails>();
    const work = async () => {
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
            try {
                found.set(id, await engine.inspectContainer(id, signal));
            } catch (error) {
                if (isEngineError(error, 'failed') && problems) {
                    problems.set(id, messageOf(error));
                } else if (!isEngineError(error, 'notFound')) {
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

function isOfProject(container: ContainerSummary): boolean {
    const { project, isOneOff } = composeOf(container);
    return project !== '' && !isOneOff;
}

function recogniseContainer(
    container: ContainerSummary,
    details?: ContainerDetails,
    processes?: readonly string[],
): Recognition {
    return recognise(evidenceOf(container, composeOf(container), details, processes));
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

function memberOf(container: ContainerSummary, software: Member['software']): Member {
    const number = positive(container.labels[LABEL_NODE]);
    const protocol = positive(container.labels[LABEL_PROTOCOL]);
    const { project, service, number: index } = composeOf(container);
    return {
        ...{ container, software, project, service, index },
        ...(number !== undefined && { number }),
        ...(protocol !== undefined && { protocol }),
    };
}

function managedMember(container: ContainerSummary): Member[] {
    const layer = LAYERS.find(candidate => candidate === container.labels[LABEL_LAYER]?.trim());
    return layer ? [memberOf(container, OWN_SOFTWARE[layer])] : [];
}

/** The nodes of an adopted project, and the services that have none, by name. */
function membersOf(
    containers: readonly ContainerSummary[],
    { details, processes, problems }: Asked,
): { readonly members: readonly Member[]; readonly rest: readonly OtherService[] } {
    const candidates = containers.map(container => {
        const problem = problems.get(container.id);
        const { service } = composeOf(container);
        return {
            service,
            isPublished: container.ports.some(({ hostPort }) => hostPort !== undefined),
            finding:
                problem === undefined
                    ? recogniseContainer(container, details.get(container.id), processes.get(container.id)).finding
                    : { why: WHY.unseen(problem) },
        };
    });
    const members: Member[] = [];
    const rest = new Map<string, OtherService>();
    for (const [index, place] of placesOf(candidates).entries()) {
        const container = containers[index];
        if (container && place.why === undefined) {
            members.push(memberOf(container, place.software));
        } else if (container) {
            const { service } = composeOf(container);
            const name = service === '' ? container.name : service;
            rest.set(name, { name, why: place.why ?? '' });
        }
    }
    members.forEach(({ service }) => rest.delete(service));
    return { members, rest: [...rest.values()].sort(byName) };
}

function makeEnvironment(
    name: string,
    kind: Environment['kind'],
    members: readonly Member[],
    others?: readonly OtherService[],
): Environment {
    const nodes = toNodes(name, members);
    const url = frontUrl(members);
    const topology = kind === 'managed' ? topologyNow(members, nodes) : undefined;
    return {
        ...{ name, kind, nodes },
        ...(topology && { topology }),
        ...(url !== undefined && { url }),
        ...(others && { others }),
    };
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

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
    return left.name < right.name ? -1 : 1;
}

/** Undefined where it says nothing that could be a name. */
function label(labels: Readonly<Record<string, string>>, key: string): string | undefined {
    const value = labels[key]?.trim() ?? '';
    return value !== '' && v.is(name, value) ? value : undefined;
}

function positive(text: string | undefined): number | undefined {
    return text !== undefined && /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : undefined;
}
