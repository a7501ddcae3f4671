import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationContext } from '../../client/src/cluster/model/operation.ts';
import { installInCache } from '../support/run/npmInstall.ts';
import { cacheFolder } from '../support/run/paths.ts';

const packages = ['yaml-language-server@2.0.0', 'vscode-json-languageserver@1.3.4'];
const folder = join(cacheFolder, 'language-servers-1');
const installMs = 5 * 60_000;
const program = (name: string): string => join(folder, 'node_modules', name, 'bin', name);

/** The programs of the language servers that ours is measured beside. */
export const peerPrograms = {
    yaml: program('yaml-language-server'),
    json: program('vscode-json-languageserver'),
} as const;

/** Installs them once for all runs, in the cache folder. */
export async function ensureLanguagePeers({ signal, report }: OperationContext): Promise<void> {
    if (Object.values(peerPrograms).every(file => existsSync(file))) {
        return;
    }
    report(`Installing ${packages.join(' and ')} in ${cacheFolder}`);
    await installInCache({
        packages,
        folder,
        entry: join('node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'),
        signal,
        timeoutMs: installMs,
        arguments: ['--ignore-scripts'],
    });
}
