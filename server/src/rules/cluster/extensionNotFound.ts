import { nearest } from '../support/nearest.ts';
import type { RuleDiagnostic, Rule } from '../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { extensionsOf, nodeConfiguration } from '../support/nodeConfiguration.ts';

const facts = exampleFacts(
    examplePhp('', { availableExtensions: ['memcached', 'opcache'], settings: { extension_dir: '/usr/lib/php' } }),
);

/** By the files of the node's extension directory. */
export const extensionNotFound: Rule = {
    code: 'extension-not-found',
    severity: 'error',
    title: 'The node has no such extension',
    reason: 'PHP looks for the file of an extension in the directory that `extension_dir` names. Where there is none, PHP starts all the same, without the extension, and writes *Unable to load dynamic library* to the log of Apache only where `log_errors` is on.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.extension',
    failing: [
        {
            text: 'extension = memcachd\n',
            uri: EXAMPLE_URI,
            facts,
            marks: ['memcachd'],
            fixed: 'extension = memcached\n',
        },
        { text: 'extension = redis.so\n', uri: EXAMPLE_URI, facts, marks: ['redis.so'] },
    ],
    passing: [
        { text: 'extension = memcachd\n' },
        { text: 'extension = memcached\nextension = /opt/redis.so\n', uri: EXAMPLE_URI, facts },
        { text: 'extension_dir = /opt\nextension = redis\n', uri: EXAMPLE_URI, facts },
        { text: 'extension = redis\n', uri: EXAMPLE_URI, facts: exampleFacts(examplePhp('')) },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        const available = configuration?.php.availableExtensions;
        if (!configuration || configuration.index < 0 || !available) {
            return [];
        }
        const { settings, extensions } = configuration.php;
        const directory = context.effective('extension_dir')?.value;
        if (directory !== undefined && directory !== settings.extension_dir) {
            return [];
        }
        const missing = [...extensionsOf(context)].filter(
            ([name]) => !available.includes(name) && !extensions.includes(name.toLowerCase()),
        );
        return missing.map(([name, { valueRange: range }]): RuleDiagnostic => {
            const meant = nearest(name, available, 2);
            return {
                range,
                message: `There is no ${name}.so in ${settings.extension_dir ?? 'the extension directory'} of ${configuration.node.node}: PHP starts without it.`,
                ...(meant !== undefined && {
                    fixes: () => [
                        { title: `Change to ${meant}`, changes: [{ range, newText: meant }], preferred: true },
                    ],
                }),
            };
        });
    },
};
