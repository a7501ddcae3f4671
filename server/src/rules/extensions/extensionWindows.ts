import type { DocumentContext } from '../../model/documentContext.ts';
import type { Rule } from '../rule.ts';
import { extensionLines } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';

/** Names of files that only PHP for Windows has. */
export const extensionWindows: Rule = {
    code: 'extension-windows-name',
    severity: 'error',
    title: 'The extension’s file name is that of Windows',
    reason: '`php_redis.dll` is how the file is called on Windows; elsewhere it is `redis.so`, and PHP does not find it under the other name. `extension = redis` works everywhere. Reported only for files of a container, and where other settings show that the file is not for Windows.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.extension',
    failing: [
        {
            text: 'extension = php_redis.dll\n',
            uri: 'php-node://shop/application/1/etc/php/php.ini',
            marks: ['php_redis.dll'],
            fixed: 'extension = redis\n',
        },
        {
            text: 'extension = redis.so\nextension = php_igbinary.dll\n',
            marks: ['php_igbinary.dll'],
            fixed: 'extension = redis.so\nextension = igbinary\n',
        },
    ],
    passing: [{ text: 'extension = php_redis.dll\n' }, { text: 'extension = redis\n' }],
    check(context) {
        const dlls = context.memo(extensionLines).filter(({ value }) => /^php_[\w.-]+\.dll$/i.test(value));
        return dlls.length === 0 || !isForUnix(context)
            ? []
            : dlls.map(({ node, base, value }) => ({
                  range: node.valueRange,
                  message: `${value} is a name on Windows: here PHP does not find the file. Write ${base}.`,
                  fixes: () => [replacing(`Change to ${base}`, node.valueRange, base, true)],
              }));
    },
};

function isForUnix(context: DocumentContext): boolean {
    if (context.facts.node !== undefined || context.uri.startsWith('php-node:')) {
        return true;
    }
    const values = context.document.assignments.map(({ rawValue }) => rawValue);
    return (
        !values.some(value => /^["']?[A-Za-z]:[\\/]/.test(value)) &&
        values.some(value => /^["']?\/(?:dev|etc|usr|var)\/|\.so["']?$/.test(value))
    );
}
