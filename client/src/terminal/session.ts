import type { OperationContext } from '../cluster/model/operation.ts';
import { connect } from '../engine/connect.ts';
import { resolveEndpoint } from '../engine/endpoint.ts';
import type { Engine } from '../engine/engine.ts';
import { createProgress } from './progress.ts';

export interface GlobalOptions {
    readonly json?: boolean;
    readonly engine?: string;
}

/** What a verb works with: the engine, and how to tell and to stop. */
export interface Session {
    readonly engine: Engine;
    readonly context: OperationContext;
}

/**
 * Runs one verb: Ctrl+C once asks it to stop and put things in order, twice ends the process. Prints what it returns: text, or one JSON document.
 */
export async function runVerb<Result>(
    options: GlobalOptions,
    work: (session: Session) => Promise<Result>,
    toText: (result: Result) => string,
): Promise<Result> {
    const cancel = new AbortController();
    const interrupt = () => {
        if (cancel.signal.aborted) {
            process.exit(1);
        }
        process.stderr.write('\nStopping; once more to stop at once and leave things as they are.\n');
        cancel.abort();
    };
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    const progress = createProgress({ silent: options.json === true });
    try {
        const endpoint = await resolveEndpoint(options.engine === undefined ? {} : { setting: options.engine });
        const engine = await connect(endpoint);
        try {
            const context = {
                signal: cancel.signal,
                report: (message: string) => {
                    progress.report(message);
                },
            };
            const result = await work({ engine, context });
            progress.end(true);
            process.stdout.write(`${options.json ? JSON.stringify(result, undefined, 2) : toText(result)}\n`);
            return result;
        } finally {
            engine.dispose();
        }
    } catch (error) {
        progress.end(false);
        throw error;
    } finally {
        process.off('SIGINT', interrupt);
        process.off('SIGTERM', interrupt);
    }
}
