import type { Rule } from '../rule.ts';
import { removalFix } from '../support/fixes.ts';
import { serverSettings } from './serverSettings.ts';

const uri = 'file:///etc/php/8.4/fpm/pool.d/www.conf';

/** What has to be there before the first worker is. */
const ofTheMaster: ReadonlySet<string> = new Set([
    'opcache.memory_consumption',
    'opcache.interned_strings_buffer',
    'opcache.max_accelerated_files',
    'opcache.jit_buffer_size',
    'opcache.preload',
    'opcache.preload_user',
    'opcache.huge_code_pages',
    'opcache.lockfile_path',
    'zend_extension',
]);

/** Measured with FPM 8.2: what OPcache says of itself stays what php.ini said. */
export const poolTooLate: Rule = {
    code: 'pool-too-late',
    severity: 'warning',
    title: 'FPM has set this up before it reads what a pool wants',
    reason: 'The main process of FPM makes OPcache’s memory, its tables and the buffer of the JIT, and preloads, before it starts the workers of a pool; all pools share them. A pool that asks for others does not get them, though `ini_get()` says so. `zend_extension` FPM refuses. All of these belong in php.ini.',
    link: 'https://www.php.net/manual/en/opcache.configuration.php',
    failing: [
        {
            text: '[www]\nphp_admin_value[opcache.max_accelerated_files] = 50000\nphp_admin_value[memory_limit] = 1G\n',
            uri,
            marks: ['opcache.max_accelerated_files'],
            fixed: '[www]\nphp_admin_value[memory_limit] = 1G\n',
        },
        { text: '[www]\nphp_value[zend_extension] = opcache\n', uri, marks: ['zend_extension'], fixed: '[www]\n' },
    ],
    passing: [
        { text: '[www]\nphp_admin_value[opcache.revalidate_freq] = 60\nphp_admin_value[extension] = redis\n', uri },
        { text: 'php_admin_value opcache.memory_consumption 64\n', uri: 'file:///etc/apache2/conf-enabled/php.conf' },
    ],
    check(context) {
        return context
            .memo(serverSettings)
            .filter(({ node, format }) => format.name === 'pool' && ofTheMaster.has(node.name))
            .map(({ node }) => ({
                range: node.nameRange,
                message: `Without effect in a pool: ${node.name} counts in the php.ini that FPM starts with.`,
                fixes: () => [removalFix(context, 'Remove the line', [node])],
            }));
    },
};
