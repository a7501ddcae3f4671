import { dirname, relative, resolve } from 'node:path';
import { findPhp } from '../phpIni/project/project.ts';
import { ProjectFiles } from '../phpIni/project/projectFiles.ts';
import { type PhpRelease, releaseOf, UNKNOWN_RELEASE } from '../phpIni/versions.ts';
import type { Input } from './collect.ts';

export interface CheckedInput extends Input {
    readonly php: PhpRelease;
    /** What says so; missing where nothing does. */
    readonly from?: string;
}

/**
 * Finds out which PHP reads each of the files, as the editor does: by the files beside and above it, up to the folder
 * that the linter was started in, and by its path.
 *
 * @param version the one that reads them all, where somebody says so
 */
export async function withPhp(
    inputs: readonly Input[],
    version: string | undefined,
    folder = process.cwd(),
): Promise<CheckedInput[]> {
    const told = version === undefined ? undefined : releaseOf(version);
    if (told) {
        return inputs.map(input => ({ ...input, php: told, from: '--php' }));
    }
    const found: CheckedInput[] = [];
    const byFolder = new Map<string, ProjectFiles>();
    for (const input of inputs) {
        const path = resolve(folder, input.path);
        const files = byFolder.get(dirname(path)) ?? new ProjectFiles([folder]);
        byFolder.set(dirname(path), files);
        const php = await findPhp(path, [folder], files);
        found.push({
            ...input,
            php: php?.release ?? UNKNOWN_RELEASE,
            ...(php && { from: `${relative(folder, php.file)}: ${php.evidence}` }),
        });
    }
    return found;
}
