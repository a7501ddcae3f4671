// The features as they are wired, without a process and a protocol between: what each handler answers, and what failed.
import type { Connection } from 'vscode-languageserver/node';
import { ResponseError } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientSupport } from '../../../server/src/model/clientSupport.ts';
import { Failures } from '../../../server/src/server/failures.ts';
import { registerFeatures } from '../../../server/src/server/features/features.ts';
import type { ClusterFacts, ServerSettings } from '../../../server/src/phpIni/protocol.ts';
import { Session } from '../../../server/src/server/session.ts';

type Handler = (params: unknown) => unknown;

export interface RecordedServer {
    /** By what the feature registered it with: `onHover`, `languages.inlayHint.on`. */
    readonly handlers: ReadonlyMap<string, Handler>;
    /** What the server would have pushed for the document. */
    diagnose(uri: string): unknown;
    open(uri: string, text: string): void;
    /** Replaces a stretch of the document, as an editor does. */
    change(uri: string, start: number, end: number, text: string): void;
    textOf(uri: string): string;
    close(uri: string): void;
    settings(settings: ServerSettings): void;
    facts(facts: ClusterFacts): void;
    /** What the server would have logged as failed. */
    readonly failures: readonly string[];
}

export function recordServer(): RecordedServer {
    const handlers = new Map<string, Handler>();
    const failures: string[] = [];
    const documents = new Map<string, TextDocument>();
    const client = clientSupport({
        textDocument: {
            hover: { contentFormat: ['markdown'] },
            completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
            documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
    });
    const session = new Session({ get: uri => documents.get(uri), all: () => [...documents.values()] }, client);
    const diagnose = registerFeatures({
        connection: recorder('', handlers) as Connection,
        session,
        failures: new Failures(message => failures.push(message)),
        refusal: message => new ResponseError(-32803, message),
        settled: () => undefined,
    });
    const documentOf = (uri: string): TextDocument => {
        const document = documents.get(uri);
        if (!document) {
            throw new Error(`${uri} is not open`);
        }
        return document;
    };
    return {
        handlers,
        failures,
        diagnose: uri => diagnose(documentOf(uri)),
        open: (uri, text) => {
            documents.set(uri, TextDocument.create(uri, uri.endsWith('.ini') ? 'php-ini' : 'plaintext', 1, text));
        },
        change: (uri, start, end, text) => {
            const document = documentOf(uri);
            const range = { start: document.positionAt(start), end: document.positionAt(end) };
            documents.set(uri, TextDocument.update(document, [{ range, text }], document.version + 1));
        },
        textOf: uri => documentOf(uri).getText(),
        close: uri => {
            documents.delete(uri);
            session.forget(uri);
        },
        settings: settings => {
            session.setSettings(settings);
        },
        facts: facts => {
            session.setFacts(facts);
        },
    };
}

/** Stands for a connection: notes every handler that something is registered with, by its path. */
function recorder(path: string, handlers: Map<string, Handler>): unknown {
    const register = (...args: unknown[]): void => {
        const handler = args.at(-1);
        if (typeof handler === 'function') {
            const [method] = args;
            handlers.set(typeof method === 'string' ? method : path, handler as Handler);
        }
    };
    return new Proxy(register, {
        get: (_, name) => recorder(path === '' ? String(name) : `${path}.${String(name)}`, handlers),
    });
}
