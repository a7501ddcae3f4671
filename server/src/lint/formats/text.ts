import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import { severities, type LintResult } from '../finding.ts';

/** A line a finding, as compilers have them, and how many there are. */
export function plainText({ files, findings }: LintResult): string {
    const lines = findings.map(
        ({ path, line, column, severity, message, code }) =>
            `${path}:${line}:${column}: ${severity}: ${message} [${code}]`,
    );
    const counts = severities
        .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => `${count} ${plural(severity, count)}`);
    const found = counts.length === 0 ? 'nothing found' : counts.join(', ');
    const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
    const versions = [...new Set(files.map(({ php }) => php))].sort(compareVersions);
    const by = versions.length === 0 ? '' : `, read as by PHP ${versions.join(', ')}`;
    return [...lines, `${count}${by}: ${found}.`].join('\n');
}

function plural(severity: string, count: number): string {
    return count === 1 || severity === 'information' ? severity : `${severity}s`;
}
