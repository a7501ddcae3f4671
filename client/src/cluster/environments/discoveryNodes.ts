import type { ContainerSummary } from '../../engine/engine.ts';
import { LAYERS, type ClusterNode, type NodeStatus } from '../model/model.ts';
import type { KnownSoftware } from '../software/signs.ts';
import { publishedPort, servicePort, urlOf } from './discoveryPorts.ts';

/** A container that is a node, before the nodes of its layer are counted. */
export interface Member {
    readonly container: ContainerSummary;
    readonly software: KnownSoftware;
    /** By label. */
    readonly number?: number;
    readonly protocol?: number;
    readonly project: string;
    readonly service: string;
    /** Compose's number of the container within the service; 0 where there is none. */
    readonly index: number;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Balancer, application, store; each by number. */
export function toNodes(environment: string, candidates: readonly Member[]): ClusterNode[] {
    const members = withoutReplaced(candidates);
    const networks = countNetworks(members);
    return LAYERS.flatMap(layer =>
        numbered(members.filter(({ software }) => software.layer === layer)).map(
            ([number, { container, software, service, protocol }]): ClusterNode => {
                const published = publishedPort(container, software);
                return {
                    id: `${environment}/${layer}/${number}`,
                    environment,
                    layer,
                    software,
                    number,
                    name: container.name,
                    containerId: container.id,
                    image: container.image,
                    state: container.state,
                    health: container.health,
                    status: statusOf(container),
                    statusText: container.statusText,
                    address: addressOf(container, networks),
                    port: servicePort(container, software),
                    ...(protocol !== undefined && { protocol }),
                    ...(published && { url: urlOf(published) }),
                    ...(service !== '' && { service }),
                };
            },
        ),
    );
}

function statusOf({ state, health }: Pick<ContainerSummary, 'state' | 'health'>): NodeStatus {
    switch (state) {
        case 'paused':
        case 'restarting':
            return state;
        case 'running':
            return health === 'none' ? 'running' : health;
        default:
            return 'stopped';
    }
}

/**
 * While Compose puts a new container in the place of an old one both are there: the one that runs counts, else the
 * newer one.
 */
function withoutReplaced(members: readonly Member[]): Member[] {
    const places = Map.groupBy(members, ({ project, service, index, container }) =>
        index > 0 ? JSON.stringify([project, service, index]) : container.id,
    );
    return [...places.values()].flatMap(place => place.sort(byCurrency).slice(0, 1));
}

function byCurrency({ container: left }: Member, { container: right }: Member): number {
    return (
        Number(right.state === 'running') - Number(left.state === 'running') ||
        right.created - left.created ||
        (left.id < right.id ? -1 : 1)
    );
}

/** A label's number wins, for the first that has it; the others take the free ones in the order of services. */
function numbered(members: readonly Member[]): [number, Member][] {
    const ordered = [...members].sort(byService);
    const numbers = new Map<number, Member>();
    for (const member of ordered) {
        if (member.number !== undefined && !numbers.has(member.number)) {
            numbers.set(member.number, member);
        }
    }
    const placed = new Set(numbers.values());
    let next = 1;
    for (const member of ordered.filter(candidate => !placed.has(candidate))) {
        while (numbers.has(next)) {
            next++;
        }
        numbers.set(next, member);
    }
    return [...numbers].sort(([left], [right]) => left - right);
}

function byService(left: Member, right: Member): number {
    return (
        collator.compare(left.project, right.project) ||
        collator.compare(left.service, right.service) ||
        left.index - right.index ||
        collator.compare(left.container.name, right.container.name) ||
        (left.container.id < right.container.id ? -1 : 1)
    );
}

/** How many nodes each network joins, stopped ones included: the choice must not change with a node's state. */
function countNetworks(members: readonly Member[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { container } of members) {
        for (const name of new Set(container.networks.map(network => network.name))) {
            counts.set(name, (counts.get(name) ?? 0) + 1);
        }
    }
    return counts;
}

/** In the network that most nodes share; a node that is not in it has one in the most shared of its own. */
function addressOf(container: ContainerSummary, counts: ReadonlyMap<string, number>): string {
    const [shared] = [...container.networks].sort(
        (left, right) =>
            (counts.get(right.name) ?? 0) - (counts.get(left.name) ?? 0) || (left.name < right.name ? -1 : 1),
    );
    return shared?.address ?? '';
}
