import type { Rule } from '../../rule.ts';
import { removalFix } from '../../support/fixes.ts';
import { sharedHandler } from '../../support/store.ts';

/** The stores expire sessions themselves; the handlers' own collection does nothing. */
export const gcIrrelevant: Rule = {
    code: 'gc-irrelevant',
    severity: 'hint',
    title: 'This has no effect with this handler',
    reason: 'memcached and Redis expire sessions by themselves, after `session.gc_maxlifetime`. The collection that `session.gc_probability` and `session.gc_divisor` start does nothing in their handlers.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.gc-probability',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.gc_probability = 1\nsession.gc_divisor = 1000\n',
            marks: ['session.gc_probability = 1', 'session.gc_divisor = 1000'],
            fixed: 'session.save_handler = memcached\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = files\nsession.gc_probability = 1\n' },
        { text: 'session.gc_probability = 1\n' },
        { text: 'session.save_handler = memcached\nsession.gc_maxlifetime = 1440\n' },
    ],
    check(context) {
        const handler = sharedHandler(context);
        if (!handler) {
            return [];
        }
        return ['session.gc_probability', 'session.gc_divisor'].flatMap(name =>
            context.globalsOf(name).map(node => ({
                range: node.range,
                message: `The ${handler.value} handler collects nothing: sessions expire by themselves.`,
                tag: 'unnecessary' as const,
                fixes: () => [removalFix(context, `Remove ${name}`, [node])],
            })),
        );
    },
};
