#!/usr/bin/env node
// Takes the place of the VS Code executable where none can be downloaded: understands the arguments that
// @vscode/test-electron gives, runs the extension's tests in code-server's extension host with Chromium as its window,
// and ends with the exit status of the tests.
import { resolve } from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { startCodeServer, type CodeServer } from './codeServer.ts';

interface Arguments {
    readonly developmentPath: string;
    readonly testsPath: string;
    readonly folder: string;
}

/** What the workbench itself logs in every run. */
const chatter = new RegExp(
    '^(Resolv(ing|ed) connection token|Creating a socket|Creation of workbench contribution|Ignoring fetching additional builtin|' +
        'Timed out waiting for authentication provider|\\[(reconnection|Service Worker|AgentHost|AccountPolicyGate))',
);
const limitMs = Number(process.env.PHP_SESSION_CLUSTER_HOST_SECONDS ?? 900) * 1000;

function parse(argv: readonly string[]): Arguments {
    const value = (name: string): string | undefined => {
        const prefix = `--${name}=`;
        return argv.find(argument => argument.startsWith(prefix))?.slice(prefix.length);
    };
    const [developmentPath, testsPath] = [value('extensionDevelopmentPath'), value('extensionTestsPath')];
    const folder = argv.find(argument => !argument.startsWith('-'));
    if (developmentPath === undefined || testsPath === undefined || folder === undefined) {
        throw new Error(
            `Wanted: FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH, got: ${argv.join(' ')}`,
        );
    }
    return { developmentPath: resolve(developmentPath), testsPath: resolve(testsPath), folder: resolve(folder) };
}

/** The workbench's address in test mode. */
function address(server: CodeServer, { developmentPath, testsPath, folder }: Arguments): string {
    const remote = (path: string): string => `vscode-remote://${server.authority}${path}`;
    const payload = [
        ['extensionDevelopmentPath', remote(developmentPath)],
        ['extensionTestsPath', remote(testsPath)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
    ];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    return `http://${server.authority}/?${query.toString()}`;
}

/** Opens the workbench in test mode. Resolves with the exit status that its extension host asks for. */
async function runInWorkbench(page: Page, url: string): Promise<number> {
    await page.exposeFunction('codeAutomationLog', (level: string, values: unknown[]) => {
        const line = format(...values);
        if (!chatter.test(line)) {
            (level === 'error' || level === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
        }
    });
    let limit: NodeJS.Timeout | undefined;
    const ended = new Promise<number>((resolveCode, reject) => {
        page.on('crash', () => {
            reject(new Error('The workbench crashed.'));
        });
        page.on('close', () => {
            reject(new Error('The workbench was closed.'));
        });
        limit = setTimeout(() => {
            reject(new Error(`The tests did not end within ${limitMs / 1000} s.`));
        }, limitMs);
        void page
            .exposeFunction('codeAutomationExit', resolveCode)
            .then(() => page.goto(url))
            .catch(reject);
    });
    try {
        return await ended;
    } finally {
        clearTimeout(limit);
    }
}

async function main(): Promise<number> {
    const given = parse(process.argv.slice(2));
    const server = await startCodeServer();
    let browser: Browser | undefined;
    const stopped = new AbortController();
    const stop = (): void => {
        stopped.abort();
        if (browser === undefined) {
            process.exit(1);
        }
        // Its end closes the page, and with that ends the wait for the tests.
        void browser.close();
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
    try {
        browser = await launchChromium();
        return await runInWorkbench(await browser.newPage(), address(server, given));
    } catch (error) {
        if (stopped.signal.aborted) {
            return 1;
        }
        console.error(error);
        console.error(`The last lines of the server:\n${server.output().split('\n').slice(-40).join('\n')}`);
        return 1;
    } finally {
        await browser?.close();
        await server.dispose();
    }
}

process.exitCode = await main();
