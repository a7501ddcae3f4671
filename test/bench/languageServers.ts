import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ServerProcess } from '../language/support/serverProcess.ts';
import { root } from '../support/run/paths.ts';
import { type Figure, median } from './figure.ts';
import { jsonDocument, type MeasuredDocument, phpIniDocument, schema, yamlDocument } from './languageDocuments.ts';
import { peerPrograms } from './languagePeers.ts';

const ROUNDS = 7;
/**
 * Requests of one kind to one server that has just been started: as many as somebody makes before they notice how fast
 * they are answered.
 */
const REPEATS = 7;
const STEP_MS = 30_000;

/**
 * Of a client that can what VS Code can, as far as what is measured goes; diagnostics are pushed, as the peers can
 * nothing else.
 */
const capabilities = {
    workspace: { configuration: true },
    textDocument: {
        completion: {
            completionItem: { snippetSupport: true, documentationFormat: ['markdown' as const] },
            completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
        },
        hover: { contentFormat: ['markdown' as const] },
    },
};

interface Server {
    readonly name: string;
    readonly program: string;
    readonly document: MeasuredDocument;
    readonly settings: object;
}

/** Milliseconds, and megabytes of memory in use at the end. */
interface Measured {
    readonly start: number;
    readonly open: number;
    readonly edit: number;
    readonly completion: number;
    readonly hover: number;
    readonly memory: number;
    /** How many items a completion had. */
    readonly items: number;
}

/**
 * Our server beside those of YAML and JSON, on documents of equal lines and keys: each started anew by turns, over
 * stdio, by the same client. For the build that is in dist/.
 */
export async function measureLanguageServers(): Promise<Figure[]> {
    const folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-bench-'));
    try {
        const schemaFile = join(folder, 'schema.json');
        await writeFile(schemaFile, JSON.stringify(schema()));
        const url = pathToFileURL(schemaFile).href;
        const ours: Server = {
            name: 'php.ini',
            program: join(root, 'dist', 'server.cjs'),
            document: phpIniDocument('8.4'),
            settings: {},
        };
        const yaml: Server = {
            name: 'yaml-language-server',
            program: peerPrograms.yaml,
            document: yamlDocument(),
            settings: { yaml: { schemas: { [url]: '*.yaml' }, validate: true, completion: true, hover: true } },
        };
        const json: Server = {
            name: 'vscode-json-languageserver',
            program: peerPrograms.json,
            document: jsonDocument(),
            settings: {
                json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], url, schema: schema() }] },
            },
        };
        const runs = new Map<Server, Measured[]>([ours, yaml, json].map(server => [server, []]));
        for (let round = 0; round < ROUNDS; round++) {
            for (const [server, measured] of runs) {
                measured.push(await measure(server, folder));
            }
        }
        return compare(ours, [yaml, json], runs);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

async function measure({ program, document, settings, name }: Server, folder: string): Promise<Measured> {
    const uri = pathToFileURL(join(folder, `measured.${document.extension}`)).href;
    const began = performance.now();
    const server = ServerProcess.overStdio(program);
    try {
        server.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
            items.map(({ section }) => (settings as Record<string, unknown>)[section] ?? null),
        );
        await within(server.initialize(capabilities, { writesBehindNames: true }), `${name} to start`);
        const start = performance.now() - began;
        await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
        const open = await timed(async () => {
            await server.open(uri, document.text, document.languageId);
            await within(server.diagnostics(uri), `${name} to diagnose`);
        });
        // Whatever a server does once, such as reading its schema, is done by now.
        await settled(server, uri, document, 1);
        const edit = await settled(server, uri, document, 2);
        const at = { textDocument: { uri }, position: { line: document.freeLine, character: 0 } };
        const [completion, items] = await repeated(() =>
            server.connection.sendRequest<{ items: unknown[] } | unknown[] | null>('textDocument/completion', at),
        );
        const [hover] = await repeated(() =>
            server.connection.sendRequest('textDocument/hover', {
                ...at,
                position: { line: document.keyLine, character: 5 },
            }),
        );
        return { start, open, edit, completion, hover, memory: memoryOf(server), items: countOf(items) };
    } finally {
        server.kill();
    }
}

/** The time from an edit to what is said about it: by turns one that is wrong and one that is right. The median. */
async function settled(server: ServerProcess, uri: string, document: MeasuredDocument, from: number): Promise<number> {
    const times: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
        const isWrong = turn % 2 === 0;
        const line = isWrong ? document.wrong : document.right;
        const old = isWrong ? document.right : document.wrong;
        times.push(
            await timed(async () => {
                await server.connection.sendNotification('textDocument/didChange', {
                    textDocument: { uri, version: from * 100 + turn },
                    contentChanges: [
                        {
                            range: {
                                start: { line: document.keyLine, character: 0 },
                                end: { line: document.keyLine, character: old.length },
                            },
                            text: line,
                        },
                    ],
                });
                const said = (diagnostics: readonly { range: { start: { line: number } } }[]): boolean =>
                    diagnostics.some(({ range }) => range.start.line === document.keyLine);
                for (;;) {
                    const diagnostics = await within(server.diagnostics(uri), `what is said about ${line}`);
                    if (said(diagnostics) === isWrong) {
                        return;
                    }
                }
            }),
        );
    }
    return median(times);
}

async function repeated<Result>(ask: () => Promise<Result>): Promise<[number, Result]> {
    const times: number[] = [];
    let result: Result | undefined;
    for (let repeat = 0; repeat < REPEATS; repeat++) {
        const start = performance.now();
        result = await ask();
        times.push(performance.now() - start);
    }
    return [median(times), result as Result];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
}

function within<Result>(promise: Promise<Result>, what: string): Promise<Result> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
        reject(new Error(`Waited ${STEP_MS} ms in vain for ${what}`));
    }, STEP_MS);
    return Promise.race([promise, late]).finally(() => {
        clearTimeout(timer);
    });
}

function memoryOf({ child }: ServerProcess): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
}

function countOf(list: { items: unknown[] } | unknown[] | null): number {
    return (Array.isArray(list) ? list : (list?.items ?? [])).length;
}

function compare(ours: Server, peers: readonly Server[], runs: ReadonlyMap<Server, readonly Measured[]>): Figure[] {
    const of = (server: Server, what: keyof Measured): number =>
        median((runs.get(server) ?? []).map(measured => measured[what]));
    const figure = (what: keyof Measured, title: string, share: number): Figure => {
        const best = peers.reduce((a, b) => (of(b, what) < of(a, what) ? b : a));
        const [mine, peer] = [of(ours, what), of(best, what)];
        const unit = what === 'memory' ? 'MB' : 'ms';
        return {
            what: `php.ini server, ${title}`,
            unit,
            ours: mine,
            peer,
            peerName: `${best.name}, the better of two`,
            goal: share < 1 ? `at most ${share} of the peer` : 'less than the peer',
            reached: share < 1 ? mine <= share * peer : mine < peer,
        };
    };
    const items = [ours, ...peers].map(server => `${of(server, 'items')}`).join(', ');
    return [
        figure('start', 'start to its first answer', 0.4),
        figure('open', 'opened document to diagnostics', 1),
        figure('edit', 'edit to diagnostics', 0.1),
        figure('completion', `completion (items of ours and the peers: ${items})`, 0.1),
        figure('hover', 'hover', 0.3),
        figure('memory', 'memory at the end', 1),
    ];
}
