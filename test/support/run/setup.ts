import { ensureBaseImage, baseImage } from '../../../client/src/cluster/images/baseImage.ts';
import { administeredDebian, hasProgram, installPackages } from '../../../client/src/cluster/images/debianMachine.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { connect } from '../../../client/src/engine/connect.ts';
import { ensureEngine } from '../../../client/src/terminal/engineSetup.ts';
import { ensureCodeServer } from '../editor/codeServerInstall.ts';
import { canDownloadVscode } from './internet.ts';
import { ensurePhpWasm } from '../php/phpWasmInstall.ts';
import { ensureStockPhpIni } from '../php/stockPhpIni.ts';
import { testEndpoint } from '../engine/testEndpoint.ts';

/**
 * `docker`: an engine that answers, with the base image in it. `php`: real PHP of each version, from 7.4 on, and Debian's with the php.ini files that PHP comes
 * with. `compose`: Debian's docker-compose, to compare with and to make Compose projects with. `browser`: Chromium. `editor`: a VS Code whose extension host can
 * be tested, one to download, or code-server. `workbench`: a VS Code whose workbench a browser can open: code-server.
 * `linters`: what lintScripts.ts runs on shell, PHP, Perl and Lua.
 */
export type Need = 'docker' | 'php' | 'compose' | 'browser' | 'editor' | 'workbench' | 'linters';

/**
 * Each does nothing where all is there. In the order in which they are made: first what is there soon and checks wait for, then what the longest suites wait
 * for.
 */
const provisions: Readonly<Record<Need, (context: OperationContext) => Promise<void>>> = {
    linters: ensureLinters,
    docker: ensureDocker,
    compose: context => ensureProgram('docker-compose', ['docker-compose'], context),
    php: async context => {
        await ensurePhpWasm(context);
        await ensureStockPhpIni(context);
    },
    browser: ensureChromium,
    editor: async context => {
        if (!(await canDownloadVscode())) {
            await ensureWorkbench(context);
        } else if (process.env.DISPLAY === undefined) {
            // A downloaded VS Code needs a display, and the libraries that Chromium needs.
            const packages = ['xvfb', 'xauth', 'chromium', 'libsecret-1-0', 'libxkbfile1'];
            await ensureProgram('xvfb-run', packages, context);
        }
    },
    workbench: ensureWorkbench,
};

/** Installs and starts what tests need and this machine has not: one thing after another, as apt-get is for one at a time, and each once, whoever asks. */
export class TestMachine {
    readonly #context: OperationContext;
    readonly #made = new Map<Need, Promise<void>>();
    #last: Promise<void> = Promise.resolve();

    constructor(context: OperationContext) {
        this.#context = context;
    }

    async ensure(needs: readonly Need[]): Promise<void> {
        const ordered = (Object.keys(provisions) as Need[]).filter(need => needs.includes(need));
        await Promise.all(ordered.map(need => this.#ensureOne(need)));
    }

    #ensureOne(need: Need): Promise<void> {
        const known = this.#made.get(need);
        if (known !== undefined) {
            return known;
        }
        const made = this.#last.then(() => {
            this.#context.signal.throwIfAborted();
            return provisions[need](this.#context);
        });
        // What failed is told to those who need it, and keeps nobody else waiting.
        this.#last = made.catch(() => undefined);
        this.#made.set(need, made);
        return made;
    }
}

/** For one program by itself. */
export async function ensureTestMachine(needs: readonly Need[]): Promise<void> {
    const context: OperationContext = {
        signal: new AbortController().signal,
        report: line => {
            console.log(`set-up: ${line}`);
        },
    };
    await new TestMachine(context).ensure(needs);
}

function ensureChromium(context: OperationContext): Promise<void> {
    return ensureProgram('chromium', ['chromium'], context);
}

async function ensureWorkbench(context: OperationContext): Promise<void> {
    await ensureChromium(context);
    await ensureCodeServer(context);
}

async function ensureLinters(context: OperationContext): Promise<void> {
    await ensureProgram('shellcheck', ['shellcheck'], context);
    await ensureProgram('php', ['php-cli'], context);
    await ensureProgram('perlcritic', ['libperl-critic-perl'], context);
    await ensureProgram('luacheck', ['lua-check'], context);
}

async function ensureDocker(context: OperationContext): Promise<void> {
    const endpoint = testEndpoint();
    // Tests are asked for on purpose: no question.
    await ensureEngine({ ...context, endpoint, assumeYes: true, confirm: () => Promise.resolve(true) });
    const engine = await connect(endpoint);
    try {
        await ensureBaseImage(engine, baseImage, context);
    } finally {
        engine.dispose();
    }
}

async function ensureProgram(program: string, packages: readonly string[], context: OperationContext): Promise<void> {
    if (await hasProgram(program)) {
        return;
    }
    if (!(await administeredDebian())) {
        throw new Error(
            `The tests need the program ${program}: install it (Debian: ${packages.join(' ')}), and run them again.`,
        );
    }
    await installPackages(packages, context);
}
