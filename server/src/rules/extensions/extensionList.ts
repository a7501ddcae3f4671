import type { DocumentContext } from '../../model/documentContext.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { type ExtensionLine, extensionLines } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';

/** Each line loads one extension. */
export const extensionList: Rule = {
    code: 'extension-list',
    severity: 'error',
    title: 'Each line loads one extension only',
    reason: 'PHP takes all that stands behind `extension =` for the name of one file, and finds no such file: none of the extensions is loaded. Behind a `;` everything is a comment.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.extension',
    failing: [
        {
            text: 'extension = redis.so, igbinary.so\n',
            marks: ['redis.so, igbinary.so'],
            fixed: 'extension = redis.so\nextension = igbinary.so\n',
        },
        {
            text: 'extension=redis;extension=igbinary\n',
            marks: [';extension=igbinary'],
            fixed: 'extension=redis\nextension=igbinary\n',
        },
    ],
    passing: [
        { text: 'extension = redis ; extension = igbinary\n' },
        { text: 'extension = "C:\\Program Files\\PHP\\ext\\php_curl.dll"\n' },
    ],
    check(context) {
        return context.memo(extensionLines).flatMap(line => listed(context, line) ?? inComment(context, line) ?? []);
    },
};

function listed({ document: { eol } }: DocumentContext, { node, value }: ExtensionLine): RuleDiagnostic | undefined {
    if (!/^[\w.-]+(?:(?:\s*,\s*|\s+)[\w.-]+)+$/.test(value)) {
        return undefined;
    }
    const names = value.split(/[\s,]+/);
    return {
        range: node.valueRange,
        message: `PHP looks for one file of the name "${value}" and loads nothing. Write a line for each extension.`,
        fixes: () => [
            replacing('Write a line for each', node.range, names.map(name => `${node.name} = ${name}`).join(eol), true),
        ],
    };
}

function inComment({ document: { text, eol } }: DocumentContext, { node }: ExtensionLine): RuleDiagnostic | undefined {
    const { comment, valueRange } = node;
    if (
        comment?.start !== valueRange.end ||
        !/^;(?:zend_)?extension\s*=/i.test(text.slice(comment.start, comment.end))
    ) {
        return undefined;
    }
    const semicolon = { start: comment.start, end: comment.start + 1 };
    return {
        range: comment,
        message: 'The semicolon begins a comment: this extension is not loaded. Write a line for each extension.',
        fixes: () => [replacing('Begin a new line', semicolon, eol, true)],
    };
}
