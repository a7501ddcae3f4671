import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import { OperationError } from '../model/errors.ts';
import { productImages } from '../images/images.ts';
import { LABEL_ENVIRONMENT, LABEL_TOPOLOGY } from '../model/labels.ts';
import type { Environment } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';

/**
 * Removes a managed environment: its containers, networks and volumes, found by their label; by choice also the
 * product's images that nothing uses any more.
 * @throws OperationError `unsupported` for an adopted environment, which is not ours to delete
 */
export async function deleteEnvironment(
    engine: Engine,
    environment: Environment,
    options: { readonly removeImages?: boolean },
    context: OperationContext,
): Promise<void> {
    if (environment.kind !== 'managed') {
        throw new OperationError('unsupported', {
            what: l10n.t('Environment {0} was not created here, so it is not deleted here', environment.name),
            kept: l10n.t('Nothing was removed'),
            next: l10n.t('Remove it with the tool that made it, such as docker compose down'),
        });
    }
    const { signal } = context;
    // The topology label is ours alone; the other one a user may have set on containers of their own.
    const labels = [`${LABEL_ENVIRONMENT}=${environment.name}`, LABEL_TOPOLOGY];
    context.report(l10n.t('Removing the nodes of {0}', environment.name));
    const containers = await engine.listContainers({ labels }, signal);
    await Promise.all(containers.map(({ id }) => engine.removeContainer(id, signal)));
    context.report(l10n.t('Removing the network of {0}', environment.name));
    for (const { id } of await engine.listNetworks({ labels }, signal)) {
        await engine.removeNetwork(id, signal);
    }
    for (const volume of await engine.listVolumes({ labels }, signal)) {
        await engine.removeVolume(volume, signal);
    }
    if (options.removeImages) {
        await removeUnusedImages(engine, context);
    }
}

async function removeUnusedImages(engine: Engine, context: OperationContext): Promise<void> {
    context.report(l10n.t('Removing images that nothing uses'));
    for (const tag of await productImages(engine, context.signal)) {
        try {
            await engine.removeImage(tag, context.signal);
        } catch (error) {
            // Another environment is made of it.
            if (!isEngineError(error, 'conflict')) {
                throw error;
            }
        }
    }
}
