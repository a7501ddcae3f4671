import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages } from '../../client/src/cluster/debianMachine.ts';
import { runProgram } from '../../client/src/cluster/hostProgram.ts';
import type { OperationContext } from '../../client/src/cluster/operation.ts';
import { canReach } from './internet.ts';
import { cacheFolder, projectPath } from './paths.ts';

const version = '4.139.1';
const folder = join(cacheFolder, `code-server-${version}`);
const installMs = 20 * 60_000;

/** The program to run under this Node: the workbench and the extension host of VS Code 1.139.1, from the npm registry. */
export const codeServerEntry = join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js');

/** What its native parts are built with, and a file by which each is known to be there. */
const buildPackages: Readonly<Record<string, string>> = {
    'libkrb5-dev': '/usr/include/gssapi.h',
    'libx11-dev': '/usr/include/X11/Xlib.h',
    'libxkbfile-dev': '/usr/include/X11/extensions/XKBfile.h',
    'libsecret-1-dev': '/usr/include/libsecret-1/libsecret/secret.h',
    'pkg-config': '/usr/bin/pkg-config',
    python3: '/usr/bin/python3',
    'g++': '/usr/bin/g++',
    make: '/usr/bin/make',
};

/** Installs code-server once for all runs: about two minutes and 600 MB, in the cache folder. */
export async function ensureCodeServer(context: OperationContext): Promise<void> {
    if (existsSync(codeServerEntry)) {
        return;
    }
    const missing = Object.entries(buildPackages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
    if (missing.length > 0) {
        await installPackages(missing, context);
    }
    context.report(`Installing code-server ${version} in ${cacheFolder} (about two minutes)`);
    // Under another name until it is complete, so that an interrupted installation is never taken for one.
    const unfinished = join(cacheFolder, `unfinished-${randomUUID()}`);
    try {
        await npmInstall(unfinished, context.signal);
        await rm(folder, { recursive: true, force: true });
        await rename(unfinished, folder);
    } catch (error) {
        if (!existsSync(codeServerEntry)) {
            throw error;
        }
        // Another run was first.
    } finally {
        await rm(unfinished, { recursive: true, force: true });
    }
}

async function npmInstall(target: string, signal: AbortSignal): Promise<void> {
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
    ];
    await runProgram(program, [...args, `code-server@${version}`], {
        signal,
        timeoutMs: installMs,
        environment: { ...(await compilerSettings()), ...ownNode(), PATH: projectPath() },
    });
    const entry = join(target, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
    if (!existsSync(entry)) {
        throw new Error(`npm installed code-server ${version}, but there is no ${entry}.`);
    }
}

/** code-server asks npm's user agent for the version of Node; that of an npm further out, which may run in another Node, would be inherited. */
function ownNode(): Record<string, string> {
    return { npm_config_user_agent: `npm/? node/${process.version} ${process.platform} ${process.arch}` };
}

/** Where node-gyp cannot download Node's headers, those of this machine's Node do: all native parts use the stable Node-API. */
async function compilerSettings(): Promise<Record<string, string>> {
    const settings = { npm_config_unsafe_perm: 'true', npm_config_jobs: 'max' };
    if (process.env.npm_config_nodedir !== undefined || !existsSync('/usr/include/node/node_api.h')) {
        return settings;
    }
    return (await canReach('https://nodejs.org/')) ? settings : { ...settings, npm_config_nodedir: '/usr' };
}
