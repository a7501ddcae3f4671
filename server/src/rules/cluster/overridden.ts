import { isMasked } from '../../phpIni/masked.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { valueOrName } from '../support/assignments.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { meansTheSame } from '../support/values.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, LATER_INI, LATER_URI } from '../support/exampleNodes.ts';
import { lastSetting, nodeConfiguration, uriOf } from '../support/nodeConfiguration.ts';

const main = 'session.gc_maxlifetime = 1440\n';
const facts = exampleFacts(examplePhp(main, { files: { [LATER_INI]: 'session.gc_maxlifetime = 3600\n' } }));

/** Of files on a node: php.ini is read first, and what conf.d says counts. */
export const overridden: Rule = {
    code: 'overridden',
    severity: 'warning',
    title: 'A file that PHP reads later sets another value',
    reason: 'PHP reads php.ini first, and then the `.ini` files of its scan directory in the order of their names. The last assignment of a directive counts: what an earlier file says has no effect.',
    link: 'https://www.php.net/manual/en/configuration.file.php#configuration.file.scan',
    failing: [{ text: main, uri: EXAMPLE_URI, facts, marks: ['1440'] }],
    passing: [
        { text: main },
        { text: 'session.gc_maxlifetime = 3600\n', uri: EXAMPLE_URI, facts },
        { text: 'session.gc_maxlifetime = 3600\n', uri: LATER_URI, facts },
        { text: 'session.name = A\n', uri: EXAMPLE_URI, facts },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        if (!configuration || configuration.index < 0) {
            return [];
        }
        const { node: machine, files, index } = configuration;
        const later = files.slice(index + 1);
        const names = new Set(later.flatMap(file => [...file.context.globals.keys()]));
        return [...names].flatMap((name): RuleDiagnostic[] => {
            const mine = context.effective(name);
            const last = lastSetting(later, name);
            if (!mine || last?.value === undefined || isExtensionName(name)) {
                return [];
            }
            if (isMasked(last.value) || meansTheSame(name, mine.value, last.value)) {
                return [];
            }
            const { path } = last.file;
            return [
                {
                    range: valueOrName(mine.node),
                    message: `Without effect on ${machine.node}: ${path}, which PHP reads later, sets ${name} to "${last.value}".`,
                    tag: 'unnecessary',
                    related: [{ uri: uriOf(machine, path), message: `${name} is "${last.value}" here.` }],
                },
            ];
        });
    },
};
