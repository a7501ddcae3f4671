import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import { isMasked } from '../../phpIni/masked.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { valueOrName } from '../support/assignments.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { meansTheSame } from '../support/values.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, LATER_INI, LATER_URI } from '../support/exampleNodes.ts';
import { neighboursOf, type Neighbours, type TogetherFile } from '../support/readTogether.ts';

const main = 'session.gc_maxlifetime = 1440\n';
const facts = exampleFacts(examplePhp(main, { files: { [LATER_INI]: 'session.gc_maxlifetime = 3600\n' } }));

const link = 'https://www.php.net/manual/en/configuration.file.php#configuration.file.scan';

/** Of files on a node, and of a folder that is read as a whole: php.ini is read first, and what conf.d says counts. */
export const overridden: Rule = {
    code: 'overridden',
    severity: 'warning',
    title: 'A file that PHP reads later sets another value',
    reason: 'PHP reads php.ini first, and then the `.ini` files of its scan directory in the order of their names. The last assignment of a directive counts: what an earlier file says has no effect.',
    link,
    failing: [{ text: main, uri: EXAMPLE_URI, facts, marks: ['1440'] }],
    passing: [
        { text: main },
        { text: 'session.gc_maxlifetime = 3600\n', uri: EXAMPLE_URI, facts },
        { text: 'session.gc_maxlifetime = 3600\n', uri: LATER_URI, facts },
        { text: 'session.name = A\n', uri: EXAMPLE_URI, facts },
    ],
    check(context) {
        const neighbours = neighboursOf(context);
        return laterSettings(context, neighbours).flatMap(({ mine, value, file }): RuleDiagnostic[] =>
            isMasked(value) || meansTheSame(mine.node.name, mine.value, value)
                ? []
                : [
                      {
                          range: valueOrName(mine.node),
                          message: `Without effect${neighbours?.where ?? ''}: ${file.path}, which PHP reads later, sets ${mine.node.name} to "${value}".`,
                          tag: 'unnecessary',
                          related: [{ uri: file.uri, message: `${mine.node.name} is "${value}" here.` }],
                      },
                  ],
        );
    },
};

/** The same is not wrong, and the next one who changes the first changes nothing. */
export const overriddenSame: Rule = {
    code: 'overridden-same-value',
    severity: 'hint',
    title: 'A file that PHP reads later sets the same value',
    reason: 'PHP reads php.ini first, and then the `.ini` files of its scan directory in the order of their names; the last assignment counts. Here they agree; the next one who changes the first of them changes nothing.',
    link,
    failing: [{ text: 'session.gc_maxlifetime = 3600\n', uri: EXAMPLE_URI, facts, marks: ['session.gc_maxlifetime'] }],
    passing: [{ text: main, uri: EXAMPLE_URI, facts }, { text: main }],
    check(context) {
        return laterSettings(context, neighboursOf(context)).flatMap(({ mine, value, file }): RuleDiagnostic[] =>
            !isMasked(value) && meansTheSame(mine.node.name, mine.value, value)
                ? [
                      {
                          range: mine.node.nameRange,
                          message: `${file.path}, which PHP reads later, sets ${mine.node.name} to the same.`,
                          tag: 'unnecessary',
                          related: [{ uri: file.uri, message: `${mine.node.name} is set here, too.` }],
                      },
                  ]
                : [],
        );
    },
};

interface LaterSetting {
    readonly mine: Effective;
    readonly value: string;
    readonly file: TogetherFile;
}

/** What the document sets and a later file sets again, to a value that is known. */
function laterSettings(context: DocumentContext, neighbours: Neighbours | undefined): LaterSetting[] {
    if (!neighbours) {
        return [];
    }
    return [...context.globals.keys()].flatMap(name => {
        const mine = isExtensionName(name) ? undefined : context.effective(name);
        const file = mine && neighbours.laterSetting(name);
        const value = file?.context.effective(name)?.value;
        return mine && file && value !== undefined ? [{ mine, value, file }] : [];
    });
}
