// Made by `npm run catalog` from measured/ and overlay/. Do not edit.
import type { Overlay } from './overlay/described.ts';

/** By extension: the page of the manual, and whose version numbers count. */
export const extensions: Readonly<Record<string, Pick<Overlay, 'versions' | 'page'>>> = {
    amqp: { versions: 'extension', page: 'https://github.com/php-amqp/php-amqp' },
    apcu: { versions: 'extension', page: 'https://www.php.net/manual/en/apcu.configuration.php' },
    bcmath: { versions: 'php', page: 'https://www.php.net/manual/en/bc.configuration.php' },
    curl: { versions: 'php', page: 'https://www.php.net/manual/en/curl.configuration.php' },
    dba: { versions: 'php', page: 'https://www.php.net/manual/en/dba.configuration.php' },
    excimer: { versions: 'extension', page: 'https://www.mediawiki.org/wiki/Excimer' },
    exif: { versions: 'php', page: 'https://www.php.net/manual/en/exif.configuration.php' },
    ffi: { versions: 'php', page: 'https://www.php.net/manual/en/ffi.configuration.php' },
    filter: { versions: 'php', page: 'https://www.php.net/manual/en/filter.configuration.php' },
    gd: { versions: 'php', page: 'https://www.php.net/manual/en/image.configuration.php' },
    iconv: { versions: 'php', page: 'https://www.php.net/manual/en/iconv.configuration.php' },
    igbinary: { versions: 'extension', page: 'https://www.php.net/manual/en/igbinary.configuration.php' },
    imagick: { versions: 'extension', page: 'https://www.php.net/manual/en/imagick.configuration.php' },
    imap: { versions: 'php', page: 'https://www.php.net/manual/en/imap.configuration.php' },
    interbase: { versions: 'php', page: 'https://www.php.net/manual/en/ibase.configuration.php' },
    intl: { versions: 'php', page: 'https://www.php.net/manual/en/intl.configuration.php' },
    ldap: { versions: 'php', page: 'https://www.php.net/manual/en/ldap.configuration.php' },
    mcrypt: { versions: 'php', page: 'https://www.php.net/manual/en/mcrypt.configuration.php' },
    memcache: { versions: 'extension', page: 'https://www.php.net/manual/en/memcache.configuration.php' },
    memcached: { versions: 'extension', page: 'https://www.php.net/manual/en/memcached.configuration.php' },
    mongodb: { versions: 'extension', page: 'https://www.php.net/manual/en/mongodb.configuration.php' },
    msgpack: { versions: 'extension', page: 'https://github.com/msgpack/msgpack-php' },
    mssql: { versions: 'php', page: 'https://www.php.net/manual/en/migration70.removed-exts-sapis.php' },
    mysql: { versions: 'php', page: 'https://www.php.net/manual/en/mysql.configuration.php' },
    mysqli: { versions: 'php', page: 'https://www.php.net/manual/en/mysqli.configuration.php' },
    mysqlnd: { versions: 'php', page: 'https://www.php.net/manual/en/mysqlnd.config.php' },
    oci8: { versions: 'php', page: 'https://www.php.net/manual/en/oci8.configuration.php' },
    odbc: { versions: 'php', page: 'https://www.php.net/manual/en/odbc.configuration.php' },
    openssl: { versions: 'php', page: 'https://www.php.net/manual/en/openssl.configuration.php' },
    pdo_mysql: { versions: 'php', page: 'https://www.php.net/manual/en/ref.pdo-mysql.php' },
    pdo_odbc: { versions: 'php', page: 'https://www.php.net/manual/en/ref.pdo-odbc.php' },
    pgsql: { versions: 'php', page: 'https://www.php.net/manual/en/pgsql.configuration.php' },
    phar: { versions: 'php', page: 'https://www.php.net/manual/en/phar.configuration.php' },
    readline: { versions: 'php', page: 'https://www.php.net/manual/en/readline.configuration.php' },
    redis: { versions: 'extension', page: 'https://github.com/phpredis/phpredis' },
    session: { versions: 'php', page: 'https://www.php.net/manual/en/session.configuration.php' },
    soap: { versions: 'php', page: 'https://www.php.net/manual/en/soap.configuration.php' },
    sqlite: { versions: 'php', page: 'https://www.php.net/manual/en/sqlite3.configuration.php' },
    sqlite3: { versions: 'php', page: 'https://www.php.net/manual/en/sqlite3.configuration.php' },
    stomp: { versions: 'extension', page: 'https://www.php.net/manual/en/stomp.configuration.php' },
    sybase_ct: { versions: 'php', page: 'https://www.php.net/manual/en/migration70.removed-exts-sapis.php' },
    sysvshm: { versions: 'php', page: 'https://www.php.net/manual/en/sem.configuration.php' },
    tidy: { versions: 'php', page: 'https://www.php.net/manual/en/tidy.configuration.php' },
    uploadprogress: { versions: 'extension', page: 'https://github.com/php/pecl-php-uploadprogress' },
    xdebug: { versions: 'extension', page: 'https://xdebug.org/docs/all_settings' },
    yaml: { versions: 'extension', page: 'https://www.php.net/manual/en/yaml.configuration.php' },
    'zend opcache': { versions: 'php', page: 'https://www.php.net/manual/en/opcache.configuration.php' },
    zlib: { versions: 'php', page: 'https://www.php.net/manual/en/zlib.configuration.php' },
};

