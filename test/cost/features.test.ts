import { describe, it } from 'mocha';
import { assertLinear } from './linear.ts';
import { rules } from '../../server/src/rules/table.ts';
import { recordServer } from '../language/support/recordedServer.ts';

const uri = 'php-node://shop/application/1/etc/php/8.4/apache2/php.ini';

/** Documents that grow, each in a way of its own. */
const documents: Readonly<Record<string, (lines: number) => string>> = {
    'directives of different names': lines => repeat(lines, line => `name${line}.x = "value ${line}" ; why\n`),
    'one directive again and again': lines => 'session.save_path = "a:11211,b:11211"\n'.repeat(lines),
    'one name in many cases of letters': lines => repeat(lines, line => `Memory_Limit${line % 7} = 1\n`),
    'directives that are switched off': lines => repeat(lines, line => `;name${line} = value\n`),
    'comments and blank lines': lines => '; prose about something or other\n\n'.repeat(lines / 2),
    'variables that refer to each other': lines => repeat(lines, line => `a${line} = \${a${line - 1}}\${HOME}\n`),
    'one variable everywhere': lines => '[a]\nx = ${HOME}\n'.repeat(lines / 2),
    'headings': lines => repeat(lines, line => `[Section ${line % 100}]\n`),
    'hosts': lines => repeat(lines / 2, line => `[HOST=h${line}.example]\nmemory_limit = 1\n`),
    'extensions': lines => repeat(lines, line => `extension = module${line}\n`),
    'the same extension': lines => 'extension = memcached\n'.repeat(lines),
    'arrays': lines => repeat(lines, line => `k[${line}] = 1\n`),
    'an error in every line': lines => 'x = a=b\n'.repeat(lines),
    'what is switched off by comments': lines => '; php-ini-disable-next-line unknown-directive\nzzz = 1\n'.repeat(lines / 2),
    'one long value': lines => `session.save_path = "${'h:1,'.repeat(lines * 5)}"\n`,
    'one long value with many variables': lines => `x = "${'${A:-b} '.repeat(lines)}"\n`,
    'one long expression': lines => `error_reporting = ${'E_ALL & '.repeat(lines)}1\n`,
    'one long comment': lines => `; ${'a = b '.repeat(lines * 5)}\n`,
    'long blanks': lines => `a =${' '.repeat(lines * 10)}b${' '.repeat(lines * 10)};\n`,
    'every failing example of the rules': lines =>
        repeat(lines / 100, () => rules.map(({ failing: [{ text }] }) => `${text.replaceAll('(', '')}\n`).join('')),
}; // prettier-ignore

function repeat(times: number, line: (index: number) => string): string {
    return Array.from({ length: Math.ceil(times) }, (_, index) => line(index)).join('');
}

describe('the cost of everything that is asked about a document', () => {
    for (const [name, text] of Object.entries(documents)) {
        it(`is linear in ${name}`, () => {
            assertLinear(lines => askedAbout(text(lines)), 400);
        });
    }
});

/** Opens the document, and asks each feature once. */
function askedAbout(text: string): () => void {
    return () => {
        const server = recordServer();
        server.open(uri, text);
        const lines = text.split('\n').length;
        const end = { line: lines, character: 0 };
        const position = { line: Math.floor(lines / 2), character: 3 };
        const asked = {
            textDocument: { uri },
            position,
            positions: [position],
            range: { start: { line: 0, character: 0 }, end },
            query: 'a',
            newName: 'b',
            options: { tabSize: 4, insertSpaces: true },
            context: { diagnostics: [], includeDeclaration: true },
        };
        server.diagnose(uri);
        for (const [feature, handler] of server.handlers) {
            if (feature !== 'onCompletionResolve') {
                handler(asked);
            }
        }
    };
}
