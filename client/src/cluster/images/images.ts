import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Engine, ImageBuild } from '../../engine/engine.ts';
import { baseImage, ensureBaseImage } from './baseImage.ts';
import type { Layer } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { imagesFolder } from '../node/resources.ts';

/** An image that somebody builds on one of ours has it as well. */
const IMAGE_LABEL = 'php-session-cluster.image';
const REPOSITORY = 'php-session-cluster/';

type BuildFiles = ImageBuild['files'];

/** Folders of `images` that a layer's image is built from; their files lie beside each other in the build context. */
const BUILD_FOLDERS: Readonly<Record<Layer, readonly string[]>> = {
    balancer: ['balancer'],
    application: ['application', 'replication'],
    store: ['store', 'replication'],
};

async function readBuildContext(layer: Layer): Promise<BuildFiles> {
    const files = await Promise.all(BUILD_FOLDERS[layer].map(name => readFolder(join(imagesFolder(), name))));
    return files.flat();
}

async function readFolder(folder: string): Promise<BuildFiles> {
    const names = (await readdir(folder)).sort();
    return Promise.all(
        names.map(async name => {
            const path = join(folder, name);
            // The mode in the image must not depend on this machine's umask.
            const executable = ((await stat(path)).mode & 0o100) !== 0 || name.endsWith('.sh');
            return { path: name, bytes: await readFile(path), mode: executable ? 0o755 : 0o644 };
        }),
    );
}

function contentTag(layer: Layer, files: BuildFiles): string {
    const hash = createHash('sha256');
    for (const { path, bytes, mode } of files) {
        hash.update(`${path}\0${mode}\0${bytes.length}\0`).update(bytes);
    }
    return `${REPOSITORY}${layer}:${hash.digest('hex').slice(0, 12)}`;
}

/** Tags of the product's images that the engine has, of this version and of others; of nobody else's. */
export async function productImages(engine: Engine, signal: AbortSignal): Promise<string[]> {
    const images = await engine.listImages({ labels: [IMAGE_LABEL] }, signal);
    return images.flatMap(({ tags }) => tags.filter(tag => tag.startsWith(REPOSITORY)));
}

/** Makes sure that the product's image of a layer is there, and returns its tag: a hash of what it is built from. */
export async function ensureImage(engine: Engine, layer: Layer, context: OperationContext): Promise<string> {
    const files = await readBuildContext(layer);
    const tag = contentTag(layer, files);
    if (await engine.findImage(tag, context.signal)) {
        return tag;
    }
    await ensureBaseImage(engine, baseImage, context);
    context.report(l10n.t('Building the image of the {0} layer (once)', layer));
    await engine.buildImage(
        { tag, files, labels: { [IMAGE_LABEL]: layer }, onProgress: () => undefined },
        context.signal,
    );
    return tag;
}
