import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import { GRACE_SECONDS } from '../node/grace.ts';
import { scriptCommand } from '../node/resources.ts';
import { awaitHealthy } from '../node/readiness.ts';
import type { Subject } from './subject.ts';

/** Read by client/images/replication/supervise.sh as it starts: seconds with a sign, or nothing. */
const CLOCK_PATH = '/etc/session-cluster/clock';

/** As much as replication promises to bear between any two nodes (docs/replication.md). Seconds. */
const APART = 10;

/**
 * Starts an Apache node anew with another time of day: ten seconds ahead where its number is odd, behind where it is
 * even. All containers of a machine have its clock; libfaketime, in the product's own images, tells their programs
 * another one.
 */
export async function setClockApart(
    engine: Engine,
    { node }: Pick<Subject, 'node'>,
    signal: AbortSignal,
): Promise<void> {
    const found = await engine.exec(node.containerId, await scriptCommand('verify/has-fake-clock.sh'), {}, signal);
    if (found.exitCode !== 0) {
        throw new OperationError('unsupported', {
            node: node.name,
            what: l10n.t('Its image has no libfaketime, which tells programs another time of day'),
            kept: l10n.t('Nothing was changed'),
        });
    }
    await restartWith(engine, node, node.number % 2 === 1 ? `+${APART}` : `-${APART}`, signal);
    await engine.startContainer(node.containerId, signal);
    await awaitHealthy(engine, [node.containerId], { signal, report: () => undefined }, { recovering: true });
}

/** May be called again; the container is to be started afterwards. */
export async function setClockRight(
    engine: Engine,
    { node }: Pick<Subject, 'node'>,
    signal: AbortSignal,
): Promise<void> {
    await restartWith(engine, node, '', signal);
}

async function restartWith(engine: Engine, node: ClusterNode, clock: string, signal: AbortSignal): Promise<void> {
    const file = { path: CLOCK_PATH, bytes: Buffer.from(clock), mode: 0o644, uid: 0, gid: 0 };
    await engine.putFiles(node.containerId, [file], signal);
    await engine.stopContainer(node.containerId, { graceSeconds: GRACE_SECONDS }, signal);
}
