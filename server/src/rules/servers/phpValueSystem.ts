import { isAdmin } from '../../embedded/embeddedLine.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import type { Fix, Rule } from '../rule.ts';
import { removalFix } from '../support/fixes.ts';
import { isApache, serverSettings, wordFix, type ServerSetting } from './serverSettings.ts';

const vhost = 'file:///etc/apache2/sites-available/shop.conf';
const htaccess = 'file:///srv/shop/.htaccess';

/** FPM asks nobody whether a directive may be set for a pool; Apache's module does. */
export const phpValueSystem: Rule = {
    code: 'php-value-system',
    severity: 'warning',
    title: 'Apache ignores this directive without php_admin_value',
    reason: 'Directives of the whole system, such as `disable_functions` and `expose_php`, Apache’s module takes from `php_admin_value` and `php_admin_flag` alone, which a vhost may use and an .htaccess may not. With `php_value` and `php_flag` they are ignored without a message. Extensions are loaded by php.ini only.',
    link: 'https://www.php.net/manual/en/configuration.changes.modes.php',
    failing: [
        {
            text: '<VirtualHost *:80>\n    php_value disable_functions exec\n</VirtualHost>\n',
            uri: vhost,
            marks: ['disable_functions'],
            fixed: '<VirtualHost *:80>\n    php_admin_value disable_functions exec\n</VirtualHost>\n',
        },
        {
            text: 'php_flag expose_php off\nphp_value memory_limit 64M\n',
            uri: htaccess,
            marks: ['expose_php'],
            fixed: 'php_value memory_limit 64M\n',
        },
        { text: 'php_admin_value extension redis.so\n', uri: vhost, marks: ['extension'], fixed: '' },
    ],
    passing: [
        { text: 'php_admin_value disable_functions exec\nphp_value open_basedir /srv\n', uri: vhost },
        { text: '[www]\nphp_value[disable_functions] = exec\n', uri: 'file:///etc/php/8.4/fpm/pool.d/www.conf' },
    ],
    check(context) {
        return context.memo(serverSettings).flatMap(setting => {
            const { node, word, directive } = setting;
            const isExtension = isExtensionName(node.name);
            if (!isApache(setting) || directive?.scope !== 'SYSTEM' || (isAdmin(word) && !isExtension)) {
                return [];
            }
            const message = isExtension
                ? 'Apache loads no extension here, without a message: it has to be in php.ini.'
                : `PHP ignores ${node.name} here, without a message: it is of the whole system.`;
            return [{ range: node.nameRange, message, fixes: () => fixes(context, setting) }];
        });
    },
};

function fixes(context: DocumentContext, setting: ServerSetting): Fix[] {
    const { node, word, format } = setting;
    return format.name === 'apache' && !isExtensionName(node.name)
        ? wordFix(context, setting, word === 'php_flag' ? 'php_admin_flag' : 'php_admin_value')
        : [removalFix(context, 'Remove the line', [node])];
}
