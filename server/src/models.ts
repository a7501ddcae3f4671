import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type PhpIniDocument, parsePhpIni } from './syntax/document.ts';

/** The parsed form of each open document; parsed once a version. */
export class Models {
    readonly #models = new Map<string, { readonly version: number; readonly model: PhpIniDocument }>();
    #phpVersion: string | undefined;

    /** Which PHP reads the documents; forgets what was parsed for another. */
    setPhpVersion(phpVersion: string | undefined): void {
        this.#phpVersion = phpVersion;
        this.#models.clear();
    }

    get(document: TextDocument): PhpIniDocument {
        const known = this.#models.get(document.uri);
        if (known?.version === document.version) {
            return known.model;
        }
        const model = parsePhpIni(
            document.getText(),
            this.#phpVersion === undefined ? {} : { phpVersion: this.#phpVersion },
        );
        this.#models.set(document.uri, { version: document.version, model });
        return model;
    }

    forget(uri: string): void {
        this.#models.delete(uri);
    }
}
