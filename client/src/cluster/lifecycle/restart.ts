import { setTimeout as delay } from 'node:timers/promises';
import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { requestFacts, type ApplicationFacts } from '../node/applicationFacts.ts';
import { reloadBalancer, withDrained } from '../balancer/balancer.ts';
import { OperationError } from '../model/errors.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import { warnOfLostSessions } from './lifecycle.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { withProbe, type Probe } from '../node/probe.ts';
import { awaitHealthy } from '../node/readiness.ts';
import { phpOf } from '../node/php.ts';
import { callCommand } from '../node/resources.ts';

/** Milliseconds between two questions whether the new processes answer yet. */
const ASK_INTERVAL = 100;
const SERVING_LIMIT = 60_000;
/** For stopping a container and starting it again. Milliseconds. */
const RESTART_LIMIT = (GRACE_SECONDS + 60) * 1000;

/**
 * Restarts one node and waits until it serves again, without losing a request where another one can answer. An
 * application node restarts what serves PHP gracefully, our balancer NGINX: requests that are under way are answered,
 * new ones find the new configuration; `hard`, and a store, restarts the container. A store is waited for until it is
 * complete; where it is the only one, the sessions are lost.
 */
export async function restartNode(
    engine: Engine,
    environment: Environment,
    node: ClusterNode,
    options: { readonly hard?: boolean },
    context: OperationContext,
): Promise<void> {
    const graceful = !options.hard && isRunning(node);
    if (node.layer === 'balancer' && graceful && environment.kind === 'managed') {
        await reloadBalancer(engine, node, context);
        return;
    }
    warnOfLostSessions(environment, node, context);
    await withDrained(engine, environment, node, context, async () => {
        if (node.layer === 'application' && graceful) {
            await withProbe(engine, [node], context.signal, probe => restartGracefully(engine, node, probe, context));
        } else {
            await restartContainer(engine, node, context);
        }
    });
}

async function restartContainer(engine: Engine, node: ClusterNode, context: OperationContext): Promise<void> {
    context.signal.throwIfAborted();
    context.report(l10n.t('Restarting container {0}', node.name));
    // A signal of its own: what was to be restarted must not stay stopped because somebody cancelled in between.
    const own = AbortSignal.timeout(RESTART_LIMIT);
    await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, own);
    await engine.startContainer(node.containerId, own);
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
        await restartNode(engine, environment, node, options, context);
    }
}

/** Restarts what serves PHP behind a probe that is there already; returns what the first of its new processes says. */
export async function restartGracefully(
    engine: Engine,
    node: ClusterNode,
    probe: Probe,
    context: OperationContext,
): Promise<ApplicationFacts> {
    const php = phpOf(node);
    context.report(l10n.t('Restarting {0} on {1}', php.title, node.name));
    const before = await requestFacts(probe, node, context.signal);
    const { exitCode, stdout, stderr } = await engine.exec(
        node.containerId,
        await callCommand(php.reload),
        {},
        context.signal,
    );
    if (exitCode !== 0) {
        const output = `${stderr.toString()}${stdout.toString()}`.trim();
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t(
                '{0} on {1} refused to restart: {2}',
                php.title,
                node.name,
                output || l10n.t('exit status {0}', exitCode),
            ),
            kept: l10n.t('It goes on with its old configuration'),
            next: l10n.t('Correct what it complains about'),
        });
    }
    return awaitNewChild(probe, node, before.child.now, context.signal);
}

/**
 * Waits for an answer of a process that was forked after `since` (seconds since the machine's start; null where
 * unknown: any answer will do). Without it an idle process of before the restart could speak for the new configuration.
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
            const facts = await requestFacts(probe, node, signal);
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
        what: l10n.t(
            '{0} on {1} does not serve {2} s after its restart',
            phpOf(node).title,
            node.name,
            SERVING_LIMIT / 1000,
        ),
        next: l10n.t('See its log'),
        cause: last,
    });
}
