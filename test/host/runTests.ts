// Runs test/host/suite in a real VS Code: the newest and the lowest supported one where they can be downloaded,
// code-server's elsewhere.
// node test/host/runTests.ts [--grep TEXT] [--extension FOLDER] [part of a file's name…]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { canDownloadVscode } from '../support/run/internet.ts';
import { projectPath, root } from '../support/run/paths.ts';
import {
    readResult,
    resultsEnvironment,
    slowestOf,
    sumOf,
    writeResult,
    type SuiteResult,
} from '../support/run/results.ts';
import { bundleHostTests } from './bundle.ts';

interface Editor {
    readonly name: string;
    readonly version?: string;
    readonly vscodeExecutablePath?: string;
}

const { values, positionals } = parseArgs({
    options: { grep: { type: 'string' }, extension: { type: 'string' } },
    allowPositionals: true,
});

async function editors(): Promise<Editor[]> {
    if (!(await canDownloadVscode())) {
        const vscodeExecutablePath = join(root, 'test', 'support', 'editor', 'vscodeServer.ts');
        return [{ name: 'code-server 4.139.1 (VS Code 1.139.1)', vscodeExecutablePath }];
    }
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { engines: { vscode: string } };
    const lowest = manifest.engines.vscode.replace(/^\D+/, '');
    return [
        { name: 'VS Code, newest', version: 'stable' },
        { name: `VS Code ${lowest}, the lowest supported`, version: lowest },
    ];
}

/** Runs all tests in one editor, with a workspace folder of their own that is empty at the start. */
async function runIn(editor: Editor, folder: string, testsPath: string): Promise<SuiteResult> {
    const workspace = await mkdtemp(join(folder, 'workspace-'));
    const results = join(folder, `results-${editor.version ?? 'server'}.json`);
    console.log(`Host tests in ${editor.name}`);
    let exit: unknown = undefined;
    try {
        await runTests({
            ...(editor.version === undefined ? {} : { version: editor.version }),
            ...(editor.vscodeExecutablePath === undefined ? {} : { vscodeExecutablePath: editor.vscodeExecutablePath }),
            extensionDevelopmentPath: values.extension ?? root,
            extensionTestsPath: testsPath,
            launchArgs: [workspace, '--disable-extensions'],
            extensionTestsEnv: { ...resultsEnvironment(results), PHP_SESSION_CLUSTER_ROOT: root },
        });
    } catch (error) {
        exit = error;
        console.error(String(error));
    }
    // No result: the editor did not come to the end of the tests.
    const result = readResult(results) ?? { passed: 0, failed: 1, slowest: [] };
    return exit === undefined ? result : { ...result, failed: Math.max(1, result.failed) };
}

// What is started by its #! line must find this Node.
process.env.PATH = projectPath();
const stop = new AbortController();
// The editor gets the signal too, as it is of the same process group: what is left to do here is to wait for its end.
process.on('SIGTERM', () => {
    stop.abort();
});
const folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-host-'));
const all: SuiteResult[] = [];
try {
    const testsPath = await bundleHostTests(folder, { names: positionals, grep: values.grep });
    for (const editor of await editors()) {
        stop.signal.throwIfAborted();
        all.push(await runIn(editor, folder, testsPath));
    }
} finally {
    await rm(folder, { recursive: true, force: true });
}
const sum = sumOf(all);
writeResult({ ...sum, slowest: slowestOf(all.flatMap(({ slowest }) => slowest)) });
process.exitCode = sum.failed === 0 ? 0 : 1;
