import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** What the set-up keeps between runs. */
export const cacheFolder = process.env.PHP_SESSION_CLUSTER_CACHE ?? join(homedir(), '.cache', 'php-session-cluster');

/**
 * Programs of the repository, and this Node before any other: what is started by `#!/usr/bin/env node` runs in it too.
 */
export function projectPath(path = process.env.PATH ?? ''): string {
    return [dirname(process.execPath), join(root, 'node_modules', '.bin'), path].join(':');
}
