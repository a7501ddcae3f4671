import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of Dockerfiles and pages: beside the bundle, or in the source tree. */
export function imagesFolder(): string {
    const bundled = fileURLToPath(new URL('./images', import.meta.url));
    return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../../images', import.meta.url));
}

/** Reads a page of `images/probe`. */
export async function readPage(name: string): Promise<string> {
    return readFile(join(imagesFolder(), 'probe', name), 'utf8');
}
