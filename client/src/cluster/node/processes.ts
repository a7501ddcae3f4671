import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import { scriptCommand } from './resources.ts';

/** A process inside a node, by the node's own numbers. */
export interface NodeProcess {
    readonly pid: number;
    readonly uid: number;
    /** As the kernel has it, in at most 15 characters: `apache2`. */
    readonly name: string;
}

/** The main process of a server, by its possible names; undefined where there is none. The node must run. */
export async function findProcess(
    engine: Engine,
    node: ClusterNode,
    names: readonly string[],
    signal: AbortSignal,
): Promise<NodeProcess | undefined> {
    const argv = await scriptCommand('node/list-processes.sh', ...names);
    const { stdout } = await engine.exec(node.containerId, argv, {}, signal);
    return stdout
        .toString()
        .split('\n')
        .flatMap(line => {
            const [pid, uid, name] = line.split(' ');
            return name === undefined ? [] : [{ pid: Number(pid), uid: Number(uid), name }];
        })
        .toSorted((left, right) => left.pid - right.pid)[0];
}

/** As the process's own user: in a container without capabilities not even root may kill others' processes. */
export async function killProcess(
    engine: Engine,
    node: ClusterNode,
    { pid, uid, name }: NodeProcess,
    signal: AbortSignal,
): Promise<void> {
    const { exitCode, stderr } = await engine.exec(
        node.containerId,
        await scriptCommand('node/kill-process.sh', String(pid), name),
        { user: String(uid) },
        signal,
    );
    // Where its end ends the container, the engine may have no better answer than the signal that ended everything in
    // it.
    if (exitCode !== 0 && exitCode !== 137) {
        throw new OperationError('failed', {
            node: node.name,
            what: l10n.t(
                'Process {0} ({1}) on {2} could not be killed: {3}',
                pid,
                name,
                node.name,
                stderr.toString().trim() || l10n.t('exit status {0}', exitCode),
            ),
            kept: l10n.t('It goes on running'),
        });
    }
}
