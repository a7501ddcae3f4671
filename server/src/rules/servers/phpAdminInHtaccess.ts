import { isAdmin } from '../../embedded/embeddedLine.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { Fix, Rule } from '../rule.ts';
import { removalFix } from '../support/fixes.ts';
import { serverSettings, wordFix, type ServerSetting } from './serverSettings.ts';

const uri = 'file:///srv/shop/.htaccess';

/** What an administrator fixes, nobody may change by a file of a directory. */
export const phpAdminInHtaccess: Rule = {
    code: 'php-admin-in-htaccess',
    severity: 'error',
    title: 'Apache answers every request with an error 500',
    reason: '`php_admin_value` and `php_admin_flag` belong in the configuration of Apache itself. In an .htaccess they are *not allowed here*, and Apache answers each request for something below the directory with an internal server error.',
    link: 'https://www.php.net/manual/en/configuration.changes.php',
    failing: [
        {
            text: 'php_admin_value memory_limit 64M\n',
            uri,
            marks: ['php_admin_value'],
            fixed: 'php_value memory_limit 64M\n',
        },
        { text: 'PHP_ADMIN_FLAG expose_php off\n', uri, marks: ['PHP_ADMIN_FLAG'], fixed: '' },
    ],
    passing: [
        { text: 'php_value memory_limit 64M\n', uri },
        { text: 'php_admin_value memory_limit 64M\n', uri: 'file:///etc/apache2/sites-available/shop.conf' },
    ],
    check(context) {
        const { embedding } = context;
        if (embedding?.format.name !== 'htaccess') {
            return [];
        }
        return context.memo(serverSettings).flatMap(setting => {
            const range = embedding.keywordOf(setting.line);
            return range && isAdmin(setting.word)
                ? [
                      {
                          range,
                          message: `Apache answers with an error 500: ${setting.word} is not allowed in an .htaccess.`,
                          fixes: () => fixes(context, setting),
                      },
                  ]
                : [];
        });
    },
};

function fixes(context: DocumentContext, setting: ServerSetting): Fix[] {
    return setting.directive?.scope === 'SYSTEM'
        ? [removalFix(context, 'Remove the line', [setting.node])]
        : wordFix(context, setting, setting.word === 'php_admin_flag' ? 'php_flag' : 'php_value');
}
