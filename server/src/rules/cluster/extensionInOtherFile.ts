import { removalFix } from '../support/fixes.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, LATER_INI, LATER_URI } from '../support/exampleNodes.ts';
import { extensionsOf } from '../support/nodeConfiguration.ts';
import { neighboursOf } from '../support/readTogether.ts';

const main = 'extension = memcached\n';
const facts = exampleFacts(examplePhp(main, { files: { [LATER_INI]: 'extension=memcached.so\n' } }));

/** Not the preferred fix: taken in both files, it would leave no line at all. */
export const extensionInOtherFile: Rule = {
    code: 'extension-in-other-file',
    severity: 'warning',
    title: 'Another file that PHP reads loads the same extension',
    reason: 'PHP loads an extension once. The second line makes PHP write *Module "…" is already loaded* with every start, in the log of Apache and in what the command line prints.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.extension',
    failing: [{ text: main, uri: EXAMPLE_URI, facts, marks: ['memcached'], fixed: '' }],
    passing: [
        { text: main },
        { text: 'extension = redis\n', uri: EXAMPLE_URI, facts },
        { text: main, uri: LATER_URI, facts: exampleFacts(examplePhp('', { files: { [LATER_INI]: main } })) },
    ],
    check(context) {
        const neighbours = neighboursOf(context);
        if (!neighbours) {
            return [];
        }
        return [...extensionsOf(context)].flatMap(([name, node]): RuleDiagnostic[] => {
            const other = neighbours.otherLoading(name);
            return other
                ? [
                      {
                          range: node.valueRange,
                          message: `${other.path}${neighbours.where} loads ${name} as well: PHP warns of the second one with every start.`,
                          related: [{ uri: other.uri, message: `${name} is loaded here, too.` }],
                          fixes: () => [removalFix(context, 'Remove this line', [node])],
                      },
                  ]
                : [];
        });
    },
};
