import { constantsOf } from '../../phpIni/syntax/constants.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import type { Part } from '../../phpIni/syntax/value.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { isSecret } from '../../phpIni/secrets.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { isPlaceholder } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { quoted } from '../support/quoting.ts';

/** Outside of quotes, these characters make PHP compute, or begin a comment; nothing is reported. */
export const unquotedSpecial: Rule = {
    code: 'path-unquoted-special',
    severity: 'error',
    title: 'PHP computes with a value, or cuts it off',
    reason: 'Outside of quotes `& | ^ ~ !` and parentheses are operators: PHP takes both sides for numbers and stores the result, mostly `0`, without a message. A `;` begins a comment and cuts the value off. Paths, addresses, passwords and lists with such characters need quotes; `E_ALL & ~E_NOTICE` is meant to be computed and needs none.',
    link: 'https://www.php.net/manual/en/function.parse-ini-file.php',
    failing: [
        {
            text: 'user_agent = Mozilla|Firefox\n',
            marks: ['Mozilla|Firefox'],
            fixed: 'user_agent = "Mozilla|Firefox"\n',
        },
        { text: 'error_log = ~/php.log\n', marks: ['~/php.log'], fixed: 'error_log = "~/php.log"\n' },
        {
            text: 'include_path = .;C:\\php\\pear ; ours\n',
            marks: ['.;C:\\php\\pear'],
            fixed: 'include_path = ".;C:\\php\\pear" ; ours\n',
        },
        {
            text: 'disable_functions = exec;passthru;system\n',
            marks: ['exec;passthru;system'],
            fixed: 'disable_functions = "exec,passthru,system"\n',
        },
        {
            text: 'mysqli.default_pw = p#ss;word\n',
            marks: ['p#ss;word'],
            fixed: 'mysqli.default_pw = "p#ss;word"\n',
        },
    ],
    passing: [
        { text: 'error_reporting = E_ALL & ~E_NOTICE | E_STRICT\n' },
        { text: 'memory_limit = 128M;enough\n' },
        { text: 'mysqli.default_pw = secret ; of the shop\nmysqli.default_pw = secret;\n' },
        { text: 'error_log = "~/php.log"\n' },
        { text: 'include_path = . ;/usr/share/php\n' },
        { text: 'log_errors = !0\n' },
        { text: 'my.flags = 1 | 4\n' },
    ],
    check(context) {
        const found: RuleDiagnostic[] = [];
        for (const node of context.document.assignments) {
            if (node.reached && node.value.kind === 'expression') {
                const diagnostic = computed(context, node) ?? cutOff(context, node);
                if (diagnostic) {
                    found.push(diagnostic);
                }
            }
        }
        return found;
    },
};

function computed(context: DocumentContext, node: AssignmentNode): RuleDiagnostic | undefined {
    if (node.value.kind !== 'expression' || !node.value.steps.some(step => 'operator' in step)) {
        return undefined;
    }
    // What is wrong with the constants of a set of flags is another rule's business.
    const isNumber = context.directiveOf(node)?.type === 'bitmask' ? () => true : numberTest(context.phpVersion);
    const words = node.value.steps.every(step => 'operator' in step || isNumber(step.parts));
    if (words || isPlaceholder(node.rawValue)) {
        return undefined;
    }
    const stored = context.valueOf(node) ?? '';
    return withQuotes(
        node.valueRange,
        `Outside of quotes PHP computes with these characters: it stores ${stored === '' ? 'nothing' : stored}. Quote the value.`,
        node.rawValue,
    );
}

function numberTest(phpVersion: string): (parts: readonly Part[]) => boolean {
    const constants = constantsOf(phpVersion);
    return parts =>
        parts.every(part => {
            switch (part.kind) {
                case 'variable':
                    return true;
                case 'constant':
                    // Constants of extensions are not known here.
                    return constants.has(part.name) || /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(part.name);
                case 'text':
                    return /^[ \t]*(?:[+-]?\d+[ \t]*)?$/.test(part.text);
            }
        });
}

/** What stands right behind the `;` goes on with the value. */
function cutOff(context: DocumentContext, node: AssignmentNode): RuleDiagnostic | undefined {
    const { comment, valueRange } = node;
    if (comment?.start !== valueRange.end || valueRange.start === valueRange.end || isExtensionName(node.name)) {
        return undefined;
    }
    const directive = context.directiveOf(node);
    const { text } = context.document;
    const behind = /^[^\s;]*(?:;[^\s;]+)*/.exec(text.slice(comment.start + 1, comment.end))?.[0] ?? '';
    const end = comment.start + 1 + behind.length;
    const whole = text.slice(valueRange.start, end);
    const list = directive?.type === 'list' && /^\w+(?:,?;\w+)+;?$/.test(whole);
    // Where session files are kept has a rule of its own.
    const paths = directive?.type === 'pathList' && /^(?:[A-Za-z]:[\\/]|\.{0,2}[/\\]|\.\.?(?:;|$))/.test(behind);
    // A password, or a key, goes on behind it.
    const secret = isSecret(node.name) && behind !== '' && !/["']/.test(node.rawValue);
    if (!list && !paths && !secret) {
        return undefined;
    }
    const stored = secret ? 'what stands in front of it' : node.rawValue;
    return withQuotes(
        { start: valueRange.start, end },
        `Outside of quotes the ; begins a comment: PHP stores ${stored} only. Quote the value.`,
        list ? whole.replace(/;$/, '').replaceAll(/,?;/g, ',') : whole,
    );
}

function withQuotes(range: Range, message: string, value: string): RuleDiagnostic {
    const written = /["']/.test(value) ? undefined : quoted(value);
    return {
        range,
        message,
        ...(written !== undefined && { fixes: () => [replacing('Quote the value', range, written, true)] }),
    };
}
