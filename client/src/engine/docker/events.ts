import * as l10n from '@vscode/l10n';
import { EngineError } from '../errors.ts';
import type { EngineEvent } from '../engine.ts';
import { callEngine, dial, shortId, type Connection } from './connection.ts';
import { container, inspectWire } from './containers.ts';
import { Demultiplexer } from './demux.ts';
import { toEngineError } from './engineFailure.ts';
import { jsonLines, textLines } from './jsonLines.ts';
import { toEngineEvent } from './mapping.ts';
import { streamFromEngine } from './streams.ts';
import { wireEvent } from './wire.ts';

/** See Engine.events. The connection is made with the first `next()`. */
export async function* events(
    connection: Connection,
    signal: AbortSignal,
): AsyncGenerator<EngineEvent, void, undefined> {
    const call = { what: l10n.t('Events could not be followed'), next: l10n.t('Connect again') };
    const chunks = streamFromEngine(connection, call, signal, inner =>
        connection.docker.getEvents({ filters: { type: ['container', 'network'] }, abortSignal: inner }),
    );
    try {
        for await (const event of decodeEvents(chunks)) {
            yield event;
        }
    } catch (error) {
        throw toEngineError(error, connection.endpoint, call);
    }
    if (!signal.aborted) {
        throw new EngineError('unreachable', {
            what: l10n.t('The stream of events from {0} ended', connection.endpoint.label),
            next: l10n.t('Is Docker still running? Connect again when it is'),
        });
    }
}

export async function* decodeEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EngineEvent, void, undefined> {
    for await (const line of jsonLines(wireEvent, chunks)) {
        const event = toEngineEvent(line);
        if (event) {
            yield event;
        }
    }
}

/** See Engine.logs. */
export async function logs(
    connection: Connection,
    id: string,
    { tail }: { tail: number },
    signal?: AbortSignal,
): Promise<string> {
    const { Config } = await inspectWire(connection, id, signal);
    const call = { what: l10n.t('The log of container {0} could not be read', shortId(id)) };
    return await callEngine(connection, call, signal, async inner => {
        // dockerode's own method would take a log that happens to be JSON for the answer itself.
        const request = {
            path: `/containers/${encodeURIComponent(id)}/logs?`,
            method: 'GET' as const,
            isStream: true,
            options: { stdout: true, stderr: true, tail },
        };
        const stream = (await dial(connection.docker, request, inner)) as AsyncIterable<Buffer>;
        const parts: Buffer[] = [];
        for await (const bytes of Config?.Tty ? stream : demultiplexed(stream)) {
            parts.push(bytes);
        }
        return Buffer.concat(parts).toString();
    });
}

/** See Engine.followLogs. */
export async function* followLogs(
    connection: Connection,
    id: string,
    { tail }: { tail: number },
    signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
    const call = { what: l10n.t('The log of container {0} could not be followed', shortId(id)) };
    let tty: boolean;
    try {
        tty = (await inspectWire(connection, id, signal)).Config?.Tty === true;
    } catch (error) {
        if (signal.aborted) {
            return;
        }
        throw error;
    }
    const chunks = streamFromEngine(connection, call, signal, inner =>
        container(connection, id).logs({ follow: true, stdout: true, stderr: true, tail, abortSignal: inner }),
    );
    try {
        yield* textLines(tty ? chunks : demultiplexed(chunks));
    } catch (error) {
        throw toEngineError(error, connection.endpoint, call);
    }
}

async function* demultiplexed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    const demultiplexer = new Demultiplexer();
    for await (const chunk of chunks) {
        for (const { bytes } of demultiplexer.push(chunk)) {
            yield bytes;
        }
    }
}