/** By name, in alphabetical order: a `GeneratedDirective` as JSON. */
export const directives: Readonly<Record<string, string>> = {
    'amqp.auto_ack':
        '{"extension":"amqp","type":"boolean","anchor":"","description":"Messages count as dealt with once they are sent out, so that those under way are lost with the consumer.","default":"0","scope":"ALL"}',
    'amqp.cacert':
        '{"extension":"amqp","type":"path","anchor":"","description":"Certificate of the authority that signed the broker’s, for TLS.","default":"","scope":"ALL"}',
    'amqp.cert':
        '{"extension":"amqp","type":"path","anchor":"","description":"Certificate of this client, for TLS.","default":"","scope":"ALL"}',
    'amqp.channel_max':
        '{"extension":"amqp","type":"integer","minimum":0,"anchor":"","description":"Most channels of one connection; 0 leaves that to the broker.","default":"256","scope":"ALL"}',
    'amqp.connect_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","anchor":"","description":"How long to wait for a connection; 0 sets no limit.","default":"0","scope":"ALL"}',
    'amqp.deserialization_depth':
        '{"extension":"amqp","type":"integer","minimum":0,"anchor":"","description":"How deep headers of messages that arrive may nest.","default":"128","scope":"ALL"}',
    'amqp.frame_max':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"bytes","anchor":"","description":"Largest frame that is sent or taken; 0 leaves that to the broker.","default":"131072","scope":"ALL"}',
    'amqp.global_prefetch_count':
        '{"extension":"amqp","type":"integer","minimum":0,"anchor":"","description":"The same for all consumers of a channel together.","default":"0","scope":"ALL"}',
    'amqp.global_prefetch_size':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"bytes","anchor":"","description":"The same for all consumers of a channel together.","default":"0","scope":"ALL"}',
    'amqp.heartbeat':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"seconds","anchor":"","description":"How often each side shows that it is there; 0 does not.","default":"0","scope":"ALL"}',
    'amqp.host':
        '{"extension":"amqp","type":"string","anchor":"","description":"Broker to connect to where the script names none.","default":"localhost","scope":"ALL"}',
    'amqp.key':
        '{"extension":"amqp","type":"path","anchor":"","description":"Private key to this client’s certificate.","default":"","scope":"ALL"}',
    'amqp.login':
        '{"extension":"amqp","type":"string","anchor":"","description":"User name at the broker.","default":"guest","scope":"ALL"}',
    'amqp.password':
        '{"extension":"amqp","type":"string","anchor":"","description":"Password at the broker.","default":"guest","scope":"ALL"}',
    'amqp.port':
        '{"extension":"amqp","type":"integer","minimum":1,"maximum":65535,"anchor":"","description":"Port of the broker.","default":"5672","scope":"ALL"}',
    'amqp.prefetch_count':
        '{"extension":"amqp","type":"integer","minimum":0,"anchor":"","description":"How many messages that nobody has confirmed a consumer may hold; 0 sets no limit.","default":"3","scope":"ALL"}',
    'amqp.prefetch_size':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"bytes","anchor":"","description":"How much such messages may hold together; 0 sets no limit.","default":"0","scope":"ALL"}',
    'amqp.read_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","anchor":"","description":"How long to wait for messages; 0 sets no limit.","default":"0","scope":"ALL"}',
    'amqp.rpc_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","anchor":"","description":"How long to wait for the broker’s answer to a command; 0 sets no limit.","default":"0","scope":"ALL"}',
    'amqp.sasl_method':
        '{"extension":"amqp","type":"string","anchor":"","description":"How to log in: 0 with a password, 1 with the certificate of `amqp.cert`.","default":"AMQP_SASL_METHOD_PLAIN","scope":"ALL"}',
    'amqp.serialization_depth':
        '{"extension":"amqp","type":"integer","minimum":0,"anchor":"","description":"How deep headers of messages that are sent may nest.","default":"128","scope":"ALL"}',
    'amqp.timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","anchor":"","deprecated":"1.0.10","replacement":"amqp.read_timeout","description":"The older name of `amqp.read_timeout`, which wins where both are set.","default":"","scope":"ALL"}',
    'amqp.verify':
        '{"extension":"amqp","type":"boolean","anchor":"","description":"Checks that the broker’s certificate is for its name.","default":"1","scope":"ALL"}',
    'amqp.vhost':
        '{"extension":"amqp","type":"string","anchor":"","description":"Virtual host on the broker.","default":"/","scope":"ALL"}',
    'amqp.write_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","anchor":"","description":"How long sending may take; 0 sets no limit.","default":"0","scope":"ALL"}',
    'apc.coredump_unmap':
        '{"extension":"apcu","type":"boolean","anchor":"ini.apcu.coredump-unmap","description":"Lets go of the shared memory before a crash is written to disk, so that the file is smaller. Doing so within a crash is dangerous.","default":"0","scope":"SYSTEM"}',
    'apc.enable_cli':
        '{"extension":"apcu","type":"boolean","anchor":"ini.apcu.enable-cli","description":"Whether the command line has a cache too. It is empty at each start and gone at the end: for tests.","default":"0","scope":"SYSTEM"}',
    'apc.enabled':
        '{"extension":"apcu","type":"boolean","anchor":"ini.apcu.enabled","description":"Whether the cache is there. Off: its functions exist and store nothing.","default":"1","scope":"SYSTEM"}',
    'apc.entries_hint':
        '{"extension":"apcu","type":"integer","minimum":0,"anchor":"ini.apcu.entries-hint","description":"About how many entries to expect: the size of the hash table. 0 takes a size that fits `apc.shm_size`, and is the default from APCu 5.1.25 on.","default":"4096","scope":"SYSTEM"}',
    'apc.expunge_threshold':
        '{"extension":"apcu","type":"float","minimum":0,"maximum":100,"unit":"percent","anchor":"","description":"How much of the memory has to be free after expired entries were removed; otherwise everything is removed. Not yet in APCu 5.1.","default":"0.5","scope":"SYSTEM"}',
    'apc.gc_ttl':
        '{"extension":"apcu","type":"integer","minimum":0,"unit":"seconds","anchor":"ini.apcu.gc-ttl","description":"How long a removed entry may stay while a process still uses it. 0: until the last one lets go, however long.","default":"3600","scope":"SYSTEM"}',
    'apc.mmap_file_mask':
        '{"extension":"apcu","type":"string","anchor":"ini.apcu.mmap-file-mask","description":"Template of the file behind the shared memory, with six `X` at its end: `/tmp/apc.XXXXXX`. With `.shm` in it, POSIX shared memory. Empty: memory without a file.","default":"","scope":"SYSTEM"}',
    'apc.mmap_hugepage_size':
        '{"extension":"apcu","type":"integer","minimum":0,"unit":"bytes","anchor":"","description":"Size of the large pages to take the memory in; 0 takes ordinary ones.","default":"0","scope":"SYSTEM","since":"5.1.25"}',
    'apc.preload_path':
        '{"extension":"apcu","type":"path","anchor":"ini.apcu.preload-path","description":"Directory of `.data` files from which the cache is filled at start.","default":"","scope":"SYSTEM"}',
    'apc.serializer':
        '{"extension":"apcu","type":"enum","values":[{"value":"php","description":"`serialize()`"},{"value":"default","description":"Arrays are copied as they are; only objects are serialised"},{"value":"igbinary","description":"With the igbinary extension"},{"value":"msgpack","description":"With the msgpack extension"}],"openValues":true,"anchor":"ini.apcu.serializer","description":"Form in which arrays and objects are stored.","default":"php","scope":"SYSTEM"}',
    'apc.shm_segments':
        '{"extension":"apcu","type":"integer","minimum":1,"anchor":"ini.apcu.shm-segments","description":"How many pieces of shared memory to take. With mapped memory, the usual case, there is one. Gone with APCu 5.1.25.","default":"1","scope":"SYSTEM"}',
    'apc.shm_size':
        '{"extension":"apcu","type":"integer","unit":"bytes","minimum":1,"anchor":"ini.apcu.shm-size","description":"Size of the shared memory that holds the cache. A number below 1048576 counts as megabytes, with a warning: write `64M`.","default":"32M","scope":"SYSTEM"}',
    'apc.slam_defense':
        '{"extension":"apcu","type":"boolean","anchor":"ini.apcu.slam-defense","description":"Refuses to store a key that another process has stored within the same second. The default was On before APCu 5.1.14.","default":"0","scope":"SYSTEM"}',
    'apc.smart':
        '{"extension":"apcu","type":"integer","minimum":0,"anchor":"","description":"How many times the size of a new entry has to be free for the cache not to be emptied when it runs full; 0 asks for half of the memory.","default":"0","scope":"SYSTEM"}',
    'apc.ttl':
        '{"extension":"apcu","type":"integer","minimum":0,"unit":"seconds","anchor":"ini.apcu.ttl","description":"How long after its last use an entry without a time to live of its own may be removed when memory runs short. 0: when the memory is full, everything is.","default":"0","scope":"SYSTEM"}',
    'apc.use_request_time':
        '{"extension":"apcu","type":"boolean","anchor":"ini.apcu.use-request-time","description":"Measures times to live from the start of the request rather than from now. The default was On before APCu 5.1.19.","default":"0","scope":"ALL"}',
    'apc.writable':
        '{"extension":"apcu","type":"path","anchor":"","description":"Directory to write to.","default":"/tmp","scope":"SYSTEM","removed":"5.1.13"}',
    'bcmath.scale':
        '{"extension":"bcmath","type":"integer","minimum":0,"maximum":2147483647,"description":"How many digits after the point the `bc` functions give where the call does not say. With the default of 0 they cut all of them off, without rounding.","default":"0","scope":"ALL"}',
    'birdstep.max_links':
        '{"extension":"odbc","type":"integer","anchor":"","description":"How many connections to Birdstep databases a process could have.","default":"-1","scope":"SYSTEM","removed":"7.3"}',
    'cli.pager':
        '{"extension":"readline","type":"string","description":"Program that shows the output of `php -a`, `less` say.","default":"","scope":"ALL"}',
    'cli.prompt':
        '{"extension":"readline","type":"string","description":"Prompt of `php -a`. `\\\\b` is the kind of code, `\\\\>` the prompt character, `\\\\v` the version; code may stand in back-ticks.","default":"\\\\b \\\\> ","scope":"ALL"}',
    'curl.cainfo':
        '{"extension":"curl","type":"path","description":"File with the certificates that curl trusts, as an absolute path; empty leaves it to libcurl. Where the file is missing, every HTTPS request of curl fails.","default":"","scope":"SYSTEM"}',
    'dba.default_handler':
        '{"extension":"dba","type":"enum","values":[{"value":"flatfile"},{"value":"inifile"},{"value":"cdb","description":"Only for reading, see `cdb_make`"},{"value":"cdb_make","description":"Only for creating"},{"value":"db4","description":"Berkeley DB"},{"value":"gdbm"},{"value":"lmdb"},{"value":"qdbm"},{"value":"tcadb","description":"Tokyo Cabinet"}],"openValues":true,"anchor":"ini.dba.default_handler","description":"Handler for `dba_open()` where the call names none. What is there depends on how PHP was built; a name it does not know gives a warning at start, and the default stays in force.","default":"flatfile","scope":"ALL"}',
    'excimer.default_max_depth':
        '{"extension":"excimer","type":"integer","minimum":0,"anchor":"","description":"How many calls of a stack the profiler keeps; 0 keeps all.","default":"1000","scope":"ALL"}',
    'exif.decode_jis_intel':
        '{"extension":"exif","type":"list","description":"Encoding of Japanese comments in pictures of little-endian (Intel) byte order, or several to try. An encoding that mbstring does not know gives a warning at start and is ignored.","default":"JIS","scope":"ALL"}',
    'exif.decode_jis_motorola':
        '{"extension":"exif","type":"list","description":"Encoding of Japanese comments in pictures of big-endian (Motorola) byte order, or several to try. An encoding that mbstring does not know gives a warning at start and is ignored.","default":"JIS","scope":"ALL"}',
    'exif.decode_unicode_intel':
        '{"extension":"exif","type":"list","description":"Encoding of Unicode comments in pictures of little-endian (Intel) byte order, or several to try. An encoding that mbstring does not know gives a warning at start and is ignored.","default":"UCS-2LE","scope":"ALL"}',
    'exif.decode_unicode_motorola':
        '{"extension":"exif","type":"list","description":"Encoding of Unicode comments in pictures of big-endian (Motorola) byte order, or several to try. An encoding that mbstring does not know gives a warning at start and is ignored.","default":"UCS-2BE","scope":"ALL"}',
    'exif.encode_jis':
        '{"extension":"exif","type":"string","description":"To what encoding Japanese (JIS) comments of the user are converted; empty stands for `internal_encoding`. An encoding that mbstring does not know gives a warning at start and is ignored.","default":"","scope":"ALL"}',
    'exif.encode_unicode':
        '{"extension":"exif","type":"string","description":"To what encoding Unicode comments of the user are converted; empty stands for `internal_encoding`. An encoding that mbstring does not know gives a warning at start and is ignored.","default":"ISO-8859-15","scope":"ALL"}',
    'ffi.enable':
        '{"extension":"ffi","type":"enum","alsoBoolean":true,"values":[{"value":"preload","description":"In `opcache.preload` scripts and on the command line only"},{"value":"1","description":"Everywhere"},{"value":"0","description":"Nowhere"}],"description":"Where scripts may call C functions. `On` lets any script read and write all memory of the process; leave that to development.","default":"preload","scope":"SYSTEM"}',
    'ffi.preload':
        '{"extension":"ffi","type":"pathList","description":"C headers to read when the server starts, for `FFI::scope()`; patterns are allowed.","default":"","scope":"SYSTEM"}',
    'filter.default':
        '{"extension":"filter","type":"enum","deprecated":"8.1","values":[{"value":"unsafe_raw","description":"Leaves values alone"},{"value":"add_slashes"},{"value":"boolean"},{"value":"callback"},{"value":"email"},{"value":"encoded"},{"value":"float"},{"value":"full_special_chars"},{"value":"int"},{"value":"number_float"},{"value":"number_int"},{"value":"special_chars"},{"value":"string"},{"value":"stripped"},{"value":"url"},{"value":"validate_domain"},{"value":"validate_email"},{"value":"validate_ip"},{"value":"validate_mac"},{"value":"validate_regexp"},{"value":"validate_url"}],"openValues":true,"description":"Filter that all of `$_GET`, `$_POST`, `$_COOKIE` and `$_REQUEST` go through. Anything but `unsafe_raw` changes what applications receive; an unknown name counts as `unsafe_raw`, without a message.","notes":[{"version":"8.1","text":"Any other filter than `unsafe_raw` gives a deprecation at start."}],"default":"unsafe_raw","scope":"PERDIR"}',
    'filter.default_flags':
        '{"extension":"filter","type":"integer","description":"Flags for `filter.default`, as a number: names of constants of this extension are not known here.","default":"","scope":"PERDIR"}',
    'gd.jpeg_ignore_warning':
        '{"extension":"gd","type":"boolean","description":"Reads damaged JPEG files as far as it goes, with a notice. Off refuses them.","default":"1","scope":"ALL"}',
    'ibase.allow_persistent':
        '{"extension":"interbase","type":"boolean","description":"Allows connections that outlive a request. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"1","scope":"SYSTEM"}',
    'ibase.dateformat':
        '{"extension":"interbase","type":"string","description":"How dates are written, in the form of `strftime()`. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"%Y-%m-%d","scope":"ALL"}',
    'ibase.default_charset':
        '{"extension":"interbase","type":"string","description":"Character set of connections where the call names none. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"","scope":"ALL"}',
    'ibase.default_db':
        '{"extension":"interbase","type":"string","description":"Database for `ibase_connect()` where the call names none. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"","scope":"SYSTEM"}',
    'ibase.default_password':
        '{"extension":"interbase","type":"string","description":"Password for `ibase_connect()` where the call has none. Every script can read it. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"","scope":"ALL"}',
    'ibase.default_user':
        '{"extension":"interbase","type":"string","description":"User for `ibase_connect()` where the call names none. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"","scope":"ALL"}',
    'ibase.max_links':
        '{"extension":"interbase","type":"integer","description":"How many connections a process may have; -1 sets no limit. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"-1","scope":"SYSTEM"}',
    'ibase.max_persistent':
        '{"extension":"interbase","type":"integer","description":"How many persistent connections a process may keep; -1 sets no limit. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"-1","scope":"SYSTEM"}',
    'ibase.timeformat':
        '{"extension":"interbase","type":"string","description":"How times are written, in the form of `strftime()`. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"%H:%M:%S","scope":"ALL"}',
    'ibase.timestampformat':
        '{"extension":"interbase","type":"string","description":"How time stamps are written, in the form of `strftime()`. Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.","default":"%Y-%m-%d %H:%M:%S","scope":"ALL"}',
    'iconv.input_encoding':
        '{"extension":"iconv","type":"string","deprecated":"5.6","replacement":"input_encoding","description":"Encoding of input, for iconv alone. Empty stands for `input_encoding`, and that for `default_charset`.","default":"","scope":"ALL"}',
    'iconv.internal_encoding':
        '{"extension":"iconv","type":"string","deprecated":"5.6","replacement":"internal_encoding","description":"Encoding inside scripts, for iconv alone. Empty stands for `internal_encoding`, and that for `default_charset`.","default":"","scope":"ALL"}',
    'iconv.output_encoding':
        '{"extension":"iconv","type":"string","deprecated":"5.6","replacement":"output_encoding","description":"Encoding of output, for iconv alone. Empty stands for `output_encoding`, and that for `default_charset`.","default":"","scope":"ALL"}',
    'igbinary.compact_strings':
        '{"extension":"igbinary","type":"boolean","description":"Writes a string that occurs several times only once: smaller data, slower to write. What was written either way can be read either way, so nodes may differ.","default":"1","scope":"ALL"}',
    'imagick.allow_zero_dimension_images':
        '{"extension":"imagick","type":"boolean","anchor":"","description":"Allows images without width or height, which otherwise throw an exception.","default":"0","scope":"ALL","since":"3.5"}',
    'imagick.locale_fix':
        '{"extension":"imagick","type":"boolean","description":"Draws with a full stop in numbers whatever the locale says.","default":"0","scope":"ALL"}',
    'imagick.progress_monitor':
        '{"extension":"imagick","type":"boolean","description":"Lets scripts follow the progress of an operation, and stop it.","default":"0","scope":"SYSTEM"}',
    'imagick.set_single_thread':
        '{"extension":"imagick","type":"boolean","anchor":"","description":"Has ImageMagick use one thread: several can hang PHP.","default":"1","scope":"SYSTEM","since":"3.5"}',
    'imagick.shutdown_sleep_count':
        '{"extension":"imagick","type":"integer","minimum":0,"anchor":"","description":"How often to wait, at the end of the process, for threads of ImageMagick to end.","default":"10","scope":"ALL","since":"3.5"}',
    'imagick.skip_version_check':
        '{"extension":"imagick","type":"boolean","description":"Does not warn where ImageMagick is another version than the extension was built with. Debian’s package has it On.","default":"1","scope":"ALL","since":"3.3"}',
    'imap.enable_insecure_rsh':
        '{"extension":"imap","type":"boolean","description":"Lets `imap_open()` start `rsh` or `ssh`. As the name of the mailbox is passed on unchecked, whoever can choose it can run commands: leave it off.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"0","scope":"SYSTEM","since":"7.1"}',
    'intl.default_locale':
        '{"extension":"intl","type":"string","description":"Locale of ICU, such as `de_DE`, where a call names none. Empty leaves it to the environment, which may differ between nodes and between the command line and the web.","default":"","scope":"ALL"}',
    'intl.error_level':
        '{"extension":"intl","type":"bitmask","deprecated":"8.5","replacement":"intl.use_exceptions","description":"Level of the message that PHP gives when a function of ICU fails, `E_WARNING` say; 0 gives none.","notes":[{"version":"8.5","text":"Any value but 0 gives a deprecation."}],"default":"0","scope":"ALL"}',
    'intl.use_exceptions':
        '{"extension":"intl","type":"boolean","description":"Throws `IntlException` when a function of ICU fails. Applications that test for `false` may not expect that.","default":"0","scope":"ALL"}',
    'ldap.max_links':
        '{"extension":"ldap","type":"integer","anchor":"ini.ldap.max_links","description":"How many connections to LDAP servers a process may have; -1 sets no limit.","default":"-1","scope":"SYSTEM"}',
    'mcrypt.algorithms_dir':
        '{"extension":"mcrypt","type":"path","description":"Directory of the algorithms; empty leaves it to libmcrypt. The extension left PHP with 7.2 and comes from PECL.","default":"","scope":"ALL"}',
    'mcrypt.modes_dir':
        '{"extension":"mcrypt","type":"path","description":"Directory of the modes; empty leaves it to libmcrypt. The extension left PHP with 7.2 and comes from PECL.","default":"","scope":"ALL"}',
    'memcache.allow_failover':
        '{"extension":"memcache","type":"boolean","description":"Goes to another server when one fails. Sessions that were only on the failed one start empty, without a message.","default":"1","scope":"ALL"}',
    'memcache.chunk_size':
        '{"extension":"memcache","type":"integer","minimum":1,"unit":"bytes","description":"How much is sent or read at a time. Digits only: `32K` is rejected.","default":"32768","scope":"ALL"}',
    'memcache.compress_threshold':
        '{"extension":"memcache","type":"integer","minimum":0,"unit":"bytes","description":"Values from this size on are compressed; 0 compresses nothing. Digits only.","default":"20000","scope":"ALL"}',
    'memcache.default_port':
        '{"extension":"memcache","type":"integer","minimum":0,"maximum":65535,"description":"Port of servers that `addServer()` names without one. Not for sessions: there each URL needs its port.","default":"11211","scope":"ALL"}',
    'memcache.hash_function':
        '{"extension":"memcache","type":"enum","values":[{"value":"crc32","description":"CRC32"},{"value":"fnv","description":"FNV-1a"}],"description":"What turns a key into the number by which its server is found. All nodes need the same.","default":"crc32","scope":"ALL"}',
    'memcache.hash_strategy':
        '{"extension":"memcache","type":"enum","values":[{"value":"consistent","description":"Most keys stay where they are when a server is added or removed"},{"value":"standard","description":"By position in the list"}],"description":"How keys are spread over the servers. All nodes need the same.","default":"consistent","scope":"ALL"}',
    'memcache.lock_timeout':
        '{"extension":"memcache","type":"integer","minimum":1,"unit":"seconds","description":"After what time the lock of a session lets go by itself. A request waits for a lock up to twice as long.","default":"15","scope":"ALL"}',
    'memcache.max_failover_attempts':
        '{"extension":"memcache","type":"integer","minimum":1,"description":"How many servers to try. Only with `memcache.allow_failover`.","default":"20","scope":"ALL"}',
    'memcache.prefix_host_key':
        '{"extension":"memcache","type":"boolean","anchor":"","description":"Begins the keys of values with the name of the host that was asked for. Not for sessions.","default":"0","scope":"ALL"}',
    'memcache.prefix_host_key_remove_subdomain':
        '{"extension":"memcache","type":"boolean","anchor":"","description":"Keeps only the last two parts of that name. With `memcache.prefix_host_key`.","default":"0","scope":"ALL"}',
    'memcache.prefix_host_key_remove_www':
        '{"extension":"memcache","type":"boolean","anchor":"","description":"Leaves `www.` out of that name. With `memcache.prefix_host_key`.","default":"1","scope":"ALL"}',
    'memcache.prefix_static_key':
        '{"extension":"memcache","type":"string","anchor":"","description":"What the keys of values begin with; no full stops. Not for sessions.","default":"","scope":"ALL"}',
    'memcache.protocol':
        '{"extension":"memcache","type":"enum","values":[{"value":"ascii","description":"The text protocol"},{"value":"binary","description":"The binary protocol"}],"description":"How to talk to the servers.","default":"ascii","scope":"ALL"}',
    'memcache.redundancy':
        '{"extension":"memcache","type":"integer","minimum":1,"description":"On how many servers each value is kept. For sessions: `memcache.session_redundancy`.","default":"1","scope":"ALL"}',
    'memcache.select_api':
        '{"extension":"memcache","type":"enum","values":[{"value":"select","description":"`select()`: no more than 1024 connections in a process"},{"value":"poll","description":"`poll()`; not on Windows"}],"anchor":"","description":"How to wait for the servers’ answers. Not yet in version 8.2.","default":"select","scope":"ALL"}',
    'memcache.session_prefix_host_key':
        '{"extension":"memcache","type":"boolean","anchor":"","description":"Begins the keys of sessions with the name of the host that was asked for.","default":"0","scope":"ALL"}',
    'memcache.session_prefix_host_key_remove_subdomain':
        '{"extension":"memcache","type":"boolean","anchor":"","description":"Keeps only the last two parts of that name, so that subdomains share sessions. With `memcache.session_prefix_host_key`.","default":"0","scope":"ALL"}',
    'memcache.session_prefix_host_key_remove_www':
        '{"extension":"memcache","type":"boolean","anchor":"","description":"Leaves `www.` out of that name, so that both names share sessions. With `memcache.session_prefix_host_key`.","default":"1","scope":"ALL"}',
    'memcache.session_prefix_static_key':
        '{"extension":"memcache","type":"string","anchor":"","description":"What the keys of sessions begin with; no full stops. Nodes that differ do not see each other’s sessions.","default":"","scope":"ALL"}',
    'memcache.session_redundancy':
        '{"extension":"memcache","type":"integer","minimum":1,"description":"On how many servers each session is written, and how many are asked for it. More than there are servers does no harm.","default":"2","scope":"ALL"}',
    'memcache.session_save_path':
        '{"extension":"memcache","type":"string","anchor":"","description":"Where sessions are stored, in place of `session.save_path`: URLs such as `tcp://host:11211`, separated by commas or white space. It wins where both are set.","default":"","scope":"ALL"}',
    'memcached.compression_factor':
        '{"extension":"memcached","type":"float","description":"Compressed values are kept only where they are smaller by this factor. For `new Memcached`; sessions are stored without it.","default":"1.3","scope":"ALL"}',
    'memcached.compression_level':
        '{"extension":"memcached","type":"integer","description":"How hard to compress. For `new Memcached`; sessions are stored without it.","default":"3","scope":"ALL","since":"3.3"}',
    'memcached.compression_threshold':
        '{"extension":"memcached","type":"integer","unit":"bytes","description":"Values smaller than this are not compressed. For `new Memcached`; sessions are stored without it.","default":"2000","scope":"ALL"}',
    'memcached.compression_type':
        '{"extension":"memcached","type":"enum","values":[{"value":"fastlz"},{"value":"zlib"},{"value":"zstd","description":"From 3.3 on, where built with it"}],"description":"How large values are compressed. For `new Memcached`; sessions are stored without it.","default":"fastlz","scope":"ALL"}',
    'memcached.default_binary_protocol':
        '{"extension":"memcached","type":"boolean","description":"Binary protocol. For `new Memcached`; sessions are stored without it.","default":"0","scope":"ALL","since":"3.0"}',
    'memcached.default_connect_timeout':
        '{"extension":"memcached","type":"integer","unit":"milliseconds","description":"Connection time-out. For `new Memcached`; sessions are stored without it.","default":"0","scope":"ALL","since":"3.0"}',
    'memcached.default_consistent_hash':
        '{"extension":"memcached","type":"boolean","description":"Consistent hashing. For `new Memcached`; sessions are stored without it.","default":"0","scope":"ALL","since":"3.0"}',
    'memcached.item_size_limit':
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"bytes","description":"Largest value that is sent to a server; 0 sets no limit. For `new Memcached`; sessions are stored without it.","default":"0","scope":"ALL","since":"3.3"}',
    'memcached.serializer':
        '{"extension":"memcached","type":"enum","values":[{"value":"php"},{"value":"igbinary"},{"value":"json"},{"value":"json_array"},{"value":"msgpack"}],"description":"Format of stored values; the default is igbinary or msgpack where built with it. For `new Memcached`; sessions are stored without it. Their format is `session.serialize_handler`.","default":"igbinary","scope":"ALL"}',
    'memcached.sess_binary':
        '{"extension":"memcached","type":"boolean","replacement":"memcached.sess_binary_protocol","description":"The name of `memcached.sess_binary_protocol` before 3.0. Ignored without a message since.","default":"0","scope":"ALL","removed":"3.0"}',
    'memcached.sess_binary_protocol':
        '{"extension":"memcached","type":"boolean","description":"Talks the binary protocol, which replicas and SASL need and which some proxies do not understand. Off by default where built with a libmemcached before 1.0.18.","default":"1","scope":"ALL","since":"3.0"}',
    'memcached.sess_connect_timeout':
        '{"extension":"memcached","type":"integer","unit":"milliseconds","description":"How long to wait for a connection; 0 leaves it at libmemcached’s 4000 ms (not at 1000, as the manual has it).","default":"0","scope":"ALL"}',
    'memcached.sess_consistent_hash':
        '{"extension":"memcached","type":"boolean","description":"Spreads sessions so that most stay where they are when a server is added or removed. Off: by position in the list, so its order must be the same on all nodes.","default":"1","scope":"ALL"}',
    'memcached.sess_consistent_hash_type':
        '{"extension":"memcached","type":"enum","values":[{"value":"ketama","description":"Ignores the weights in `session.save_path`"},{"value":"ketama_weighted","description":"Takes weights into account"}],"description":"How consistent hashing spreads sessions over the servers; by their names as written, so all nodes must spell them alike.","default":"ketama","scope":"ALL","since":"3.1"}',
    'memcached.sess_lock_expire':
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"seconds","description":"After what time a lock lets go by itself. 0 stands for `max_execution_time`, which on the command line means never: a script that dies there leaves its session locked.","default":"0","scope":"ALL"}',
    'memcached.sess_lock_max_wait':
        '{"extension":"memcached","type":"string","deprecated":"3.0","replacement":"memcached.sess_lock_wait_max","description":"Replaced by `memcached.sess_lock_retries` and `memcached.sess_lock_wait_max`; its value is ignored.","default":"not set","scope":"ALL"}',
    'memcached.sess_lock_retries':
        '{"extension":"memcached","type":"integer","description":"How often to try for a lock again. The defaults give up after 0.75 s; `session_start()` then returns false. To outlive the lock of a request whose server died, retries × wait must be longer than `memcached.sess_lock_expire`.","default":"5","scope":"ALL","since":"3.0"}',
    'memcached.sess_lock_wait':
        '{"extension":"memcached","type":"string","deprecated":"3.0","replacement":"memcached.sess_lock_wait_min","description":"Replaced by `memcached.sess_lock_wait_min` and `memcached.sess_lock_wait_max`; its value is ignored.","default":"not set","scope":"ALL"}',
    'memcached.sess_lock_wait_max':
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"milliseconds","description":"The longest wait between two tries for a lock. The default was 2000 before 3.1.","default":"150","scope":"ALL","since":"3.0"}',
    'memcached.sess_lock_wait_min':
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"milliseconds","description":"How long to wait before the second try for a lock; later waits double, up to `memcached.sess_lock_wait_max`. The default was 1000 before 3.1.","default":"150","scope":"ALL","since":"3.0"}',
    'memcached.sess_locking':
        '{"extension":"memcached","type":"boolean","description":"Lets one request at a time use a session. The lock is a key of its own, which may live on another server than the session.","default":"1","scope":"ALL"}',
    'memcached.sess_number_of_replicas':
        '{"extension":"memcached","type":"integer","minimum":0,"description":"On how many further servers each session is kept. Only with the binary protocol. Locks and touches are not replicated, and a server that comes back empty answers before its replica is asked.","default":"0","scope":"ALL"}',
    'memcached.sess_persistent':
        '{"extension":"memcached","type":"boolean","description":"Keeps connections open between requests, one for each different `session.save_path`.","default":"0","scope":"ALL","since":"3.0"}',
    'memcached.sess_prefix':
        '{"extension":"memcached","type":"string","description":"What the keys of sessions and locks start with: at most 250 characters, no white space. Nodes that differ do not see each other’s sessions.","default":"memc.sess.key.","scope":"ALL"}',
    'memcached.sess_randomize_replica_read':
        '{"extension":"memcached","type":"boolean","description":"Reads from any replica in place of the first.","default":"0","scope":"ALL"}',
    'memcached.sess_remove_failed':
        '{"extension":"memcached","type":"boolean","replacement":"memcached.sess_remove_failed_servers","description":"The name of `memcached.sess_remove_failed_servers` before 3.0. Ignored without a message since.","default":"0","scope":"ALL","removed":"3.0"}',
    'memcached.sess_remove_failed_servers':
        '{"extension":"memcached","type":"boolean","description":"Takes servers that fail out of the list. Helps within one request only together with `memcached.sess_server_failure_limit = 1`.","default":"0","scope":"ALL","since":"3.0"}',
    'memcached.sess_sasl_password':
        '{"extension":"memcached","type":"string","description":"Password for servers that ask for SASL.","default":"","scope":"ALL"}',
    'memcached.sess_sasl_username':
        '{"extension":"memcached","type":"string","description":"User name for servers that ask for SASL; only with `memcached.sess_sasl_password`. Turns the binary protocol on.","default":"","scope":"ALL"}',
    'memcached.sess_server_failure_limit':
        '{"extension":"memcached","type":"integer","minimum":0,"description":"After how many failures a server counts as dead; 0 leaves that to libmemcached.","default":"0","scope":"ALL","since":"3.0"}',
    'memcached.store_retry_count':
        '{"extension":"memcached","type":"integer","description":"How often to try to store a value again (2 before 3.2). For `new Memcached`; sessions are stored without it.","default":"0","scope":"ALL"}',
    'memcached.use_sasl':
        '{"extension":"memcached","type":"boolean","description":"Whether SASL might be used, before 3.0. Ignored without a message since: `memcached.sess_sasl_username` is enough.","default":"0","scope":"SYSTEM","removed":"3.0"}',
    'mongodb.debug':
        '{"extension":"mongodb","type":"string","description":"Where to write what the driver does: `stderr`, `stdout`, a directory, or `on` for a file in the temporary directory. It may hold passwords and documents. Empty, `0` or `off`: nowhere.","default":"","scope":"ALL"}',
    'msgpack.assoc':
        '{"extension":"msgpack","type":"boolean","anchor":"","description":"Unpacks maps to arrays. Off: to objects of `stdClass`.","default":"1","scope":"ALL","since":"3.0"}',
    'msgpack.error_display':
        '{"extension":"msgpack","type":"boolean","anchor":"","description":"Whether data that cannot be packed or unpacked is reported as a warning or notice.","default":"1","scope":"ALL"}',
    'msgpack.force_f32':
        '{"extension":"msgpack","type":"boolean","anchor":"","description":"Packs numbers with a fraction in four bytes, which loses digits. Not yet in version 3.0.0.","default":"0","scope":"ALL"}',
    'msgpack.illegal_key_insert':
        '{"extension":"msgpack","type":"boolean","anchor":"","description":"What becomes of a map’s entry whose key can be no key of a PHP array. On: key and value are added one behind the other. Off: the key becomes text.","default":"0","scope":"ALL"}',
    'msgpack.php_only':
        '{"extension":"msgpack","type":"boolean","anchor":"","description":"Packs what only PHP knows, classes of objects and references, in a form of the extension’s own. Off: plain MessagePack, which other languages read and from which PHP gets arrays in place of objects.","default":"1","scope":"ALL"}',
    'msgpack.use_str8_serialization':
        '{"extension":"msgpack","type":"boolean","anchor":"","description":"Packs strings of 32 to 255 bytes as `str 8`, one byte less each. Off: for readers that know only the older MessagePack format.","default":"1","scope":"ALL","since":"0.5.7"}',
    'mssql.allow_persistent':
        '{"extension":"mssql","type":"boolean","anchor":"","description":"Allowed connections that outlive a request. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0"}',
    'mssql.batchsize':
        '{"extension":"mssql","type":"integer","anchor":"","description":"How many rows were fetched at once; 0 all. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0"}',
    'mssql.charset':
        '{"extension":"mssql","type":"string","anchor":"","description":"Character set of the connection, with FreeTDS. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'mssql.compatability_mode':
        '{"extension":"mssql","type":"boolean","anchor":"","description":"An older spelling of `mssql.compatibility_mode`. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0"}',
    'mssql.compatibility_mode':
        '{"extension":"mssql","type":"boolean","anchor":"","description":"Behaved as PHP 3.0 did. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0"}',
    'mssql.connect_timeout':
        '{"extension":"mssql","type":"integer","unit":"seconds","anchor":"","description":"How long to wait for a connection. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"5","scope":"ALL","removed":"7.0"}',
    'mssql.datetimeconvert':
        '{"extension":"mssql","type":"boolean","anchor":"","description":"Returned dates as text in the form of the server. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"1","scope":"ALL","removed":"7.0"}',
    'mssql.max_links':
        '{"extension":"mssql","type":"integer","anchor":"","description":"How many connections a process could have. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0"}',
    'mssql.max_persistent':
        '{"extension":"mssql","type":"integer","anchor":"","description":"How many persistent connections a process could keep. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0"}',
    'mssql.max_procs':
        '{"extension":"mssql","type":"integer","anchor":"","description":"How many processes were allowed. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0"}',
    'mssql.min_error_severity':
        '{"extension":"mssql","type":"integer","anchor":"","description":"From what severity on errors were shown. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0"}',
    'mssql.min_message_severity':
        '{"extension":"mssql","type":"integer","anchor":"","description":"From what severity on messages were shown. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0"}',
    'mssql.secure_connection':
        '{"extension":"mssql","type":"boolean","anchor":"","description":"Logged in with the account of Windows. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"SYSTEM","removed":"7.0"}',
    'mssql.textlimit':
        '{"extension":"mssql","type":"integer","unit":"bytes","anchor":"","description":"How much of a text column was returned. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0"}',
    'mssql.textsize':
        '{"extension":"mssql","type":"integer","unit":"bytes","anchor":"","description":"How much of a text column the server sent. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0"}',
    'mssql.timeout':
        '{"extension":"mssql","type":"integer","unit":"seconds","anchor":"","description":"How long to wait for a query. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"60","scope":"ALL","removed":"7.0"}',
    'mysql.allow_local_infile':
        '{"extension":"mysql","type":"boolean","replacement":"mysqli.allow_local_infile","description":"Let `LOAD DATA LOCAL` send files of this machine. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0"}',
    'mysql.allow_persistent':
        '{"extension":"mysql","type":"boolean","replacement":"mysqli.allow_persistent","description":"Allowed connections that outlive a request. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0"}',
    'mysql.cache_size':
        '{"extension":"mysql","type":"integer","anchor":"","description":"Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.","default":"2000","scope":"SYSTEM","removed":"5.4"}',
    'mysql.connect_timeout':
        '{"extension":"mysql","type":"integer","unit":"seconds","description":"How long to wait for a connection. With mysqli that is an option of the connection. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"60","scope":"ALL","removed":"7.0"}',
    'mysql.default_host':
        '{"extension":"mysql","type":"string","replacement":"mysqli.default_host","description":"Server where the call named none. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'mysql.default_password':
        '{"extension":"mysql","type":"string","replacement":"mysqli.default_pw","description":"Password where the call had none. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'mysql.default_port':
        '{"extension":"mysql","type":"integer","replacement":"mysqli.default_port","description":"Port where the call named none. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'mysql.default_socket':
        '{"extension":"mysql","type":"path","replacement":"mysqli.default_socket","description":"Unix socket where the call named none. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'mysql.default_user':
        '{"extension":"mysql","type":"string","replacement":"mysqli.default_user","description":"User where the call named none. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'mysql.max_links':
        '{"extension":"mysql","type":"integer","replacement":"mysqli.max_links","description":"How many connections a process could have. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0"}',
    'mysql.max_persistent':
        '{"extension":"mysql","type":"integer","replacement":"mysqli.max_persistent","description":"How many persistent connections a process could keep. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0"}',
    'mysql.trace_mode':
        '{"extension":"mysql","type":"boolean","description":"Warned of scans of whole tables and of results that were not freed. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0"}',
    'mysqli.allow_local_infile':
        '{"extension":"mysqli","type":"boolean","description":"Lets `LOAD DATA LOCAL` send files of this machine to the server. A server that is not what it seems can then ask for any file that PHP may read.","default":"0","scope":"SYSTEM"}',
    'mysqli.allow_persistent':
        '{"extension":"mysqli","type":"boolean","description":"Allows connections that outlive a request (host `p:`…).","default":"1","scope":"SYSTEM"}',
    'mysqli.cache_size':
        '{"extension":"mysqli","type":"integer","anchor":"","description":"Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.","default":"2000","scope":"SYSTEM","removed":"5.4"}',
    'mysqli.default_host':
        '{"extension":"mysqli","type":"string","description":"Server where the call names none.","default":"","scope":"ALL"}',
    'mysqli.default_port':
        '{"extension":"mysqli","type":"integer","description":"Port where the call names none.","default":"3306","scope":"ALL"}',
    'mysqli.default_pw':
        '{"extension":"mysqli","type":"string","description":"Password where the call has none. Every script can read it with `ini_get()`: better keep it out of php.ini.","default":"","scope":"ALL"}',
    'mysqli.default_socket':
        '{"extension":"mysqli","type":"path","description":"Unix socket for the host `localhost` where the call names none; empty leaves it to how PHP was built.","default":"","scope":"ALL","dependsOnBuild":true}',
    'mysqli.default_user':
        '{"extension":"mysqli","type":"string","description":"User where the call names none.","default":"","scope":"ALL"}',
    'mysqli.local_infile_directory':
        '{"extension":"mysqli","type":"path","description":"Files below this directory may be sent by `LOAD DATA LOCAL` even where `mysqli.allow_local_infile` is off.","default":"","scope":"SYSTEM","since":"8.1"}',
    'mysqli.max_links':
        '{"extension":"mysqli","type":"integer","description":"How many connections a process may have, persistent ones included; -1 sets no limit.","default":"-1","scope":"SYSTEM"}',
    'mysqli.max_persistent':
        '{"extension":"mysqli","type":"integer","description":"How many persistent connections a process may keep; -1 sets no limit. Times the number of processes on all nodes it should stay below `max_connections` of the server.","default":"-1","scope":"SYSTEM"}',
    'mysqli.reconnect':
        '{"extension":"mysqli","type":"boolean","description":"Connects again after a lost connection. Never had an effect with mysqlnd, which all common builds use.","default":"0","scope":"SYSTEM","removed":"8.2"}',
    'mysqli.rollback_on_cached_plink':
        '{"extension":"mysqli","type":"boolean","description":"Rolls back what is open when a persistent connection is put back. Off, an unfinished transaction keeps its locks until the connection is used again.","default":"0","scope":"SYSTEM"}',
    'mysqlnd.collect_memory_statistics':
        '{"extension":"mysqlnd","type":"boolean","description":"Counts memory too. For hunting leaks only.","default":"0","scope":"SYSTEM"}',
    'mysqlnd.collect_statistics':
        '{"extension":"mysqlnd","type":"boolean","description":"Counts queries, bytes and connections, for `mysqli_get_client_stats()` and `phpinfo()`. Costs little.","default":"1","scope":"ALL"}',
    'mysqlnd.debug':
        '{"extension":"mysqlnd","type":"string","description":"What to trace and to which file, `d:t:x:O,/tmp/mysqlnd.trace` say. Works in debug builds of PHP only.","default":"","scope":"SYSTEM"}',
    'mysqlnd.fetch_data_copy':
        '{"extension":"mysqlnd","type":"boolean","anchor":"ini.mysqlnd.fetch_data_copy","description":"Copied results into variables in place of sharing the memory.","default":"0","scope":"ALL","removed":"8.1"}',
    'mysqlnd.log_mask':
        '{"extension":"mysqlnd","type":"integer","description":"Bits that choose which slow queries are reported: 16 for a poor index, 32 for none, 1024 for slow ones; 0 for nothing. As a number.","default":"0","scope":"ALL"}',
    'mysqlnd.mempool_default_size':
        '{"extension":"mysqlnd","type":"integer","unit":"bytes","description":"Size of the pieces of memory that results are kept in.","default":"16000","scope":"ALL"}',
    'mysqlnd.net_cmd_buffer_size':
        '{"extension":"mysqlnd","type":"integer","unit":"bytes","minimum":4096,"description":"Buffer for commands, of each connection; it grows when a query is longer. As a plain number: the letter of `8K` is not read, so that it counts as 8 and the default stays in force.","default":"4096","scope":"ALL"}',
    'mysqlnd.net_read_buffer_size':
        '{"extension":"mysqlnd","type":"integer","unit":"bytes","description":"How much is read from the server at once.","default":"32768","scope":"ALL"}',
    'mysqlnd.net_read_timeout':
        '{"extension":"mysqlnd","type":"integer","unit":"seconds","description":"How long to wait for an answer of the server; the default is a day. Used in place of `default_socket_timeout` by all that talk to MySQL.","default":"86400","scope":"ALL"}',
    'mysqlnd.sha256_server_public_key':
        '{"extension":"mysqlnd","type":"path","description":"File with the public key of the server, for passwords over connections without TLS. Empty asks the server for it.","default":"","scope":"PERDIR"}',
    'mysqlnd.trace_alloc':
        '{"extension":"mysqlnd","type":"string","description":"Trace of memory, for debugging mysqlnd. Works in debug builds of PHP only.","default":"","scope":"SYSTEM"}',
    'oci8.connection_class':
        '{"extension":"oci8","type":"string","description":"Name under which an application shares pooled connections of Oracle (DRCP). All nodes need the same.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"","scope":"ALL"}',
    'oci8.default_prefetch':
        '{"extension":"oci8","type":"integer","description":"How many rows are fetched ahead.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"100","scope":"SYSTEM"}',
    'oci8.events':
        '{"extension":"oci8","type":"boolean","description":"Takes events of the database (FAN), to learn at once that an instance is gone. The database has to send them.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"0","scope":"SYSTEM"}',
    'oci8.max_persistent':
        '{"extension":"oci8","type":"integer","description":"How many persistent connections a process may keep; -1 sets no limit.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"-1","scope":"SYSTEM"}',
    'oci8.old_oci_close_semantics':
        '{"extension":"oci8","type":"boolean","deprecated":"8.1","description":"`oci_close()` does nothing, as it did long ago.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"0","scope":"SYSTEM"}',
    'oci8.persistent_timeout':
        '{"extension":"oci8","type":"integer","unit":"seconds","description":"How long a process may keep an unused persistent connection; -1 forever. Looked at only when a script of that process ends.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"-1","scope":"SYSTEM"}',
    'oci8.ping_interval':
        '{"extension":"oci8","type":"integer","unit":"seconds","description":"How long `oci_pconnect()` trusts a connection before it tests it; 0 tests always, -1 never. Never is fastest and finds dead connections too late.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"60","scope":"SYSTEM"}',
    'oci8.prefetch_lob_size':
        '{"extension":"oci8","type":"integer","unit":"bytes","description":"How much of large objects comes along with their row.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"0","scope":"SYSTEM","since":"8.2"}',
    'oci8.privileged_connect':
        '{"extension":"oci8","type":"boolean","description":"Allows connections as `OCI_SYSDBA` and `OCI_SYSOPER`, which may need no password where the web server runs as a privileged user. Leave it off.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"0","scope":"SYSTEM"}',
    'oci8.statement_cache_size':
        '{"extension":"oci8","type":"integer","description":"How many statements are kept ready; 0 keeps none. Best as many as the application uses again.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"20","scope":"SYSTEM"}',
    'odbc.allow_persistent':
        '{"extension":"odbc","type":"boolean","anchor":"ini.uodbc.allow-persistent","description":"Allows `odbc_pconnect()` to keep connections after a request.","default":"1","scope":"SYSTEM"}',
    'odbc.check_persistent':
        '{"extension":"odbc","type":"boolean","anchor":"ini.uodbc.check-persistent","description":"Tests a kept connection before it is used again.","default":"1","scope":"SYSTEM"}',
    'odbc.default_cursortype':
        '{"extension":"odbc","type":"integer","anchor":"ini.uodbc.defaultcursortype","values":[{"value":"0","description":"Forward only"},{"value":"1","description":"Keyset"},{"value":"2","description":"Dynamic"},{"value":"3","description":"Static"}],"description":"Kind of cursor, as a number. Some drivers know only `0`.","default":"3","scope":"ALL"}',
    'odbc.default_db':
        '{"extension":"odbc","type":"string","anchor":"ini.uodbc.default-db","description":"Never had an effect.","default":"","scope":"ALL","removed":"8.4"}',
    'odbc.default_pw':
        '{"extension":"odbc","type":"string","anchor":"ini.uodbc.default-pw","description":"Never had an effect.","default":"","scope":"ALL","removed":"8.4"}',
    'odbc.default_user':
        '{"extension":"odbc","type":"string","anchor":"ini.uodbc.default-user","description":"Never had an effect.","default":"","scope":"ALL","removed":"8.4"}',
    'odbc.defaultbinmode':
        '{"extension":"odbc","type":"integer","anchor":"ini.uodbc.defaultbinmode","values":[{"value":"0","description":"Sent to the browser"},{"value":"1","description":"Returned as it is"},{"value":"2","description":"Returned in hexadecimal"}],"description":"What happens to binary columns.","default":"1","scope":"ALL"}',
    'odbc.defaultlrl':
        '{"extension":"odbc","type":"integer","anchor":"ini.uodbc.defaultlrl","unit":"bytes","description":"How much of a long column is returned; what is longer is cut off without a message. 0 sends it to the browser.","default":"4096","scope":"ALL"}',
    'odbc.max_links':
        '{"extension":"odbc","type":"integer","anchor":"ini.uodbc.max-links","description":"How many connections a process may have, persistent ones included; -1 sets no limit.","default":"-1","scope":"SYSTEM"}',
    'odbc.max_persistent':
        '{"extension":"odbc","type":"integer","anchor":"ini.uodbc.max-persistent","description":"How many persistent connections a process may keep; -1 sets no limit.","default":"-1","scope":"SYSTEM"}',
    'opcache.blacklist_filename':
        '{"extension":"zend opcache","type":"path","description":"File that lists scripts not to be cached, one a line; `*` stands for any text, a line is also the beginning of a path, `;` starts a comment. May itself be a pattern for several such files.","default":"","scope":"SYSTEM"}',
    'opcache.cache_id':
        '{"extension":"zend opcache","type":"string","description":"Processes with the same value share one cache. Only PHP for Windows knows it.","default":"","scope":"SYSTEM","since":"7.4"}',
    'opcache.consistency_checks':
        '{"extension":"zend opcache","type":"integer","description":"Checked the cache with every n-th request, for hunting bugs. It never worked well: the last releases of 8.1 and 8.2 put any value back to 0.","default":"0","scope":"ALL","removed":"8.3"}',
    'opcache.dups_fix':
        '{"extension":"zend opcache","type":"boolean","description":"Work-around for `Cannot redeclare class`; leave it off otherwise.","default":"0","scope":"ALL"}',
    'opcache.enable':
        '{"extension":"zend opcache","type":"boolean","description":"Keeps compiled scripts in memory that all processes share. A script may switch it off for itself, but not on. The command line needs `opcache.enable_cli` too.","notes":[{"version":"8.5","text":"OPcache is built into PHP; `zend_extension=opcache` is no longer needed and gives a warning."}],"default":"1","scope":"ALL"}',
    'opcache.enable_cli':
        '{"extension":"zend opcache","type":"boolean","description":"Also caches on the command line. As each command starts with an empty cache, this only pays for long running ones, or together with `opcache.file_cache`.","default":"0","scope":"SYSTEM"}',
    'opcache.enable_file_override':
        '{"extension":"zend opcache","type":"boolean","description":"`file_exists()`, `is_file()` and `is_readable()` answer from the cache for scripts in it. Together with `opcache.validate_timestamps = Off` they may be wrong for good.","default":"0","scope":"SYSTEM"}',
    'opcache.error_log':
        '{"extension":"zend opcache","type":"path","description":"Where the messages of OPcache go; empty means the standard error output.","default":"","scope":"SYSTEM"}',
    'opcache.fast_shutdown':
        '{"extension":"zend opcache","type":"boolean","description":"Freed memory faster at the end of a request. PHP does that by itself now.","default":"0","scope":"SYSTEM","removed":"7.2"}',
    'opcache.file_cache':
        '{"extension":"zend opcache","type":"path","description":"Directory where compiled scripts are kept too, so that a restart does not begin with nothing. It must be absolute, exist and be writable.","notes":[{"version":"8.5","text":"PHP does not start where the directory is not usable; before, it only said so in the log."}],"default":"","scope":"SYSTEM"}',
    'opcache.file_cache_consistency_checks':
        '{"extension":"zend opcache","type":"boolean","description":"Verifies the checksum of scripts that come from `opcache.file_cache`.","default":"1","scope":"SYSTEM"}',
    'opcache.file_cache_fallback':
        '{"extension":"zend opcache","type":"boolean","description":"Falls back on `opcache.file_cache` in a process that cannot attach to the shared memory. Only PHP for Windows knows it.","default":"1","scope":"SYSTEM"}',
    'opcache.file_cache_only':
        '{"extension":"zend opcache","type":"boolean","description":"Uses `opcache.file_cache` in place of shared memory.","default":"0","scope":"SYSTEM"}',
    'opcache.file_cache_read_only':
        '{"extension":"zend opcache","type":"boolean","anchor":"","description":"Never writes into `opcache.file_cache`. For images of containers that ship with a filled cache on a read-only file system.","default":"0","scope":"SYSTEM","since":"8.5"}',
    'opcache.file_update_protection':
        '{"extension":"zend opcache","type":"integer","unit":"seconds","anchor":"ini.opcache.file_update_protection","description":"Files younger than this are not cached, as they may still be written. Set 0 where deployments replace files or directories in one step.","default":"2","scope":"ALL"}',
    'opcache.force_restart_timeout':
        '{"extension":"zend opcache","type":"integer","unit":"seconds","description":"How long emptying the cache waits for processes that still use it; then they are killed. Requests that run longer may be cut off at that moment.","default":"180","scope":"SYSTEM"}',
    'opcache.huge_code_pages':
        '{"extension":"zend opcache","type":"boolean","anchor":"ini.opcache.huge_code_pages","description":"Copies the code of PHP itself into huge pages at start. The system has to have some set aside, which containers seldom do.","default":"0","scope":"SYSTEM"}',
    'opcache.inherited_hack':
        '{"extension":"zend opcache","type":"boolean","description":"Had no effect since PHP 5.3.","default":"1","scope":"SYSTEM","removed":"7.3"}',
    'opcache.interned_strings_buffer':
        '{"extension":"zend opcache","type":"integer","unit":"megabytes","minimum":0,"maximum":32767,"description":"Part of the shared memory that is kept for strings which scripts have in common, as a plain number of megabytes. Large applications fill the default of 8. Write no letter: `16M` counts as 16777216 megabytes.","notes":[{"version":"8.2","text":"A value out of range is not taken; the default stays in force."},{"version":"8.4","text":"Up to 32767 on 64-bit machines; 4095 before."}],"default":"8","scope":"SYSTEM"}',
    'opcache.jit':
        '{"extension":"zend opcache","type":"enum","alsoBoolean":true,"values":[{"value":"disable","description":"Off for good"},{"value":"off","description":"Off, but a script may switch it on"},{"value":"tracing","description":"Compiles hot paths, also across functions; the usual choice"},{"value":"function","description":"Compiles whole functions"},{"value":"on","description":"The same as `tracing`"}],"openValues":true,"description":"Compiles scripts to machine code. It helps programs that calculate, hardly those that wait for a database. It also needs `opcache.jit_buffer_size` above 0, and is off while an extension such as Xdebug takes over how PHP runs code. A number of four digits (`1254`) sets its parts one by one.","notes":[{"version":"8.4","text":"Where it is on and cannot be set up, PHP does not start."}],"default":"tracing","scope":"ALL","laterDefaults":[{"version":"8.4","default":"disable"}],"since":"8.0"}',
    'opcache.jit_bisect_limit':
        '{"extension":"zend opcache","type":"integer","description":"Stops compiling after so many functions, to find the one that is compiled wrongly; 0 sets no limit. For debugging only.","default":"0","scope":"ALL","since":"8.0"}',
    'opcache.jit_blacklist_root_trace':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":255,"description":"How often to try to compile a trace before giving it up.","default":"16","scope":"ALL","since":"8.0"}',
    'opcache.jit_blacklist_side_trace':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":255,"description":"How often to try to compile a branch of a trace before giving it up.","default":"8","scope":"ALL","since":"8.0"}',
    'opcache.jit_buffer_size':
        '{"extension":"zend opcache","type":"integer","unit":"bytes","description":"Shared memory for machine code, on top of `opcache.memory_consumption`. 0 switches the JIT off.","default":"0","scope":"SYSTEM","laterDefaults":[{"version":"8.4","default":"64M"}],"since":"8.0"}',
    'opcache.jit_debug':
        '{"extension":"zend opcache","type":"integer","description":"Bits that choose what the JIT prints about its work. For debugging only.","default":"0","scope":"ALL","since":"8.0"}',
    'opcache.jit_hot_func':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":255,"description":"After how many calls a function is hot; 0 never compiles functions.","default":"127","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_hot_loop':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":255,"description":"After how many turns a loop is hot; 0 never compiles loops. Best a prime number.","default":"64","scope":"SYSTEM","laterDefaults":[{"version":"8.5","default":"61"}],"since":"8.0"}',
    'opcache.jit_hot_return':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":255,"description":"After how many times a return is hot; 0 never compiles from there.","default":"8","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_hot_side_exit':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":255,"description":"After how many times a branch out of a trace is hot; 0 never compiles from there.","default":"8","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_exit_counters':
        '{"extension":"zend opcache","type":"integer","description":"How many branches are counted in all traces together.","default":"8192","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_max_loop_unrolls':
        '{"extension":"zend opcache","type":"integer","minimum":1,"maximum":9,"description":"How often a loop is unrolled in a trace. (The message of PHP says up to 10, but takes 9.)","default":"8","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_polymorphic_calls':
        '{"extension":"zend opcache","type":"integer","description":"How many targets of one call are compiled in place; above, it stays an ordinary call.","default":"2","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_recursive_calls':
        '{"extension":"zend opcache","type":"integer","minimum":1,"maximum":9,"description":"How often a recursive call is unrolled. (The message of PHP says up to 10, but takes 9.)","default":"2","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_recursive_returns':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":3,"anchor":"ini.opcache.jit-max-recursive-return","description":"How often a return from recursion is unrolled. (The message of PHP says up to 4, but takes 3.)","default":"2","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_root_traces':
        '{"extension":"zend opcache","type":"integer","description":"How many traces may start anew; when it is reached, no more code is compiled.","default":"1024","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_max_side_traces':
        '{"extension":"zend opcache","type":"integer","description":"How many traces may branch off from one that starts anew.","default":"128","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_max_trace_length':
        '{"extension":"zend opcache","type":"integer","minimum":4,"maximum":1024,"anchor":"","description":"How many operations a trace may have.","default":"1024","scope":"ALL","since":"8.3"}',
    'opcache.jit_prof_threshold':
        '{"extension":"zend opcache","type":"float","description":"Share of all calls from which on a function is hot, where functions are judged after the first request: `0.005` are 0.5 %.","default":"0.005","scope":"ALL","since":"8.0"}',
    'opcache.load_comments':
        '{"extension":"zend opcache","type":"boolean","replacement":"opcache.save_comments","anchor":"","description":"Loaded doc comments with a script. What is saved is always loaded now.","default":"1","scope":"ALL","removed":"7.0"}',
    'opcache.lockfile_path':
        '{"extension":"zend opcache","type":"path","anchor":"ini.opcache.lockfile_path","description":"Directory of the lock files.","default":"/tmp","scope":"SYSTEM"}',
    'opcache.log_verbosity_level':
        '{"extension":"zend opcache","type":"integer","values":[{"value":"0","description":"Fatal errors"},{"value":"1","description":"Errors too"},{"value":"2","description":"Warnings too: cache full, restarts"},{"value":"3","description":"Information too"},{"value":"4","description":"All, for debugging"}],"openValues":true,"description":"How much OPcache reports. From 2 on it says when the memory is full.","default":"1","scope":"SYSTEM"}',
    'opcache.max_accelerated_files':
        '{"extension":"zend opcache","type":"integer","minimum":200,"maximum":1000000,"description":"How many scripts the cache can hold, rounded up to a prime number (16229 for the default of 10000). It should be well above the number of PHP files, those of `vendor` and of cached templates included; otherwise scripts fall out although memory is left.","default":"10000","scope":"SYSTEM"}',
    'opcache.max_file_size':
        '{"extension":"zend opcache","type":"integer","unit":"bytes","description":"Larger scripts are not cached; 0 sets no limit.","default":"0","scope":"SYSTEM"}',
    'opcache.max_wasted_percentage':
        '{"extension":"zend opcache","type":"integer","unit":"percent","minimum":1,"maximum":50,"description":"How much of the memory outdated scripts may take before the cache is emptied and filled anew, once it is full.","default":"5","scope":"SYSTEM"}',
    'opcache.memory_consumption':
        '{"extension":"zend opcache","type":"integer","unit":"megabytes","minimum":8,"description":"Size of the shared memory, as a plain number of megabytes. The letter of a size is not read: `256M` is 256 MB, but `1G` counts as 1 MB. When the memory is full, further scripts are compiled with every request.","notes":[{"version":"8.0","text":"A value below 8 is not taken, the default stays in force; before, it was raised to 8."}],"default":"128","scope":"SYSTEM"}',
    'opcache.mmap_base':
        '{"extension":"zend opcache","type":"string","description":"Address of the shared memory, against `Unable to reattach to base address`. Only PHP for Windows knows it.","default":"","scope":"SYSTEM"}',
    'opcache.opt_debug_level':
        '{"extension":"zend opcache","type":"integer","anchor":"ini.opcache.opt_debug_level","description":"Prints opcodes to the standard error output: `0x10000` before optimization, `0x20000` after it. For debugging only.","default":"0","scope":"SYSTEM"}',
    'opcache.optimization_level':
        '{"extension":"zend opcache","type":"integer","description":"One bit for each pass of the optimizer, mostly written in hexadecimal. The default has all that are safe; bits 14 (constants) and 16 (overloaded operators) may change what a program does.","default":"0x7FFEBFFF","scope":"SYSTEM"}',
    'opcache.preferred_memory_model':
        '{"extension":"zend opcache","type":"enum","values":[{"value":"mmap"},{"value":"shm","description":"System V shared memory"},{"value":"posix","description":"POSIX shared memory"},{"value":"win32","description":"Windows only"}],"openValues":true,"description":"Kind of shared memory. Leave it empty: PHP chooses well.","default":"","scope":"SYSTEM"}',
    'opcache.preload':
        '{"extension":"zend opcache","type":"path","description":"Script that runs once when the server starts; the classes and functions it loads are there for every request. Changes of these files need a restart, and PHP does not start at all when the script is missing or fails. Not on Windows.","default":"","scope":"SYSTEM","since":"7.4"}',
    'opcache.preload_user':
        '{"extension":"zend opcache","type":"string","description":"User as whom `opcache.preload` runs where PHP starts as root. Without it preloading as root is refused.","notes":[{"version":"8.3","text":"No longer needed for root on the command line."}],"default":"","scope":"SYSTEM","since":"7.4"}',
    'opcache.protect_memory':
        '{"extension":"zend opcache","type":"boolean","description":"Guards the shared memory against writing while scripts run. For hunting bugs of PHP only.","default":"0","scope":"SYSTEM"}',
    'opcache.record_warnings':
        '{"extension":"zend opcache","type":"boolean","description":"Repeats warnings of the compiler when a script comes from the cache.","default":"0","scope":"SYSTEM","since":"8.0"}',
    'opcache.restrict_api':
        '{"extension":"zend opcache","type":"path","description":"Only scripts whose path starts with this may call `opcache_reset()` and the other functions of OPcache; empty lets all of them. Worth setting where several applications share one PHP.","default":"","scope":"SYSTEM"}',
    'opcache.revalidate_freq':
        '{"extension":"zend opcache","type":"integer","unit":"seconds","description":"How long a cached script is trusted before its time of change is looked at again; 0 looks with every request. Until then requests may mix old and new files of a deployment. Without effect where `opcache.validate_timestamps` is off.","default":"2","scope":"ALL"}',
    'opcache.revalidate_path':
        '{"extension":"zend opcache","type":"boolean","description":"Searches `include_path` again for files that are cached already. Off, a file that appears earlier in the path is not found.","default":"0","scope":"ALL"}',
    'opcache.save_comments':
        '{"extension":"zend opcache","type":"boolean","description":"Keeps doc comments. Off saves memory and breaks what reads them: annotations of Doctrine, PHPUnit and many frameworks.","default":"1","scope":"SYSTEM"}',
    'opcache.use_cwd':
        '{"extension":"zend opcache","type":"boolean","description":"Tells scripts with relative names apart by the working directory. Off is a little faster and mixes up files of the same name in different applications.","default":"1","scope":"SYSTEM"}',
    'opcache.validate_permission':
        '{"extension":"zend opcache","type":"boolean","description":"Checks that the user may read a script before it is taken from the cache. Needed where several users share one PHP, or one reads the sources of the other.","default":"0","scope":"SYSTEM"}',
    'opcache.validate_root':
        '{"extension":"zend opcache","type":"boolean","description":"Keeps the scripts of different chroots apart. Without it, a file of the same path in another chroot may be run.","default":"0","scope":"SYSTEM"}',
    'opcache.validate_timestamps':
        '{"extension":"zend opcache","type":"boolean","description":"Looks for changed scripts every `opcache.revalidate_freq` seconds. Off is fastest, but a deployment then takes effect only after a restart or `opcache_reset()`, on each node of a cluster.","default":"1","scope":"ALL"}',
    'openssl.cafile':
        '{"extension":"openssl","type":"path","description":"File with the certificates that PHP trusts when it opens `https://` and other encrypted streams; curl has `curl.cainfo`. Empty leaves it to OpenSSL. Where the file is missing, all such connections fail.","default":"","scope":"PERDIR"}',
    'openssl.capath':
        '{"extension":"openssl","type":"path","description":"Directory with trusted certificates, prepared by `c_rehash`, for what `openssl.cafile` does not hold.","default":"","scope":"PERDIR"}',
    'openssl.libctx':
        '{"extension":"openssl","type":"enum","values":[{"value":"custom","description":"A context of its own for each process or thread"},{"value":"default","description":"The one that all libraries of the process share"}],"description":"Which context of OpenSSL is used. `default` shares settings and providers with other libraries in the process.","default":"custom","scope":"PERDIR","since":"8.5"}',
    'pdo_mysql.cache_size':
        '{"extension":"pdo_mysql","type":"integer","anchor":"","description":"Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.","default":"2000","scope":"SYSTEM","removed":"5.4"}',
    'pdo_mysql.debug':
        '{"extension":"pdo_mysql","type":"string","description":"Trace of the driver, as in `mysqlnd.debug`. Works in debug builds of PHP only.","default":"","scope":"SYSTEM"}',
    'pdo_mysql.default_socket':
        '{"extension":"pdo_mysql","type":"path","description":"Unix socket for the host `localhost` where the DSN names none. The default is what PHP was built with.","default":"/tmp/mysql.sock","scope":"SYSTEM","dependsOnBuild":true}',
    'pdo_odbc.connection_pooling':
        '{"extension":"pdo_odbc","type":"enum","values":[{"value":"strict","description":"Shares connections of the same options"},{"value":"relaxed","description":"Shares connections of similar options"},{"value":"off","description":"Shares none"}],"alsoBoolean":true,"description":"Whether the ODBC driver manager shares connections in the process. Any other word keeps PHP from starting. Not shown by `ini_get()`.","default":"strict","scope":"SYSTEM"}',
    'pdo_odbc.db2_instance_name':
        '{"extension":"pdo_odbc","type":"string","deprecated":"7.3","description":"Set the environment variable `DB2INSTANCE`.","default":"","scope":"SYSTEM","removed":"8.0"}',
    'pgsql.allow_persistent':
        '{"extension":"pgsql","type":"boolean","description":"Allows `pg_pconnect()` to keep connections after a request.","default":"1","scope":"SYSTEM"}',
    'pgsql.auto_reset_persistent':
        '{"extension":"pgsql","type":"boolean","description":"Looks for broken persistent connections in `pg_pconnect()` and opens them again, at a small cost.","default":"0","scope":"SYSTEM"}',
    'pgsql.ignore_notice':
        '{"extension":"pgsql","type":"boolean","description":"Drops the notices of PostgreSQL; `pg_last_notice()` then has none.","default":"0","scope":"ALL"}',
    'pgsql.log_notice':
        '{"extension":"pgsql","type":"boolean","description":"Writes notices of PostgreSQL to the log of PHP. Only where `pgsql.ignore_notice` is off.","default":"0","scope":"ALL"}',
    'pgsql.max_links':
        '{"extension":"pgsql","type":"integer","description":"How many connections a process may have, persistent ones included; -1 sets no limit.","default":"-1","scope":"SYSTEM"}',
    'pgsql.max_persistent':
        '{"extension":"pgsql","type":"integer","description":"How many persistent connections a process may keep; -1 sets no limit. Times the number of processes on all nodes it should stay below `max_connections` of PostgreSQL.","default":"-1","scope":"SYSTEM"}',
    'phar.cache_list':
        '{"extension":"phar","type":"pathList","description":"Archives whose list of files is read once when the server starts. Changes of these archives need a restart.","default":"","scope":"SYSTEM"}',
    'phar.readonly':
        '{"extension":"phar","type":"boolean","description":"Forbids creating and changing phar archives. Tools that build them need `Off`, which a script cannot set by itself; `php -d phar.readonly=0` can.","default":"1","scope":"ALL"}',
    'phar.require_hash':
        '{"extension":"phar","type":"boolean","description":"Opens only archives that carry a signature. A script cannot switch it off.","default":"1","scope":"ALL"}',
    'redis.arrays.algorithm':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, the algorithm of `hash()` that keys are spread with; CRC32 without one.","default":"","scope":"ALL","since":"4.3"}',
    'redis.arrays.auth':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"Password of each array.","default":"","scope":"ALL","since":"4.3"}',
    'redis.arrays.autorehash':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, whether a key that is found on its previous server is moved.","default":"0","scope":"ALL"}',
    'redis.arrays.connecttimeout':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, how many seconds to wait for a connection.","default":"0","scope":"ALL","since":"4.0"}',
    'redis.arrays.consistent':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, whether keys are spread so that most stay when a server is added: `\\"users=1\\"`.","default":"0","scope":"ALL","since":"4.3"}',
    'redis.arrays.distributor':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, the function that names the server of a key.","default":"","scope":"ALL","since":"4.0"}',
    'redis.arrays.functions':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, the function that tells which part of a key decides about its server.","default":"","scope":"ALL"}',
    'redis.arrays.hosts':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"Servers of each array, in quotes: `\\"users[]=host1:6379&users[]=host2:6379\\"`.","default":"","scope":"ALL"}',
    'redis.arrays.index':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, whether each server keeps a list of its keys, for moving them.","default":"0","scope":"ALL"}',
    'redis.arrays.lazyconnect':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, whether a server is connected to only when a key needs it.","default":"0","scope":"ALL","since":"4.0"}',
    'redis.arrays.names':
        '{"extension":"redis","type":"list","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"Names of the Redis arrays that the other `redis.arrays` directives describe.","default":"","scope":"ALL"}',
    'redis.arrays.pconnect':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, whether connections are kept between requests.","default":"0","scope":"ALL","since":"4.0"}',
    'redis.arrays.previous':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"Servers of each array before some were added or removed: what is not found is looked up there.","default":"","scope":"ALL"}',
    'redis.arrays.readtimeout':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, how many seconds to wait for an answer.","default":"0","scope":"ALL","since":"4.0"}',
    'redis.arrays.retryinterval':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md","anchor":"","description":"For each array, how many milliseconds to wait before connecting again.","default":"0","scope":"ALL","since":"4.0"}',
    'redis.clusters.auth':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md","anchor":"","description":"Password of each cluster.","default":"","scope":"ALL","since":"4.3"}',
    'redis.clusters.cache_slots':
        '{"extension":"redis","type":"boolean","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md","anchor":"","description":"Keeps in the PHP process which server has which keys, rather than asking for it with every new object.","default":"0","scope":"ALL","since":"5.0"}',
    'redis.clusters.persistent':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md","anchor":"","description":"For each cluster, whether connections are kept between requests.","default":"0","scope":"ALL","since":"4.0"}',
    'redis.clusters.read_timeout':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md","anchor":"","description":"For each cluster, how many seconds to wait for one server’s answer.","default":"0","scope":"ALL","since":"2.2.8"}',
    'redis.clusters.seeds':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md","anchor":"","description":"Some servers of each named Redis cluster, in quotes: `\\"shop[]=host1:7000&shop[]=host2:7000\\"`. Not for sessions: those are in `session.save_path`.","default":"","scope":"ALL","since":"2.2.8"}',
    'redis.clusters.timeout':
        '{"extension":"redis","type":"string","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md","anchor":"","description":"For each cluster, how many seconds a command may take: `\\"shop=5\\"`.","default":"0","scope":"ALL","since":"2.2.8"}',
    'redis.pconnect.connection_limit':
        '{"extension":"redis","type":"integer","minimum":0,"anchor":"","description":"Most connections of one pool in each PHP process; 0 sets no limit.","default":"0","scope":"ALL","since":"4.3"}',
    'redis.pconnect.echo_check_liveness':
        '{"extension":"redis","type":"boolean","anchor":"","description":"Sends an `ECHO` before a connection of the pool is used again, and waits for the answer.","default":"1","scope":"ALL","since":"5.2.2"}',
    'redis.pconnect.pool_detect_dirty':
        '{"extension":"redis","type":"integer","minimum":0,"maximum":2,"anchor":"","description":"What to do with a connection of the pool on which an answer is left over. 0 does not look; 1 drops the connection; 2 tries to skip the answer first.","default":"0","scope":"ALL","since":"5.3.5"}',
    'redis.pconnect.pool_pattern':
        '{"extension":"redis","type":"string","anchor":"","description":"What connections must have in common to share a pool: the default puts host and port together.","default":"","scope":"ALL","since":"5.3"}',
    'redis.pconnect.pool_poll_timeout':
        '{"extension":"redis","type":"integer","minimum":0,"unit":"milliseconds","anchor":"","description":"How long to look for such an answer. With `redis.pconnect.pool_detect_dirty`.","default":"0","scope":"ALL","since":"5.3.5"}',
    'redis.pconnect.pooling_enabled':
        '{"extension":"redis","type":"boolean","anchor":"","description":"Persistent connections are handed back to a pool and given to the next that asks, rather than shared.","default":"1","scope":"ALL","since":"4.3"}',
    'redis.session.compression':
        '{"extension":"redis","type":"enum","values":[{"value":"none"},{"value":"zstd","description":"Where built with it"},{"value":"lzf","description":"Where built with it"},{"value":"lz4","description":"Where built with it"}],"page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"How sessions are compressed. What this build does not have counts as `none`. Nodes need the same.","default":"none","scope":"ALL","since":"6.1"}',
    'redis.session.compression_level':
        '{"extension":"redis","type":"integer","page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"How hard to compress; what the numbers mean is up to the method.","default":"3","scope":"ALL","since":"6.1"}',
    'redis.session.early_refresh':
        '{"extension":"redis","type":"boolean","page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"Renews the time to live when a session is read, with `GETEX`, rather than when it ends: one command less. Needs Redis 6.2.","default":"0","scope":"ALL","since":"6.0"}',
    'redis.session.lock_expire':
        '{"extension":"redis","type":"integer","minimum":0,"unit":"seconds","page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"After what time a lock lets go by itself. 0 stands for `max_execution_time`.","default":"0","scope":"ALL","since":"4.1"}',
    'redis.session.lock_retries':
        '{"extension":"redis","type":"integer","minimum":-1,"page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"How often to try for a lock; -1 goes on for ever, 0 stands for the default. 100 tries with the default wait give up after 2 s (10 tries and 20 ms before 6.0).","default":"100","scope":"ALL","since":"4.1"}',
    'redis.session.lock_wait_time':
        '{"extension":"redis","type":"integer","minimum":0,"unit":"microseconds","page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"How long to wait between two tries for a lock; 0 stands for the default (2000 before 6.0). Digits only.","default":"20000","scope":"ALL","since":"4.1"}',
    'redis.session.locking_enabled':
        '{"extension":"redis","type":"boolean","page":"https://github.com/phpredis/phpredis#php-session-handler","anchor":"","description":"Lets one request at a time use a session. Off by default: two requests of one user overwrite each other’s changes. Works with one master only. Write `1` or `On` without quotes: `\\"On\\"` counts as 0.","default":"0","scope":"ALL","since":"4.1"}',
    'session.auto_start':
        '{"extension":"session","type":"boolean","description":"Starts a session with every request, before the script runs.","default":"0","scope":"PERDIR"}',
    'session.cache_expire':
        '{"extension":"session","type":"integer","unit":"minutes","description":"How long pages with a session may be cached; without effect with the limiter `nocache`.","default":"180","scope":"ALL"}',
    'session.cache_limiter':
        '{"extension":"session","type":"enum","values":[{"value":"nocache","description":"No caching at all"},{"value":"private","description":"The browser may cache, proxies may not"},{"value":"private_no_expire","description":"The same, without an `Expires` header"},{"value":"public","description":"Browser and proxies may cache"}],"description":"Which caching headers go with pages that use a session; empty sends none.","default":"nocache","scope":"ALL"}',
    'session.cookie_domain':
        '{"extension":"session","type":"string","description":"Domain that the session cookie is valid for; empty stands for the host that set it.","default":"","scope":"ALL"}',
    'session.cookie_httponly':
        '{"extension":"session","type":"boolean","description":"Keeps the session cookie away from JavaScript.","default":"0","scope":"ALL","laterDefaults":[{"version":"8.6","default":"1"}]}',
    'session.cookie_lifetime':
        '{"extension":"session","type":"integer","minimum":0,"unit":"seconds","description":"How long browsers keep the session cookie; 0 keeps it until the browser closes.","default":"0","scope":"ALL"}',
    'session.cookie_partitioned':
        '{"extension":"session","type":"boolean","description":"Marks the session cookie `Partitioned`. Sessions do not start where `session.cookie_secure` is not on as well.","default":"0","scope":"ALL","since":"8.5"}',
    'session.cookie_path':
        '{"extension":"session","type":"string","description":"Path that the session cookie is valid for.","default":"/","scope":"ALL"}',
    'session.cookie_samesite':
        '{"extension":"session","type":"enum","values":[{"value":"Lax","description":"Sent when a link leads here from another site"},{"value":"Strict","description":"Never sent with requests that start on another site"},{"value":"None","description":"Always sent; browsers demand `session.cookie_secure` as well. Needs the quotes"}],"description":"The `SameSite` attribute of the session cookie. `None` without quotes is a keyword for an empty value: the attribute is then left out.","notes":[{"version":"8.6","text":"Anything but `Lax`, `Strict`, `None` and the empty value is rejected."}],"default":"","scope":"ALL","laterDefaults":[{"version":"8.6","default":"Lax"}],"since":"7.3"}',
    'session.cookie_secure':
        '{"extension":"session","type":"boolean","description":"Sends the session cookie over HTTPS only. It works behind a balancer that ends TLS, too.","default":"0","scope":"ALL"}',
    'session.entropy_file':
        '{"extension":"session","type":"string","description":"Source of randomness for session ids. PHP ignores it without a message.","default":"","scope":"ALL","removed":"7.1"}',
    'session.entropy_length':
        '{"extension":"session","type":"string","description":"Bytes read from the source of randomness. PHP ignores it without a message.","default":"","scope":"ALL","removed":"7.1"}',
    'session.gc_divisor':
        '{"extension":"session","type":"integer","minimum":1,"description":"Divisor of `session.gc_probability`. Without effect with memcached.","notes":[{"version":"8.4","text":"A value below 1 is rejected."}],"default":"100","scope":"ALL"}',
    'session.gc_maxlifetime':
        '{"extension":"session","type":"integer","unit":"seconds","description":"How long after its last use a session may be removed. With memcached it is the time to live of each session; there 0 or less means that sessions never expire.","default":"1440","scope":"ALL"}',
    'session.gc_probability':
        '{"extension":"session","type":"integer","minimum":0,"description":"With `session.gc_divisor`, how likely a request is to clean up expired sessions: `gc_probability / gc_divisor`. Without effect with memcached, which expires sessions itself.","notes":[{"version":"8.4","text":"A negative value is rejected."}],"default":"1","scope":"ALL"}',
    'session.hash_bits_per_character':
        '{"extension":"session","type":"string","description":"Bits in each character of a session id. PHP ignores it without a message.","default":"","scope":"ALL","removed":"7.1"}',
    'session.hash_function':
        '{"extension":"session","type":"string","description":"Hash that session ids were made with. PHP ignores it without a message; ids are random since.","default":"","scope":"ALL","removed":"7.1"}',
    'session.lazy_write':
        '{"extension":"session","type":"boolean","description":"Writes session data only where it changed. With memcached an unchanged session is touched in place of written; a touch does not reach replicas.","default":"1","scope":"ALL"}',
    'session.name':
        '{"extension":"session","type":"string","description":"Name of the session, and of the cookie that carries its id. It must not be empty or numeric. All nodes of a cluster need the same.","notes":[{"version":"8.4","text":"Names with `=`, `,`, `;`, `.`, `[` or white space are rejected; the default stays in force."}],"default":"PHPSESSID","scope":"ALL"}',
    'session.referer_check':
        '{"extension":"session","type":"string","description":"A text that the Referer header has to contain for a session id to be accepted.","notes":[{"version":"8.4","text":"Any value is deprecated."}],"default":"","scope":"ALL"}',
    'session.save_handler':
        '{"extension":"session","type":"enum","values":[{"value":"files","description":"One file a session, on this machine"},{"value":"memcached","description":"memcached servers, with the memcached extension"},{"value":"memcache","description":"memcached servers, with the older memcache extension"},{"value":"redis","description":"Redis, with the redis extension"},{"value":"rediscluster","description":"A Redis cluster, with the redis extension"}],"openValues":true,"description":"Where session data is kept. Each handler but `files` comes from an extension, which has to be loaded. A name that no extension registered is reported only when a session starts.","default":"files","scope":"ALL"}',
    'session.save_path':
        '{"extension":"session","type":"string","description":"What the save handler needs to find its storage. `files`: a directory, or `depth;mode;directory` in quotes. `memcached`: `host:port`, several separated by commas, without a scheme. `memcache` and `redis`: URLs such as `tcp://host:port`.","default":"","scope":"ALL"}',
    'session.serialize_handler':
        '{"extension":"session","type":"enum","values":[{"value":"php","description":"PHP’s own format, a key and a value at a time"},{"value":"php_binary","description":"The same with binary lengths"},{"value":"php_serialize","description":"One `serialize()` of the whole session: no limits on keys"},{"value":"igbinary","description":"Compact; with the igbinary extension"},{"value":"msgpack","description":"Compact; with the msgpack extension"}],"openValues":true,"description":"Format of the stored data. Nodes that differ destroy each other’s sessions.","default":"php","scope":"ALL"}',
    'session.sid_bits_per_character':
        '{"extension":"session","type":"integer","minimum":4,"maximum":6,"unit":"bits","deprecated":"8.4","description":"How many bits each character of a session id stands for: 4 (0-9, a-f), 5 (0-9, a-v) or 6.","notes":[{"version":"8.4","text":"Any value but 4 is deprecated, and reported at every start."}],"default":"4","scope":"ALL","since":"7.1"}',
    'session.sid_length':
        '{"extension":"session","type":"integer","minimum":22,"maximum":256,"unit":"characters","deprecated":"8.4","description":"Length of session ids.","notes":[{"version":"8.4","text":"Any value but 32 is deprecated, and reported at every start."}],"default":"32","scope":"ALL","since":"7.1"}',
    'session.trans_sid_hosts':
        '{"extension":"session","type":"string","description":"Hosts whose links get the session id, separated by commas; empty stands for this one.","notes":[{"version":"8.4","text":"Any value is deprecated."}],"default":"","scope":"ALL","since":"7.1"}',
    'session.trans_sid_tags':
        '{"extension":"session","type":"string","description":"Which attributes of which tags get the session id.","notes":[{"version":"8.4","text":"Changing it is deprecated."}],"default":"a=href,area=href,frame=src,form=","scope":"ALL","since":"7.1"}',
    'session.upload_progress.cleanup':
        '{"extension":"session","type":"boolean","description":"Removes the progress of an upload as soon as all of it has been read.","default":"1","scope":"PERDIR"}',
    'session.upload_progress.enabled':
        '{"extension":"session","type":"boolean","description":"Keeps the progress of uploads in the session.","default":"1","scope":"PERDIR"}',
    'session.upload_progress.freq':
        '{"extension":"session","type":"string","description":"How often progress is written: after so many bytes, or after so many per cent of the upload (`1%`).","default":"1%","scope":"PERDIR"}',
    'session.upload_progress.min_freq':
        '{"extension":"session","type":"float","unit":"seconds","description":"The least time between two updates of the progress.","default":"1","scope":"PERDIR"}',
    'session.upload_progress.name':
        '{"extension":"session","type":"string","description":"The form field that asks for progress to be kept; its value becomes part of the entry’s name.","default":"PHP_SESSION_UPLOAD_PROGRESS","scope":"PERDIR"}',
    'session.upload_progress.prefix':
        '{"extension":"session","type":"string","description":"What the names of progress entries in `$_SESSION` start with.","default":"upload_progress_","scope":"PERDIR"}',
    'session.use_cookies':
        '{"extension":"session","type":"boolean","description":"Carries the session id in a cookie.","default":"1","scope":"ALL"}',
    'session.use_only_cookies':
        '{"extension":"session","type":"boolean","description":"Takes the session id from nowhere but the cookie.","notes":[{"version":"8.4","text":"Turning it off is deprecated."}],"default":"1","scope":"ALL"}',
    'session.use_strict_mode':
        '{"extension":"session","type":"boolean","description":"Accepts only session ids that this server made: protection against session fixation. Works with memcached.","default":"0","scope":"ALL","laterDefaults":[{"version":"8.6","default":"1"}]}',
    'session.use_trans_sid':
        '{"extension":"session","type":"boolean","description":"Writes the session id into links where cookies are off.","notes":[{"version":"8.4","text":"Turning it on is deprecated."}],"default":"0","scope":"ALL"}',
    'soap.wsdl_cache':
        '{"extension":"soap","type":"integer","values":[{"value":"0","description":"No cache"},{"value":"1","description":"Files"},{"value":"2","description":"Memory of the process"},{"value":"3","description":"Both"}],"description":"Where WSDL files are cached. Write the number: a name such as `WSDL_CACHE_BOTH` is not known yet when php.ini is read, and counts as 0.","default":"1","scope":"ALL"}',
    'soap.wsdl_cache_dir':
        '{"extension":"soap","type":"path","description":"Directory of cached WSDL files. In one that other users of the machine can write to, as the default is, they can plant files that PHP will trust.","default":"/tmp","scope":"ALL"}',
    'soap.wsdl_cache_enabled':
        '{"extension":"soap","type":"boolean","description":"Keeps parsed WSDL files. Off, every request fetches and parses them.","default":"1","scope":"ALL"}',
    'soap.wsdl_cache_limit':
        '{"extension":"soap","type":"integer","description":"How many WSDL files are cached in memory; the oldest goes when it is full.","default":"5","scope":"ALL"}',
    'soap.wsdl_cache_ttl':
        '{"extension":"soap","type":"integer","unit":"seconds","description":"How long a cached WSDL file is used before it is fetched again.","default":"86400","scope":"ALL"}',
    'sqlite.assoc_case':
        '{"extension":"sqlite","type":"integer","anchor":"","description":"Case of column names in the SQLite 2 extension, which PHP 5.4 dropped: 0 mixed, 1 upper, 2 lower.","default":"0","scope":"ALL","removed":"5.4"}',
    'sqlite3.defensive':
        '{"extension":"sqlite3","type":"boolean","description":"Refuses SQL that can damage the database file, such as writing to the schema directly.","notes":[{"version":"8.2","text":"Scripts may set it; before, only php.ini could."}],"default":"1","scope":"ALL","since":"7.2"}',
    'sqlite3.extension_dir':
        '{"extension":"sqlite3","type":"path","description":"Directory that `SQLite3::loadExtension()` loads extensions of SQLite from. Empty allows none.","default":"","scope":"SYSTEM"}',
    'stomp.default_broker':
        '{"extension":"stomp","type":"string","description":"Broker to connect to where the script names none.","default":"tcp://localhost:61613","scope":"ALL"}',
    'stomp.default_connection_timeout_sec':
        '{"extension":"stomp","type":"integer","unit":"seconds","description":"How long to wait for a connection.","default":"2","scope":"ALL"}',
    'stomp.default_connection_timeout_usec':
        '{"extension":"stomp","type":"integer","unit":"microseconds","description":"What is added to the whole seconds of `stomp.default_connection_timeout_sec`.","default":"0","scope":"ALL"}',
    'stomp.default_password':
        '{"extension":"stomp","type":"string","anchor":"","description":"Password at the broker.","default":"","scope":"ALL"}',
    'stomp.default_read_timeout_sec':
        '{"extension":"stomp","type":"integer","unit":"seconds","description":"How long to wait for a message.","default":"2","scope":"ALL"}',
    'stomp.default_read_timeout_usec':
        '{"extension":"stomp","type":"integer","unit":"microseconds","description":"What is added to the whole seconds of `stomp.default_read_timeout_sec`.","default":"0","scope":"ALL"}',
    'stomp.default_username':
        '{"extension":"stomp","type":"string","anchor":"","description":"User name at the broker.","default":"","scope":"ALL"}',
    'sybct.allow_persistent':
        '{"extension":"sybase_ct","type":"boolean","anchor":"","description":"Allowed connections that outlive a request. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0"}',
    'sybct.deadlock_retry_count':
        '{"extension":"sybase_ct","type":"integer","anchor":"","description":"How often to try again after a deadlock. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0"}',
    'sybct.hostname':
        '{"extension":"sybase_ct","type":"string","anchor":"","description":"Name of this machine that the server was told. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0"}',
    'sybct.login_timeout':
        '{"extension":"sybase_ct","type":"integer","unit":"seconds","anchor":"","description":"How long to wait for a connection. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0"}',
    'sybct.max_links':
        '{"extension":"sybase_ct","type":"integer","anchor":"","description":"How many connections a process could have. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0"}',
    'sybct.max_persistent':
        '{"extension":"sybase_ct","type":"integer","anchor":"","description":"How many persistent connections a process could keep. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0"}',
    'sybct.min_client_severity':
        '{"extension":"sybase_ct","type":"integer","anchor":"","description":"From what severity on messages of the client library were shown. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0"}',
    'sybct.min_server_severity':
        '{"extension":"sybase_ct","type":"integer","anchor":"","description":"From what severity on messages of the server were shown. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0"}',
    'sysvshm.init_mem':
        '{"extension":"sysvshm","type":"integer","unit":"bytes","description":"Size of the segments that `shm_attach()` creates where the call does not say. Not shown by `ini_get()`.","default":"10000","scope":"SYSTEM"}',
    'tidy.clean_output':
        '{"extension":"tidy","type":"boolean","description":"Sends all output through Tidy, which rewrites it as an HTML page: pictures, JSON and the output of commands are destroyed by that.","default":"0","scope":"ALL"}',
    'tidy.default_config':
        '{"extension":"tidy","type":"path","description":"Configuration file of Tidy where a call names none.","default":"","scope":"SYSTEM"}',
    'uploadprogress.file.contents_template':
        '{"extension":"uploadprogress","type":"path","anchor":"","description":"File that holds what has arrived, with `%s` for the identifier; an absolute path.","default":"/tmp/upload_contents_%s","scope":"ALL"}',
    'uploadprogress.file.filename_template':
        '{"extension":"uploadprogress","type":"path","anchor":"","description":"File that holds how far an upload is, with `%s` for its identifier; an absolute path. A load balancer has to send both requests to one node, or the file has to lie on a shared volume.","default":"/tmp/upt_%s.txt","scope":"ALL"}',
    'uploadprogress.get_contents':
        '{"extension":"uploadprogress","type":"boolean","anchor":"","description":"Lets scripts read what has arrived of an upload that is still under way.","default":"0","scope":"ALL"}',
    'xdebug.auto_trace':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.auto_trace","description":"Traces each request: `xdebug.mode = trace` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"ALL","removed":"3.0"}',
    'xdebug.cli_color':
        '{"extension":"xdebug","type":"integer","minimum":0,"maximum":2,"anchor":"cli_color","values":[{"value":"0","description":"Never"},{"value":"1","description":"On a terminal"},{"value":"2","description":"Always"}],"description":"Colours on the command line.","default":"0","scope":"ALL","since":"2.2"}',
    'xdebug.client_discovery_header':
        '{"extension":"xdebug","type":"list","anchor":"client_discovery_header","description":"Keys of `$_SERVER` in which `xdebug.discover_client_host` looks for the address, in this order.","default":"HTTP_X_FORWARDED_FOR,REMOTE_ADDR","scope":"ALL","since":"3.0"}',
    'xdebug.client_host':
        '{"extension":"xdebug","type":"string","anchor":"client_host","description":"Where the editor listens for debugging connections. Within a container that is the host, `host.docker.internal` or `xdebug://gateway`, not `localhost`.","default":"localhost","scope":"ALL","since":"3.0"}',
    'xdebug.client_port':
        '{"extension":"xdebug","type":"integer","minimum":0,"maximum":65535,"anchor":"client_port","description":"Port that the editor listens on. It was 9000 in Xdebug 2.","default":"9003","scope":"ALL","since":"3.0"}',
    'xdebug.cloud_id':
        '{"extension":"xdebug","type":"string","anchor":"cloud_id","description":"Token of Xdebug Cloud, which carries the debugging connection.","default":"","scope":"SYSTEM","since":"3.0"}',
    'xdebug.collect_assignments':
        '{"extension":"xdebug","type":"boolean","anchor":"collect_assignments","description":"Traces assignments, too.","default":"0","scope":"ALL","since":"2.1"}',
    'xdebug.collect_includes':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.collect_includes","description":"Traced the names of included files; Xdebug 3 always does. Xdebug 3 ignores it, with a message at each start.","default":"1","scope":"ALL","removed":"3.0"}',
    'xdebug.collect_params':
        '{"extension":"xdebug","type":"boolean","anchor":"collect_params","description":"Traces the arguments of calls. A number from 0 to 4 in Xdebug 2, not known in 3.0 to 3.2, and On or Off from 3.3 on.","default":"1","scope":"ALL"}',
    'xdebug.collect_return':
        '{"extension":"xdebug","type":"boolean","anchor":"collect_return","description":"Traces what calls return.","default":"0","scope":"ALL"}',
    'xdebug.collect_vars':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.collect_vars","description":"Collected the variables of each function; Xdebug 3 does so where it needs them. Xdebug 3 ignores it, with a message at each start.","default":"0","scope":"ALL","removed":"3.0"}',
    'xdebug.connect_timeout_ms':
        '{"extension":"xdebug","type":"integer","unit":"milliseconds","anchor":"connect_timeout_ms","description":"How long to wait for the editor. While nobody listens, each request may take that much longer.","default":"200","scope":"ALL","since":"3.0"}',
    'xdebug.control_socket':
        '{"extension":"xdebug","type":"enum","anchor":"control_socket","values":[{"value":"default","description":"On, where the clock is cheap to read"},{"value":"time","description":"On"},{"value":"off","description":"Off"}],"openValues":true,"alsoBoolean":true,"description":"Whether a running PHP process can be told to start debugging. On Linux and Windows.","default":"default","scope":"ALL","since":"3.3"}',
    'xdebug.coverage_enable':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.coverage_enable","description":"Code coverage: `xdebug.mode = coverage` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"1","scope":"SYSTEM","removed":"3.0"}',
    'xdebug.default_enable':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.default_enable","description":"Better messages: `xdebug.mode = develop` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"1","scope":"ALL","removed":"3.0"}',
    'xdebug.discover_client_host':
        '{"extension":"xdebug","type":"boolean","anchor":"discover_client_host","description":"Connects to whoever sent the request, and to `xdebug.client_host` only where that fails. Anybody who reaches the server can then debug it.","default":"0","scope":"ALL","since":"3.0"}',
    'xdebug.dump.COOKIE':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_COOKIE` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.ENV':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_ENV` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.FILES':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_FILES` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.GET':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_GET` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.POST':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_POST` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.REQUEST':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_REQUEST` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.SERVER':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_SERVER` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump.SESSION':
        '{"extension":"xdebug","type":"list","anchor":"","description":"Elements of `$_SESSION` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL"}',
    'xdebug.dump_globals':
        '{"extension":"xdebug","type":"boolean","anchor":"dump_globals","description":"Shows with errors what the `xdebug.dump` directives name.","default":"1","scope":"ALL"}',
    'xdebug.dump_once':
        '{"extension":"xdebug","type":"boolean","anchor":"dump_once","description":"Shows that with the first error of a request only.","default":"1","scope":"ALL"}',
    'xdebug.dump_undefined':
        '{"extension":"xdebug","type":"boolean","anchor":"dump_undefined","description":"Shows elements that do not exist, too.","default":"0","scope":"ALL"}',
    'xdebug.extended_info':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"","description":"Made PHP keep what step debugging needs; Xdebug does so where it needs it. Newer versions ignore it without a message.","default":"1","scope":"SYSTEM","removed":"2.8"}',
    'xdebug.file_link_format':
        '{"extension":"xdebug","type":"string","anchor":"file_link_format","description":"Address behind the file names of stack traces: `%f` is the file, `%l` the line.","default":"","scope":"ALL"}',
    'xdebug.filename_format':
        '{"extension":"xdebug","type":"string","anchor":"filename_format","description":"How file names are shown: `%n` name, `%p` with one directory, `%a` with two, `%f` the whole path, `%s` the separator.","default":"","scope":"ALL","since":"2.6"}',
    'xdebug.force_display_errors':
        '{"extension":"xdebug","type":"boolean","anchor":"force_display_errors","description":"Shows errors whatever `display_errors` says.","default":"0","scope":"SYSTEM","since":"2.3"}',
    'xdebug.force_error_reporting':
        '{"extension":"xdebug","type":"bitmask","anchor":"force_error_reporting","description":"Levels that are reported whatever `error_reporting` says.","default":"0","scope":"SYSTEM","since":"2.3"}',
    'xdebug.gc_stats_enable':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.gc_stats_enable","description":"Statistics of the garbage collector: `xdebug.mode = gcstats` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"PERDIR","removed":"3.0"}',
    'xdebug.gc_stats_output_dir':
        '{"extension":"xdebug","type":"path","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.gc_stats_output_dir","description":"Directory for these statistics. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.output_dir","default":"/tmp","scope":"PERDIR","removed":"3.0"}',
    'xdebug.gc_stats_output_name':
        '{"extension":"xdebug","type":"string","anchor":"gc_stats_output_name","description":"Name of the garbage collector’s statistics; takes what `xdebug.trace_output_name` does.","default":"gcstats.%p","scope":"PERDIR","since":"2.6"}',
    'xdebug.halt_level':
        '{"extension":"xdebug","type":"bitmask","anchor":"halt_level","description":"Levels that end the script. Only `E_WARNING`, `E_NOTICE`, `E_USER_WARNING` and `E_USER_NOTICE` count.","default":"0","scope":"ALL","since":"2.3"}',
    'xdebug.idekey':
        '{"extension":"xdebug","type":"string","anchor":"idekey","description":"Key by which a proxy, and some editors, tell debugging sessions apart.","default":"","scope":"ALL"}',
    'xdebug.log':
        '{"extension":"xdebug","type":"path","anchor":"log","description":"File for what Xdebug has to say: connections that failed, files that could not be written. PHP has to be allowed to write there.","default":"","scope":"ALL","since":"3.0"}',
    'xdebug.log_level':
        '{"extension":"xdebug","type":"integer","minimum":0,"maximum":10,"anchor":"log_level","values":[{"value":"0","description":"Errors of the configuration"},{"value":"1","description":"Errors"},{"value":"3","description":"Warnings"},{"value":"5","description":"What is said to the editor"},{"value":"7","description":"Information"},{"value":"10","description":"All"}],"openValues":true,"description":"How much to log: everything up to this level.","default":"7","scope":"ALL","since":"3.0"}',
    'xdebug.manual_url':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"","description":"Where links in messages led to. Newer versions ignore it without a message.","default":"http://www.php.net","scope":"ALL","removed":"2.2.1"}',
    'xdebug.max_nesting_level':
        '{"extension":"xdebug","type":"integer","anchor":"max_nesting_level","description":"How deep calls may nest before Xdebug throws an `Error`; -1 sets no limit. The default was 256 before Xdebug 3.3.","default":"512","scope":"ALL"}',
    'xdebug.max_stack_frames':
        '{"extension":"xdebug","type":"integer","minimum":-1,"anchor":"max_stack_frames","description":"How many calls a stack trace shows; -1 shows all.","default":"-1","scope":"ALL","since":"2.3"}',
    'xdebug.mode':
        '{"extension":"xdebug","type":"list","anchor":"mode","values":[{"value":"off","description":"Nothing; costs next to nothing"},{"value":"develop","description":"Better messages and `var_dump()`"},{"value":"debug","description":"Step debugging"},{"value":"profile","description":"Profiles to look for slow places with"},{"value":"trace","description":"Each call, written to a file"},{"value":"coverage","description":"Which lines ran, for tests"},{"value":"gcstats","description":"What the garbage collector does"}],"description":"What Xdebug does: one or several, separated by commas. Everything but `off` slows PHP down: not for production. The environment variable `XDEBUG_MODE` wins.","default":"develop","scope":"SYSTEM","since":"3.0"}',
    'xdebug.output_dir':
        '{"extension":"xdebug","type":"path","anchor":"output_dir","description":"Directory for traces, profiles and statistics. With `xdebug.mode = trace` or `profile`.","default":"/tmp","scope":"ALL","since":"3.0"}',
    'xdebug.overload_var_dump':
        '{"extension":"xdebug","type":"integer","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.overload_var_dump","description":"Replaced `var_dump()`; Xdebug 3 does so with `xdebug.mode = develop`. Xdebug 3 ignores it, with a message at each start.","default":"2","scope":"ALL","removed":"3.0"}',
    'xdebug.path_mapping':
        '{"extension":"xdebug","type":"boolean","anchor":"path_mapping","description":"Reads files that say which paths of the server are which paths of the editor.","default":"0","scope":"ALL","since":"3.5"}',
    'xdebug.profiler_aggregate':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"","description":"One profile for several requests. Newer versions ignore it without a message.","default":"0","scope":"PERDIR","removed":"2.9"}',
    'xdebug.profiler_append':
        '{"extension":"xdebug","type":"boolean","anchor":"profiler_append","description":"Adds to a profile of the same name rather than replacing it.","default":"0","scope":"PERDIR"}',
    'xdebug.profiler_enable':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.profiler_enable","description":"Profiles each request: `xdebug.mode = profile` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"PERDIR","removed":"3.0"}',
    'xdebug.profiler_enable_trigger':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.profiler_enable_trigger","description":"Profiles requests that ask for it: `xdebug.mode = profile` with `xdebug.start_with_request = trigger` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"0","scope":"PERDIR","removed":"3.0"}',
    'xdebug.profiler_enable_trigger_value':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.profiler_enable_trigger_value","description":"What such a request has to say. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.trigger_value","default":"","scope":"PERDIR","removed":"3.0"}',
    'xdebug.profiler_output_dir':
        '{"extension":"xdebug","type":"path","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.profiler_output_dir","description":"Directory for profiles. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.output_dir","default":"/tmp","scope":"PERDIR","removed":"3.0"}',
    'xdebug.profiler_output_name':
        '{"extension":"xdebug","type":"string","anchor":"profiler_output_name","description":"Name of profiles; takes what `xdebug.trace_output_name` does.","default":"cachegrind.out.%p","scope":"PERDIR"}',
    'xdebug.remote_addr_header':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"","description":"Key of `$_SERVER` that holds the address of whoever sent the request. Newer versions ignore it without a message.","replacement":"xdebug.client_discovery_header","default":"","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_autostart':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_autostart","description":"Debugs each request: `xdebug.start_with_request = yes` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"0","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_connect_back':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_connect_back","description":"Connects to whoever sent the request. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.discover_client_host","default":"0","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_cookie_expire_time':
        '{"extension":"xdebug","type":"integer","page":"https://xdebug.org/docs/upgrade_guide","anchor":"","description":"How long the cookie of a debugging session lives, in seconds. Newer versions ignore it without a message.","default":"3600","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_enable':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_enable","description":"Step debugging: `xdebug.mode = debug` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"PERDIR","removed":"3.0"}',
    'xdebug.remote_handler':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"","description":"Protocol of the editor; there is only one. Newer versions ignore it without a message.","default":"dbgp","scope":"ALL","removed":"2.9"}',
    'xdebug.remote_host':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_host","description":"Where the editor listens. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.client_host","default":"localhost","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_log':
        '{"extension":"xdebug","type":"path","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_log","description":"File for what is said to the editor. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.log","default":"","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_log_level':
        '{"extension":"xdebug","type":"integer","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_log_level","description":"How much of that is written. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.log_level","default":"7","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_mode':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_mode","description":"`req` debugs from the start, `jit` from the first error on. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"req","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_port':
        '{"extension":"xdebug","type":"integer","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_port","description":"Port that the editor listens on; 9003 is the default in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.client_port","default":"9000","scope":"ALL","removed":"3.0"}',
    'xdebug.remote_timeout':
        '{"extension":"xdebug","type":"integer","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.remote_timeout","description":"How long to wait for the editor, in milliseconds. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.connect_timeout_ms","default":"200","scope":"ALL","removed":"3.0"}',
    'xdebug.scream':
        '{"extension":"xdebug","type":"boolean","anchor":"scream","description":"Takes `@` its effect: suppressed errors are shown.","default":"0","scope":"ALL","since":"2.1"}',
    'xdebug.show_error_trace':
        '{"extension":"xdebug","type":"boolean","anchor":"show_error_trace","description":"Shows a stack trace with each `Error`, also where it is caught.","default":"0","scope":"ALL","since":"2.6"}',
    'xdebug.show_exception_trace':
        '{"extension":"xdebug","type":"boolean","anchor":"show_exception_trace","description":"Shows a stack trace with each exception, also where it is caught.","default":"0","scope":"ALL"}',
    'xdebug.show_local_vars':
        '{"extension":"xdebug","type":"boolean","anchor":"show_local_vars","description":"Shows the variables of the innermost function with each error.","default":"0","scope":"ALL"}',
    'xdebug.show_mem_delta':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.show_mem_delta","description":"Traced how much more memory was used; Xdebug 3 always does. Xdebug 3 ignores it, with a message at each start.","default":"0","scope":"ALL","removed":"3.0"}',
    'xdebug.start_upon_error':
        '{"extension":"xdebug","type":"enum","anchor":"start_upon_error","values":[{"value":"default","description":"As `no`"},{"value":"yes","description":"With a warning, a notice, or something thrown"},{"value":"no","description":"Never"}],"alsoBoolean":true,"description":"Whether an error starts a debugging session.","default":"default","scope":"PERDIR","since":"3.0"}',
    'xdebug.start_with_request':
        '{"extension":"xdebug","type":"enum","anchor":"start_with_request","values":[{"value":"default","description":"`yes` for profiles, `no` for gcstats, else `trigger`"},{"value":"yes","description":"With each request"},{"value":"no","description":"Never by itself"},{"value":"trigger","description":"Where the request has `XDEBUG_TRIGGER` as a parameter or cookie"}],"alsoBoolean":true,"description":"When debugging, profiling and tracing start.","default":"default","scope":"PERDIR","since":"3.0"}',
    'xdebug.trace_enable_trigger':
        '{"extension":"xdebug","type":"boolean","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.trace_enable_trigger","description":"Traces requests that ask for it: `xdebug.mode = trace` with `xdebug.start_with_request = trigger` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"0","scope":"PERDIR","removed":"3.0"}',
    'xdebug.trace_enable_trigger_value':
        '{"extension":"xdebug","type":"string","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.trace_enable_trigger_value","description":"What such a request has to say. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.trigger_value","default":"","scope":"PERDIR","removed":"3.0"}',
    'xdebug.trace_format':
        '{"extension":"xdebug","type":"integer","minimum":0,"anchor":"trace_format","values":[{"value":"0","description":"For people"},{"value":"1","description":"For programs, separated by tabs"},{"value":"2","description":"HTML"},{"value":"3","description":"A flame graph of time"},{"value":"4","description":"A flame graph of memory"}],"openValues":true,"description":"Form of traces.","default":"0","scope":"ALL"}',
    'xdebug.trace_options':
        '{"extension":"xdebug","type":"integer","minimum":0,"anchor":"trace_options","description":"A sum of: 1 add to a file of the same name, 2 for programs, 4 HTML, 8 no `.xt` behind the name, 16 and 32 flame graphs of time and of memory.","default":"0","scope":"ALL"}',
    'xdebug.trace_output_dir':
        '{"extension":"xdebug","type":"path","page":"https://xdebug.org/docs/upgrade_guide","anchor":"changed-xdebug.trace_output_dir","description":"Directory for traces. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.output_dir","default":"/tmp","scope":"ALL","removed":"3.0"}',
    'xdebug.trace_output_name':
        '{"extension":"xdebug","type":"string","anchor":"trace_output_name","description":"Name of traces, without `.xt`: `%p` process, `%r` random, `%t` time, `%u` time with microseconds, `%s` script, `%R` address, `%H` host, `%S` session, `%c` directory.","default":"trace.%c","scope":"ALL"}',
    'xdebug.trigger_value':
        '{"extension":"xdebug","type":"list","anchor":"trigger_value","description":"Which values of `XDEBUG_TRIGGER` count; any where it is empty. Several, separated by commas, from 3.1 on.","default":"","scope":"PERDIR","since":"3.0"}',
    'xdebug.use_compression':
        '{"extension":"xdebug","type":"boolean","anchor":"use_compression","description":"Writes traces and profiles compressed. On by default where Xdebug was built with zlib.","default":"1","scope":"ALL","since":"3.1"}',
    'xdebug.var_display_max_children':
        '{"extension":"xdebug","type":"integer","minimum":-1,"anchor":"var_display_max_children","description":"How many elements and properties are shown; -1 shows all.","default":"128","scope":"ALL"}',
    'xdebug.var_display_max_data':
        '{"extension":"xdebug","type":"integer","minimum":-1,"unit":"characters","anchor":"var_display_max_data","description":"How much of a string is shown; -1 shows all.","default":"512","scope":"ALL"}',
    'xdebug.var_display_max_depth':
        '{"extension":"xdebug","type":"integer","minimum":-1,"maximum":1023,"anchor":"var_display_max_depth","description":"How many levels of arrays and objects are shown; -1 shows as many as possible.","default":"3","scope":"ALL"}',
    'yaml.decode_binary':
        '{"extension":"yaml","type":"boolean","description":"Decodes `!!binary`.","default":"0","scope":"ALL"}',
    'yaml.decode_php':
        '{"extension":"yaml","type":"boolean","description":"Makes objects of `!php/object`. With documents from outside that lets strangers run code: leave it off. The default was On before 2.0.","default":"0","scope":"ALL"}',
    'yaml.decode_timestamp':
        '{"extension":"yaml","type":"integer","minimum":0,"maximum":2,"values":[{"value":"0","description":"Text"},{"value":"1","description":"By `strtotime()`"},{"value":"2","description":"By `date_create()`"}],"description":"What becomes of `!!timestamp`.","default":"0","scope":"ALL"}',
    'yaml.output_canonical':
        '{"extension":"yaml","type":"boolean","description":"Writes YAML in its canonical form.","default":"0","scope":"ALL"}',
    'yaml.output_indent':
        '{"extension":"yaml","type":"integer","minimum":1,"maximum":10,"unit":"characters","description":"How far each level is indented.","default":"2","scope":"ALL"}',
    'yaml.output_width':
        '{"extension":"yaml","type":"integer","minimum":-1,"unit":"characters","description":"Width after which lines are broken; -1 does not.","default":"80","scope":"ALL"}',
    'zlib.output_compression':
        '{"extension":"zlib","type":"integer","alsoBoolean":true,"unit":"bytes","description":"Compresses output for browsers that take it. A number above 1 is the size of the buffer, 4096 where it is `On`. It must not be combined with `output_handler`, and costs twice where the web server compresses as well. In quotes only `\\"on\\"` and `\\"off\\"` are words.","default":"0","scope":"ALL"}',
    'zlib.output_compression_level':
        '{"extension":"zlib","type":"integer","values":[{"value":"-1","description":"Left to zlib, 6 as a rule"},{"value":"0","description":"None"},{"value":"1","description":"Fastest"},{"value":"6"},{"value":"9","description":"Smallest"}],"openValues":true,"description":"How hard to compress, from 1 to 9. Above 6 it costs much time for little.","default":"-1","scope":"ALL"}',
    'zlib.output_handler':
        '{"extension":"zlib","type":"string","description":"A further output handler behind the compression, where `zlib.output_compression` is on: `output_handler` cannot be used then.","default":"","scope":"ALL"}',
};
