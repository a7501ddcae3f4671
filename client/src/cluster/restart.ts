import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '../engine/engine.ts';
import { askFacts, type ApplicationFacts } from './applicationFacts.ts';
import { OperationError } from './errors.ts';
import { GRACE_SECONDS } from './lifecycle.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from './model.ts';
import type { OperationContext } from './operation.ts';
import { withProbe, type Probe } from './probe.ts';
import { awaitHealthy } from './readiness.ts';

/** Milliseconds between two questions whether Apache's new processes answer yet. */
const ASK_INTERVAL = 100;
const SERVING_LIMIT = 60_000;

/** Debian's name first: there, `apachectl` may be absent and `httpd` is. The configuration is tested by each before the old one is left. */
const GRACEFUL = `
for program in apache2ctl apachectl; do
    if command -v $program > /dev/null; then exec $program graceful; fi
done
exec httpd -k graceful
`;

/**
 * Restarts one node and waits until it serves again. An application node restarts Apache gracefully: requests that are under way are answered, new
 * ones find the new configuration; `hard`, like the nodes of other layers, restarts the container.
 */
export async function restartNode(
    engine: Engine,
    node: ClusterNode,
    options: { readonly hard?: boolean },
    context: OperationContext,
): Promise<void> {
    if (node.layer === 'application' && !options.hard && isRunning(node)) {
        await withProbe(engine, [node], context.signal, probe => restartGracefully(engine, node, probe, context));
        return;
    }
    context.report(`Restarting container ${node.name}`);
    await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, context.signal);
    await engine.startContainer(node.containerId, context.signal);
    await awaitHealthy(engine, [node.containerId], context);
}

/** Restarts all application nodes, one after another: the others serve meanwhile. */
export async function restartApplication(
    engine: Engine,
    environment: Environment,
    options: { readonly hard?: boolean },
    context: OperationContext,
): Promise<void> {
    for (const node of nodesOf(environment, 'application')) {
        await restartNode(engine, node, options, context);
    }
}

/** Restarts Apache behind a probe that is there already; returns what the first of its new processes says. */
export async function restartGracefully(
    engine: Engine,
    node: ClusterNode,
    probe: Probe,
    context: OperationContext,
): Promise<ApplicationFacts> {
    context.report(`Restarting Apache on ${node.name}`);
    const before = await askFacts(probe, node, context.signal);
    const { exitCode, stdout, stderr } = await engine.exec(
        node.containerId,
        ['sh', '-c', GRACEFUL],
        {},
        context.signal,
    );
    if (exitCode !== 0) {
        const said = `${stderr.toString()}${stdout.toString()}`.trim();
        throw new OperationError('failed', {
            node: node.name,
            what: `Apache on ${node.name} refused to restart: ${said || `exit status ${exitCode}`}`,
            kept: 'It goes on with its old configuration',
            next: 'Correct what it complains about',
        });
    }
    return awaitNewChild(probe, node, before.child.now, context.signal);
}

/**
 * Waits for an answer of an Apache process that was forked after `since` (seconds since the machine's start; null where unknown: any answer will do).
 * Without it an idle process of before the restart could speak for the new configuration.
 */
async function awaitNewChild(
    probe: Probe,
    node: ClusterNode,
    since: number | null,
    signal: AbortSignal,
): Promise<ApplicationFacts> {
    const deadline = Date.now() + SERVING_LIMIT;
    let last: unknown;
    while (Date.now() < deadline) {
        try {
            const facts = await askFacts(probe, node, signal);
            const { started } = facts.child;
            if (since === null || started === null || started >= since) {
                return facts;
            }
        } catch (error) {
            signal.throwIfAborted();
            // Between two generations there may be nobody to answer; why is told if that stays so.
            last = error;
        }
        await delay(ASK_INTERVAL, undefined, { signal });
    }
    throw new OperationError('notHealthy', {
        node: node.name,
        what: `Apache on ${node.name} does not serve ${SERVING_LIMIT / 1000} s after its restart`,
        next: 'See its log',
        cause: last,
    });
}
