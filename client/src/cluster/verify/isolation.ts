import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { LABEL_ENVIRONMENT } from '../model/labels.ts';
import { OperationError } from '../model/errors.ts';
import type { ClusterNode } from '../model/model.ts';
import { scriptCommand } from '../node/resources.ts';
import type { Subject } from './subject.ts';

/**
 * The helper ends by itself after so long, and gives the node its way back: also where whoever began the isolation is
 * gone. Longer than that takes, and than bringing it about may. Seconds.
 */
const GUARD_SECONDS = 120;
const MIB = 1024 * 1024;

/**
 * Takes an Apache node's way to the stores away, and leaves all others. Neither a tool nor a privilege of the node is
 * needed for that: a container beside it in the same network namespace does it, which may do nothing else.
 */
export async function isolate(
    engine: Engine,
    { node, stores, helperImage }: Subject,
    signal: AbortSignal,
): Promise<void> {
    const [program = '', ...guard] = await scriptCommand(
        'verify/blackhole.pl',
        'guard',
        String(GUARD_SECONDS),
        ...stores,
    );
    const id = await engine.createContainer(
        {
            name: helperName(node),
            image: helperImage ?? '',
            // No layer: it is no node.
            labels: { [LABEL_ENVIRONMENT]: node.environment },
            entrypoint: [program],
            command: guard,
            user: '0',
            networkOf: node.containerId,
            capabilities: ['NET_ADMIN'],
            readOnlyRoot: true,
            memory: 64 * MIB,
            pidsLimit: 16,
            stopSignal: 'SIGTERM',
            removedAtEnd: true,
        },
        signal,
    );
    await engine.startContainer(id, signal);
    await run(engine, node, 'add', stores, signal);
}

/**
 * Gives the way back, and may be called again. Where the container has been started anew since, it has another network
 * namespace and the way already.
 */
export async function release(engine: Engine, { node, stores }: Subject, signal: AbortSignal): Promise<void> {
    try {
        await run(engine, node, 'remove', stores, signal);
    } catch (error) {
        // It is gone, and gave the way back as it went; or it never ran, and took none away.
        if (!isEngineError(error, 'notFound', 'conflict')) {
            throw error;
        }
    }
    await engine.removeContainer(helperName(node), signal);
}

function helperName({ name }: ClusterNode): string {
    return `${name}-isolation`;
}

async function run(
    engine: Engine,
    node: ClusterNode,
    verb: 'add' | 'remove',
    stores: readonly string[],
    signal: AbortSignal,
): Promise<void> {
    const argv = await scriptCommand('verify/blackhole.pl', verb, ...stores);
    const { exitCode, stderr } = await engine.exec(helperName(node), argv, { user: '0' }, signal);
    if (exitCode !== 0) {
        const said = stderr.toString().trim() || l10n.t('exit status {0}', exitCode);
        throw new OperationError('failed', {
            node: node.name,
            what:
                verb === 'add'
                    ? l10n.t('The way from {0} to the stores could not be taken away: {1}', node.name, said)
                    : l10n.t('The way from {0} to the stores could not be given back: {1}', node.name, said),
            next: l10n.t('Restart it: then it has its way to the stores again'),
        });
    }
}
