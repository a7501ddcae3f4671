import type { OperationContext } from '../cluster/model/operation.ts';
import type { Engine } from '../engine/engine.ts';
import type { Services } from './services.ts';

export interface Operation<T> {
    /** The environment that nothing else may work on meanwhile. */
    readonly environment: string;
    /** For the progress display and for whoever is told to wait: `Restarting shop-application-2`. */
    readonly title: string;
    readonly work: (engine: Engine, context: OperationContext) => Promise<T>;
}

/** Runs an operation alone on its environment, with progress and cancel. */
export async function runOperation<T>(services: Services, operation: Operation<T>): Promise<T> {
    const { environment, title, work } = operation;
    return services.busy.run(environment, title, async () => {
        const engine = await services.engineAccess.connect();
        services.log.info(title);
        try {
            return await services.dialogs.progress(title, ({ signal, report }) =>
                work(engine, {
                    signal,
                    report: message => {
                        services.log.info(message);
                        report(message);
                    },
                }),
            );
        } finally {
            engine.dispose();
        }
    });
}
