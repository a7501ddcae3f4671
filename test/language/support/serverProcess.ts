import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type {
    Diagnostic,
    InitializeParams,
    ProtocolConnection,
    PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import protocol from 'vscode-languageserver/node';

export interface BuiltServer {
    readonly file: string;
    remove(): Promise<void>;
}

/** The server's bundle as the package has it, in a folder of its own. */
export async function buildServer(): Promise<BuiltServer> {
    const folder = await mkdtemp(join(tmpdir(), 'php-ini-server-'));
    const file = join(folder, 'server.cjs');
    const entry = fileURLToPath(new URL('../../../server/src/server/main.ts', import.meta.url));
    await build({
        entryPoints: [entry],
        bundle: true,
        platform: 'node',
        format: 'cjs',
        outfile: file,
        logLevel: 'error',
    });
    return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

type Capabilities = InitializeParams['capabilities'];

/** A running server, and the client that talks to it. */
export class ServerProcess {
    readonly child: ChildProcess;
    readonly connection: ProtocolConnection;
    /** What the server logged. */
    readonly log: string[] = [];
    readonly exited: Promise<number | null>;
    readonly #published = new Map<string, Diagnostic[][]>();
    readonly #waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();

    private constructor(child: ChildProcess, connection: ProtocolConnection) {
        this.child = child;
        this.connection = connection;
        this.exited = new Promise(resolve => child.once('exit', resolve));
        connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
            this.#receive(params);
        });
        connection.onNotification('window/logMessage', (params: { message: string }) => {
            this.log.push(params.message);
        });
        connection.listen();
    }

    static overStdio(file: string): ServerProcess {
        const child = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        const reader = new protocol.StreamMessageReader(child.stdout);
        const writer = new protocol.StreamMessageWriter(child.stdin);
        return new ServerProcess(child, protocol.createProtocolConnection(reader, writer));
    }

    static overIpc(file: string): ServerProcess {
        const child = fork(file, ['--node-ipc'], { execPath: process.execPath, execArgv: [] });
        const reader = new protocol.IPCMessageReader(child);
        const writer = new protocol.IPCMessageWriter(child);
        return new ServerProcess(child, protocol.createProtocolConnection(reader, writer));
    }

    async initialize(
        capabilities: Capabilities = {},
        initializationOptions: unknown = {},
        folders: readonly string[] = [],
    ): Promise<Record<string, unknown>> {
        const workspaceFolders = folders.map(folder => ({ uri: pathToFileURL(folder).href, name: 'workspace' }));
        const params = {
            processId: process.pid,
            rootUri: null,
            capabilities,
            initializationOptions,
            ...(folders.length > 0 && { workspaceFolders }),
        };
        const result = await this.connection.sendRequest<{ capabilities: Record<string, unknown> }>(
            'initialize',
            params,
        );
        await this.connection.sendNotification('initialized', {});
        return result.capabilities;
    }

    async open(uri: string, text: string, languageId = 'php-ini'): Promise<void> {
        await this.connection.sendNotification('textDocument/didOpen', {
            textDocument: { uri, languageId, version: 1, text },
        });
    }

    /** The next diagnostics for the document that nobody has taken yet. */
    diagnostics(uri: string): Promise<Diagnostic[]> {
        const earlier = this.#published.get(uri)?.shift();
        return earlier ? Promise.resolve(earlier) : new Promise(resolve => this.#waiting.set(uri, resolve));
    }

    /** How many pushed diagnostics for the document nobody has taken yet. */
    pushes(uri: string): number {
        return this.#published.get(uri)?.length ?? 0;
    }

    /** As clients do at the end; the exit code. */
    async shutdown(): Promise<number | null> {
        await this.connection.sendRequest('shutdown');
        await this.connection.sendNotification('exit');
        return this.exited;
    }

    kill(): void {
        this.connection.dispose();
        this.child.kill('SIGKILL');
    }

    #receive({ uri, diagnostics }: PublishDiagnosticsParams): void {
        const waiting = this.#waiting.get(uri);
        if (waiting) {
            this.#waiting.delete(uri);
            waiting(diagnostics);
        } else {
            this.#published.set(uri, [...(this.#published.get(uri) ?? []), diagnostics]);
        }
    }
}
