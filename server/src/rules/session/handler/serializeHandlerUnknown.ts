import type { ClusterFacts } from '../../../phpIni/protocol.ts';
import { valueOrName } from '../../support/assignments.ts';
import { nearest } from '../../support/nearest.ts';
import type { Fix, Rule } from '../../rule.ts';
import { settingsFix, valueFix } from '../../support/fixes.ts';
import { loads } from '../../support/store.ts';

const own = ['php', 'php_binary', 'php_serialize'];
const fromExtensions = ['igbinary', 'msgpack'];

const uri = 'php-node://shop/application/1';
const php = { version: '8.4.1', scannedFiles: [], scanDirectories: [], extensions: ['session'], settings: {} };
const facts: ClusterFacts = {
    environments: [
        { name: 'shop', stores: [], applications: [{ node: 'shop-application-1', uri, running: true, php }] },
    ],
};

/** Like the save handler, it is looked up when a session starts. */
export const serializeHandlerUnknown: Rule = {
    code: 'serialize-handler-unknown',
    severity: 'error',
    title: 'Nothing provides this format of sessions',
    reason: 'PHP looks `session.serialize_handler` up when a session starts, and starts none where the format is not known: *Cannot find session serialization handler*. PHP has `php`, `php_binary` and `php_serialize`; `igbinary` and `msgpack` come from extensions of these names, which have to be loaded on every node; `wddx` went with PHP 7.4; there is no `json`.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.serialize-handler',
    failing: [
        {
            text: 'session.serialize_handler = php_serialise\n',
            marks: ['php_serialise'],
            fixed: 'session.serialize_handler = php_serialize\n',
        },
        {
            text: 'session.serialize_handler = json\n',
            marks: ['json'],
            fixed: 'session.serialize_handler = php\n',
        },
        {
            text: 'session.serialize_handler = igbinary\n',
            uri: `${uri}/etc/php.ini`,
            facts,
            marks: ['igbinary'],
            fixed: 'session.serialize_handler = igbinary\nextension = igbinary\n',
        },
    ],
    passing: [
        { text: 'session.serialize_handler = php\n' },
        { text: 'session.serialize_handler = IGBINARY\n' },
        { text: 'session.serialize_handler = my_format\n' },
        {
            text: 'extension = igbinary.so\nsession.serialize_handler = igbinary\n',
            uri: `${uri}/etc/php.ini`,
            facts,
        },
    ],
    check(context) {
        const format = context.effective('session.serialize_handler');
        const name = format?.value.toLowerCase() ?? '';
        if (!format || own.includes(name)) {
            return [];
        }
        const { node, value } = format;
        if (fromExtensions.includes(name)) {
            const machine = context.facts.node;
            if (!machine?.php || machine.php.extensions.includes(name) || loads(context, name)) {
                return [];
            }
            const settings = [['extension', name]] as const;
            const message = `PHP on ${machine.node} does not load the extension ${name}: no session would start.`;
            const fix = () => [settingsFix(context, `Load the extension ${name}`, { settings, near: node })];
            return [{ range: valueOrName(node), message, fixes: fix }];
        }
        const fixes = name === '' || name === 'json' || name === 'wddx' ? ['php', 'php_serialize'] : misspelt(name);
        const toFix = (one: string): Fix => valueFix(context, `Change to ${one}`, { node, value: one });
        return fixes.length === 0
            ? []
            : [
                  {
                      range: valueOrName(node),
                      message: `There is no format "${value}": no session would start. Did you mean "${fixes[0] ?? ''}"?`,
                      fixes: () => fixes.map(toFix),
                  },
              ];
    },
};

function misspelt(name: string): string[] {
    const meant = nearest(name, [...own, ...fromExtensions], 2);
    return meant === undefined ? [] : [meant];
}
