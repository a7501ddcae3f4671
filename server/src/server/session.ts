import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from '../model/clientSupport.ts';
import { DocumentContext } from '../model/documentContext.ts';
import { factsFor } from '../model/facts.ts';
import type { ClusterFacts, ServerOptions, ServerSettings } from '../phpIni/protocol.ts';
import type { ToldBy } from '../phpIni/project/told.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { phpOfDocument, type PhpOfDocument, readVersion } from './phpOfDocument.ts';

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
    /** By document, what the files around it say of its PHP. */
    readonly #found = new Map<string, ToldBy>();
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

    /** What the files around a document say of its PHP. */
    setFound(uri: string, found: ToldBy | undefined): void {
        if (found) {
            this.#found.set(uri, found);
        } else {
            this.#found.delete(uri);
        }
        this.#known.delete(uri);
    }

    /** For which PHP a document is checked. */
    phpOf(uri: string, facts = factsFor(uri, this.#facts)): PhpOfDocument {
        return phpOfDocument({
            uri,
            settings: this.#settings,
            options: this.#options,
            facts,
            found: this.#found.get(uri),
        });
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
        const php = this.phpOf(document.uri, facts);
        const parsed = parsePhpIni(document.getText(), { phpVersion: readVersion(php) });
        const context = new DocumentContext(parsed, { uri: document.uri, facts, php });
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
        this.#found.delete(uri);
    }
}
