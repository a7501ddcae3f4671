import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a workspace, in a folder of their own. */
export interface TemporaryProject extends AsyncDisposable {
    readonly folder: string;
    path(file: string): string;
    write(files: Readonly<Record<string, string>>): Promise<void>;
}

export async function temporaryProject(files: Readonly<Record<string, string>>): Promise<TemporaryProject> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'php-ini-project-')));
    const project: TemporaryProject = {
        folder,
        path: file => join(folder, file),
        write: async written => {
            for (const [file, text] of Object.entries(written)) {
                await mkdir(dirname(join(folder, file)), { recursive: true });
                await writeFile(join(folder, file), text);
            }
        },
        [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
    };
    await project.write(files);
    return project;
}
