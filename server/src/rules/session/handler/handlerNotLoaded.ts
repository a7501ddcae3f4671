import type { PhpFacts } from '../../../phpIni/protocol.ts';
import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { handlerExtensions } from '../../support/session/handlerExtensions.ts';
import { loads } from '../../support/store.ts';

const php: PhpFacts = {
    version: '8.4.1',
    scannedFiles: [],
    scanDirectories: [],
    extensions: ['core', 'session'],
    availableExtensions: ['memcached', 'redis'],
    settings: {},
};
const uri = 'php-node://shop/application/1';
const applications = [{ node: 'shop-application-1', uri, running: true, php }];
const place = { uri: `${uri}/etc/php.ini`, facts: { environments: [{ name: 'shop', stores: [], applications }] } };

/** Only a node can say what it loads: other files in conf.d usually do. */
export const handlerNotLoaded: Rule = {
    code: 'handler-not-loaded',
    severity: 'error',
    title: 'The node does not load the extension of this handler',
    reason: 'Each handler but `files` comes from an extension. Where that is not loaded, PHP starts without a message, and every session fails: *Cannot find session save handler*. This is said only of files that lie on a node, of whose PHP it is known what it loads.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-handler',
    failing: [
        {
            ...place,
            text: 'session.save_handler = memcached\n',
            marks: ['memcached'],
            fixed: 'session.save_handler = memcached\nextension = memcached\n',
        },
        {
            ...place,
            text: 'session.save_handler = memcache\n',
            marks: ['memcache'],
            fixed: 'session.save_handler = memcached\nextension = memcached\n',
        },
        {
            ...place,
            text: 'extension = igbinary\nsession.save_handler = memcached\n',
            marks: ['memcached'],
            fixed: 'extension = igbinary\nsession.save_handler = memcached\nextension = memcached\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\n' },
        { ...place, text: 'session.save_handler = files\n' },
        { ...place, text: 'extension = memcached.so\nsession.save_handler = memcached\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const extension = handlerExtensions.get(handler?.value.toLowerCase() ?? '');
        const { node: machine } = context.facts;
        if (!handler || extension === undefined || !machine?.php || machine.php.extensions.includes(extension)) {
            return [];
        }
        if (loads(context, extension)) {
            return [];
        }
        const { node } = handler;
        const { availableExtensions } = machine.php;
        return [
            {
                range: node.valueRange,
                message: `PHP on ${machine.node} does not load the extension ${extension}: no session would start.`,
                fixes: () => {
                    const settings = [['extension', extension]] as const;
                    const load = settingsFix(context, `Load the extension ${extension}`, { settings, near: node });
                    if (!availableExtensions || availableExtensions.includes(extension)) {
                        return [load];
                    }
                    const others = [...handlerExtensions.keys()].filter(name => availableExtensions.includes(name));
                    return others.map(other => {
                        const changed = [
                            ['session.save_handler', other],
                            ['extension', other],
                        ] as const;
                        return settingsFix(context, `Use ${other} instead`, { settings: changed, near: node });
                    });
                },
            },
        ];
    },
};
