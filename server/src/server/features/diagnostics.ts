import type { Diagnostic } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentContext } from '../../model/documentContext.ts';
import { codeActions } from '../../service/codeActions.ts';
import { diagnose } from '../../service/diagnostics.ts';
import { checkDocument, type RatedDiagnostic } from '../../service/ruleDiagnostics.ts';
import { type FeatureHost, whenSettled } from './host.ts';

/** What is to be said of a document. */
export type Diagnose = (document: TextDocument) => Diagnostic[];

/**
 * Diagnostics for clients that ask for them, and the actions that mend what they are about. Returns what diagnostics
 * are pushed with.
 */
export function registerDiagnostics(host: FeatureHost): Diagnose {
    const { connection, session, failures } = host;
    const known = new WeakMap<DocumentContext, readonly RatedDiagnostic[]>();
    /** Worked out once for diagnostics and code actions. */
    const rated = (context: DocumentContext): readonly RatedDiagnostic[] => {
        const found = known.get(context) ?? checkedBy(host, context);
        known.set(context, found);
        return found;
    };
    const diagnosticsOf = (contexts: readonly DocumentContext[]): Diagnostic[] =>
        contexts.flatMap(context => failures.guard('Diagnostics', [], () => diagnose(context, rated(context))));
    connection.languages.diagnostics.on(({ textDocument: { uri } }) =>
        whenSettled(host, uri, () => ({ kind: 'full', items: diagnosticsOf(session.contextsOf(uri)) })),
    );
    connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
        whenSettled(host, uri, () =>
            session.contextsOf(uri).flatMap(context =>
                failures.guard('Code actions', [], () =>
                    codeActions(context, {
                        range,
                        ...(only && { only }),
                        diagnostics: rated(context),
                        check: other => checkedBy(host, other),
                    }),
                ),
            ),
        ),
    );
    return document => diagnosticsOf(session.contextsFor(document));
}

function checkedBy({ session, failures }: FeatureHost, context: DocumentContext): readonly RatedDiagnostic[] {
    const { severity } = session.settings.diagnostics ?? {};
    return checkDocument(context, {
        ...(severity && { severities: severity }),
        onFailure: (rule, error) => {
            failures.report(`Rule ${rule.code}`, error);
        },
    });
}
