import type { ContainerSummary, PublishedPort } from '../../engine/engine.ts';
import type { KnownSoftware } from '../software/signs.ts';

/** Container ports of HTTP servers, the likeliest first. */
const HTTP_PORTS = [80, 8080, 8000, 8888, 8081, 81, 8008, 3000, 5000, 10000];
const TLS_PORTS = [443, 8443];
/** Statistics and dashboards that are usual, whatever serves them. */
const DASHBOARD_PORTS = [1936, 8404, 9090, 9901];

/** The lower, the likelier that the application answers there. */
export function likelihood(port: number): number {
    const likely = HTTP_PORTS.indexOf(port);
    if (likely >= 0) {
        return likely;
    }
    return 100 * (1 + [TLS_PORTS, DASHBOARD_PORTS].findIndex(ports => ports.includes(port)) + 1);
}

/** Likeliest first; what is published on an IPv4 address before the same on IPv6. */
function tcpPorts(container: ContainerSummary): PublishedPort[] {
    return container.ports
        .filter(({ protocol }) => protocol === 'tcp')
        .sort(
            (left, right) =>
                likelihood(left.containerPort) - likelihood(right.containerPort) ||
                left.containerPort - right.containerPort ||
                Number(isIpv6(left.hostAddress)) - Number(isIpv6(right.hostAddress)) ||
                (left.hostPort ?? 0) - (right.hostPort ?? 0),
        );
}

function isIpv6(address: string | undefined): boolean {
    return address?.includes(':') ?? false;
}

/**
 * The port of the node's own service; what is usual for its software where the container says nothing, as while it is
 * stopped.
 */
export function servicePort(container: ContainerSummary, { isHttp, layer, port, signs }: KnownSoftware): number {
    const told = Number(signs.port?.exec(container.command)?.[1]);
    const ports = tcpPorts(container).filter(({ containerPort }) => !signs.innerPorts?.includes(containerPort));
    if (!isHttp) {
        const own = told || port;
        // What exposes another one alone has been told to listen there by a file.
        const [first, ...others] = [...new Set(ports.map(({ containerPort }) => containerPort))];
        return layer === 'store' || first === undefined || others.length > 0 || first === own ? own : first;
    }
    const published = ports.find(({ hostPort, containerPort }) => hostPort !== undefined && isHttpPort(containerPort));
    const usual = ports.find(({ containerPort }) => containerPort === port);
    const any = layer === 'balancer' ? ports.find(({ hostPort }) => hostPort !== undefined) : ports[0];
    return (published ?? usual ?? any)?.containerPort ?? port;
}

function isHttpPort(port: number): boolean {
    return HTTP_PORTS.includes(port);
}

/** Where visitors come in; undefined where nothing that may be HTTP is published, or a balancer's statistics alone. */
export function publishedPort(
    container: ContainerSummary,
    { isHttp, layer, signs: { statistics = [], entryPoint } }: KnownSoftware,
): PublishedPort | undefined {
    if (!isHttp) {
        return undefined;
    }
    const leadsNowhere = (port: number) =>
        layer === 'balancer' &&
        [...DASHBOARD_PORTS, ...statistics].includes(port) &&
        entryPoint?.(port).test(container.command) !== true;
    return tcpPorts(container).find(
        ({ hostPort, containerPort }) => hostPort !== undefined && !leadsNowhere(containerPort),
    );
}

/** For a browser on the engine's machine. */
export function urlOf(port: PublishedPort): string {
    const scheme = TLS_PORTS.includes(port.containerPort) ? 'https' : 'http';
    return `${scheme}://${hostOf(port.hostAddress ?? '')}:${port.hostPort ?? 0}`;
}

function hostOf(address: string): string {
    if (['', '0.0.0.0', '::', '127.0.0.1', '::1'].includes(address)) {
        return 'localhost';
    }
    return isIpv6(address) ? `[${address}]` : address;
}
