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

export interface TestNeeds {
    /** An engine that answers, with the base image in it. */
    readonly docker?: boolean;
    /** Chromium. */
    readonly browser?: boolean;
    /** A VS Code whose extension host can be tested: one to download, or code-server. */
    readonly editor?: boolean;
    /** A VS Code whose workbench a browser can open: code-server. */
    readonly workbench?: boolean;
    /** Debian's docker-compose, to compare with and to make Compose projects with. */
    readonly compose?: boolean;
    /** Real PHP of each version, from 7.4 on, and Debian's with the php.ini files that PHP comes with. */
    readonly php?: boolean;
}

/** Makes this machine able to run tests: installs and starts what is missing. Does nothing where all is there. */
export async function ensureTestMachine(needs: TestNeeds, signal = new AbortController().signal): Promise<void> {
    const context: OperationContext = {
        signal,
        report: line => {
            console.log(`set-up: ${line}`);
        },
    };
    if (needs.docker === true) {
        await ensureDocker(context);
    }
    if (needs.php === true) {
        await ensurePhpWasm(context);
        await ensureStockPhpIni(context);
    }
    const downloads = needs.editor === true && (await canDownloadVscode());
    const codeServer = needs.workbench === true || (needs.editor === true && !downloads);
    const programs: Readonly<Record<string, string | false>> = {
        chromium: (needs.browser === true || codeServer) && 'chromium',
        // A downloaded VS Code needs a display, and the libraries that Chromium needs.
        'xvfb-run': downloads && process.env.DISPLAY === undefined && 'xvfb xauth chromium libsecret-1-0 libxkbfile1',
        'docker-compose': needs.compose === true && 'docker-compose',
    };
    for (const [program, packages] of Object.entries(programs)) {
        if (packages !== false) {
            await ensureProgram(program, packages.split(' '), context);
        }
    }
    if (codeServer) {
        await ensureCodeServer(context);
    }
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
