import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, Severity } from '../../rules/rule.ts';
import { rules } from '../../rules/table.ts';
import type { Finding, LintResult } from '../finding.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
    error: 'error',
    warning: 'warning',
    information: 'note',
    hint: 'note',
};

/** SARIF 2.1.0: one run, and of the rules those that found something. */
export function sarifLog({ findings }: LintResult): object {
    const used = rules.filter(({ code }) => findings.some(finding => finding.code === code));
    const places = new Map(used.map(({ code }, index) => [code, index]));
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'php-ini-lint', rules: used.map(described) } },
                columnKind: 'utf16CodeUnits',
                results: findings.map(finding => resultOf(finding, places.get(finding.code) ?? -1)),
            },
        ],
    };
}

function described({ code, title, reason, link, severity }: Rule): object {
    return {
        id: code,
        shortDescription: { text: `${title}.` },
        fullDescription: { text: plain(reason), markdown: reason },
        defaultConfiguration: { level: levels[severity] },
        ...(link !== undefined && { helpUri: link }),
    };
}

/** Without the marks of Markdown, which rules use for code and strong words only. */
function plain(markdown: string): string {
    return markdown.replaceAll(/[`*]/g, '');
}

function resultOf(finding: Finding, ruleIndex: number): object {
    const { path, line, column, endLine, endColumn, severity, code, message } = finding;
    return {
        ruleId: code,
        ruleIndex,
        level: levels[severity],
        message: { text: message },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(path) },
                    region: { startLine: line, startColumn: column, endLine, endColumn },
                },
            },
        ],
    };
}

/** Relative where the path is, so that it holds wherever the sources lie. */
function uriOf(path: string): string {
    return isAbsolute(path) ? pathToFileURL(path).href : path.split(sep).map(encodeURIComponent).join('/');
}
