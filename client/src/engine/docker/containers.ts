import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { ContainerDetails, ContainerSpec, ContainerSummary } from '../engine.ts';
import { messageOf } from '../../failure.ts';
import { readData } from '../../foreignData.ts';
import { abortable, callEngine, shortId, type Connection } from './connection.ts';
import { toCreateOptions } from './containerOptions.ts';
import { statusOf, unchanged, unknownOutcome } from './engineFailure.ts';
import { toCommandLines, toContainerDetails, toContainerSummary } from './mapping.ts';
import { wireContainer, wireContainerDetails, wireTop, type WireContainerDetails } from './wire.ts';

const DEFAULT_GRACE_SECONDS = 10;

export async function listContainers(
    connection: Connection,
    { labels }: { labels?: readonly string[] },
    signal?: AbortSignal,
): Promise<ContainerSummary[]> {
    const filters = labels && labels.length > 0 ? { label: [...labels] } : {};
    return await callEngine(connection, { what: l10n.t('The containers could not be listed') }, signal, async inner => {
        const containers = await connection.docker.listContainers({ all: true, filters, abortSignal: inner });
        return readData(v.array(wireContainer), containers).map(toContainerSummary);
    });
}

export async function inspectWire(
    connection: Connection,
    id: string,
    signal?: AbortSignal,
): Promise<WireContainerDetails> {
    const call = { what: l10n.t('Container {0} could not be inspected', shortId(id)) };
    return await callEngine(connection, call, signal, async inner =>
        readData(wireContainerDetails, await container(connection, id).inspect({ abortSignal: inner })),
    );
}

export async function inspectContainer(
    connection: Connection,
    id: string,
    signal?: AbortSignal,
): Promise<ContainerDetails> {
    return toContainerDetails(await inspectWire(connection, id, signal));
}

export async function listProcesses(connection: Connection, id: string, signal?: AbortSignal): Promise<string[]> {
    const call = { what: l10n.t('The processes of container {0} could not be listed', shortId(id)) };
    return await callEngine(connection, call, signal, async inner =>
        toCommandLines(readData(wireTop, await container(connection, id).top(abortable({}, inner)))),
    );
}

export async function createContainer(
    connection: Connection,
    spec: ContainerSpec,
    limitLogs: boolean,
    signal?: AbortSignal,
): Promise<string> {
    const call = {
        what: l10n.t('Container {0} could not be created', spec.name),
        kept: unchanged(),
        interrupted: l10n.t('It may have been created all the same'),
    };
    return await callEngine(connection, call, signal, async inner => {
        const created = await connection.docker.createContainer(abortable(toCreateOptions(spec, limitLogs), inner));
        return created.id;
    });
}

export async function startContainer(connection: Connection, id: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be started', shortId(id)),
        kept: l10n.t('It is there, but does not run'),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, inner =>
        unlessAlready(container(connection, id).start({ abortSignal: inner })),
    );
}

export async function stopContainer(
    connection: Connection,
    id: string,
    { graceSeconds = DEFAULT_GRACE_SECONDS }: { graceSeconds?: number },
    signal?: AbortSignal,
): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be stopped', shortId(id)),
        interrupted: l10n.t('The engine goes on stopping it'),
        timeoutMs: (graceSeconds + 30) * 1000,
    };
    await callEngine(connection, call, signal, async inner => {
        await unlessAlready(container(connection, id).stop({ t: Math.ceil(graceSeconds), abortSignal: inner }));
        await settle(connection, id, inner);
    });
}

/**
 * The engine answers a stop or a kill before its list of containers tells of it; an inspection waits for the lock under
 * which that is entered (moby, daemon/monitor.go). Without it, a list that is read next may show the container running.
 */
async function settle(connection: Connection, id: string, signal: AbortSignal): Promise<void> {
    await unlessGone(async () => {
        await container(connection, id).inspect({ abortSignal: signal });
    });
}

export async function killContainer(
    connection: Connection,
    id: string,
    unixSignal: string,
    signal?: AbortSignal,
): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be sent {1}', shortId(id), unixSignal),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, async inner => {
        await container(connection, id).kill(abortable({ signal: unixSignal }, inner));
        await settle(connection, id, inner);
    });
}

export async function pauseContainer(connection: Connection, id: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be paused', shortId(id)),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, inner => container(connection, id).pause(abortable({}, inner)));
}

export async function unpauseContainer(connection: Connection, id: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be resumed', shortId(id)),
        kept: unchanged(),
        interrupted: unknownOutcome(),
    };
    await callEngine(connection, call, signal, inner => container(connection, id).unpause(abortable({}, inner)));
}

/** Ends when the container is gone, also where someone else's removal of it was under way. */
export async function removeContainer(connection: Connection, id: string, signal?: AbortSignal): Promise<void> {
    const call = {
        what: l10n.t('Container {0} could not be removed', shortId(id)),
        interrupted: unknownOutcome(),
        timeoutMs: 60_000,
    };
    await callEngine(connection, call, signal, async inner => {
        await unlessGone(async () => {
            try {
                await container(connection, id).remove(abortable({ force: true, v: true }, inner));
            } catch (error) {
                if (statusOf(error) !== 409 || !/already in progress/i.test(messageOf(error))) {
                    throw error;
                }
                await container(connection, id).wait({ condition: 'removed', abortSignal: inner });
            }
        });
    });
}

export function container(connection: Connection, id: string) {
    return connection.docker.getContainer(encodeURIComponent(id));
}

/** 304: it runs (or is stopped) already, which is what was wanted. */
async function unlessAlready(work: Promise<unknown>): Promise<void> {
    try {
        await work;
    } catch (error) {
        if (statusOf(error) !== 304) {
            throw error;
        }
    }
}

/** 404: it is gone, which is what was wanted. */
async function unlessGone(work: () => Promise<void>): Promise<void> {
    try {
        await work();
    } catch (error) {
        if (statusOf(error) !== 404) {
            throw error;
        }
    }
}
