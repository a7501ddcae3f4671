import type { CodeAction, Range } from 'vscode-languageserver';
import type { DocumentContext } from '../documentContext.ts';
import type { RuleFinding } from './findings.ts';

export interface CodeActionRequest {
    readonly range: Range;
    /** Kinds that the client asks for, `quickfix` or `source.fixAll`; all where it does not say. */
    readonly only?: readonly string[];
    /** Of the whole document. */
    readonly findings: readonly RuleFinding[];
    readonly documentVersion: number;
}

export function codeActions(_context: DocumentContext, _request: CodeActionRequest): CodeAction[] {
    return [];
}
