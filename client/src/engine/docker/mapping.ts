import type {
    ContainerDetails,
    ContainerHealth,
    ContainerNetwork,
    ContainerState,
    ContainerSummary,
    EngineEvent,
    ImageSummary,
    NetworkSummary,
    PublishedPort,
} from '../engine.ts';
import type {
    WireContainer,
    WireContainerDetails,
    WireEndpoint,
    WireEvent,
    WireImage,
    WireNetwork,
    WirePorts,
    WireTop,
} from './wire.ts';

export function toContainerSummary(wire: WireContainer): ContainerSummary {
    const statusText = wire.Status ?? '';
    return {
        id: wire.Id,
        name: containerName(wire.Names ?? []),
        image: wire.Image ?? '',
        imageId: wire.ImageID ?? '',
        command: wire.Command ?? '',
        state: toState(wire.State),
        health: healthOfStatus(statusText),
        statusText,
        labels: wire.Labels ?? {},
        ports: (wire.Ports ?? []).map(port => ({
            containerPort: port.PrivatePort,
            protocol: port.Type ?? 'tcp',
            ...(port.PublicPort ? { hostPort: port.PublicPort, hostAddress: port.IP ?? '' } : {}),
        })),
        networks: toNetworks(wire.NetworkSettings?.Networks),
        created: wire.Created ?? 0,
    };
}

