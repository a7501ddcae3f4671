import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from '../model/clientSupport.ts';
import { DocumentContext } from '../model/documentContext.ts';
import { factsFor } from '../model/facts.ts';
import type { ClusterFacts, ServerOptions, ServerSettings } from '../phpIni/protocol.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';

interface Known {
    readonly version: number;
    readonly epoch: number;
    readonly context: DocumentContext;
}

interface OpenDocuments {
    get(uri: string): TextDocument | undefined;
    all(): TextDocument[];
}

/** What the client has said so far: documents, settings, facts. Each version of a document is parsed once. */
export class Session {
    readonly #documents: OpenDocuments;
    readonly #known = new Map<string, Known>();
    /** What the client can show. */
    readonly client: ClientSupport;
    readonly #options: ServerOptions;
    #settings: ServerSettings = {};
    #facts: ClusterFacts = { environments: [] };
    /** Grows with what changes the meaning of every document. */
    #epoch = 0;

    constructor(documents: OpenDocuments, client: ClientSupport, options: ServerOptions = {}) {
        this.#documents = documents;
        this.client = client;
        this.#options = options;
    }

    get settings(): ServerSettings {
        return this.#settings;
    }

    setSettings(settings: ServerSettings): void {
        this.#settings = settings;
        this.#epoch++;
    }

    setFacts(facts: ClusterFacts): void {
        this.#facts = facts;
        this.#epoch++;
    }

    /** Undefined for a document that is not open. */
    contextOf(uri: string): DocumentContext | undefined {
        const document = this.#documents.get(uri);
        return document && this.contextFor(document);
    }

    contextFor(document: TextDocument): DocumentContext {
        const known = this.#known.get(document.uri);
        if (known?.version === document.version && known.epoch === this.#epoch) {
            return known.context;
        }
        const facts = factsFor(document.uri, this.#facts);
        const phpVersion = this.#phpVersion(facts.node?.php?.version);
        const parsed = parsePhpIni(document.getText(), phpVersion === undefined ? {} : { phpVersion });
        const context = new DocumentContext(parsed, { uri: document.uri, facts });
        this.#known.set(document.uri, { version: document.version, epoch: this.#epoch, context });
        return context;
    }

    /** Of all open documents. */
    *contexts(): Generator<DocumentContext> {
        for (const document of this.#documents.all()) {
            yield this.contextFor(document);
        }
    }

    forget(uri: string): void {
        this.#known.delete(uri);
    }

    #phpVersion(ofNode: string | undefined): string | undefined {
        const setting = this.#settings.php?.version;
        return setting === undefined || setting === 'auto' ? (ofNode ?? this.#options.phpVersion) : setting;
    }
}
