import type { DocumentContext } from '../../../model/documentContext.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { removalFix } from '../../support/fixes.ts';

/** An empty name: gone without a successor. */
const successors: Readonly<Record<string, string>> = {
    'memcached.sess_binary': 'memcached.sess_binary_protocol',
    'memcached.sess_remove_failed': 'memcached.sess_remove_failed_servers',
    'memcached.sess_num_replicas': 'memcached.sess_number_of_replicas',
    'memcached.sess_lock_wait': 'memcached.sess_lock_wait_min',
    'memcached.sess_lock_max_wait': 'memcached.sess_lock_wait_max',
    'memcached.use_sasl': '',
    'session.sess_locking': 'memcached.sess_locking',
    'memcached.allow_failover': 'memcache.allow_failover',
    'memcached.chunk_size': 'memcache.chunk_size',
    'memcached.default_port': 'memcache.default_port',
    'memcached.hash_function': 'memcache.hash_function',
    'memcached.hash_strategy': 'memcache.hash_strategy',
};
const names = Object.keys(successors);

/**
 * PHP says nothing of names that it does not know; the two for lock waits are called deprecated, and ignored as well.
 */
export const renamedDirective: Rule = {
    code: 'renamed-directive',
    severity: 'warning',
    title: 'The memcached extension does not know this name any more',
    reason: 'Version 3.0 of the memcached extension renamed `sess_binary` and `sess_remove_failed`, and replaced `sess_lock_wait`; SASL needs no switch any more. The old names are ignored, mostly without a message. Directives such as `memcached.allow_failover` never existed: they belong to the `memcache` extension.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php',
    failing: [
        {
            text: 'memcached.sess_binary = On\n',
            marks: ['memcached.sess_binary'],
            fixed: 'memcached.sess_binary_protocol = On\n',
        },
        {
            text: 'memcached.sess_lock_wait = 150000\n',
            marks: ['memcached.sess_lock_wait'],
            fixed: 'memcached.sess_lock_wait_min = 150\n',
        },
        { text: 'memcached.use_sasl = On\na = 1\n', marks: ['memcached.use_sasl'], fixed: 'a = 1\n' },
        {
            text: 'memcached.sess_remove_failed = 1\nmemcached.sess_remove_failed_servers = 1\n',
            marks: ['memcached.sess_remove_failed'],
            fixed: 'memcached.sess_remove_failed_servers = 1\n',
        },
    ],
    passing: [
        { text: 'memcached.sess_binary_protocol = On\nmemcache.allow_failover = 1\n' },
        { text: ';memcached.sess_binary = On\n' },
    ],
    check(context) {
        return names.flatMap(name => context.globalsOf(name).map(node => diagnostic(context, node)));
    },
};

function diagnostic(context: DocumentContext, node: AssignmentNode): RuleDiagnostic {
    const { name } = node;
    const successor = successors[name] ?? '';
    const isOfMemcache = successor.startsWith('memcache.');
    const message =
        successor === ''
            ? `${name} has no effect: SASL is used where user and password are set.`
            : isOfMemcache
              ? `${name} has no effect: ${successor} belongs to the memcache extension.`
              : `${name} has no effect: write ${successor}.`;
    return {
        range: node.nameRange,
        message,
        tag: 'deprecated',
        fixes: () => {
            const removal = removalFix(context, `Remove ${name}`, [node]);
            return successor === '' || isOfMemcache || context.globalsOf(successor).length > 0
                ? [removal]
                : [renaming(context, node, successor), removal];
        },
    };
}

/** The old wait was in microseconds. */
function renaming(context: DocumentContext, node: AssignmentNode, successor: string) {
    const value = context.valueOf(node) ?? '';
    const isMicroseconds = node.name === 'memcached.sess_lock_wait' && /^\d{4,9}$/.test(value);
    const milliseconds = String(Math.ceil(Number(value) / 1000));
    return {
        title: `Rename to ${successor}`,
        preferred: true,
        changes: [
            { range: node.nameRange, newText: successor },
            ...(isMicroseconds ? [{ range: node.valueRange, newText: milliseconds }] : []),
        ],
    };
}
