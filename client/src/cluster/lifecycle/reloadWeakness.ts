import * as l10n from '@vscode/l10n';
import type { Weakness } from '../../../../server/src/phpIni/sessionKnowledge/weakness.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ClusterNode } from '../model/model.ts';
import { phpOf } from '../node/php.ts';
import { callCommand } from '../node/resources.ts';

/**
 * What a graceful restart of what serves PHP does to requests under way, where that does not wait for them. Asks the
 * nodes, which must run.
 */
export async function reloadWeakness(
    engine: Engine,
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<Weakness | undefined> {
    const hasty: { readonly node: ClusterNode; readonly file: string }[] = [];
    for (const node of nodes) {
        const { patience } = phpOf(node);
        if (patience) {
            const { stdout, exitCode } = await engine.exec(node.containerId, await callCommand(patience), {}, signal);
            const [seconds = '', file = ''] = stdout.toString().trim().split('\n');
            if (exitCode === 0 && Number(seconds) === 0) {
                hasty.push({ node, file });
            }
        }
    }
    const [first] = hasty;
    return (
        first && {
            code: 'reload-cuts-requests',
            what: l10n.t(
                'A restart of {0} cuts the requests under way, as process_control_timeout is 0: {1}.',
                phpOf(first.node).title,
                hasty.map(({ node }) => node.name).join(', '),
            ),
            next: l10n.t(
                'Set process_control_timeout in [global] of {0} to more than the slowest page takes: new requests wait for so long at most.',
                first.file,
            ),
        }
    );
}
