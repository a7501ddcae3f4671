/** What server and client say to each other beyond the language server protocol: plain types, shared by both. */

/** Request: what PHP holds after it has read an open document. */
export const EVALUATE_REQUEST = 'phpIni/evaluate';

export interface EvaluateParams {
    readonly textDocument: { readonly uri: string };
}

export interface EvaluateResult {
    /** Of each name the last value; of `extension` every one. Arrays by element: `name[key]`. */
    readonly settings: readonly {
        readonly name: string;
        readonly value: string;
        /** From 1. */
        readonly line: number;
        /** The `HOST=…` or `PATH=…` that the setting is for; global without. */
        readonly section?: string;
    }[];
    /** PHP's message, and the line, from 1, that PHP names. */
    readonly error?: { readonly line: number; readonly message: string };
}

/** `initializationOptions`. */
export interface ServerOptions {
    /** `8.4`; what is not a version counts as the default. */
    readonly phpVersion?: string;
}
