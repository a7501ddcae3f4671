import type { LintResult } from '../finding.ts';
import { githubCommands } from './github.ts';
import { sarifLog } from './sarif.ts';
import { plainText } from './text.ts';

/** What is printed on standard output, without its last line ending. */
export const formats = {
    text: plainText,
    json: (result: LintResult) => JSON.stringify(result, undefined, 2),
    sarif: (result: LintResult) => JSON.stringify(sarifLog(result), undefined, 2),
    github: githubCommands,
} as const;

export type FormatName = keyof typeof formats;
