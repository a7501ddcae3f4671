import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../../client/src/cluster/images/hostProgram.ts';
import { cacheFolder, projectPath } from './paths.ts';

export interface NpmInstallation {
    /** Packages with their versions: `code-server@4.139.1`. */
    readonly packages: readonly string[];
    /** Where their node_modules goes, in the cache folder. */
    readonly folder: string;
    /** A file by which a whole installation is known, below the folder. */
    readonly entry: string;
    readonly signal: AbortSignal;
    readonly timeoutMs: number;
    readonly arguments?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
}

/** Installs packages in the cache folder, once for all runs. */
export async function installInCache(installation: NpmInstallation): Promise<void> {
    const { folder, entry } = installation;
    // Under another name until it is complete, so that an interrupted installation is never taken for one.
    const unfinished = join(cacheFolder, `unfinished-${randomUUID()}`);
    try {
        await npmInstall(unfinished, installation);
        await rm(folder, { recursive: true, force: true });
        await rename(unfinished, folder);
    } catch (error) {
        if (!existsSync(join(folder, entry))) {
            throw error;
        }
        // Another run was first.
    } finally {
        await rm(unfinished, { recursive: true, force: true });
    }
}

async function npmInstall(target: string, installation: NpmInstallation): Promise<void> {
    const { packages, entry, signal, timeoutMs } = installation;
    await mkdir(target, { recursive: true });
    const npm = process.env.npm_execpath;
    // npm under this Node, as what it compiles is for the Node that it runs in.
    const [program, first] = npm?.endsWith('.js') === true ? [process.execPath, [npm]] : ['npm', []];
    const args = [
        ...first,
        'install',
        '--prefix',
        target,
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--omit=dev',
        ...(installation.arguments ?? []),
    ];
    await runProgram(program, [...args, ...packages], {
        signal,
        timeoutMs,
        environment: { ...installation.environment, ...ownNode(), PATH: projectPath() },
    });
    if (!existsSync(join(target, entry))) {
        throw new Error(`npm installed ${packages.join(' ')}, but there is no ${entry}.`);
    }
}

/**
 * code-server asks npm's user agent for the version of Node; that of an npm further out, which may run in another Node,
 * would be inherited.
 */
function ownNode(): Record<string, string> {
    return { npm_config_user_agent: `npm/? node/${process.version} ${process.platform} ${process.arch}` };
}
