import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type { ContainerDetails, Engine } from '../../engine/engine.ts';
import { OperationError } from '../model/errors.ts';
import type { OperationContext } from '../model/operation.ts';

/** Milliseconds between two looks at a container that is starting. */
const POLL_INTERVAL = 50;
const HEALTHY_LIMIT = 90_000;

export interface ReadinessOptions {
    /** They failed a moment ago: `unhealthy` may be what is left of that, and restarts of before do not count. */
    readonly recovering?: boolean;
}

/**
 * Waits until all containers run and are healthy (or just run, where their image has no health check).
 * @throws OperationError `notHealthy` that names the node and quotes what it said last
 */
export async function awaitHealthy(
    engine: Engine,
    containerIds: readonly string[],
    context: OperationContext,
    { recovering = false }: ReadinessOptions = {},
): Promise<void> {
    const deadline = Date.now() + HEALTHY_LIMIT;
    const restarts = new Map<string, number>();
    let waiting = [...containerIds];
    context.report(
        waiting.length === 1
            ? l10n.t('Waiting until the node is healthy')
            : l10n.t('Waiting until {0} nodes are healthy', waiting.length),
    );
    for (;;) {
        const inspected = await Promise.all(waiting.map(id => engine.inspectContainer(id, context.signal)));
        const failed = inspected.find(details => {
            const before = restarts.get(details.id) ?? (recovering ? details.restartCount : 0);
            restarts.set(details.id, before);
            return !isReady(details) && (hasFailed(details, before, recovering) || Date.now() > deadline);
        });
        if (failed) {
            throw await notHealthy(engine, failed);
        }
        waiting = inspected.filter(details => !isReady(details)).map(({ id }) => id);
        if (waiting.length === 0) {
            return;
        }
        await delay(POLL_INTERVAL, undefined, { signal: context.signal });
    }
}

function isReady({ state, health }: ContainerDetails): boolean {
    return state === 'running' && (health === 'healthy' || health === 'none');
}

/** The restart policy starts a node that fails again and again: three times is enough to know. */
function hasFailed(details: ContainerDetails, restartsBefore: number, recovering: boolean): boolean {
    return (
        details.state === 'exited' ||
        details.state === 'dead' ||
        (details.health === 'unhealthy' && !recovering) ||
        details.restartCount >= restartsBefore + 3
    );
}

async function notHealthy(engine: Engine, details: ContainerDetails): Promise<OperationError> {
    const output = (await engine.logs(details.id, { tail: 5 })).trim() || details.healthOutput.trim();
    return new OperationError('notHealthy', {
        node: details.name,
        what: l10n.t(
            'Node {0} is not healthy ({1}, exit status {2}){3}',
            details.name,
            details.state,
            details.exitCode,
            output && `: ${output}`,
        ),
        next: l10n.t('See its log'),
    });
}
