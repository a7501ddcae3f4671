import { ensureBaseImage, baseImage } from '../../../client/src/cluster/images/baseImage.ts';
import { administeredDebian, hasProgram, installPackages } from '../../../client/src/cluster/images/debianMachine.ts';
import { ensureImage } from '../../../client/src/cluster/images/images.ts';
import { LAYERS } from '../../../client/src/cluster/model/model.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { connect } from '../../../client/src/engine/connect.ts';
import { ensureEngine } from '../../../client/src/terminal/engineSetup.ts';
import { ensureCodeServer } from '../editor/codeServerInstall.ts';
import { canDownloadVscode } from './internet.ts';
import { OneByOne } from './oneByOne.ts';
import { ensurePhpWasm } from '../php/phpWasmInstall.ts';
import { ensureStockPhpIni } from '../php/stockPhpIni.ts';
import { ensurePhpredis } from '../phpredis/phpredisInstall.ts';
import { testEndpoint } from '../engine/testEndpoint.ts';

/**
 * `docker`: an engine that answers, with the base image and the nodes' images in it. `php`: real PHP of each version,
 * from 7.4 on, and Debian's with the php.ini files that PHP comes with, and with phpredis and a Redis. `compose`:
 * Debian's docker-compose, to compare with and to make Compose projects with. `browser`: Chromium. `editor`: a VS Code
 * whose extension host can be tested, one to download, or code-server. `workbench`: a VS Code whose workbench a
 * browser can open: code-server. `linters`: what lintScripts.ts runs on shell, PHP, Perl and Lua. `lua`: what runs the
 * simulator. `pngquant`: what makes the README's pictures small.
 */
export type Need = 'docker' | 'php' | 'compose' | 'browser' | 'editor' | 'workbench' | 'linters' | 'lua' | 'pngquant';

/**
 * Installs and starts what tests need and this machine has not: one thing after another, as apt-get is for one at a
 * time; first what is there soon and checks wait for, then what the longest suites wait for. Does nothing where all is
 * there.
 */
export function testMachine(context: OperationContext): OneByOne<Need> {
    return new OneByOne<Need>({
        linters: () => ensureLinters(context),
        docker: () => ensureDocker(context),
        compose: () => ensurePrograms({ 'docker-compose': ['docker-compose'] }, context),
        php: async () => {
            await ensurePhpWasm(context);
            await ensureStockPhpIni(context);
            await ensurePhpredis(context);
        },
        browser: () => ensureChromium(context),
        editor: () => ensureEditor(context),
        workbench: () => ensureWorkbench(context),
        lua: () => ensurePrograms({ 'lua5.4': ['lua5.4'] }, context),
        pngquant: () => ensurePrograms({ pngquant: ['pngquant'] }, context),
    });
}

/** For one program by itself. */
export async function ensureTestMachine(needs: readonly Need[]): Promise<void> {
    const context: OperationContext = {
        signal: new AbortController().signal,
        report: line => {
            // Not among what the program prints: `npm run -s bench -- --json` is one document.
            console.error(`set-up: ${line}`);
        },
    };
    await testMachine(context).ensure(needs);
}

async function ensureEditor(context: OperationContext): Promise<void> {
    if (!(await canDownloadVscode())) {
        await ensureWorkbench(context);
    } else if (process.env.DISPLAY === undefined) {
        // A downloaded VS Code needs a display, and the libraries that Chromium needs.
        const packages = ['xvfb', 'xauth', 'chromium', 'libsecret-1-0', 'libxkbfile1'];
        await ensurePrograms({ 'xvfb-run': packages }, context);
    }
}

function ensureChromium(context: OperationContext): Promise<void> {
    return ensurePrograms({ chromium: ['chromium'] }, context);
}

async function ensureWorkbench(context: OperationContext): Promise<void> {
    await ensureChromium(context);
    await ensureCodeServer(context);
}

function ensureLinters(context: OperationContext): Promise<void> {
    const programs = {
        shellcheck: ['shellcheck'],
        php: ['php-cli'],
        perlcritic: ['libperl-critic-perl'],
        luacheck: ['lua-check'],
    };
    return ensurePrograms(programs, context);
}

async function ensureDocker(context: OperationContext): Promise<void> {
    const endpoint = testEndpoint();
    // Tests are asked for on purpose: no question.
    await ensureEngine({ ...context, endpoint, assumeYes: true, confirm: () => Promise.resolve(true) });
    const engine = await connect(endpoint);
    try {
        await ensureBaseImage(engine, baseImage, context);
        for (const layer of LAYERS) {
            await ensureImage(engine, layer, context);
        }
    } finally {
        engine.dispose();
    }
}

/** @param programs the packages of each program, installed together where any of them is missing */
async function ensurePrograms(
    programs: Readonly<Record<string, readonly string[]>>,
    context: OperationContext,
): Promise<void> {
    const missing: string[] = [];
    for (const program of Object.keys(programs)) {
        if (!(await hasProgram(program))) {
            missing.push(program);
        }
    }
    if (missing.length === 0) {
        return;
    }
    const packages = missing.flatMap(program => programs[program] ?? []);
    if (!(await administeredDebian())) {
        const names = missing.join(', ');
        throw new Error(`The tests need ${names}: install that (Debian: ${packages.join(' ')}), and run them again.`);
    }
    await installPackages(packages, context);
}
