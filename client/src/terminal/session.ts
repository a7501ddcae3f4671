import type { OperationContext } from '../cluster/model/operation.ts';
import { connect } from '../engine/connect.ts';
import { resolveEndpoint } from '../engine/endpoint.ts';
import type { Engine } from '../engine/engine.ts';
import { createProgress } from './progress.ts';

/** What a verb works with: the engine, how to report, and when to stop. */
export interface Session {
    readonly engine: Engine;
    readonly context: OperationContext;
}

export interface SessionOptions {
    /** What `--engine` says. */
    readonly engine: string | undefined;
    readonly signal: AbortSignal;
    /** True where no progress is wanted. */
    readonly silent: boolean;
}

/** Gives the work an engine and reports its progress; both end with it. */
export async function withSession<Result>(
    { engine: setting, signal, silent }: SessionOptions,
    work: (session: Session) => Promise<Result>,
): Promise<Result> {
    const progress = createProgress({ silent });
    const report = (message: string): void => {
        progress.report(message);
    };
    try {
        const search = { signal, settingName: '--engine', ...(setting !== undefined && { setting }) };
        const engine = await connect(await resolveEndpoint(search));
        try {
            const result = await work({ engine, context: { signal, report } });
            progress.end(true);
            return result;
        } finally {
            engine.dispose();
        }
    } catch (error) {
        progress.end(false);
        throw error;
    }
}
