import type { DocumentContext } from '../../model/documentContext.ts';
import type { RuleDiagnostic, Related, Rule } from '../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp, LATER_INI } from '../support/exampleNodes.ts';
import {
    extensionsOf,
    nodeConfiguration,
    savedOf,
    uriOf,
    type NodeConfiguration,
} from '../support/nodeConfiguration.ts';

/** Extensions that keep sessions or serialize them: their files have the names that PHP has for them. */
const judged = ['memcached', 'memcache', 'redis', 'igbinary', 'msgpack'];
/** What these may be linked to, and need to find loaded. */
const serializers = ['igbinary', 'msgpack'];

const main = 'extension = memcached\n';
const php = { extensions: ['core', 'session', 'igbinary'], availableExtensions: ['igbinary', 'memcached'] };
const facts = exampleFacts(examplePhp(main, { ...php, files: { [LATER_INI]: 'extension=igbinary\n' } }));

/** The order counts where one extension needs another; PHP says so in the log of Apache at best. */
export const extensionNotLoaded: Rule = {
    code: 'extension-not-loaded',
    severity: 'error',
    title: 'PHP has not loaded this extension',
    reason: 'PHP loads extensions in the order in which it reads their lines: php.ini first, then the files of its scan directory. Where `memcached` or `redis` is linked to `igbinary` or `msgpack`, it must come behind them: *undefined symbol: igbinary_serialize* otherwise, and PHP starts without it. The file of the extension is there; which ones are loaded is what PHP on the node itself said.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.extension',
    failing: [{ text: main, uri: EXAMPLE_URI, facts, marks: ['memcached'] }],
    passing: [
        { text: main },
        { text: `${main}extension = igbinary\n`, uri: EXAMPLE_URI, facts: exampleFacts(examplePhp('', php)) },
        {
            text: main,
            uri: EXAMPLE_URI,
            facts: exampleFacts(examplePhp(main, { ...php, extensions: ['memcached'] })),
        },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        const saved = configuration && savedOf(configuration);
        if (!configuration || !saved) {
            return [];
        }
        const { extensions, availableExtensions = [] } = configuration.php;
        const wanted = [...extensionsOf(context)].filter(
            ([name]) =>
                judged.includes(name) &&
                extensionsOf(saved.context).has(name) &&
                availableExtensions.includes(name) &&
                !extensions.includes(name),
        );
        return wanted.map(([name, node]): RuleDiagnostic => {
            const late = serializers.includes(name) ? [] : loadedLater(context, configuration, name);
            const why =
                late.length > 0
                    ? `it may need ${late.map(one => one.extension).join(' and ')}, which PHP loads later`
                    : 'see the log of Apache, or restart it if it has not read this file since';
            return {
                range: node.valueRange,
                message: `PHP on ${configuration.node.node} runs without ${name}, although its file is there: ${why}.`,
                related: late.map(one => one.related),
            };
        });
    },
};

interface Late {
    readonly extension: string;
    readonly related: Related;
}

function loadedLater(context: DocumentContext, { files, index, node }: NodeConfiguration, name: string): Late[] {
    const start = extensionsOf(context).get(name)?.range.start ?? 0;
    return serializers.flatMap((extension): Late[] => {
        const message = `${extension} is loaded here.`;
        const same = extensionsOf(context).get(extension);
        if (same) {
            return same.range.start > start ? [{ extension, related: { range: same.range, message } }] : [];
        }
        const later = files.slice(index + 1).find(file => extensionsOf(file.context).has(extension));
        return later ? [{ extension, related: { uri: uriOf(node, later.path), message } }] : [];
    });
}
