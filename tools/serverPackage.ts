// Makes dist/php-ini-language-server.tgz: the language server and the linter as a package of npm that needs no other,
// for editors that start servers by themselves and for pipelines. `npm run package` runs it behind the build.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The bundles that the programs are made of. */
const bundles = ['server.cjs', 'language-server.cjs', 'language-features.cjs', 'lint.cjs'];

interface Manifest {
    readonly version: string;
    readonly license: string;
}

/** Puts the package into the folder, from the bundles of the last build. */
async function assemble(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const { version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
    const manifest = {
        name: 'php-ini-language-server',
        version,
        description: 'A language server and a linter for php.ini, pools of PHP-FPM, and what else sets PHP',
        license,
        bin: { 'php-ini-language-server': 'server.cjs', 'php-ini-lint': 'lint.cjs' },
        engines: { node: '>=22.12' },
        files: ['*.cjs'],
    };
    await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 4)}\n`);
    await Promise.all(bundles.map(name => cp(join(root, 'dist', name), join(folder, name))));
    await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    await cp(join(root, 'docs', 'lint.md'), join(folder, 'README.md'));
}

/** Makes the package in a folder. Resolves with its file. */
export async function packServer(folder: string): Promise<string> {
    const assembled = join(resolve(folder), 'php-ini-language-server');
    await assemble(assembled);
    const packed = spawnSync('npm', ['pack', '--json', '--pack-destination', resolve(folder)], {
        cwd: assembled,
        encoding: 'utf8',
    });
    await rm(assembled, { recursive: true });
    if (packed.status !== 0) {
        throw new Error(`npm pack failed: ${packed.stderr}`);
    }
    const [{ filename = '' } = {}] = JSON.parse(packed.stdout) as { filename?: string }[];
    const file = join(resolve(folder), 'php-ini-language-server.tgz');
    await rename(join(resolve(folder), filename), file);
    return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    console.log(await packServer(join(root, 'dist')));
}
