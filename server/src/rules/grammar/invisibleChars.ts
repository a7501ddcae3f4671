import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';

const blanks = '\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000';
const nothing = '\u00AD\u200B-\u200F\u2028\u2029\u202A-\u202E\u2060\uFEFF';
/** Joiners and marks of direction have their place in quoted text. */
const nothingInText = '\u200B\u2060\uFEFF';
const quotes = '\u201C\u201D\u201E\u201F\u00AB\u00BB\u2018\u2019\u201A\u201B';
const any = new RegExp(`[${blanks}${nothing}${quotes}]`);
const anyQuote = new RegExp(`[${quotes}]`);
const blank = new RegExp(`[${blanks}]`, 'g');
const invisible = new RegExp(`[${nothing}]`, 'g');
const invisibleInText = new RegExp(`[${nothingInText}]`, 'g');
const inQuotes = new RegExp(`^[${quotes}](.*)[${quotes}]$`, 's');

/** Characters that look like blanks, like nothing or like quotes, and are none to PHP. */
export const invisibleChars: Rule = {
    code: 'invisible-chars',
    severity: 'warning',
    title: 'Characters that are not what they look like',
    reason: 'To PHP a no-break space is no blank, a zero-width character is a character, and typographic quotes are no quotes: they become part of the name or of the value. They come from web pages and word processors. Within quotes only those that cannot be seen are reported.',
    link: 'https://www.php.net/manual/en/function.parse-ini-file.php',
    failing: [
        {
            text: 'session.name\u00A0= SHOP\n',
            marks: ['session.name\u00A0'],
            fixed: 'session.name = SHOP\n',
        },
        {
            text: 'session.name = \u201CSHOP\u201D\n',
            marks: ['\u201CSHOP\u201D'],
            fixed: 'session.name = "SHOP"\n',
        },
        {
            text: 'a = 1\n\uFEFFsession.name = SHOP\n',
            marks: ['\uFEFFsession.name'],
            fixed: 'a = 1\nsession.name = SHOP\n',
        },
        { text: 'session.name = SH\u200BOP\n', marks: ['SH\u200BOP'], fixed: 'session.name = SHOP\n' },
    ],
    passing: [
        { text: '\uFEFFsession.name = SHOP\n' },
        { text: '; a\u00A0comment, \u201Cquoted\u201D\nsession.name = SHOP ;\u00A0ours\n' },
        { text: 'error_prepend_string = "It\u2019s \u201Cbroken\u201D:\u00A0sorry"\n' },
        { text: 'user_agent = It\u2019s me\n' },
        { text: '\u00A0 = 1\n' },
    ],
    check({ document: { assignments, text } }) {
        const found: RuleDiagnostic[] = [];
        for (const node of assignments) {
            if (!node.reached) {
                continue;
            }
            for (const range of [nameWithBlanks(node), node.valueRange]) {
                const written = text.slice(range.start, range.end);
                const clean = any.test(written) ? cleaned(written, range.start === node.range.start) : undefined;
                if (clean !== undefined) {
                    found.push(diagnostic(range, clean));
                }
            }
        }
        return found;
    },
};

function nameWithBlanks({ range, nameRange }: AssignmentNode): Range {
    return { start: range.start, end: nameRange.end };
}

/** The text as it was meant; undefined where nothing is wrong with it. */
function cleaned(text: string, isName: boolean): string | undefined {
    const seen = text.replaceAll(/["']/.test(text) ? invisibleInText : invisible, '');
    if (isName) {
        const name = seen.replaceAll(blank, ' ');
        const meant = name.trimStart();
        return name === text || meant === '' ? undefined : meant;
    }
    // Blanks of all kinds, as JavaScript has it.
    const bare = seen.trim();
    const inner = inQuotes.exec(bare)?.[1];
    const clean = inner === undefined || anyQuote.test(inner) || /["\\$]/.test(inner) ? bare : `"${inner}"`;
    return clean === text ? undefined : clean;
}

function diagnostic(range: Range, clean: string): RuleDiagnostic {
    return {
        range,
        message:
            'This has characters that cannot be seen, or look like quotes and are none: PHP takes them for a part of it.',
        fixes: () => [{ title: 'Replace them', changes: [{ range, newText: clean }], preferred: true }],
    };
}
