import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { installInCache } from '../run/npmInstall.ts';
import { cacheFolder } from '../run/paths.ts';

const version = '3.1.56';
const folder = join(cacheFolder, `php-wasm-${version}`);
const installMs = 10 * 60_000;

/** The real PHP of each version, compiled to WebAssembly, and how it is loaded. */
export const phpWasmModules = {
    node: join(folder, 'node_modules', '@php-wasm', 'node', 'index.js'),
    universal: join(folder, 'node_modules', '@php-wasm', 'universal', 'index.js'),
} as const;

/** Installs php-wasm once for all runs: some seconds and 450 MB, in the cache folder. */
export async function ensurePhpWasm({ signal, report }: OperationContext): Promise<void> {
    if (existsSync(phpWasmModules.node)) {
        return;
    }
    report(`Installing php-wasm ${version} in ${cacheFolder}`);
    await installInCache({
        packages: [`@php-wasm/node@${version}`, `@php-wasm/universal@${version}`],
        folder,
        entry: join('node_modules', '@php-wasm', 'node', 'index.js'),
        signal,
        timeoutMs: installMs,
        // What it would compile comes compiled with it.
        arguments: ['--ignore-scripts'],
    });
}
