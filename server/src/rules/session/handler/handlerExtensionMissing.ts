import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { Fix, Rule } from '../../rule.ts';
import { type ExtensionLine, extensionLines, valueOrName } from '../../support/assignments.ts';
import { settingsFix, valueFix } from '../../support/fixes.ts';
import { handlerExtensions } from '../../support/session/handlerExtensions.ts';

/** The extensions that keep sessions elsewhere than in files: a file that loads one would load the right one. */
const extensions = new Set(handlerExtensions.values());

/** Where a node is known, it says what it loads. */
export const handlerExtensionMissing: Rule = {
    code: 'handler-extension-missing',
    severity: 'warning',
    title: 'The file loads another extension than the handler needs',
    reason: 'Each handler but `files` comes from an extension: `memcached` from memcached, `memcache` from memcache, `redis` and `rediscluster` from redis. Where that is not loaded, PHP starts without a message, and every session fails: *Cannot find session save handler*. A file that loads only another of these is most often a mistake; another file may load the right one.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-handler',
    failing: [
        {
            text: 'extension=memcache.so\nsession.save_handler = memcached\n',
            marks: ['memcached'],
            fixed: 'extension=memcache.so\nextension=memcached\nsession.save_handler = memcached\n',
        },
        {
            text: 'extension = redis\nsession.save_handler = memcached\n',
            marks: ['memcached'],
            fixed: 'extension = redis\nextension = memcached\nsession.save_handler = memcached\n',
        },
        {
            text: 'session.save_handler = rediscluster\nextension = php_memcached.dll\n',
            marks: ['rediscluster'],
            fixed: 'session.save_handler = rediscluster\nextension = php_memcached.dll\nextension = redis\n',
        },
    ],
    passing: [
        { text: 'extension = memcached\nextension = redis\nsession.save_handler = memcached\n' },
        { text: 'extension = igbinary\nsession.save_handler = memcached\n' },
        { text: 'session.save_handler = memcached\n' },
        { text: 'extension = redis\nsession.save_handler = files\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler');
        const needed = handlerExtensions.get(handler?.value.toLowerCase() ?? '');
        const loaded = context.memo(extensionLines).filter(({ base }) => extensions.has(base));
        const last = loaded.at(-1);
        const isKnown = context.facts.node?.php !== undefined;
        if (!handler || needed === undefined || !last || isKnown || loaded.some(({ base }) => base === needed)) {
            return [];
        }
        return [
            {
                range: valueOrName(handler.node),
                message: `The handler ${handler.value} comes from the extension ${needed}; this file loads ${last.base}. Unless another file loads ${needed}, no session starts.`,
                related: [{ range: last.node.range, message: 'Loaded here.' }],
                fixes: () => fixes(context, handler, needed, last),
            },
        ];
    },
};

function fixes(context: DocumentContext, { node }: Effective, needed: string, last: ExtensionLine): Fix[] {
    const settings = [['extension', needed]] as const;
    return [
        settingsFix(context, `Load the extension ${needed}`, { settings, near: last.node }),
        ...[...handlerExtensions]
            .filter(([, extension]) => extension === last.base)
            .map(([name]) => valueFix(context, `Change the handler to ${name}`, { node, value: name })),
    ];
}
