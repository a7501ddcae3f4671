import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientSupport } from '../model/clientSupport.ts';
import { DocumentContext } from '../model/documentContext.ts';
import { embeddedContexts } from '../model/embeddedContexts.ts';
import { type DocumentFacts, factsFor } from '../model/facts.ts';
import type { AuditProfile } from '../phpIni/audit.ts';
import { type ClusterFacts, PHP_INI, type ServerOptions, type ServerSettings } from '../phpIni/protocol.ts';
import type { ToldBy } from '../phpIni/project/told.ts';
import { parsePhpIni } from '../phpIni/syntax/document.ts';
import { readVersion } from '../phpIni/versions.ts';
import { phpOfDocument, type PhpOfDocument } from './phpOfDocument.ts';

interface Known {
    readonly version: number;
    readonly epoch: number;
    /** Of a php.ini itself. */
    readonly context: DocumentContext | undefined;
    /** Of the settings that a file of others embeds, scope by scope. */
    readonly embedded: readonly DocumentContext[];
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
    #beaters: (uri: string) => DocumentFacts['beatenBy'] = () => undefined;
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

    /** What beats a php.ini, by its address. */
    setBeaters(beaters: (uri: string) => DocumentFacts['beatenBy']): void {
        this.#beaters = beaters;
        this.#epoch++;
    }

    /** Of an open php.ini; undefined for a file that only embeds settings, and for what is not open. */
    contextOf(uri: string): DocumentContext | undefined {
        const document = this.#documents.get(uri);
        return document && this.#read(document).context;
    }

    /** The php.ini, or each scope of a file that embeds settings. */
    contextsOf(uri: string): readonly DocumentContext[] {
        const document = this.#documents.get(uri);
        return document ? this.contextsFor(document) : [];
    }

    contextsFor(document: TextDocument): readonly DocumentContext[] {
        const { context, embedded } = this.#read(document);
        return context ? [context] : embedded;
    }

    /** As `contextsOf`, where somebody types at the position. */
    draftsOf(uri: string, position: Position): readonly DocumentContext[] {
        const document = this.#documents.get(uri);
        const { context } = document ? this.#read(document) : {};
        return !document || context
            ? this.contextsOf(uri)
            : (this.#embedded(document, document.offsetAt(position)) ?? []);
    }

    /** Of every open php.ini. */
    *contexts(): Generator<DocumentContext> {
        for (const document of this.#documents.all()) {
            const { context } = this.#read(document);
            if (context) {
                yield context;
            }
        }
    }

    forget(uri: string): void {
        this.#known.delete(uri);
        this.#found.delete(uri);
    }

    /** Each version once. */
    #read(document: TextDocument): Known {
        const { uri, version } = document;
        const known = this.#known.get(uri);
        if (known?.version === version && known.epoch === this.#epoch) {
            return known;
        }
        const embedded = this.#embedded(document);
        const read: Known = {
            version,
            epoch: this.#epoch,
            context: embedded ? undefined : this.#phpIni(document),
            embedded: embedded ?? [],
        };
        this.#known.set(uri, read);
        return read;
    }

    #phpIni(document: TextDocument): DocumentContext {
        const around = this.#around(document);
        const beatenBy = this.#beaters(document.uri);
        const facts = beatenBy ? { ...around.facts, beatenBy } : around.facts;
        const parsed = parsePhpIni(document.getText(), { phpVersion: readVersion(around.php) });
        return new DocumentContext(parsed, { ...around, facts });
    }

    /** What the client itself takes for a php.ini is one, whatever it is called. */
    #embedded(document: TextDocument, draft?: number): readonly DocumentContext[] | undefined {
        return document.languageId === PHP_INI
            ? undefined
            : embeddedContexts(document.getText(), { ...this.#around(document), draft });
    }

    /** What there is to know of a document besides its text. */
    #around({ uri }: TextDocument) {
        const facts = factsFor(uri, this.#facts);
        return { uri, facts, php: this.phpOf(uri, facts), profile: this.#profileFor(facts) };
    }

    /** What somebody has chosen for the environment of the node that a file lies on, else for all files. */
    #profileFor({ environment }: DocumentFacts): AuditProfile | undefined {
        const { profile, environments = {} } = this.#settings.audit ?? {};
        const own =
            environment && Object.hasOwn(environments, environment.name) ? environments[environment.name] : undefined;
        return own === 'off' ? undefined : (own ?? profile);
    }
}
