import { findDirective } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, TextChange } from '../../phpIni/syntax/nodes.ts';
import type { Fix, RuleDiagnostic, Rule } from '../rule.ts';
import { replacing } from '../support/fixes.ts';

/** A quote that is not closed on its line goes on, over other settings, to the next quote. */
export const swallowedLines: Rule = {
    code: 'swallowed-lines',
    severity: 'error',
    title: 'A value goes on over the settings below it',
    reason: 'Quoted values may span lines. Where a closing quote is missing, the value goes on to the next quote in the file, and the settings in between become part of it: PHP ignores them without a message. A `$` at the end of a value without quotes takes the next line in as well.',
    link: 'https://www.php.net/manual/en/function.parse-ini-file.php',
    failing: [
        {
            text: "error_log = 'php.log\nlog_errors = On\nuser_agent = 'PHP\n",
            marks: ["'php.log\nlog_errors = On\nuser_agent = 'PHP"],
            fixed: "error_log = 'php.log'\nlog_errors = On\nuser_agent = 'PHP'\n",
        },
        {
            text: "error_log = 'php.log\nlog_errors = On\nuser_agent = 'PHP'\nmemory_limit = 1G\n",
            marks: ["'php.log\nlog_errors = On\nuser_agent = 'PHP"],
            fixed: "error_log = 'php.log'\nlog_errors = On\nuser_agent = 'PHP'\nmemory_limit = 1G\n",
        },
        {
            text: 'user_agent = cash$\nlog_errors\nmemory_limit = 1G\n',
            marks: ['cash$\nlog_errors'],
            fixed: 'user_agent = "cash$"\nlog_errors\nmemory_limit = 1G\n',
        },
    ],
    passing: [
        { text: 'error_prepend_string = "<style>\np { color = red }\n</style>"\n' },
        { text: 'error_log = "/var/log/php.log"\nlog_errors = On\n' },
    ],
    check(context) {
        const found: RuleDiagnostic[] = [];
        for (const node of context.document.assignments) {
            const first = node.reached ? node.rawValue.search(/[\r\n]/) : -1;
            if (first >= 0 && namesDirective(node.rawValue.slice(first))) {
                found.push(diagnostic(context, node, first));
            }
        }
        return found;
    },
};

/** A line that begins with the name of a directive that PHP knows, and not only by chance. */
function namesDirective(lines: string): boolean {
    return [...lines.matchAll(/[\r\n][ \t]*([A-Za-z_][\w.]*)[ \t]*(?=[=\r\n]|$)/g)].some(
        ([, name = '']) => /[._]/.test(name) && findDirective(name) !== undefined,
    );
}

function diagnostic(context: DocumentContext, node: AssignmentNode, first: number): RuleDiagnostic {
    const { lines } = context.document;
    const last = lines.lineAt(node.valueRange.end) + 1;
    return {
        range: node.valueRange,
        message: `The value goes on to line ${last}: PHP does not read the settings in between. Close it on its own line.`,
        fixes: () => fixes(context, node, first),
    };
}

function fixes(context: DocumentContext, { valueRange, rawValue }: AssignmentNode, first: number): Fix[] {
    const own = rawValue.slice(0, first).trimEnd();
    const [quote = ''] = /^["']/.exec(own) ?? [];
    const end = valueRange.start + own.length;
    if (quote === '') {
        return [replacing('Quote the value', { start: valueRange.start, end }, `"${own}"`, true)];
    }
    // The quote that was to open the last value has closed this one: without it, the last is the one that is left open.
    const closing = [end, valueRange.end].map(offset => ({ range: { start: offset, end: offset }, newText: quote }));
    const changes = [closing.slice(0, 1), closing].find(some => isReadAsFar(context, some));
    return changes ? [{ title: 'Close the quotes', changes, preferred: true }] : [];
}

function isReadAsFar(context: DocumentContext, changes: readonly TextChange[]): boolean {
    const { document } = context;
    const text = changes.reduceRight(
        (changed, { range, newText }) => changed.slice(0, range.start) + newText + changed.slice(range.end),
        document.text,
    );
    return (document.error ?? document.silentEnd) !== undefined || readsToTheEnd(context.withText(text));
}

function readsToTheEnd({ document: { error, silentEnd } }: DocumentContext): boolean {
    return error === undefined && silentEnd === undefined;
}
