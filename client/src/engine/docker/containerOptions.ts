import type Docker from 'dockerode';
import type { ContainerSpec, HealthCheck } from '../engine.ts';

/** What `POST /containers/create` is told, from the port's plain description. */
export function toCreateOptions(spec: ContainerSpec, limitLogs: boolean): Docker.ContainerCreateOptions {
    return {
        name: spec.name,
        Image: spec.image,
        ...(spec.hostname !== undefined && { Hostname: spec.hostname }),
        Labels: { ...spec.labels },
        ...(spec.environment && { Env: Object.entries(spec.environment).map(([key, value]) => `${key}=${value}`) }),
        ...(spec.command && { Cmd: [...spec.command] }),
        ...(spec.entrypoint && { Entrypoint: [...spec.entrypoint] }),
        ...(spec.user !== undefined && { User: spec.user }),
        ...(spec.stopSignal !== undefined && { StopSignal: spec.stopSignal }),
        ...(spec.stopTimeoutSeconds !== undefined && { StopTimeout: spec.stopTimeoutSeconds }),
        ...(spec.health && { Healthcheck: toHealthcheck(spec.health) }),
        ...(spec.publish && {
            ExposedPorts: Object.fromEntries(spec.publish.map(({ containerPort }) => [`${containerPort}/tcp`, {}])),
        }),
        ...(spec.network && { NetworkingConfig: { EndpointsConfig: toEndpoints(spec.network) } }),
        HostConfig: toHostConfig(spec, limitLogs),
    };
}

function toHostConfig(spec: ContainerSpec, limitLogs: boolean): Docker.HostConfig {
    return {
        CapDrop: ['ALL'],
        CapAdd: [...spec.capabilities],
        SecurityOpt: ['no-new-privileges'],
        Init: false,
        RestartPolicy: { Name: spec.restart ?? 'no' },
        ...(spec.network && { NetworkMode: spec.network.name }),
        ...(spec.networkOf !== undefined && { NetworkMode: `container:${spec.networkOf}` }),
        ...(spec.removedAtEnd !== undefined && { AutoRemove: spec.removedAtEnd }),
        ...(spec.publish && { PortBindings: toPortBindings(spec.publish) }),
        ...(spec.binds && {
            // Not "Binds": the engine would create a folder for a source that is not there.
            Mounts: spec.binds.map(({ source, target, readOnly }) => ({
                Type: 'bind' as const,
                Source: source,
                Target: target,
                ReadOnly: readOnly,
            })),
        }),
        ...(spec.tmpfs && { Tmpfs: { ...spec.tmpfs } }),
        ...(spec.readOnlyRoot !== undefined && { ReadonlyRootfs: spec.readOnlyRoot }),
        // Swap as much as memory means: no swap beyond it.
        ...(spec.memory !== undefined && { Memory: spec.memory, MemorySwap: spec.memory }),
        ...(spec.pidsLimit !== undefined && { PidsLimit: spec.pidsLimit }),
        ...(spec.sysctls && { Sysctls: { ...spec.sysctls } }),
        ...(limitLogs && { LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } } }),
    };
}

function toPortBindings(publish: NonNullable<ContainerSpec['publish']>) {
    const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
    for (const { containerPort, hostPort, hostAddress } of publish) {
        (bindings[`${containerPort}/tcp`] ??= []).push({ HostIp: hostAddress, HostPort: String(hostPort) });
    }
    return bindings;
}

function toEndpoints({ name, address, aliases }: NonNullable<ContainerSpec['network']>): Docker.EndpointsConfig {
    return { [name]: toEndpointSettings(address, aliases) };
}

export function toEndpointSettings(address?: string, aliases?: readonly string[]): Docker.EndpointSettings {
    return {
        ...(address !== undefined && { IPAMConfig: { IPv4Address: address } }),
        ...(aliases && { Aliases: [...aliases] }),
    };
}

const NANOSECONDS_PER_MS = 1_000_000;

function toHealthcheck(health: HealthCheck): Docker.HealthConfig {
    return {
        Test: ['CMD', ...health.argv],
        Interval: health.intervalMs * NANOSECONDS_PER_MS,
        Timeout: health.timeoutMs * NANOSECONDS_PER_MS,
        Retries: health.retries,
        StartPeriod: health.startPeriodMs * NANOSECONDS_PER_MS,
        StartInterval: health.startIntervalMs * NANOSECONDS_PER_MS,
    };
}
