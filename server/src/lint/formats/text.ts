import { severities, type LintResult } from '../finding.ts';

/** A line a finding, as compilers have them, and how many there are. */
export function plainText({ php, files, findings }: LintResult): string {
    const lines = findings.map(
        ({ path, line, column, severity, message, code }) =>
            `${path}:${line}:${column}: ${severity}: ${message} [${code}]`,
    );
    const counts = severities
        .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => `${count} ${plural(severity, count)}`);
    const found = counts.length === 0 ? 'nothing found' : counts.join(', ');
    return [...lines, `${files} ${files === 1 ? 'file' : 'files'}, read as by PHP ${php}: ${found}.`].join('\n');
}

function plural(severity: string, count: number): string {
    return count === 1 || severity === 'information' ? severity : `${severity}s`;
}
