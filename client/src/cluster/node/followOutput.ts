import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import { newLines } from './newLines.ts';

/** Lines from before the output was followed. */
const LOOK_BACK = 200;

/** A node, as whoever follows its output knows of it; its container may be made anew meanwhile. */
export interface FollowedNode {
    /** Undefined while there is no such node. */
    readonly current: () => ClusterNode | undefined;
    /** Calls the listener when the node may have changed, until it is disposed. */
    readonly onDidChange: (listener: () => void) => { dispose(): void };
}

export interface OutputReader {
    readonly line: (line: string) => void;
    /** The node does not run; its output goes on when it does. Once each time. */
    readonly stopped: () => void;
}

/**
 * Reads what a node prints, over restarts, and over re-creation of the container, until `signal` ends it: then it
 * rejects with the signal's reason. Also rejects with EngineError where the engine does not answer.
 */
export async function followOutput(
    engine: Engine,
    node: FollowedNode,
    reader: OutputReader,
    signal: AbortSignal,
): Promise<never> {
    // What a container printed before its restart is not read twice.
    let read: string[] = [];
    const line = (text: string): void => {
        read = [...read, text].slice(-LOOK_BACK);
        reader.line(text);
    };
    for (;;) {
        (await latestLines(engine, node, signal, read)).forEach(line);
        const container = await untilRunning(engine, node, reader, signal);
        (await latestLines(engine, node, signal, read)).forEach(line);
        for await (const text of engine.followLogs(container, { tail: 0 }, signal)) {
            line(text);
        }
    }
}

/** What was printed since the last line read. */
async function latestLines(
    engine: Engine,
    { current }: FollowedNode,
    signal: AbortSignal,
    read: readonly string[],
): Promise<readonly string[]> {
    const node = current();
    if (node === undefined) {
        return [];
    }
    const text = await engine.logs(node.containerId, { tail: LOOK_BACK }, signal);
    return newLines(read, text.replace(/\r?\n$/, '').split(/\r?\n/));
}

/**
 * The id of the container, once it runs. Asks the engine itself: the caller hears of an end later than the stream does.
 */
async function untilRunning(
    engine: Engine,
    node: FollowedNode,
    reader: OutputReader,
    signal: AbortSignal,
): Promise<string> {
    for (let reported = false; ; reported = true) {
        const changed = nextChange(node, signal);
        const container = await runningContainer(engine, node, signal);
        if (container !== undefined) {
            return container;
        }
        if (!reported) {
            reader.stopped();
        }
        await changed;
    }
}

async function runningContainer(
    engine: Engine,
    { current }: FollowedNode,
    signal: AbortSignal,
): Promise<string | undefined> {
    const node = current();
    if (node === undefined) {
        return undefined;
    }
    try {
        const { state, id } = await engine.inspectContainer(node.containerId, signal);
        return state === 'running' ? id : undefined;
    } catch (error) {
        if (isEngineError(error, 'notFound')) {
            return undefined;
        }
        throw error;
    }
}

/** The next news of the node; rejects when `signal` ends the reading. */
function nextChange(node: FollowedNode, signal: AbortSignal): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const listener = node.onDidChange(() => {
        resolve(undefined);
    });
    const closed = (): void => {
        reject(signal.reason as Error);
    };
    signal.addEventListener('abort', closed, { once: true });
    const done = promise.finally(() => {
        listener.dispose();
        signal.removeEventListener('abort', closed);
    });
    // Whoever found the node running does not wait for this any more.
    done.catch(() => undefined);
    return done;
}
