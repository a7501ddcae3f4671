import type { Rule } from '../rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../support/exampleNodes.ts';
import { isSameFile, nodeConfiguration, uriOf } from '../support/nodeConfiguration.ts';

const facts = exampleFacts(
    examplePhp('', {
        scannedFiles: ['/etc/php/8.4/apache2/conf.d/25-memcached.ini'],
        links: { '/etc/php/8.4/apache2/conf.d/25-memcached.ini': '/etc/php/8.4/mods-available/memcached.ini' },
    }),
);
const node = 'php-node://shop/application/1';
const text = '[PHP]\nmemory_limit = 1G\n';

/**
 * Backups, examples and modules that are not enabled are known not to be read: only what looks like a file that counts
 * is told of.
 */
export const wrongFile: Rule = {
    code: 'wrong-file',
    severity: 'warning',
    title: "Apache's PHP does not read this file",
    reason: 'Each way of running PHP has files of its own: on Debian the command line reads `/etc/php/…/cli/php.ini`, and Apache reads `/etc/php/…/apache2/php.ini`. Editing the wrong one changes nothing for the pages that Apache serves. Which files are read is what PHP on the node itself said.',
    link: 'https://www.php.net/manual/en/configuration.file.php',
    failing: [
        { text, uri: `${node}/etc/php/8.4/cli/php.ini`, facts, marks: ['[PHP]'] },
        { text: 'a = 1\n', uri: `${node}/etc/php/8.4/cli/conf.d/99-own.ini`, facts, marks: ['a = 1'] },
        { text: 'a = 1\n', uri: `${node}/etc/php/8.4/apache2/conf.d/new.ini`, facts, marks: ['a = 1'] },
    ],
    passing: [
        { text },
        { text, uri: EXAMPLE_URI, facts },
        { text, uri: `${node}/etc/php/8.4/mods-available/memcached.ini`, facts },
        { text, uri: `${node}/etc/php/8.4/mods-available/other.ini`, facts },
        { text, uri: `${node}/usr/lib/php/8.4/php.ini-production`, facts },
        { text: '; nothing\n', uri: `${node}/etc/php/8.4/cli/php.ini`, facts },
    ],
    check(context) {
        const configuration = nodeConfiguration(context);
        if (!configuration) {
            return [];
        }
        const { php, path, node: machine } = configuration;
        const read = [...(php.iniFile === undefined ? [] : [php.iniFile]), ...php.scannedFiles];
        const first = context.document.nodes.find(({ kind }) => kind === 'section' || kind === 'assignment');
        if (!first || !/\/(?:php|php-[\w-]+|conf\.d\/[^/]+)\.ini$/.test(path)) {
            return [];
        }
        if (read.some(file => isSameFile(php, file, path))) {
            return [];
        }
        if (php.scanDirectories.includes(path.slice(0, path.lastIndexOf('/')))) {
            const message = `PHP on ${machine.node} has not read this file yet: Apache reads it when it restarts.`;
            return [{ range: first.range, message }];
        }
        const { iniFile } = php;
        const right = iniFile === undefined ? 'It runs without a php.ini' : `Its php.ini is ${iniFile}`;
        return [
            {
                range: first.range,
                message: `Apache's PHP on ${machine.node} does not read this file. ${right}.`,
                ...(iniFile !== undefined && {
                    related: [{ uri: uriOf(machine, iniFile), message: 'This is the php.ini that counts.' }],
                }),
            },
        ];
    },
};
