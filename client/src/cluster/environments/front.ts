import type { ContainerSummary } from '../../engine/engine.ts';
import type { KnownSoftware } from '../software/signs.ts';
import { likelihood, publishedPort, urlOf } from './discoveryPorts.ts';

/** A container that is a node, as far as the way to it matters. */
export interface Stop {
    readonly container: ContainerSummary;
    readonly software: KnownSoftware;
    readonly service: string;
}

/** Names of services that say that visitors come in there. */
const OUTERMOST = /^(?:lb|load-?balancer|balancer|edge|gateway|ingress|entry|reverse-?proxy|router)(?:[-_\d]|$)/;
/** Compose (from 2 on) writes down what a service waits for: `app:service_started:false,db:service_healthy:true`. */
const DEPENDS_ON = 'com.docker.compose.depends_on';
/** What everybody's browser asks, and what people take where that is in use. */
const USUAL_HOST_PORTS = [80, 443, 8080, 8000];

/**
 * The address of the balancer that leads from a published port to the applications: of several the one that stands
 * before the others. Undefined where there is none.
 */
export function frontUrl(stops: readonly Stop[]): string | undefined {
    const applications = stops.filter(({ software }) => software.layer === 'application');
    const balancers = stops.filter(({ software }) => software.layer === 'balancer');
    const distances = distancesFrom(applications, balancers);
    const published = balancers.flatMap(stop => {
        const port = publishedPort(stop.container, stop.software);
        return port ? [{ stop, port, distance: distances.get(stop) ?? 0 }] : [];
    });
    // Where no network is shared, they meet in another way, as on the machine's own.
    const leading = preferred(published, ({ distance }) => distance > 0);
    const outer = preferred(leading, ({ stop }) => !leading.some(other => isBehind(stop, other.stop)));
    const [first] = outer.sort(
        (left, right) =>
            right.distance - left.distance ||
            Number(isOutermost(right.stop)) - Number(isOutermost(left.stop)) ||
            likelihood(left.port.containerPort) - likelihood(right.port.containerPort) ||
            rankOf(left.port.hostPort) - rankOf(right.port.hostPort) ||
            (left.stop.service < right.stop.service ? -1 : 1),
    );
    return first && urlOf(first.port);
}

/** Those of which it holds; all where it holds of none. */
function preferred<Item>(items: readonly Item[], holds: (item: Item) => boolean): Item[] {
    const some = items.filter(holds);
    return some.length > 0 ? some : [...items];
}

/** How many stops it takes to an application over networks that they share. */
function distancesFrom(applications: readonly Stop[], balancers: readonly Stop[]): ReadonlyMap<Stop, number> {
    const distances = new Map<Stop, number>();
    let reached = applications;
    for (let distance = 1; reached.length > 0; distance++) {
        const next = balancers.filter(stop => !distances.has(stop) && reached.some(other => share(stop, other)));
        next.forEach(stop => distances.set(stop, distance));
        reached = next;
    }
    return distances;
}

function share({ container: left }: Stop, { container: right }: Stop): boolean {
    const names = new Set(left.networks.map(({ name }) => name));
    return right.networks.some(({ name }) => names.has(name));
}

function isBehind(stop: Stop, other: Stop): boolean {
    if (stop === other) {
        return false;
    }
    const waitsFor = (other.container.labels[DEPENDS_ON] ?? '').split(',').map(entry => entry.split(':')[0]);
    const { leadsTo } = other.software.signs;
    return (
        waitsFor.includes(stop.service) ||
        (leadsTo !== undefined && Object.keys(stop.container.labels).some(label => leadsTo.test(label)))
    );
}

function isOutermost({ service }: Stop): boolean {
    return OUTERMOST.test(service.toLowerCase());
}

function rankOf(hostPort = 0): number {
    const usual = USUAL_HOST_PORTS.indexOf(hostPort);
    return usual < 0 ? USUAL_HOST_PORTS.length + hostPort : usual;
}
