import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeServerEntry } from './codeServerInstall.ts';
import { projectPath } from '../run/paths.ts';
import { endedGroup, signalGroup } from '../run/processes.ts';

export interface CodeServer {
    /** `127.0.0.1:PORT`. */
    readonly authority: string;
    /** Its profile, and all else that is removed with it. */
    readonly folder: string;
    /** The last part of what the server and its extension host printed. */
    output(): string;
    dispose(): Promise<void>;
}

export interface CodeServerOptions {
    readonly environment?: Readonly<Record<string, string>>;
    /** Settings of the user; what would start downloads, questions and tours is off already. */
    readonly settings?: Readonly<Record<string, unknown>>;
    /**
     * The extension to have installed, as a user has it. Left out, the server obeys a test payload in the page's
     * address instead.
     */
    readonly extension?: string;
}

const startMs = 180_000;
const keptOutput = 200_000;

const quietSettings = {
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.enableExperiments': false,
    'chat.disableAIFeatures': true,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'git.enabled': false,
};

/** Starts a code-server with a profile of its own on a free port of this machine, and waits until it answers. */
export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
    const folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-code-'));
    const user = join(folder, 'User');
    await mkdir(user);
    await writeFile(join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));
    const extensions = join(folder, 'extensions');
    await mkdir(extensions);
    if (options.extension !== undefined) {
        await symlink(options.extension, join(extensions, basename(options.extension)));
    }
    const args = ['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--config', join(folder, 'config.yaml')];
    const folders = ['--user-data-dir', folder, '--extensions-dir', extensions];
    const off = ['telemetry', 'update-check', 'workspace-trust', 'getting-started-override'].map(
        name => `--disable-${name}`,
    );
    // Without the driver a built workbench ignores a payload; with it, it shows no notifications.
    const driver = options.extension === undefined ? ['--vscode-option', 'enable-smoke-test-driver'] : [];
    const child = spawn(
        process.execPath,
        [codeServerEntry, ...args, ...folders, ...off, '--ignore-last-opened', ...driver],
        {
            // A process group of its own, so that its extension hosts and terminals end with it.
            detached: true,
            stdio: ['ignore', 'pipe', 'pipe'],
            env: {
                ...process.env,
                PATH: projectPath(),
                EXTENSIONS_GALLERY: '{}',
                // Its sockets, and what tests put aside, go with the profile.
                TMPDIR: folder,
                XDG_RUNTIME_DIR: folder,
                ...options.environment,
            },
        },
    );
    const killNow = (): void => {
        signalGroup(child, 'SIGKILL');
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    process.once('exit', killNow);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (chunk: string) => (text = `${text}${chunk}`.slice(-keptOutput)));
    }
    const dispose = async (): Promise<void> => {
        await endedGroup(child);
        process.removeListener('exit', killNow);
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
        const authority = await listening(child, () => text);
        return { authority, folder, output: () => text, dispose };
    } catch (error) {
        await dispose();
        throw new Error(`code-server did not start: ${text}`, { cause: error });
    }
}

/**
 * The address that the server prints as soon as it listens: the system chooses the port, so that nobody else has it.
 */
async function listening(child: ChildProcess, output: () => string): Promise<string> {
    const end = Date.now() + startMs;
    while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
        const authority = /HTTP server listening on http:\/\/([\w.:]+)/.exec(output())?.[1];
        if (authority !== undefined) {
            return authority;
        }
        await delay(100);
    }
    throw new Error(`It ended, or did not listen within ${startMs / 1000} s`);
}
