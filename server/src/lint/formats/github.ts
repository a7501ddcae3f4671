import type { Severity } from '../../rules/rule.ts';
import type { LintResult } from '../finding.ts';

const commands: Readonly<Record<Severity, string>> = {
    error: 'error',
    warning: 'warning',
    information: 'notice',
    hint: 'notice',
};

/** Workflow commands, which GitHub shows beside the lines of a pull request; nothing where nothing was found. */
export function githubCommands({ findings }: LintResult): string {
    return findings
        .map(({ path, line, column, endLine, endColumn, severity, code, message }) => {
            const properties = { file: path, line, endLine, col: column, endColumn, title: code };
            const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
            return `::${commands[severity]} ${written.join(',')}::${data(message)}`;
        })
        .join('\n');
}

function data(text: string): string {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
