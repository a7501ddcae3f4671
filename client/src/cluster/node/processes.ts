import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';

/** A process inside a node, by the node's own numbers. */
export interface NodeProcess {
    readonly pid: number;
    readonly uid: number;
    /** As the kernel has it, in at most 15 characters: `apache2`. */
    readonly name: string;
}

/**
 * Prints number, user and name of the processes that have one of the given names and were started by one that has another name: a server's main process,
 * not its workers. Images have no ps or pgrep, but /proc. Only processes of this container: with the host's process numbers others are to be seen, too.
 * Arguments: names.
 */
const LIST = `
own=$(cat /proc/self/cgroup)
for directory in /proc/[0-9]*; do
    read -r name 2>/dev/null < "$directory/comm" || continue
    for wanted in "$@"; do
        [ "$name" = "$wanted" ] || continue
        [ "$(cat "$directory/cgroup" 2>/dev/null)" = "$own" ] || continue
        state='' parent='' uid='' starter=''
        while read -r key value _; do
            case $key in State:) state=$value ;; PPid:) parent=$value ;; Uid:) uid=$value ;; esac
        done 2>/dev/null < "$directory/status"
        # It has ended, and its parent has not looked yet.
        [ "$state" != Z ] || continue
        read -r starter 2>/dev/null < "/proc/$parent/comm"
        [ "$starter" = "$name" ] || echo "\${directory#/proc/} $uid $name"
    done
done
`;

/** A number may have been given to another process meanwhile. Arguments: number, name. */
const KILL = '[ "$(cat "/proc/$1/comm")" = "$2" ] && kill -KILL "$1"';

/** The main process of a server, by its possible names; undefined where there is none. The node must run. */
export async function findProcess(
    engine: Engine,
    node: ClusterNode,
    names: readonly string[],
    signal: AbortSignal,
): Promise<NodeProcess | undefined> {
    const { stdout } = await engine.exec(node.containerId, ['sh', '-c', LIST, 'list', ...names], {}, signal);
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
        ['sh', '-c', KILL, 'kill', String(pid), name],
        { user: String(uid) },
        signal,
    );
    // Where its end ends the container, the engine may have no better answer than the signal that ended everything in it.
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
