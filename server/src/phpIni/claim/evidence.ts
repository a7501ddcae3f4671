import { isExtensionName } from '../syntax/evaluate.ts';
import { extensionName } from '../syntax/edit.ts';
import { directiveNames } from './directiveNames.ts';

/**
 * What a setting says of its file. `php`: nobody else has that name. `maybe`: PHP has it, and others may. `kin`: of an
 * extension of PHP, or of one that the file loads. `foreign`: PHP does not have it.
 */
export type Evidence = 'php' | 'maybe' | 'kin' | 'foreign';

const known: ReadonlySet<string> = new Set(directiveNames);
const prefixes: ReadonlySet<string> = new Set(directiveNames.filter(isDotted).map(prefixOf));

/** Directives of PHP whose names say nothing by themselves: `engine`, `user_agent` of wget, `error_log` of PHP-FPM. */
const ofMany = new Set([
    ...['SMTP', 'browscap', 'child_terminate', 'default_charset', 'default_mimetype', 'default_socket_timeout'],
    ...['doc_root', 'engine', 'error_log', 'error_log_mode', 'extension_dir', 'file_uploads', 'from', 'hard_timeout'],
    ...['implicit_flush', 'include_path', 'input_encoding', 'internal_encoding', 'last_modified', 'log_errors'],
    ...['max_memory_limit', 'memory_limit', 'output_buffering', 'output_encoding', 'output_handler', 'precision'],
    ...['safe_mode', 'sendmail_from', 'sendmail_path', 'session.name', 'smtp_port', 'sys_temp_dir', 'user_agent'],
    ...['user_dir', 'xbithack'],
]);
const prefixesOfMany = new Set('amqp cli com curl gd highlight ldap mail mongodb mysql sql stomp syslog'.split(' '));

/** Extensions whose names stand for something else as well: `extension = zip` may be that of a file. */
const wordsOfMany = new Set('bz2 event ftp http json pdf rar soap uuid xml yaml zip'.split(' '));
const extensions = new Set(
    [
        'amqp apcu apcu_bc ast bcmath blackfire calendar ctype datadog-profiling dba ddappsec ddtrace decimal dom ds enchant',
        'ev excimer exif ffi fileinfo gd gearman geoip geospatial gettext gmagick gmp gnupg grpc iconv igbinary imagick imap',
        'inotify interbase intl ioncube_loader jsmin ldap lzf mailparse maxminddb mbstring mcrypt memcache memcached mongo',
        'mongodb msgpack mysql mysqli mysqlnd newrelic oauth oci8 odbc opcache openssl openswoole opentelemetry parallel pcntl',
        'pcov pdo pdo_dblib pdo_firebird pdo_mysql pdo_oci pdo_odbc pdo_pgsql pdo_sqlite pdo_sqlsrv pgsql phalcon phar posix',
        'protobuf pspell psr raphf rdkafka readline redis relay shmop simplexml snmp snuffleupagus sockets sodium solr spx',
        'sqlite3 sqlsrv ssh2 swoole sysvmsg sysvsem sysvshm tideways tidy tokenizer uopz uploadprogress uv v8js vips wddx',
        'xdebug xhprof xlswriter xmlreader xmlrpc xmlwriter xsl yac yaf yar zlib zmq zookeeper zstd',
    ].flatMap(line => line.split(' ')),
);

/** @param loaded the extensions that the file loads */
export function evidenceOf(name: string, value: string, loaded: ReadonlySet<string>): Evidence {
    if (isExtensionName(name)) {
        return evidenceOfExtension(name, value);
    }
    if (known.has(name)) {
        return ofMany.has(name) || prefixesOfMany.has(prefixOf(name)) ? 'maybe' : 'php';
    }
    return isDotted(name) && (prefixes.has(prefixOf(name)) || loaded.has(prefixOf(name))) ? 'kin' : 'foreign';
}

function evidenceOfExtension(name: string, value: string): Evidence {
    const isFile = /\.(?:so|dll)$/i.test(value);
    const base = extensionName(value).toLowerCase();
    if (isFile || extensions.has(base) || name.toLowerCase() === 'zend_extension') {
        return 'php';
    }
    return wordsOfMany.has(base) ? 'maybe' : 'foreign';
}

function isDotted(name: string): boolean {
    return name.includes('.');
}

function prefixOf(name: string): string {
    return name.slice(0, Math.max(0, name.indexOf('.')));
}
