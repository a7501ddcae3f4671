import { globSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { root } from '../support/run/paths.ts';

const common: BuildOptions = {
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    external: ['vscode', 'file:*'],
    sourcemap: 'inline',
    mainFields: ['module', 'main'],
    define: { 'import.meta.url': '__importMetaUrl' },
    banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'warning',
};

const interfaceNames = 'describe, context, it, specify, before, after, beforeEach, afterEach';

/**
 * Mocha itself is loaded as it is, by index.ts; the tests get the functions that it has put into the global scope by
 * then.
 */
const mochaOfTheHost: Plugin = {
    name: 'mocha-of-the-host',
    setup(building) {
        building.onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'host' }));
        building.onLoad({ filter: /.*/, namespace: 'host' }, () => ({
            contents: `export const { ${interfaceNames} } = globalThis;`,
            loader: 'js',
        }));
    },
};

export interface HostBundle {
    /** Parts of names of test files; all of them when empty. */
    readonly names: readonly string[];
    readonly grep: string | undefined;
}

/**
 * Bundles test/host/index.ts and the tests beside it as CommonJS, which every extension host loads. Returns the file
 * with `run()`.
 */
export async function bundleHostTests(folder: string, { names, grep }: HostBundle): Promise<string> {
    const files = globSync('test/host/suite/**/*.test.ts', { cwd: root }).sort();
    const wanted = files.filter(file => names.length === 0 || names.some(name => file.includes(name)));
    await build({
        stdin: {
            contents: wanted.map(file => `import ${JSON.stringify(`./${file}`)};`).join('\n'),
            resolveDir: root,
            sourcefile: 'host-tests.ts',
        },
        outfile: join(folder, 'tests.cjs'),
        ...common,
        plugins: [mochaOfTheHost],
    });
    await build({
        entryPoints: [join(root, 'test', 'host', 'index.ts')],
        outfile: join(folder, 'index.js'),
        ...common,
        define: {
            ...common.define,
            MOCHA_URL: JSON.stringify(pathToFileURL(join(root, 'node_modules', 'mocha', 'index.js')).href),
            TESTS_GREP: JSON.stringify(grep ?? ''),
        },
    });
    await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
    return join(folder, 'index.js');
}
