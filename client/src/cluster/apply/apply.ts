import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isCancellation, messageOf } from '../../failure.ts';
import { requestFacts, type ApplicationFacts } from '../node/applicationFacts.ts';
import { changedSettings } from './changedSettings.ts';
import type { ApplyPlan, ApplyResult, FileChange } from './plan.ts';
import { withDrained } from '../balancer/balancer.ts';
import { isOperationError, OperationError } from '../model/errors.ts';
import { nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import { findNodeFile, restoreNodeFile, writeNodeFile } from '../node/files.ts';
import type { OperationContext } from '../model/operation.ts';
import { refuseOverridden } from './overrides.ts';
import { preflight, type PreflightAnswer } from './preflight.ts';
import { phpOf } from '../node/php.ts';
import { withProbe, type Probe } from '../node/probe.ts';
import { restartGracefully } from '../lifecycle/restart.ts';
import { requireRunning, restartNotes } from './settings.ts';

/** Putting everything back must not take for ever either. Milliseconds. */
const ROLL_BACK_LIMIT = 120_000;

/**
 * What PHP's command line sets for itself whatever its files say (main/php_cli.c), and what preflight sets: not
 * comparable with a server's.
 */
const COMMAND_LINE_ONLY = new Set([
    ...['display_errors', 'html_errors', 'implicit_flush', 'output_buffering', 'max_execution_time', 'max_input_time'],
    ...['register_argc_argv', 'display_startup_errors', 'log_errors', 'opcache.enable_cli', 'memory_limit'],
]);

export interface FileToApply {
    readonly path: string;
    readonly bytes: Buffer;
    /**
     * What the user's edit began with; a node that has something else now is a conflict. Left out: whatever is there is
     * replaced.
     */
    readonly expected?: Buffer;
    /** All application nodes unless told. */
    readonly nodes?: readonly ClusterNode[];
}

/** Plans one edited file for some or all application nodes. */
export async function planFile(
    engine: Engine,
    environment: Environment,
    file: FileToApply,
    context: OperationContext,
): Promise<ApplyPlan> {
    const nodes = requireRunning(environment, file.nodes ?? nodesOf(environment, 'application'));
    const changes: FileChange[] = [];
    const differing: string[] = [];
    for (const node of nodes) {
        const before = (await findNodeFile(engine, node, file.path, context.signal))?.bytes;
        if (!before?.equals(file.bytes)) {
            changes.push({ node, path: file.path, before, after: file.bytes });
        }
        if (file.expected && !before?.equals(file.expected) && !before?.equals(file.bytes)) {
            differing.push(node.name);
        }
    }
    if (differing.length > 0) {
        throw new OperationError('fileChanged', {
            ...(differing.length === 1 && { node: differing[0] }),
            what: l10n.t('{0} on {1} is not what was read when the edit began', file.path, differing.join(', ')),
            kept: l10n.t('Nothing was written'),
            next: l10n.t('Compare the files, or apply to that node alone after reading it again'),
        });
    }
    const notes = await restartNotes(engine, nodes, context.signal);
    return { environment: environment.name, nodes, changes, expected: {}, notes };
}

/** An apply under way. */
interface Transaction {
    readonly engine: Engine;
    readonly environment: Environment;
    readonly plan: ApplyPlan;
    readonly probe: Probe;
    /** What has been written so far; in order. */
    readonly written: FileChange[];
    readonly context: OperationContext;
}

/**
 * The transaction: preflight on every node; then, node by node, out of the balancer, write, restart gracefully, read
 * back what is in force, and in again. On any failure, and on cancellation, every node gets back exactly the
 * files it had, and serves.
 */
export async function applyPlan(
    engine: Engine,
    environment: Environment,
    plan: ApplyPlan,
    context: OperationContext,
): Promise<ApplyResult> {
    return withProbe(engine, plan.nodes, context.signal, async probe => {
        const answers = new Map<string, PreflightAnswer>();
        for (const node of plan.nodes) {
            context.report(l10n.t('Checking the new configuration on {0}', node.name));
            const facts = await requestFacts(probe, node, context.signal);
            const answer = await preflight(engine, node, facts, changesOf(plan, node), context.signal);
            await refuseOverridden(engine, node, facts, wantedValues(node, plan, answer, facts), context.signal);
            answers.set(node.id, answer);
        }
        const transaction: Transaction = { engine, environment, plan, probe, written: [], context };
        const inForce: Record<string, Record<string, string>> = {};
        let undone: OperationError | undefined;
        const undo = async (error: unknown) => (undone ??= await rollBack(transaction, error));
        const applyTo = async (node: ClusterNode) => {
            try {
                return await applyToNode(transaction, node, answers.get(node.id));
            } catch (error) {
                // Here already: the balancer lets the node in again when it has its old configuration.
                throw await undo(error);
            }
        };
        try {
            for (const node of plan.nodes) {
                inForce[node.name] = await withDrained(engine, environment, node, context, () => applyTo(node));
            }
        } catch (error) {
            throw await undo(error);
        }
        return {
            environment: plan.environment,
            nodes: plan.nodes.map(node => ({
                node: node.name,
                changedFiles: changesOf(plan, node).map(({ path }) => path),
                restarted: true,
            })),
            inForce,
        };
    });
}

function changesOf(plan: ApplyPlan, node: ClusterNode): FileChange[] {
    return plan.changes.filter(change => change.node.id === node.id);
}

async function applyToNode(
    { engine, plan, probe, written, context }: Transaction,
    node: ClusterNode,
    answer: PreflightAnswer | undefined,
): Promise<Record<string, string>> {
    for (const change of changesOf(plan, node)) {
        context.signal.throwIfAborted();
        context.report(l10n.t('Writing {0} on {1}', change.path, node.name));
        // Entered before it is done: a write whose answer got lost is rolled back too.
        written.push(change);
        try {
            const { path, before: expected, after: bytes } = change;
            await writeNodeFile(engine, node, { path, bytes, expected }, context.signal);
        } catch (error) {
            if (isOperationError(error, 'fileChanged')) {
                written.pop();
            }
            throw error;
        }
    }
    const facts = await restartGracefully(engine, node, probe, context);
    return readBack(node, plan, answer, facts);
}

/**
 * The values of interest in force for pages; where preflight found another one, something beats the file.
 */
function readBack(
    node: ClusterNode,
    plan: ApplyPlan,
    answer: PreflightAnswer | undefined,
    facts: ApplicationFacts,
): Record<string, string> {
    const php = phpOf(node);
    const result: Record<string, string> = {};
    for (const [name, expected] of Object.entries(wantedValues(node, plan, answer, facts))) {
        const actual = facts.settings[name];
        // A name that this PHP does not know has no value: PHP ignores it, and so does the apply.
        if (actual !== undefined && actual !== expected && !COMMAND_LINE_ONLY.has(name)) {
            throw new OperationError('notInForce', {
                node: node.name,
                what: l10n.t(
                    '{0} is "{1}" in {2} on {3} after the restart, not "{4}" as written',
                    name,
                    actual,
                    php.title,
                    node.name,
                    expected,
                ),
                next: l10n.t('Look for {0}', php.overrideWords(name)),
            });
        }
        if (actual !== undefined) {
            result[name] = actual;
        }
    }
    return result;
}

/** What is to be in force, as the trial of the files had it, but for what a trial sets for itself. */
function wantedValues(
    node: ClusterNode,
    plan: ApplyPlan,
    answer: PreflightAnswer | undefined,
    { phpVersion }: Pick<ApplicationFacts, 'phpVersion'>,
): Record<string, string> {
    const planned = { ...changedSettings(changesOf(plan, node), phpVersion), ...plan.expected };
    const tried = (name: string) => (COMMAND_LINE_ONLY.has(name) ? undefined : answer?.settings[name]);
    return Object.fromEntries(Object.entries(planned).map(([name, value]) => [name, tried(name) ?? value]));
}

/** Puts every written file back, restarts what ran with it, and returns the error to throw. */
async function rollBack(
    { engine, environment, written, probe, context }: Transaction,
    error: unknown,
): Promise<OperationError> {
    // A signal of its own: the caller's may be what ended the apply.
    const own: OperationContext = { signal: AbortSignal.timeout(ROLL_BACK_LIMIT), report: context.report };
    const failed: string[] = [];
    for (const { node, path, before, after } of written.toReversed()) {
        try {
            own.report(l10n.t('Putting {0} on {1} back', path, node.name));
            await restoreNodeFile(engine, node, { path, written: after, before }, own.signal);
        } catch (problem) {
            failed.push(l10n.t('{0} on {1} ({2})', path, node.name, messageOf(problem)));
        }
    }
    const touched = new Map(written.map(({ node }) => [node.id, node]));
    for (const node of touched.values()) {
        try {
            await restartGracefully(engine, node, probe, own);
        } catch (problem) {
            failed.push(l10n.t('{0} on {1} ({2})', phpOf(node).title, node.name, messageOf(problem)));
        }
    }
    return describeRollBack(environment, touched.size, failed, error);
}

function describeRollBack(environment: Environment, count: number, failed: string[], error: unknown): OperationError {
    const cancelled = isCancellation(error);
    const first = error instanceof OperationError ? error.parts : { what: messageOf(error).replace(/\.$/, '') };
    return new OperationError(cancelled ? 'cancelled' : error instanceof OperationError ? error.code : 'failed', {
        ...(error instanceof OperationError && error.node !== undefined && { node: error.node }),
        what: cancelled ? l10n.t('Applying to {0} was cancelled', environment.name) : first.what,
        kept:
            failed.length > 0
                ? l10n.t('Not everything could be put back: {0}', failed.join('; '))
                : count > 0
                  ? l10n.t('Every node has the files it had before, and serves')
                  : l10n.t('No file was changed'),
        ...(first.next !== undefined && { next: first.next }),
        cause: error,
    });
}
