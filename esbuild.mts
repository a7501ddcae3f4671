// Bundles dist/extension.cjs, server.cjs, cli.cjs, lint.cjs, the lazily loaded engine adapter and the page of reports;
// copies what they read at run time.
import { chmod, cp, readFile, rm } from 'node:fs/promises';
import { build, context, type BuildOptions, type Plugin } from 'esbuild';
import { announcing, copyOnChange } from './tools/watch.ts';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const quiet = process.argv.includes('--quiet');

/**
 * `await import('….ts')` of these files becomes a `require` of a bundle of its own, so that what is not used is not
 * even read.
 */
const lazyBundles: Record<string, string> = {
    'engine/docker/dockerEngine.ts': './docker-engine.cjs',
    'language/languageClient.ts': './language-client.cjs',
    'server.ts': './language-server.cjs',
    'serve.ts': './language-features.cjs',
    'server/src/phpIni/claim/claim.ts': './php-ini-claim.cjs',
    'server/src/phpIni/project/project.ts': './php-ini-project.cjs',
};

const lazy: Plugin = {
    name: 'lazy-bundles',
    setup(plugin) {
        plugin.onResolve({ filter: /\.ts$/ }, args => {
            if (args.kind !== 'dynamic-import') {
                return undefined;
            }
            const name = args.path.replace(/^(\.\.?\/)+/, '');
            const bundle = Object.entries(lazyBundles).find(([path]) => path === name || path.endsWith(`/${name}`));
            return bundle ? { path: bundle[1], external: true } : undefined;
        });
    },
};

/** One copy for all bundles: translations that the extension loads count for the engine's adapter as well. */
const shared: Plugin = {
    name: 'shared-bundle',
    setup(plugin) {
        plugin.onResolve({ filter: /^@vscode\/l10n$/ }, ({ kind }) =>
            kind === 'entry-point' ? undefined : { path: './localisation.cjs', external: true },
        );
    },
};

/**
 * `import * as vscode` becomes a plain `require`: what a bundler makes of it copies the hundreds of members of the API
 * object once for each of our files, a third of the time that loading takes (measured).
 */
const apiObject: Plugin = {
    name: 'api-object',
    setup(plugin) {
        plugin.onLoad({ filter: /[\\/]client[\\/]src[\\/].*\.ts$/ }, async args => ({
            contents: (await readFile(args.path, 'utf8')).replace(
                "import * as vscode from 'vscode';",
                "const vscode = require('vscode');",
            ),
            loader: 'ts',
        }));
    },
};

/**
 * dockerode asks for ssh2 and for BuildKit sessions (grpc, protobuf). Neither is used: ssh goes through the user's own
 * ssh program, builds through the classic builder. Left out, the bundle is 145 KB in place of 890 KB.
 */
const unused: Plugin = {
    name: 'unused-of-dockerode',
    setup(plugin) {
        plugin.onResolve({ filter: /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader|protobufjs.*|cpu-features)$/ }, args => ({
            path: args.path,
            namespace: 'unused',
        }));
        plugin.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
            contents: 'module.exports = {};',
            loader: 'js',
        }));
    },
};

/** What the package's `bin` names: its first line names Node, and its file may be executed. */
const executable: Plugin = {
    name: 'executable',
    setup(plugin) {
        plugin.onEnd(async ({ errors }) => {
            if (errors.length === 0) {
                await Promise.all(['cli', 'lint', 'server'].map(name => chmod(`dist/${name}.cjs`, 0o755)));
            }
        });
    },
};

const common: BuildOptions = {
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    logLevel: quiet ? 'error' : 'info',
};

/** What runs in the editor's extension host, and in Node. */
const programs: BuildOptions = {
    ...common,
    entryPoints: {
        extension: 'client/src/extension.ts',
        'docker-engine': 'client/src/engine/docker/dockerEngine.ts',
        'language-client': 'client/src/language/languageClient.ts',
        localisation: '@vscode/l10n',
        cli: 'client/src/cli.ts',
        server: 'server/src/server/main.ts',
        'language-server': 'server/src/server/server.ts',
        'language-features': 'server/src/server/serve.ts',
        'php-ini-claim': 'server/src/phpIni/claim/claim.ts',
        'php-ini-project': 'server/src/phpIni/project/project.ts',
        lint: 'server/src/lint/main.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    // What is loaded lazily is a CommonJS bundle as well: `require` needs no second module loader.
    supported: { 'dynamic-import': false },
    external: ['vscode'],
    mainFields: ['module', 'main'],
    // ora and its like are ES modules that ask for import.meta.url.
    define: { 'import.meta.url': 'importMetaUrl' },
    inject: ['client/src/importMetaUrl.ts'],
    plugins: [lazy, shared, unused, apiObject, executable],
};

/** What runs in a page of the editor: it knows no Node, and of the extension the messages alone. */
const pages: BuildOptions = {
    ...common,
    entryPoints: ['client/src/views/report/page/page.ts', 'client/src/views/report/page/page.css'],
    outdir: 'dist/report',
    format: 'iife',
    platform: 'browser',
    // Chromium of the oldest editor that the extension runs in, 1.101.
    target: 'chrome134',
};

// A package holds nothing of earlier builds; other builds leave in peace what may be in use at the moment.
if (production) {
    await rm('dist', { recursive: true, force: true });
}
async function copyImages(): Promise<void> {
    await cp('client/images', 'dist/images', { recursive: true });
}

if (watch) {
    copyOnChange('client/images', copyImages);
}
await copyImages();
for (const options of [programs, pages]) {
    if (watch) {
        const plugins = [announcing, ...(options.plugins ?? [])];
        const watching = await context({ ...options, plugins, logLevel: 'silent' });
        await watching.watch();
    } else {
        await build(options);
    }
}
