import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from '../../../client/src/cluster/images/debianMachine.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { canReach } from '../run/internet.ts';
import { installInCache } from '../run/npmInstall.ts';
import { cacheFolder } from '../run/paths.ts';

const version = '4.139.1';
const folder = join(cacheFolder, `code-server-${version}`);
const entry = join('node_modules', 'code-server', 'out', 'node', 'entry.js');
const installMs = 20 * 60_000;

/**
 * The program to run under this Node: the workbench and the extension host of VS Code 1.139.1, from the npm registry.
 */
export const codeServerEntry = join(folder, entry);

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
    await installInCache({
        packages: [`code-server@${version}`],
        folder,
        entry,
        signal: context.signal,
        timeoutMs: installMs,
        environment: await compilerSettings(),
    });
}

/**
 * Where node-gyp cannot download Node's headers, those of this machine's Node do: all native parts use the stable
 * Node-API.
 */
async function compilerSettings(): Promise<Record<string, string>> {
    const settings = { npm_config_unsafe_perm: 'true', npm_config_jobs: 'max' };
    if (process.env.npm_config_nodedir !== undefined || !existsSync('/usr/include/node/node_api.h')) {
        return settings;
    }
    return (await canReach('https://nodejs.org/')) ? settings : { ...settings, npm_config_nodedir: '/usr' };
}