export function toContainerDetails(wire: WireContainerDetails): ContainerDetails {
    const { Config: config, State: state } = wire;
    const published = wire.NetworkSettings?.Ports ?? {};
    return {
        id: wire.Id,
        name: (wire.Name ?? '').replace(/^\//, ''),
        image: config?.Image ?? '',
        state: toState(state?.Status),
        health: toHealth(state?.Health?.Status),
        healthOutput: state?.Health?.Log?.at(-1)?.Output?.trim() ?? '',
        exitCode: state?.ExitCode ?? 0,
        restartCount: wire.RestartCount ?? 0,
        entrypoint: toArgv(config?.Entrypoint),
        command: toArgv(config?.Cmd),
        environment: toEnvironment(config?.Env ?? []),
        workingDirectory: config?.WorkingDir ?? '',
        labels: config?.Labels ?? {},
        mounts: (wire.Mounts ?? []).map(mount => ({
            type: mount.Type ?? 'bind',
            source: (mount.Type === 'volume' ? mount.Name : mount.Source) ?? '',
            target: mount.Destination ?? '',
            writable: mount.RW ?? true,
        })),
        networks: toNetworks(wire.NetworkSettings?.Networks),
        // A stopped container has no ports; what it will have is in its configuration.
        ports: toPorts(
            Object.keys(published).length > 0
                ? published
                : { ...asUnpublished(config?.ExposedPorts), ...wire.HostConfig?.PortBindings },
        ),
        startedAt: state?.StartedAt?.startsWith('0001-') ? '' : (state?.StartedAt ?? ''),
    };
}

/** The container's own name: links give it more, `/other/alias`. */
function containerName(names: readonly string[]): string {
    const own = names.find(name => name.lastIndexOf('/') === 0) ?? names[0] ?? '';
    return own.replace(/^\//, '');
}

/** Docker's states, and Podman's words for some of them. */
export function toState(state: string | null | undefined): ContainerState {
    switch (state) {
        case 'created':
        case 'running':
        case 'paused':
        case 'restarting':
        case 'removing':
        case 'exited':
        case 'dead':
            return state;
        case 'configured':
        case 'initialized':
            return 'created';
        case 'stopping':
            return 'running';
        default:
            return 'exited';
    }
}

/** Lists do not carry health but in this text: `Up 3 minutes (healthy)`, `Up 2 seconds (health: starting)`. */
export function healthOfStatus(statusText: string): ContainerHealth {
    return toHealth(/\((?:health: )?(healthy|unhealthy|starting)\)/.exec(statusText)?.[1]);
}

function toHealth(status: string | null | undefined): ContainerHealth {
    return status === 'healthy' || status === 'unhealthy' || status === 'starting' ? status : 'none';
}

function toNetworks(networks: Readonly<Record<string, WireEndpoint | null>> | null | undefined): ContainerNetwork[] {
    return Object.entries(networks ?? {}).map(([name, endpoint]) => ({
        name,
        networkId: endpoint?.NetworkID ?? '',
        address: firstNotEmpty(endpoint?.IPAddress, endpoint?.IPAMConfig?.IPv4Address),
        ...(firstNotEmpty(endpoint?.IPAMConfig?.IPv4Address) !== '' && { isFixed: true }),
        aliases: endpoint?.Aliases ?? [],
    }));
}

function firstNotEmpty(...values: (string | null | undefined)[]): string {
    return values.find(value => typeof value === 'string' && value !== '') ?? '';
}

/** The image's exposed ports have an empty object in place of a list of bindings. */
function asUnpublished(ports: Readonly<Record<string, unknown>> | null | undefined): WirePorts {
    return Object.fromEntries(Object.keys(ports ?? {}).map(key => [key, null]));
}

function toPorts(ports: WirePorts): PublishedPort[] {
    return Object.entries(ports).flatMap(([key, bindings]): PublishedPort[] => {
        const [port, protocol] = key.split('/');
        const exposed = { containerPort: Number(port), protocol: protocol ?? 'tcp' };
        if (!bindings || bindings.length === 0) {
            return [exposed];
        }
        return bindings.map(({ HostIp, HostPort }) =>
            Number(HostPort) > 0 ? { ...exposed, hostPort: Number(HostPort), hostAddress: HostIp ?? '' } : exposed,
        );
    });
}

function toArgv(command: string[] | string | null | undefined): string[] {
    return typeof command === 'string' ? [command] : (command ?? []);
}

function toEnvironment(entries: readonly string[]): Record<string, string> {
    return Object.fromEntries(
        entries.map(entry => {
            const equals = entry.indexOf('=');
            return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
        }),
    );
}

/** The column has another name from `ps` to `ps`; it is the last one everywhere. */
export function toCommandLines({ Titles: titles, Processes: processes }: WireTop): string[] {
    const named = (titles ?? []).findIndex(title => /^(?:CMD|COMMAND|ARGS)$/i.test(title));
    return (processes ?? []).flatMap(process => process.at(named)?.trim() ?? []).filter(line => line !== '');
}

export function toImageSummary(wire: WireImage): ImageSummary {
    return {
        id: wire.Id,
        tags: (wire.RepoTags ?? []).filter(tag => tag !== '<none>:<none>'),
        labels: wire.Labels ?? wire.Config?.Labels ?? {},
        size: wire.Size ?? 0,
    };
}

export function toNetworkSummary(wire: WireNetwork): NetworkSummary {
    return {
        id: wire.Id,
        name: wire.Name,
        labels: wire.Labels ?? {},
        subnets: (wire.IPAM?.Config ?? []).flatMap(({ Subnet }) => (Subnet ? [Subnet] : [])),
        containerIds: Object.keys(wire.Containers ?? {}),
    };
}

/**
 * Undefined for what is not about a container or a network, and for programs run in a container: each health check is
 * three of these.
 */
export function toEngineEvent(wire: WireEvent): EngineEvent | undefined {
    const { Type: type, Action: action, Actor: actor } = wire;
    if ((type !== 'container' && type !== 'network') || typeof action !== 'string' || typeof actor?.ID !== 'string') {
        return undefined;
    }
    if (action.startsWith('exec_')) {
        return undefined;
    }
    return {
        type,
        // `health_status: healthy`, `exec_start: sh -c …`
        action: action.split(':', 1)[0]?.trim() ?? action,
        id: actor.ID,
        labels: actor.Attributes ?? {},
        time: typeof wire.timeNano === 'number' ? Math.floor(wire.timeNano / 1e6) : (wire.time ?? 0) * 1000,
    };
}
