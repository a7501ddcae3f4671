import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { readData } from '../../foreignData.ts';
import type { NetworkSpec, NetworkSummary } from '../engine.ts';
import { abortable, callEngine, dial, shortId, type Connection } from './connection.ts';
import { toEndpointSettings } from './containerOptions.ts';
import { toNetworkSummary } from './mapping.ts';
import { unchanged, unknownOutcome } from './engineFailure.ts';
import { wireNetwork, wireVolumes } from './wire.ts';

export async function createNetwork(connection: Connection, spec: NetworkSpec, signal?: AbortSignal): Promise<string> {
    const call = {
        what: l10n.t('Network {0} could not be created', spec.name),
        kept: unchanged(),
        interrupted: l10n.t('It may have been created all the same'),
    };
    const range = {
        ...(spec.subnet !== undefined && { Subnet: spec.subnet }),
        ...(spec.addressRange !== undefined && { IPRange: spec.addressRange }),
    };
    return await callEngine(connection, call, signal, async inner => {
        const created = await connection.docker.createNetwork({
            Name: spec.name,
            Driver: 'bridge',
            // Engines before API 1.44 allow two networks of one name without it.
            CheckDuplicate: true,
            Internal: spec.internal === true,
            Labels: { ...spec.labels },
            ...(spec.subnet !== undefined && { IPAM: { Driver: 'default', Config: [range] } }),
            abortSignal: inner,
        });
        return created.id;
    });
}

export async function inspectNetwork(
    connection: Connection,
    id: string,
    signal?: AbortSignal,
): Promise<NetworkSummary> {
    const call = { what: l10n.t('Network {0} could not be inspected', shortId(id)) };
    return await callEngine(connection, call, signal, async inner => {
        const path = `/networks/${encodeURIComponent(id)}`;
        return toNetworkSummary(readData(wireNetwork, await dial(connection.docker, { path, method: 'GET' }, inner)));
    });
}

export async function listNetworks(
    connection: Connection,
    { labels }: { labels?: readonly string[] },
    signal?: AbortSignal,
): Promise<NetworkSummary[]> {
    const filters = labels && labels.length > 0 ? { label: [...labels] } : {};
    return await callEngine(connection, { what: l10n.t('The networks could not be listed') }, signal, async inner => {
        const networks = await connection.docker.listNetworks({ filters, abortSignal: inner });
        return readData(v.array(wireNetwork), networks).map(toNetworkSummary);
    });
}

export async function removeNetwork(connection: Connection, id: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Network {0} could not be removed', shortId(id)),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, inner => network(connection, id).remove(abortable({}, inner)));
}

export async function connectNetwork(
    connection: Connection,
    id: string,
    containerId: string,
    { address, aliases }: { address?: string; aliases?: readonly string[] },
    signal?: AbortSignal,
): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be connected to network {1}', shortId(containerId), shortId(id)),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    const options = { Container: containerId, EndpointConfig: toEndpointSettings(address, aliases) };
    await callEngine(connection, call, signal, inner => network(connection, id).connect(abortable(options, inner)));
}

export async function disconnectNetwork(
    connection: Connection,
    id: string,
    containerId: string,
    signal?: AbortSignal,
): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be disconnected from network {1}', shortId(containerId), shortId(id)),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    const options = { Container: containerId };
    await callEngine(connection, call, signal, inner => network(connection, id).disconnect(abortable(options, inner)));
}

function network(connection: Connection, id: string) {
    return connection.docker.getNetwork(encodeURIComponent(id));
}

export async function listVolumes(
    connection: Connection,
    { labels }: { labels?: readonly string[] },
    signal?: AbortSignal,
): Promise<string[]> {
    const filters = labels && labels.length > 0 ? { label: [...labels] } : {};
    return await callEngine(connection, { what: l10n.t('The volumes could not be listed') }, signal, async inner => {
        const answer = await connection.docker.listVolumes({ filters, abortSignal: inner });
        return (readData(wireVolumes, answer).Volumes ?? []).map(({ Name }) => Name);
    });
}

export async function removeVolume(connection: Connection, name: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Volume {0} could not be removed', name),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, inner =>
        connection.docker.getVolume(encodeURIComponent(name)).remove({ abortSignal: inner }),
    );
}
