import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Debounce } from './debounce.ts';
import type { Failures } from './failures.ts';

/**
 * Milliseconds between the last keystroke and what is said about it, at the least; where saying it takes longer, as
 * long as it took the last time.
 */
const SHORTEST_DELAY = 2;

/** Tells the client what there is to say of documents; for clients that do not ask. */
export class Pushes {
    readonly #connection: Connection;
    readonly #failures: Failures;
    readonly #diagnose: (document: TextDocument) => Diagnostic[];
    readonly #debounce = new Debounce();
    readonly #took = new Map<string, number>();

    constructor(connection: Connection, failures: Failures, diagnose: (document: TextDocument) => Diagnostic[]) {
        this.#connection = connection;
        this.#failures = failures;
        this.#diagnose = diagnose;
    }

    /** When nothing has changed for a moment. */
    later(document: TextDocument): void {
        const { uri } = document;
        this.#debounce.run(uri, Math.max(SHORTEST_DELAY, this.#took.get(uri) ?? 0), () => {
            const start = performance.now();
            this.#send(document, this.#diagnose(document));
            this.#took.set(uri, performance.now() - start);
        });
    }

    /** Of a document that is closed nothing is said any more. */
    takeBack(document: TextDocument): void {
        this.#debounce.cancel(document.uri);
        this.#took.delete(document.uri);
        this.#send(document, []);
    }

    #send({ uri, version }: TextDocument, diagnostics: Diagnostic[]): void {
        this.#connection.sendDiagnostics({ uri, version, diagnostics }).catch((error: unknown) => {
            this.#failures.report('Sending diagnostics', error);
        });
    }
}
