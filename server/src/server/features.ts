import type { Connection, Diagnostic, ResponseError } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentContext } from '../model/documentContext.ts';
import type { Failures } from './failures.ts';
import {
    EVALUATE_REQUEST,
    type EvaluateParams,
    type EvaluateResult,
    RULE_REQUEST,
    type RuleParams,
    RULES_REQUEST,
    type RuleSummary,
} from '../phpIni/protocol.ts';
import { ruleDocumentation } from '../rules/documentation.ts';
import { rules } from '../rules/table.ts';
import { codeActions } from '../service/codeActions.ts';
import { codeLenses } from '../service/codeLenses.ts';
import { complete, resolveCompletion } from '../service/completion/complete.ts';
import { diagnose } from '../service/diagnostics.ts';
import { find, type RuleFinding } from '../service/findings.ts';
import { documentLinks } from '../service/documentLinks.ts';
import { foldingRanges } from '../service/folding.ts';
import { format } from '../service/formatting/formatting.ts';
import { hover } from '../service/hover/hover.ts';
import { inlayHints } from '../service/inlayHints.ts';
import { documentHighlights, references } from '../service/occurrences.ts';
import { prepareRename, rename, RenameRefused } from '../service/rename.ts';
import { selectionRanges } from '../service/selectionRanges.ts';
import { semanticTokens } from '../service/semanticTokens/semanticTokens.ts';
import { documentSymbols, flatSymbols } from '../service/symbols/symbols.ts';
import { workspaceSymbols } from '../service/symbols/workspaceSymbols.ts';
import type { Session } from './session.ts';
import { evaluate } from '../phpIni/syntax/evaluate.ts';

interface AboutDocument {
    readonly textDocument: { readonly uri: string };
}

export interface FeatureHost {
    readonly connection: Connection;
    readonly session: Session;
    readonly failures: Failures;
    /** An error as the answer to a request. */
    readonly refusal: (message: string) => ResponseError;
}

/** What is to be said of a document. */
export type Diagnose = (document: TextDocument) => Diagnostic[];

/** Answers what clients ask about open documents; about others: nothing, or null. Returns what diagnostics are pushed with. */
export function registerFeatures({ connection, session, failures, refusal }: FeatureHost): Diagnose {
    const about = <Params extends AboutDocument, Result>(
        what: string,
        fallback: Result,
        answer: (context: DocumentContext, params: Params) => Result,
    ): ((params: Params) => Result) => {
        return params => {
            const { uri } = params.textDocument;
            return failures.guard(what, fallback, () => {
                const context = session.contextOf(uri);
                return context ? answer(context, params) : fallback;
            });
        };
    };

    let completed = '';
    connection.onCompletion(
        about('Completion', null, (context, { position }) => {
            // Clients resolve items of the list that they got last.
            completed = context.uri;
            return complete(context, position, session.client);
        }),
    );
    connection.onCompletionResolve(item =>
        failures.guard('Completion details', item, () => {
            const context = session.contextOf(completed);
            return context ? resolveCompletion(item, context, session.client) : item;
        }),
    );
    connection.onHover(
        about(
            'Hover',
            null,
            (context, { position }) =>
                hover(context, position, session.client.hoverMarkdown ? 'markdown' : 'plaintext') ?? null,
        ),
    );
    connection.onCodeAction(
        about('Code actions', [], (context, { range, context: { only } }) =>
            codeActions(context, {
                range,
                ...(only && { only }),
                findings: findingsOf(context, session, failures),
            }),
        ),
    );
    connection.onDocumentSymbol(
        about('Symbols', [], context =>
            session.client.hierarchicalSymbols ? documentSymbols(context) : flatSymbols(context),
        ),
    );
    connection.onWorkspaceSymbol(({ query }) =>
        failures.guard('Workspace symbols', [], () => workspaceSymbols(session.contexts(), query)),
    );
    connection.onFoldingRanges(
        about('Folding', [], context => foldingRanges(context, { limit: session.client.foldingLimit })),
    );
    connection.onSelectionRanges(
        about('Selection', null, (context, { positions }) => selectionRanges(context, positions)),
    );
    connection.onDocumentFormatting(
        about('Formatting', [], (context, { options }) => format(context, { ...session.settings.format, ...options })),
    );
    connection.onDocumentRangeFormatting(
        about('Formatting', [], (context, { options, range }) =>
            format(context, { ...session.settings.format, ...options }, range),
        ),
    );
    connection.languages.semanticTokens.on(about('Semantic tokens', { data: [] }, context => semanticTokens(context)));
    connection.languages.semanticTokens.onRange(
        about('Semantic tokens', { data: [] }, (context, { range }) => semanticTokens(context, range)),
    );
    connection.onDocumentLinks(about('Links', [], context => documentLinks(context)));
    connection.languages.inlayHint.on(about('Inlay hints', [], (context, { range }) => inlayHints(context, range)));
    connection.onCodeLens(about('Code lenses', [], context => codeLenses(context)));
    connection.onDocumentHighlight(
        about('Highlights', [], (context, { position }) => documentHighlights(context, position)),
    );
    connection.onReferences(
        about('References', [], (context, { position, context: options }) =>
            references(context, position, session.contexts(), options),
        ),
    );
    connection.onPrepareRename(
        about('Rename', null, (context, { position }) => prepareRename(context, position) ?? null),
    );
    connection.onRenameRequest(({ textDocument, position, newName }) => {
        const context = session.contextOf(textDocument.uri);
        try {
            return context ? (rename(context, position, newName) ?? null) : null;
        } catch (error) {
            if (error instanceof RenameRefused) {
                return refusal(error.message);
            }
            throw error;
        }
    });
    connection.onRequest(RULES_REQUEST, summaries);
    connection.onRequest(RULE_REQUEST, (params: Partial<RuleParams> | null): string | null =>
        failures.guard('Documentation of a rule', null, () => ruleDocumentation(params?.code ?? '') ?? null),
    );
    connection.onRequest(EVALUATE_REQUEST, (params: Partial<EvaluateParams> | null): EvaluateResult | ResponseError => {
        const uri = params?.textDocument?.uri;
        const context = uri === undefined ? undefined : session.contextOf(uri);
        return context ? evaluate(context.document) : refusal(`No open document ${uri ?? ''} to evaluate`);
    });

    const diagnosticsOf = (context: DocumentContext): Diagnostic[] =>
        failures.guard('Diagnostics', [], () => diagnose(context, findingsOf(context, session, failures)));
    connection.languages.diagnostics.on(({ textDocument }) => {
        const context = session.contextOf(textDocument.uri);
        return { kind: 'full', items: context ? diagnosticsOf(context) : [] };
    });
    return document => diagnosticsOf(session.contextFor(document));
}

function summaries(): RuleSummary[] {
    return rules
        .map(({ code, title, severity }) => ({ code, title, severity }))
        .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const findings = new WeakMap<DocumentContext, readonly RuleFinding[]>();

/** What the rules find in the document, worked out once for diagnostics and code actions. */
function findingsOf(context: DocumentContext, session: Session, failures: Failures): readonly RuleFinding[] {
    const known = findings.get(context);
    if (known) {
        return known;
    }
    const { severity } = session.settings.diagnostics ?? {};
    const found = find(context, {
        ...(severity && { severities: severity }),
        onFailure: (rule, error) => {
            failures.report(`Rule ${rule.code}`, error);
        },
    });
    findings.set(context, found);
    return found;
}
