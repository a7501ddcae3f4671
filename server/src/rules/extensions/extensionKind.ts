import type { Rule } from '../rule.ts';
import { type ExtensionLine, extensionLines } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';

const zendOnly = /^(?:opcache|xdebug|ioncube_loader.*)$/;
const ordinary = new Set(
    'amqp apcu bcmath bz2 calendar ctype curl dba dom exif fileinfo ftp gd gettext gmp iconv igbinary imagick imap intl ldap mbstring memcache memcached mongodb msgpack mysqli mysqlnd odbc openssl pcntl pdo pdo_mysql pdo_pgsql pdo_sqlite pgsql phar posix readline redis shmop simplexml snmp soap sockets sodium sqlite3 sysvmsg sysvsem sysvshm tidy tokenizer xml xmlreader xmlwriter xsl yaml zip zlib'.split(
        ' ',
    ),
);

/** `extension` and `zend_extension` load different kinds of files. */
export const extensionKind: Rule = {
    code: 'extension-kind',
    severity: 'error',
    title: 'extension and zend_extension are mixed up',
    reason: 'OPcache, Xdebug and the ionCube loader are extensions of the engine: `zend_extension` loads them. With `extension`, OPcache is not loaded (*Invalid library (appears to be a Zend Extension…)*), and Xdebug complains at each start. All others are loaded by `extension`; with `zend_extension` they are not (*doesn’t appear to be a valid Zend extension*).',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.zend-extension',
    failing: [
        { text: 'extension = opcache.so\n', marks: ['extension'], fixed: 'zend_extension = opcache.so\n' },
        { text: 'extension = xdebug\n', marks: ['extension'], fixed: 'zend_extension = xdebug\n' },
        { text: 'zend_extension = redis.so\n', marks: ['zend_extension'], fixed: 'extension = redis.so\n' },
    ],
    passing: [
        { text: 'zend_extension = /usr/lib/php/xdebug-3.4.so\nextension = redis\n' },
        { text: 'zend_extension = own\nextension = other\n' },
    ],
    check(context) {
        return context
            .memo(extensionLines)
            .filter(({ base, zend }) => (zend ? ordinary.has(base) : zendOnly.test(base)))
            .map(({ node, base, zend }: ExtensionLine) => {
                const right = zend ? 'extension' : 'zend_extension';
                return {
                    range: node.nameRange,
                    message: `${base} has to be loaded by ${right}: PHP complains about this line at each start${base === 'xdebug' ? '' : ', and does not load it'}.`,
                    fixes: () => [replacing(`Change to ${right}`, node.nameRange, right, true)],
                };
            });
    },
};
