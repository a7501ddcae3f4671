import { PHP_VERSION_NOTIFICATION, type PhpVersionParams } from '../phpIni/protocol.ts';
import { checkedVersion, type PhpOfDocument } from './phpOfDocument.ts';

/** Tells the client for which PHP a document is checked, where that is news to it. */
export class VersionNews {
    readonly #send: (method: string, params: PhpVersionParams) => void;
    /** By document. */
    readonly #told = new Map<string, string>();

    constructor(send: (method: string, params: PhpVersionParams) => void) {
        this.#send = send;
    }

    tell(uri: string, php: PhpOfDocument): void {
        const { version, possible, source } = php;
        const params = { uri, version, checkedAs: checkedVersion(php), possible, source };
        const text = JSON.stringify(params);
        if (this.#told.get(uri) !== text) {
            this.#told.set(uri, text);
            this.#send(PHP_VERSION_NOTIFICATION, params);
        }
    }

    forget(uri: string): void {
        this.#told.delete(uri);
    }
}
