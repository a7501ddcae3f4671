import * as vscode from 'vscode';
import { PHP_INI } from '../../../server/src/phpIni/protocol.ts';
import { messageOf } from '../failure.ts';

/** What the editor calls an ini file of which it knows nothing more. */
const plainLanguages: ReadonlySet<string> = new Set(['ini', 'properties', 'plaintext']);
/** Plain text is looked at only where its name speaks of one: `xdebug.ini.dist`. */
const nameOfIni = /\.ini(?:$|[.~_-])|^php[^/]*$/i;
/** Nothing that a person keeps as a file there. */
const otherSchemes: ReadonlySet<string> = new Set(['untitled', 'output', 'php-node']);

const REFUSED = 'phpIni.refused';
/** The newest of them are remembered. */
const MOST_REFUSED = 500;

interface ClaimsOptions {
    /** Remembers, for this workspace, which files are none of ours. */
    readonly state: vscode.Memento;
    readonly log: vscode.LogOutputChannel;
}

/**
 * Gives the language of php.ini to ini files that turn out to be PHP's when they are opened, as patterns of names
 * cannot tell them. Never to one that a person has an association for, nor again to one whose language a person has
 * changed back. Reads files, runs nothing, and works without trust.
 */
export class PhpIniClaims implements vscode.Disposable {
    private readonly state: vscode.Memento;
    private readonly log: vscode.LogOutputChannel;
    private readonly listeners: readonly vscode.Disposable[];
    private readonly looking = new Set<Promise<void>>();
    /**
     * Languages of documents that were closed just now: where one opens in the same breath, it got another language.
     */
    private readonly closing = new Map<string, string>();

    constructor({ state, log }: ClaimsOptions) {
        this.state = state;
        this.log = log;
        this.listeners = [
            vscode.workspace.onDidCloseTextDocument(({ uri, languageId }) => {
                const key = uri.toString();
                this.closing.set(key, languageId);
                queueMicrotask(() => this.closing.delete(key));
            }),
            vscode.workspace.onDidOpenTextDocument(document => {
                const before = this.closing.get(document.uri.toString());
                if (before === undefined) {
                    this.consider(document);
                } else {
                    this.noteChange(document, before);
                }
            }),
        ];
        vscode.workspace.textDocuments.forEach(document => {
            this.consider(document);
        });
    }

    dispose(): void {
        this.listeners.forEach(listener => {
            listener.dispose();
        });
    }

    /** Until all documents that have been opened so far have their language. */
    async settled(): Promise<void> {
        await Promise.all(this.looking);
    }

    /** Gives the document the language, unless it has a better one, or a person wants it otherwise. */
    async claim(document: vscode.TextDocument): Promise<void> {
        if (!document.isClosed && isPlain(document) && !isAssociated(document) && !this.isRefused(document.uri)) {
            await vscode.languages.setTextDocumentLanguage(document, PHP_INI);
        }
    }

    private consider(document: vscode.TextDocument): void {
        if (!isPlain(document) || otherSchemes.has(document.uri.scheme) || this.isRefused(document.uri)) {
            return;
        }
        const looking = this.look(document)
            .catch((error: unknown) => {
                this.log.error(
                    `Whether ${document.uri.toString()} is a php.ini was not found out: ${messageOf(error)}`,
                );
            })
            .finally(() => this.looking.delete(looking));
        this.looking.add(looking);
    }

    private async look(document: vscode.TextDocument): Promise<void> {
        const { isPhpIni } = await import('../../../server/src/phpIni/claim/claim.ts');
        const { uri } = document;
        const folders = (vscode.workspace.workspaceFolders ?? []).filter(folder => folder.uri.scheme === 'file');
        const isPhp = await isPhpIni({
            path: vscode.workspace.asRelativePath(uri, false),
            text: document.getText(),
            ...(uri.scheme === 'file' && {
                onDisk: { file: uri.fsPath, folders: folders.map(folder => folder.uri.fsPath) },
            }),
        });
        if (isPhp) {
            await this.claim(document);
        }
    }

    /** Somebody gave an open document another language: from ours to another it is none of ours any more. */
    private noteChange({ uri, languageId }: vscode.TextDocument, before: string): void {
        const key = uri.toString();
        const others = this.refused.filter(other => other !== key);
        if (before === PHP_INI) {
            void this.state.update(REFUSED, [key, ...others].slice(0, MOST_REFUSED));
        } else if (languageId === PHP_INI && this.isRefused(uri)) {
            void this.state.update(REFUSED, others);
        }
    }

    private isRefused(uri: vscode.Uri): boolean {
        return this.refused.includes(uri.toString());
    }

    private get refused(): readonly string[] {
        return this.state.get<readonly string[]>(REFUSED, []);
    }
}

function isPlain({ languageId, uri }: vscode.TextDocument): boolean {
    const isCandidate = plainLanguages.has(languageId);
    return languageId === 'plaintext' ? nameOfIni.test(uri.path.split('/').at(-1) ?? '') : isCandidate;
}

/** Whether a person has said, in `files.associations`, what files of that name are. */
function isAssociated(document: vscode.TextDocument): boolean {
    const associations = vscode.workspace.getConfiguration('files', document.uri).get<object>('associations', {});
    return Object.keys(associations).some(
        pattern => vscode.languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, document) > 0,
    );
}
