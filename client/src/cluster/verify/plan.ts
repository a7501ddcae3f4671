import { randomInt } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import { OperationError } from '../model/errors.ts';
import { FAULTS, type Fault } from './faults.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../model/model.ts';
import { runningApplications } from '../node/probe.ts';
import { serverTitleOf } from '../software/table.ts';

export interface VerifyOptions {
    /** All unless told; on each node those that it can meet with. */
    readonly faults?: readonly Fault[];
    /** Names; each application node and store that runs unless told. */
    readonly nodes?: readonly string[];
    /** 50 unless told. */
    readonly sessions?: number;
    /**
     * No fault begins later than so many milliseconds after the start, MAX_DURATION_MS unless told; the first one
     * always has its turn.
     */
    readonly durationMs?: number;
    /**
     * Faults drawn one after another for `durationMs` (a minute unless told), in place of each one once. The same seed
     * draws the same ones.
     */
    readonly random?: { readonly seed?: number };
    /**
     * Where the probe page is written on the application nodes, as they see it; found by their configuration unless
     * told. See findDocumentRoot.
     */
    readonly documentRoot?: string;
}

export const MAX_SESSIONS = 1000;
/** The probe page may be taken for what a lost operation left behind after an hour (probe.ts). */
export const MAX_DURATION_MS = 50 * 60_000;
export const MAX_SEED = 2 ** 32 - 1;
const DEFAULT_SESSIONS = 50;
const DEFAULT_RANDOM_MS = 60_000;

/** What a verification does, checked against the environment as it is. */
export interface VerificationPlan {
    readonly url: string;
    readonly sessions: number;
    /** All that run: the probe is put on each. */
    readonly applications: readonly ClusterNode[];
    /** Those that meet with faults. */
    readonly nodes: readonly ClusterNode[];
    /** Undefined: each node's own. */
    readonly faults: readonly Fault[] | undefined;
    readonly durationMs: number;
    readonly seed: number | undefined;
    readonly documentRoot: string | undefined;
}

/**
 * @throws OperationError where the options are wrong or the environment cannot be verified; nothing was stopped then
 */
export function planVerification(environment: Environment, options: VerifyOptions): VerificationPlan {
    const sessions = options.sessions ?? DEFAULT_SESSIONS;
    assertWhole(l10n.t('The number of sessions'), sessions, 1, MAX_SESSIONS);
    const durationMs = options.durationMs ?? (options.random ? DEFAULT_RANDOM_MS : MAX_DURATION_MS);
    assertWhole(l10n.t('The duration in milliseconds'), durationMs, 1, MAX_DURATION_MS);
    const seed = options.random && (options.random.seed ?? randomInt(MAX_SEED));
    assertWhole(l10n.t('The seed'), seed ?? 0, 0, MAX_SEED);
    const unknown = options.faults?.find(fault => !FAULTS.includes(fault));
    if (unknown !== undefined || options.faults?.length === 0) {
        throw invalid(
            unknown === undefined ? l10n.t('There is no fault to try') : l10n.t('There is no fault {0}', unknown),
            l10n.t('The faults are {0}', FAULTS.join(', ')),
        );
    }
    if (options.documentRoot !== undefined && !options.documentRoot.startsWith('/')) {
        throw invalid(
            l10n.t('The document root {0} is no absolute path', options.documentRoot),
            l10n.t('Name it as the application nodes see it'),
        );
    }
    if (environment.url === undefined) {
        throw new OperationError('unsupported', {
            what: l10n.t(
                'Environment {0} has no running balancer with a published port, so no traffic can be sent',
                environment.name,
            ),
            kept: l10n.t('Nothing was stopped'),
            next: l10n.t('Start its balancer, or publish its port'),
        });
    }
    return {
        url: environment.url,
        sessions,
        applications: runningApplications(environment),
        nodes: chooseNodes(environment, options.nodes),
        faults: options.faults,
        durationMs,
        seed,
        documentRoot: options.documentRoot,
    };
}

function chooseNodes(environment: Environment, names: readonly string[] | undefined): readonly ClusterNode[] {
    const server = serverTitleOf(environment, 'application');
    const candidates = [...nodesOf(environment, 'application'), ...nodesOf(environment, 'store')];
    const nodes =
        names === undefined
            ? candidates.filter(isRunning)
            : candidates.filter(candidate => names.includes(candidate.name));
    const unknown = names?.find(name => !candidates.some(candidate => candidate.name === name));
    if (unknown !== undefined || nodes.length === 0) {
        throw new OperationError('notFound', {
            what:
                unknown === undefined
                    ? l10n.t('No {1} node or store of environment {0} runs', environment.name, server)
                    : l10n.t('Environment {0} has no {2} node or store {1}', environment.name, unknown, server),
            kept: l10n.t('Nothing was stopped'),
            next: l10n.t(
                'Its {1} nodes and stores are {0}',
                candidates.map(({ name }) => name).join(', ') || l10n.t('none'),
                server,
            ),
        });
    }
    const stopped = nodes.find(node => !isRunning(node));
    if (stopped) {
        throw new OperationError('unsupported', {
            node: stopped.name,
            what: l10n.t('Node {0} is {1}: what does not run cannot fail', stopped.name, stopped.status),
            kept: l10n.t('Nothing was stopped'),
            next: l10n.t('Start it'),
        });
    }
    const running = runningApplications(environment).length;
    if (running === 0 || (running < 2 && nodes.some(({ layer }) => layer === 'application'))) {
        throw new OperationError('unsupported', {
            what: l10n.t(
                'Environment {0} has {1} running {2} nodes; a failover needs two',
                environment.name,
                running,
                server,
            ),
            kept: l10n.t('Nothing was stopped'),
            next: l10n.t('Start or add another one'),
        });
    }
    return nodes;
}

function assertWhole(what: string, value: number, from: number, to: number): void {
    if (!Number.isInteger(value) || value < from || value > to) {
        throw invalid(l10n.t('{0} must be a whole number from {1} to {2}, not {3}', what, from, to, value));
    }
}

function invalid(what: string, next?: string): OperationError {
    return new OperationError('invalid', {
        what,
        kept: l10n.t('Nothing was stopped'),
        ...(next !== undefined && { next }),
    });
}

/**
 * Draws from the items without end; the same seed draws the same ones (mulberry32, a generator of 32 bits of state:
 * enough to choose by, not to keep secrets).
 */
export function* draws<Item>(items: readonly Item[], seed: number): Generator<Item, never> {
    let state = seed >>> 0;
    for (;;) {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
        yield items[Math.floor(fraction * items.length)] as Item;
    }
}
