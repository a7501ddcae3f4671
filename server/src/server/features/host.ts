import type { Connection, ResponseError } from 'vscode-languageserver/node';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { Failures } from '../failures.ts';
import type { Session } from '../session.ts';

/** What features are registered with. */
export interface FeatureHost {
    readonly connection: Connection;
    readonly session: Session;
    readonly failures: Failures;
    /** An error as the answer to a request. */
    readonly refusal: (message: string) => ResponseError;
    /** Until it is known which PHP reads a document; undefined where that is so already. */
    readonly settled: (uri: string) => Promise<void> | undefined;
}

interface AboutDocument {
    readonly textDocument: { readonly uri: string };
}

/**
 * A handler of requests about open documents: `fallback` for others, and where the answer fails, which is logged under
 * the feature's name.
 */
export function aboutDocument<Params extends AboutDocument, Result>(
    host: FeatureHost,
    feature: string,
    fallback: Result,
    answer: (context: DocumentContext, params: Params) => Result,
): (params: Params) => Result | Promise<Result> {
    return params =>
        whenSettled(host, params.textDocument.uri, () =>
            host.failures.guard(feature, fallback, () => {
                const context = host.session.contextOf(params.textDocument.uri);
                return context ? answer(context, params) : fallback;
            }),
        );
}

/** The answer, once it is known which PHP reads the document. */
export function whenSettled<Result>(
    { settled }: FeatureHost,
    uri: string,
    answer: () => Result,
): Result | Promise<Result> {
    const waiting = settled(uri);
    return waiting ? waiting.then(answer) : answer();
}
