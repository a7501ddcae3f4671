// Made by `npm run catalog` from measured/ and overlay/. Do not edit.
import type { Overlay } from './overlay/described.ts';

/** By extension: the page of the manual, and whose version numbers count. */
export const extensions: Readonly<Record<string, Pick<Overlay, 'versions' | 'page'>>> = {
    amqp: { versions: 'extension', page: 'https://github.com/php-amqp/php-amqp' },
    apache2handler: { versions: 'php', page: 'https://www.php.net/manual/en/apache.configuration.php' },
    apcu: { versions: 'extension', page: 'https://www.php.net/manual/en/apcu.configuration.php' },
    bcmath: { versions: 'php', page: 'https://www.php.net/manual/en/bc.configuration.php' },
    'cgi-fcgi': { versions: 'php', page: 'https://www.php.net/manual/en/ini.core.php' },
    cli_server: { versions: 'php', page: 'https://www.php.net/manual/en/features.commandline.webserver.php' },
    com_dotnet: { versions: 'php', page: 'https://www.php.net/manual/en/com.configuration.php' },
    core: { versions: 'php', page: 'https://www.php.net/manual/en/ini.core.php' },
    curl: { versions: 'php', page: 'https://www.php.net/manual/en/curl.configuration.php' },
    date: { versions: 'php', page: 'https://www.php.net/manual/en/datetime.configuration.php' },
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
    mbstring: { versions: 'php', page: 'https://www.php.net/manual/en/mbstring.configuration.php' },
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
    pcov: { versions: 'extension', page: 'https://github.com/krakjoe/pcov' },
    pcre: { versions: 'php', page: 'https://www.php.net/manual/en/pcre.configuration.php' },
    pdo_mysql: { versions: 'php', page: 'https://www.php.net/manual/en/ref.pdo-mysql.php' },
    pdo_odbc: { versions: 'php', page: 'https://www.php.net/manual/en/ref.pdo-odbc.php' },
    pgsql: { versions: 'php', page: 'https://www.php.net/manual/en/pgsql.configuration.php' },
    phar: { versions: 'php', page: 'https://www.php.net/manual/en/phar.configuration.php' },
    phpdbg: { versions: 'php', page: 'https://www.php.net/manual/en/phpdbg.configuration.php' },
    readline: { versions: 'php', page: 'https://www.php.net/manual/en/readline.configuration.php' },
    redis: { versions: 'extension', page: 'https://github.com/phpredis/phpredis' },
    session: { versions: 'php', page: 'https://www.php.net/manual/en/session.configuration.php' },
    soap: { versions: 'php', page: 'https://www.php.net/manual/en/soap.configuration.php' },
    sqlite: { versions: 'php', page: 'https://www.php.net/manual/en/sqlite3.configuration.php' },
    sqlite3: { versions: 'php', page: 'https://www.php.net/manual/en/sqlite3.configuration.php' },
    standard: { versions: 'php', page: 'https://www.php.net/manual/en/ini.core.php' },
    stomp: { versions: 'extension', page: 'https://www.php.net/manual/en/stomp.configuration.php' },
    sybase_ct: { versions: 'php', page: 'https://www.php.net/manual/en/migration70.removed-exts-sapis.php' },
    sysvshm: { versions: 'php', page: 'https://www.php.net/manual/en/sem.configuration.php' },
    tidy: { versions: 'php', page: 'https://www.php.net/manual/en/tidy.configuration.php' },
    uploadprogress: { versions: 'extension', page: 'https://github.com/php/pecl-php-uploadprogress' },
    windows: { versions: 'php', page: 'https://www.php.net/manual/en/ini.core.php' },
    xdebug: { versions: 'extension', page: 'https://xdebug.org/docs/all_settings' },
    xsl: { versions: 'php', page: 'https://www.php.net/manual/en/migration70.incompatible.php' },
    yaml: { versions: 'extension', page: 'https://www.php.net/manual/en/yaml.configuration.php' },
    'zend opcache': { versions: 'php', page: 'https://www.php.net/manual/en/opcache.configuration.php' },
    zlib: { versions: 'php', page: 'https://www.php.net/manual/en/zlib.configuration.php' },
};

/** By name, in alphabetical order: a `GeneratedDirective` as JSON. */
export const directives: Readonly<Record<string, string>> = {
    SMTP: '{"extension":"core","type":"string","description":"On Windows: the mail server that `mail()` talks to. Elsewhere without effect: see `sendmail_path`.","default":"localhost","scope":"ALL","anchor":"ini.smtp","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    allow_call_time_pass_reference:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Let callers pass arguments by reference, with `&`.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    allow_url_fopen:
        '{"extension":"core","type":"boolean","description":"Lets `fopen()`, `file_get_contents()` and their like open addresses such as `https://…`.","default":"1","scope":"SYSTEM","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    allow_url_include:
        '{"extension":"core","type":"boolean","deprecated":"7.4","description":"Lets `include` and `require` run code from addresses: anyone who can influence such an address owns the server.","notes":[{"version":"7.4","text":"Turning it on is reported as deprecated at every start."}],"default":"0","scope":"SYSTEM","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    always_populate_raw_post_data:
        '{"extension":"core","type":"boolean","description":"Filled `$HTTP_RAW_POST_DATA`; scripts read `php://input` now.","default":"","scope":"ALL","removed":"7.0","anchor":"","page":"https://www.php.net/manual/en/migration70.incompatible.php"}',
    'amqp.auto_ack':
        '{"extension":"amqp","type":"boolean","description":"Messages count as dealt with once they are sent out, so that those under way are lost with the consumer.","default":"0","scope":"ALL","anchor":""}',
    'amqp.cacert':
        '{"extension":"amqp","type":"path","description":"Certificate of the authority that signed the broker’s, for TLS.","default":"","scope":"ALL","anchor":""}',
    'amqp.cert':
        '{"extension":"amqp","type":"path","description":"Certificate of this client, for TLS.","default":"","scope":"ALL","anchor":""}',
    'amqp.channel_max':
        '{"extension":"amqp","type":"integer","minimum":0,"description":"Most channels of one connection; 0 leaves that to the broker.","default":"256","scope":"ALL","anchor":""}',
    'amqp.connect_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","description":"How long to wait for a connection; 0 sets no limit.","default":"0","scope":"ALL","anchor":""}',
    'amqp.deserialization_depth':
        '{"extension":"amqp","type":"integer","minimum":0,"description":"How deep headers of messages that arrive may nest.","default":"128","scope":"ALL","anchor":""}',
    'amqp.frame_max':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"bytes","description":"Largest frame that is sent or taken; 0 leaves that to the broker.","default":"131072","scope":"ALL","anchor":""}',
    'amqp.global_prefetch_count':
        '{"extension":"amqp","type":"integer","minimum":0,"description":"The same for all consumers of a channel together.","default":"0","scope":"ALL","anchor":""}',
    'amqp.global_prefetch_size':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"bytes","description":"The same for all consumers of a channel together.","default":"0","scope":"ALL","anchor":""}',
    'amqp.heartbeat':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"seconds","description":"How often each side shows that it is there; 0 does not.","default":"0","scope":"ALL","anchor":""}',
    'amqp.host':
        '{"extension":"amqp","type":"string","description":"Broker to connect to where the script names none.","default":"localhost","scope":"ALL","anchor":""}',
    'amqp.key':
        '{"extension":"amqp","type":"path","description":"Private key to this client’s certificate.","default":"","scope":"ALL","anchor":""}',
    'amqp.login':
        '{"extension":"amqp","type":"string","description":"User name at the broker.","default":"guest","scope":"ALL","anchor":""}',
    'amqp.password':
        '{"extension":"amqp","type":"string","description":"Password at the broker.","default":"guest","scope":"ALL","anchor":""}',
    'amqp.port':
        '{"extension":"amqp","type":"integer","minimum":1,"maximum":65535,"description":"Port of the broker.","default":"5672","scope":"ALL","anchor":""}',
    'amqp.prefetch_count':
        '{"extension":"amqp","type":"integer","minimum":0,"description":"How many messages that nobody has confirmed a consumer may hold; 0 sets no limit.","default":"3","scope":"ALL","anchor":""}',
    'amqp.prefetch_size':
        '{"extension":"amqp","type":"integer","minimum":0,"unit":"bytes","description":"How much such messages may hold together; 0 sets no limit.","default":"0","scope":"ALL","anchor":""}',
    'amqp.read_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","description":"How long to wait for messages; 0 sets no limit.","default":"0","scope":"ALL","anchor":""}',
    'amqp.rpc_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","description":"How long to wait for the broker’s answer to a command; 0 sets no limit.","default":"0","scope":"ALL","anchor":""}',
    'amqp.sasl_method':
        '{"extension":"amqp","type":"string","description":"How to log in: 0 with a password, 1 with the certificate of `amqp.cert`.","default":"AMQP_SASL_METHOD_PLAIN","scope":"ALL","anchor":""}',
    'amqp.serialization_depth':
        '{"extension":"amqp","type":"integer","minimum":0,"description":"How deep headers of messages that are sent may nest.","default":"128","scope":"ALL","anchor":""}',
    'amqp.timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","deprecated":"1.0.10","replacement":"amqp.read_timeout","description":"The older name of `amqp.read_timeout`, which wins where both are set.","default":"","scope":"ALL","anchor":""}',
    'amqp.verify':
        '{"extension":"amqp","type":"boolean","description":"Checks that the broker’s certificate is for its name.","default":"1","scope":"ALL","anchor":""}',
    'amqp.vhost':
        '{"extension":"amqp","type":"string","description":"Virtual host on the broker.","default":"/","scope":"ALL","anchor":""}',
    'amqp.write_timeout':
        '{"extension":"amqp","type":"float","minimum":0,"unit":"seconds","description":"How long sending may take; 0 sets no limit.","default":"0","scope":"ALL","anchor":""}',
    'apc.coredump_unmap':
        '{"extension":"apcu","type":"boolean","description":"Lets go of the shared memory before a crash is written to disk, so that the file is smaller. Doing so within a crash is dangerous.","default":"0","scope":"SYSTEM","anchor":"ini.apcu.coredump-unmap"}',
    'apc.enable_cli':
        '{"extension":"apcu","type":"boolean","description":"Whether the command line has a cache too. It is empty at each start and gone at the end: for tests.","default":"0","scope":"SYSTEM","anchor":"ini.apcu.enable-cli"}',
    'apc.enabled':
        '{"extension":"apcu","type":"boolean","description":"Whether the cache is there. Off: its functions exist and store nothing.","default":"1","scope":"SYSTEM","anchor":"ini.apcu.enabled"}',
    'apc.entries_hint':
        '{"extension":"apcu","type":"integer","minimum":0,"description":"About how many entries to expect: the size of the hash table. 0 takes a size that fits `apc.shm_size`, and is the default from APCu 5.1.25 on.","default":"4096","scope":"SYSTEM","anchor":"ini.apcu.entries-hint"}',
    'apc.expunge_threshold':
        '{"extension":"apcu","type":"float","minimum":0,"maximum":100,"unit":"percent","description":"How much of the memory has to be free after expired entries were removed; otherwise everything is removed. Not yet in APCu 5.1.","default":"0.5","scope":"SYSTEM","anchor":""}',
    'apc.gc_ttl':
        '{"extension":"apcu","type":"integer","minimum":0,"unit":"seconds","description":"How long a removed entry may stay while a process still uses it. 0: until the last one lets go, however long.","default":"3600","scope":"SYSTEM","anchor":"ini.apcu.gc-ttl"}',
    'apc.mmap_file_mask':
        '{"extension":"apcu","type":"string","description":"Template of the file behind the shared memory, with six `X` at its end: `/tmp/apc.XXXXXX`. With `.shm` in it, POSIX shared memory. Empty: memory without a file.","default":"","scope":"SYSTEM","anchor":"ini.apcu.mmap-file-mask"}',
    'apc.mmap_hugepage_size':
        '{"extension":"apcu","type":"integer","minimum":0,"unit":"bytes","description":"Size of the large pages to take the memory in; 0 takes ordinary ones.","default":"0","scope":"SYSTEM","since":"5.1.25","anchor":""}',
    'apc.preload_path':
        '{"extension":"apcu","type":"path","description":"Directory of `.data` files from which the cache is filled at start.","default":"","scope":"SYSTEM","anchor":"ini.apcu.preload-path"}',
    'apc.serializer':
        '{"extension":"apcu","type":"enum","values":[{"value":"php","description":"`serialize()`"},{"value":"default","description":"Arrays are copied as they are; only objects are serialised"},{"value":"igbinary","description":"With the igbinary extension"},{"value":"msgpack","description":"With the msgpack extension"}],"openValues":true,"description":"Form in which arrays and objects are stored.","default":"php","scope":"SYSTEM","anchor":"ini.apcu.serializer"}',
    'apc.shm_segments':
        '{"extension":"apcu","type":"integer","minimum":1,"description":"How many pieces of shared memory to take. With mapped memory, the usual case, there is one. Gone with APCu 5.1.25.","default":"1","scope":"SYSTEM","anchor":"ini.apcu.shm-segments"}',
    'apc.shm_size':
        '{"extension":"apcu","type":"integer","unit":"bytes","minimum":1,"description":"Size of the shared memory that holds the cache. A number below 1048576 counts as megabytes, with a warning: write `64M`.","default":"32M","scope":"SYSTEM","anchor":"ini.apcu.shm-size"}',
    'apc.slam_defense':
        '{"extension":"apcu","type":"boolean","description":"Refuses to store a key that another process has stored within the same second. The default was On before APCu 5.1.14.","default":"0","scope":"SYSTEM","anchor":"ini.apcu.slam-defense"}',
    'apc.smart':
        '{"extension":"apcu","type":"integer","minimum":0,"description":"How many times the size of a new entry has to be free for the cache not to be emptied when it runs full; 0 asks for half of the memory.","default":"0","scope":"SYSTEM","anchor":""}',
    'apc.ttl':
        '{"extension":"apcu","type":"integer","minimum":0,"unit":"seconds","description":"How long after its last use an entry without a time to live of its own may be removed when memory runs short. 0: when the memory is full, everything is.","default":"0","scope":"SYSTEM","anchor":"ini.apcu.ttl"}',
    'apc.use_request_time':
        '{"extension":"apcu","type":"boolean","description":"Measures times to live from the start of the request rather than from now. The default was On before APCu 5.1.19.","default":"0","scope":"ALL","anchor":"ini.apcu.use-request-time"}',
    'apc.writable':
        '{"extension":"apcu","type":"path","description":"Directory to write to.","default":"/tmp","scope":"SYSTEM","removed":"5.1.13","removedWithPhp":"8.0","anchor":""}',
    arg_separator:
        '{"extension":"core","type":"string","description":"Became two directives.","replacement":"arg_separator.output","default":"","scope":"ALL","removed":"4.0.6","anchor":"","page":""}',
    'arg_separator.input':
        '{"extension":"core","type":"string","description":"Characters that separate the arguments in an address that PHP reads; each of them counts by itself.","default":"&","scope":"PERDIR"}',
    'arg_separator.output':
        '{"extension":"core","type":"string","description":"What separates arguments in addresses that PHP writes; in HTML that would be `&amp;`.","default":"&","scope":"ALL"}',
    asp_tags:
        '{"extension":"core","type":"boolean","refusedSince":"7.0","description":"Took `<%` and `%>` for the start and end of PHP.","default":"","scope":"ALL","removed":"7.0","anchor":"","page":"https://www.php.net/manual/en/migration70.incompatible.php"}',
    'assert.active':
        '{"extension":"standard","type":"boolean","deprecated":"8.3","description":"Checks assertions.","notes":[{"version":"8.3","text":"Any value but the default is reported as deprecated at every start."}],"replacement":"zend.assertions","default":"1","scope":"ALL","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'assert.bail':
        '{"extension":"standard","type":"boolean","deprecated":"8.3","description":"Ends the script where an assertion fails.","notes":[{"version":"8.3","text":"Any value but the default is reported as deprecated at every start."}],"default":"0","scope":"ALL","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'assert.callback':
        '{"extension":"standard","type":"string","deprecated":"8.3","description":"A function that is called where an assertion fails.","notes":[{"version":"8.3","text":"Any value but the default is reported as deprecated at every start."}],"default":"","scope":"ALL","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'assert.exception':
        '{"extension":"standard","type":"boolean","deprecated":"8.3","description":"Throws an `AssertionError` where an assertion fails.","notes":[{"version":"8.3","text":"Any value but the default is reported as deprecated at every start."}],"default":"0","scope":"ALL","laterDefaults":[{"version":"8.0","default":"1"}],"page":"https://www.php.net/manual/en/info.configuration.php"}',
    'assert.quiet_eval':
        '{"extension":"standard","type":"boolean","description":"Hid errors while an assertion that was given as text was evaluated.","default":"0","scope":"ALL","removed":"8.0","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'assert.warning':
        '{"extension":"standard","type":"boolean","deprecated":"8.3","description":"Gives a warning where an assertion fails and throws nothing.","notes":[{"version":"8.3","text":"Any value but the default is reported as deprecated at every start."}],"default":"1","scope":"ALL","page":"https://www.php.net/manual/en/info.configuration.php"}',
    auto_append_file:
        '{"extension":"core","type":"path","values":[{"value":"none","description":"No file"}],"openValues":true,"description":"A script that runs behind each script, as if it were required there. Not after `exit`. `none` turns it off again.","default":"","scope":"PERDIR"}',
    auto_detect_line_endings:
        '{"extension":"standard","type":"boolean","deprecated":"8.1","description":"Lets functions that read lines accept a lone CR as their end, as old Macintosh files have it.","notes":[{"version":"8.1","text":"Turning it on is reported as deprecated at every start."}],"default":"0","scope":"ALL","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    auto_globals_jit:
        '{"extension":"core","type":"boolean","description":"Makes `$_SERVER`, `$_ENV` and `$_REQUEST` when a script first mentions them in place of at its start. Scripts that reach them through variable names do not find them.","default":"1","scope":"PERDIR"}',
    auto_prepend_file:
        '{"extension":"core","type":"path","values":[{"value":"none","description":"No file"}],"openValues":true,"description":"A script that runs before each script, as if it were required there. `none` turns it off again.","default":"","scope":"PERDIR"}',
    'bcmath.scale':
        '{"extension":"bcmath","type":"integer","minimum":0,"maximum":2147483647,"rangeSince":"8.0","description":"How many digits after the point the `bc` functions give where the call does not say. With the default of 0 they cut all of them off, without rounding.","default":"0","scope":"ALL"}',
    'birdstep.max_links':
        '{"extension":"odbc","type":"integer","description":"How many connections to Birdstep databases a process could have.","default":"-1","scope":"SYSTEM","removed":"7.3","anchor":""}',
    browscap:
        '{"extension":"core","type":"path","description":"The file that `get_browser()` takes its knowledge from. It is read when PHP starts: PHP does not start where it cannot be read, and needs more memory for it.","default":"","scope":"SYSTEM","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    'cgi.check_shebang_line':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Skips a first line that starts with `#!`.","default":"1","scope":"SYSTEM"}',
    'cgi.discard_path':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Ignores the path of the program: php-cgi may then lie outside of the web server’s directories.","default":"0","scope":"SYSTEM"}',
    'cgi.fix_pathinfo':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Where a path does not exist, looks for a script in its front part: `/photo.jpg/x.php` runs `photo.jpg`. Safe only where the web server hands on existing scripts alone; FPM’s `security.limit_extensions` guards from it.","default":"1","scope":"SYSTEM"}',
    'cgi.force_redirect':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Lets php-cgi run only where a web server called it. IIS needs it off.","default":"1","scope":"SYSTEM"}',
    'cgi.nph':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Sends a status line with every answer.","default":"0","scope":"ALL"}',
    'cgi.redirect_status_env':
        '{"extension":"cgi-fcgi","type":"string","description":"The environment variable that tells `cgi.force_redirect` of the web server.","default":"","scope":"SYSTEM"}',
    'cgi.rfc2616_headers':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Starts the answer with `HTTP/1.1 404 …` in place of `Status: 404 …`, which web servers expect.","default":"0","scope":"ALL"}',
    child_terminate:
        '{"extension":"apache2handler","type":"boolean","description":"Let scripts end their process of Apache 1.x after the request.","default":"","scope":"ALL","removed":"7.0"}',
    'cli.pager':
        '{"extension":"readline","type":"string","description":"Program that shows the output of `php -a`, `less` say.","default":"","scope":"ALL"}',
    'cli.prompt':
        '{"extension":"readline","type":"string","description":"Prompt of `php -a`. `\\\\b` is the kind of code, `\\\\>` the prompt character, `\\\\v` the version; code may stand in back-ticks.","default":"\\\\b \\\\> ","scope":"ALL"}',
    'cli_server.color':
        '{"extension":"cli_server","type":"boolean","description":"Colours in what `php -S` prints.","default":"0","scope":"ALL","anchor":""}',
    'com.allow_dcom':
        '{"extension":"com_dotnet","type":"boolean","description":"Lets scripts make objects on other machines.","default":"0","scope":"SYSTEM"}',
    'com.autoregister_casesensitive':
        '{"extension":"com_dotnet","type":"boolean","description":"Constants of type libraries tell capitals from small letters.","default":"1","scope":"ALL"}',
    'com.autoregister_typelib':
        '{"extension":"com_dotnet","type":"boolean","description":"Defines the constants of the type library of each object.","default":"0","scope":"ALL"}',
    'com.autoregister_verbose':
        '{"extension":"com_dotnet","type":"boolean","description":"Reports type libraries that could not be loaded.","default":"0","scope":"ALL"}',
    'com.code_page':
        '{"extension":"com_dotnet","type":"integer","description":"Code page of texts that go to objects and come from them; not set, the system’s.","default":"","scope":"ALL"}',
    'com.dotnet_version':
        '{"extension":"com_dotnet","type":"string","description":"Version of the .NET framework: `v4.0.30319`.","default":"","scope":"SYSTEM","since":"8.0"}',
    'com.typelib_file':
        '{"extension":"com_dotnet","type":"path","description":"A file with the names of type libraries to load when PHP starts, one a line.","default":"","scope":"SYSTEM"}',
    'curl.cainfo':
        '{"extension":"curl","type":"path","description":"File with the certificates that curl trusts, as an absolute path; empty leaves it to libcurl. Where the file is missing, every HTTPS request of curl fails.","default":"","scope":"SYSTEM"}',
    'date.default_latitude':
        '{"extension":"date","type":"float","unit":"degrees","description":"Latitude, north is positive. For `date_sun_info()`, and for the deprecated `date_sunrise()` and `date_sunset()`.","default":"31.7667","scope":"ALL"}',
    'date.default_longitude':
        '{"extension":"date","type":"float","unit":"degrees","description":"Longitude, east is positive. For `date_sun_info()`, and for the deprecated `date_sunrise()` and `date_sunset()`.","default":"35.2333","scope":"ALL"}',
    'date.sunrise_zenith':
        '{"extension":"date","type":"float","unit":"degrees","description":"Zenith of the sun when it rises. For `date_sun_info()`, and for the deprecated `date_sunrise()` and `date_sunset()`.","default":"90.583333","scope":"ALL","laterDefaults":[{"version":"8.0","default":"90.833333"}]}',
    'date.sunset_zenith':
        '{"extension":"date","type":"float","unit":"degrees","description":"Zenith of the sun when it sets. For `date_sun_info()`, and for the deprecated `date_sunrise()` and `date_sunset()`.","default":"90.583333","scope":"ALL","laterDefaults":[{"version":"8.0","default":"90.833333"}]}',
    'date.timezone':
        '{"extension":"date","type":"string","description":"Time zone of all functions for date and time, by its name: `UTC`, `Europe/Berlin`. Nodes of a cluster need the same. A name that PHP does not know is reported at the start, and `UTC` is used.","notes":[{"version":"8.2","text":"An empty value is reported as well."}],"default":"","scope":"ALL","laterDefaults":[{"version":"8.2","default":"UTC"}]}',
    'dba.default_handler':
        '{"extension":"dba","type":"enum","values":[{"value":"flatfile"},{"value":"inifile"},{"value":"cdb","description":"Only for reading, see `cdb_make`"},{"value":"cdb_make","description":"Only for creating"},{"value":"db4","description":"Berkeley DB"},{"value":"gdbm"},{"value":"lmdb"},{"value":"qdbm"},{"value":"tcadb","description":"Tokyo Cabinet"}],"openValues":true,"description":"Handler for `dba_open()` where the call names none. What is there depends on how PHP was built; a name it does not know gives a warning at start, and the default stays in force.","default":"flatfile","scope":"ALL","anchor":"ini.dba.default_handler"}',
    default_charset:
        '{"extension":"core","type":"string","description":"The encoding in the `Content-Type` header of pages, and of many functions that deal with text. Other than `UTF-8` is for old applications.","default":"UTF-8","scope":"ALL"}',
    default_mimetype:
        '{"extension":"core","type":"string","description":"Media type in the `Content-Type` header of pages that set none.","default":"text/html","scope":"ALL"}',
    default_socket_timeout:
        '{"extension":"standard","type":"integer","unit":"seconds","description":"How long reading from a network address may take in streams such as `file_get_contents()` and SOAP; negative: no limit. A server that does not answer holds a process for that long.","default":"60","scope":"ALL","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    define_syslog_variables:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Defined variables with the names of the system log’s constants.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    detect_unicode:
        '{"extension":"core","type":"boolean","description":"An older name.","replacement":"zend.detect_unicode","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    disable_classes:
        '{"extension":"core","type":"list","refusedSince":"8.5","description":"Classes that scripts cannot make objects of.","default":"","scope":"SYSTEM","removed":"8.5"}',
    disable_functions:
        '{"extension":"core","type":"list","description":"Functions that do not exist for scripts, such as `exec,shell_exec,system`. Only PHP’s own. It works in php.ini only, not in the server’s configuration.","notes":[{"version":"8.0","text":"Scripts may define functions of the same names."}],"default":"","scope":"SYSTEM"}',
    display_errors:
        '{"extension":"core","type":"enum","values":[{"value":"Off","description":"Visitors see no errors: right for production"},{"value":"On","description":"Errors become part of the page"},{"value":"stdout","description":"The same as `On`"},{"value":"stderr","description":"To standard error; for the command line and CGI"}],"alsoBoolean":true,"description":"Whether errors are part of the output. On a public server that tells visitors paths, queries and sometimes passwords; log them with `log_errors` there.","default":"1","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    display_startup_errors:
        '{"extension":"core","type":"boolean","description":"Shows errors from the start of PHP as well, such as extensions that could not be loaded. Only together with `display_errors`.","default":"0","scope":"ALL","laterDefaults":[{"version":"8.0","default":"1"}],"page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    doc_root:
        '{"extension":"core","type":"path","description":"For CGI: the directory that scripts lie below.","default":"","scope":"SYSTEM"}',
    docref_ext:
        '{"extension":"core","type":"string","description":"What the links of `docref_root` end with; starts with a dot: `.html`.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    docref_root:
        '{"extension":"core","type":"string","description":"Where the links in HTML error messages lead: the address of a manual, which ends with `/`.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    enable_dl:
        '{"extension":"core","type":"boolean","description":"Lets scripts load extensions with `dl()`, on the command line and in CGI.","default":"1","scope":"SYSTEM","page":"https://www.php.net/manual/en/info.configuration.php"}',
    enable_post_data_reading:
        '{"extension":"core","type":"boolean","description":"Reads the body of POST requests into `$_POST` and `$_FILES`. Off: scripts read `php://input` themselves, uploads included.","default":"1","scope":"PERDIR"}',
    engine: '{"extension":"apache2handler","type":"boolean","description":"Runs PHP at all. Off for a directory of uploads, with `php_admin_flag` in Apache’s configuration; then scripts there are shown as they are, so deny them as well.","default":"1","scope":"ALL"}',
    error_append_string:
        '{"extension":"core","type":"string","description":"Text, mostly HTML, behind each error that is shown.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    error_log:
        '{"extension":"core","type":"path","values":[{"value":"syslog","description":"To the system log, or the event log of Windows"}],"openValues":true,"description":"The file that errors are written to, or `syslog`. The user of the web server must be able to write it; a relative path depends on the script. Not set, errors go to the log of the server, or to standard error on the command line.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    error_log_mode:
        '{"extension":"core","type":"integer","description":"Permissions that the file of `error_log` gets when PHP creates it, in octal with a leading 0: `0640`. PHP takes a number without the 0 as decimal.","default":"0644","scope":"ALL","since":"8.2","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    error_prepend_string:
        '{"extension":"core","type":"string","description":"Text, mostly HTML, before each error that is shown.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    error_reporting:
        '{"extension":"core","type":"bitmask","description":"Which errors are reported at all; where they go is up to `display_errors` and `log_errors`. Written with the constants of PHP and `|`, `&`, `~`, without quotes. Not set it stands for `E_ALL`.","notes":[{"version":"8.0","text":"Not set it stands for `E_ALL`; before, for `E_ALL & ~E_NOTICE & ~E_STRICT & ~E_DEPRECATED`."},{"version":"8.4","text":"`E_STRICT` is deprecated: no error has that level any more."}],"default":"","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    'excimer.default_max_depth':
        '{"extension":"excimer","type":"integer","minimum":0,"description":"How many calls of a stack the profiler keeps; 0 keeps all.","default":"1000","scope":"ALL","anchor":""}',
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
    exit_on_timeout:
        '{"extension":"core","type":"boolean","description":"Ended a process of Apache 1.x after a time-out.","default":"","scope":"ALL","removed":"7.0"}',
    expose_php:
        '{"extension":"core","type":"boolean","description":"Tells in the header `X-Powered-By` that PHP is in use, and its version.","default":"1","scope":"SYSTEM"}',
    extension:
        '{"extension":"core","type":"string","description":"An extension to load: a name such as `curl`, found in `extension_dir`, or a path. One line each; a file that cannot be loaded gives a warning, and PHP starts without it.","default":"","scope":"SYSTEM"}',
    extension_dir:
        '{"extension":"core","type":"path","description":"Where extensions are looked for; best an absolute path. It belongs to one version and build of PHP, so a file that sets it fits no other.","default":"","scope":"SYSTEM","dependsOnBuild":true}',
    'fastcgi.error_header':
        '{"extension":"cgi-fcgi","type":"string","description":"For FPM: a header that is sent with answers of scripts that ended with an error.","default":"","scope":"SYSTEM","anchor":""}',
    'fastcgi.impersonate':
        '{"extension":"cgi-fcgi","type":"boolean","description":"On Windows with IIS: takes the rights of the visitor’s account.","default":"0","scope":"SYSTEM"}',
    'fastcgi.logging':
        '{"extension":"cgi-fcgi","type":"boolean","description":"Writes errors to the log of the web server.","default":"1","scope":"SYSTEM"}',
    fatal_error_backtraces:
        '{"extension":"core","type":"boolean","description":"Adds a stack trace to fatal errors.","default":"1","scope":"ALL","since":"8.5","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    'ffi.enable':
        '{"extension":"ffi","type":"enum","alsoBoolean":true,"values":[{"value":"preload","description":"In `opcache.preload` scripts and on the command line only"},{"value":"1","description":"Everywhere"},{"value":"0","description":"Nowhere"}],"description":"Where scripts may call C functions. `On` lets any script read and write all memory of the process; leave that to development.","default":"preload","scope":"SYSTEM"}',
    'ffi.preload':
        '{"extension":"ffi","type":"pathList","description":"C headers to read when the server starts, for `FFI::scope()`; patterns are allowed.","default":"","scope":"SYSTEM"}',
    'fiber.stack_size':
        '{"extension":"core","type":"integer","unit":"bytes","description":"Stack of each fiber; not set, 2 MB on 64 bit systems.","default":"","scope":"ALL","since":"8.1","page":"https://www.php.net/manual/en/info.configuration.php"}',
    file_uploads:
        '{"extension":"core","type":"boolean","description":"Accepts uploads of files.","default":"1","scope":"SYSTEM"}',
    'filter.default':
        '{"extension":"filter","type":"enum","deprecated":"8.1","values":[{"value":"unsafe_raw","description":"Leaves values alone"},{"value":"add_slashes"},{"value":"boolean"},{"value":"callback"},{"value":"email"},{"value":"encoded"},{"value":"float"},{"value":"full_special_chars"},{"value":"int"},{"value":"number_float"},{"value":"number_int"},{"value":"special_chars"},{"value":"string"},{"value":"stripped"},{"value":"url"},{"value":"validate_domain"},{"value":"validate_email"},{"value":"validate_ip"},{"value":"validate_mac"},{"value":"validate_regexp"},{"value":"validate_url"}],"openValues":true,"description":"Filter that all of `$_GET`, `$_POST`, `$_COOKIE` and `$_REQUEST` go through. Anything but `unsafe_raw` changes what applications receive; an unknown name counts as `unsafe_raw`, without a message.","notes":[{"version":"8.1","text":"Any other filter than `unsafe_raw` gives a deprecation at start."}],"default":"unsafe_raw","scope":"PERDIR"}',
    'filter.default_flags':
        '{"extension":"filter","type":"integer","description":"Flags for `filter.default`, as a number: names of constants of this extension are not known here.","default":"","scope":"PERDIR"}',
    'fpm.config':
        '{"extension":"cgi-fcgi","type":"path","description":"Where FPM’s own configuration is; mostly given on the command line.","default":"","scope":"SYSTEM","anchor":""}',
    from: '{"extension":"standard","type":"string","description":"Mail address for anonymous FTP, and for the header `From` of HTTP requests that PHP makes.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    'gd.jpeg_ignore_warning':
        '{"extension":"gd","type":"boolean","description":"Reads damaged JPEG files as far as it goes, with a notice. Off refuses them.","default":"1","scope":"ALL"}',
    gpc_order:
        '{"extension":"core","type":"string","description":"Order of query string, form and cookies.","replacement":"variables_order","default":"","scope":"ALL","removed":"5.0","anchor":"","page":""}',
    hard_timeout:
        '{"extension":"core","type":"integer","unit":"seconds","description":"How long after `max_execution_time` PHP ends the whole process where the script could not be stopped; 0: never.","default":"2","scope":"SYSTEM","since":"7.1"}',
    'highlight.bg':
        '{"extension":"core","type":"string","refusedSince":"5.4","description":"Background of highlighted source code.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    'highlight.comment':
        '{"extension":"core","type":"string","description":"Colour of comments in highlighted source code.","default":"#FF8000","scope":"ALL","anchor":"ini.syntax-highlighting","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    'highlight.default':
        '{"extension":"core","type":"string","description":"Colour of names in highlighted source code.","default":"#0000BB","scope":"ALL","anchor":"ini.syntax-highlighting","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    'highlight.html':
        '{"extension":"core","type":"string","description":"Colour of HTML in highlighted source code.","default":"#000000","scope":"ALL","anchor":"ini.syntax-highlighting","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    'highlight.keyword':
        '{"extension":"core","type":"string","description":"Colour of keywords in highlighted source code.","default":"#007700","scope":"ALL","anchor":"ini.syntax-highlighting","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    'highlight.string':
        '{"extension":"core","type":"string","description":"Colour of strings in highlighted source code.","default":"#DD0000","scope":"ALL","anchor":"ini.syntax-highlighting","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    html_errors:
        '{"extension":"core","type":"boolean","description":"Errors that are shown contain HTML and links into the manual. The command line turns it off whatever php.ini says.","default":"1","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
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
        '{"extension":"iconv","type":"string","deprecated":"5.6","deprecatedAloud":"never","replacement":"input_encoding","description":"Encoding of input, for iconv alone. Empty stands for `input_encoding`, and that for `default_charset`.","default":"","scope":"ALL"}',
    'iconv.internal_encoding':
        '{"extension":"iconv","type":"string","deprecated":"5.6","deprecatedAloud":"never","replacement":"internal_encoding","description":"Encoding inside scripts, for iconv alone. Empty stands for `internal_encoding`, and that for `default_charset`.","default":"","scope":"ALL"}',
    'iconv.output_encoding':
        '{"extension":"iconv","type":"string","deprecated":"5.6","deprecatedAloud":"never","replacement":"output_encoding","description":"Encoding of output, for iconv alone. Empty stands for `output_encoding`, and that for `default_charset`.","default":"","scope":"ALL"}',
    'igbinary.compact_strings':
        '{"extension":"igbinary","type":"boolean","description":"Writes a string that occurs several times only once: smaller data, slower to write. What was written either way can be read either way, so nodes may differ.","default":"1","scope":"ALL"}',
    ignore_repeated_errors:
        '{"extension":"core","type":"boolean","description":"Does not log the same error of the same line again.","default":"0","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    ignore_repeated_source:
        '{"extension":"core","type":"boolean","description":"With `ignore_repeated_errors`, counts errors as the same wherever they come from.","default":"0","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    ignore_user_abort:
        '{"extension":"core","type":"boolean","description":"Lets a script run to its end although the visitor has left.","default":"0","scope":"ALL","page":"https://www.php.net/manual/en/misc.configuration.php"}',
    'imagick.allow_zero_dimension_images':
        '{"extension":"imagick","type":"boolean","description":"Allows images without width or height, which otherwise throw an exception.","default":"0","scope":"ALL","since":"3.5","anchor":""}',
    'imagick.locale_fix':
        '{"extension":"imagick","type":"boolean","description":"Draws with a full stop in numbers whatever the locale says.","default":"0","scope":"ALL"}',
    'imagick.progress_monitor':
        '{"extension":"imagick","type":"boolean","description":"Lets scripts follow the progress of an operation, and stop it.","default":"0","scope":"SYSTEM"}',
    'imagick.set_single_thread':
        '{"extension":"imagick","type":"boolean","description":"Has ImageMagick use one thread: several can hang PHP.","default":"1","scope":"SYSTEM","since":"3.5","anchor":""}',
    'imagick.shutdown_sleep_count':
        '{"extension":"imagick","type":"integer","description":"How often to wait, at the end of the process, for threads of ImageMagick to end.","default":"10","scope":"ALL","since":"3.5","anchor":""}',
    'imagick.skip_version_check':
        '{"extension":"imagick","type":"boolean","description":"Does not warn where ImageMagick is another version than the extension was built with. Debian’s package has it On.","default":"1","scope":"ALL","since":"3.3"}',
    'imap.enable_insecure_rsh':
        '{"extension":"imap","type":"boolean","description":"Lets `imap_open()` start `rsh` or `ssh`. As the name of the mailbox is passed on unchecked, whoever can choose it can run commands: leave it off.","notes":[{"version":"8.4","text":"The extension comes from PECL, no longer with PHP."}],"default":"0","scope":"SYSTEM","since":"7.1"}',
    implicit_flush:
        '{"extension":"core","type":"boolean","description":"Sends output on after every `echo`. Slow on a web server; the command line turns it on whatever php.ini says.","default":"0","scope":"ALL","page":"https://www.php.net/manual/en/outcontrol.configuration.php"}',
    include_path:
        '{"extension":"core","type":"pathList","description":"Where `include`, `require`, `fopen()` and their like look for files that have no path. Separated by `:`, on Windows by `;`, which needs quotes.","default":".:/usr/local/lib/php","scope":"ALL","dependsOnBuild":true}',
    input_encoding:
        '{"extension":"core","type":"string","description":"Encoding of text that comes in. Not set it is `default_charset`. The `mbstring` and `iconv` extensions take it where their own settings are empty.","default":"","scope":"ALL"}',
    internal_encoding:
        '{"extension":"core","type":"string","description":"Encoding that scripts work with. Not set it is `default_charset`. The `mbstring` and `iconv` extensions take it where their own settings are empty.","default":"","scope":"ALL"}',
    'intl.default_locale':
        '{"extension":"intl","type":"string","description":"Locale of ICU, such as `de_DE`, where a call names none. Empty leaves it to the environment, which may differ between nodes and between the command line and the web.","default":"","scope":"ALL"}',
    'intl.error_level':
        '{"extension":"intl","type":"bitmask","deprecated":"8.5","replacement":"intl.use_exceptions","description":"Level of the message that PHP gives when a function of ICU fails, `E_WARNING` say; 0 gives none.","notes":[{"version":"8.5","text":"Any value but 0 gives a deprecation."}],"default":"0","scope":"ALL"}',
    'intl.use_exceptions':
        '{"extension":"intl","type":"boolean","description":"Throws `IntlException` when a function of ICU fails. Applications that test for `false` may not expect that.","default":"0","scope":"ALL"}',
    last_modified:
        '{"extension":"apache2handler","type":"boolean","description":"Sends the time of the script’s file as `Last-Modified`.","default":"0","scope":"ALL"}',
    'ldap.max_links':
        '{"extension":"ldap","type":"integer","description":"How many connections to LDAP servers a process may have; -1 sets no limit.","default":"-1","scope":"SYSTEM","anchor":"ini.ldap.max_links"}',
    log_errors:
        '{"extension":"core","type":"boolean","description":"Writes errors to `error_log`, or to the log of the server where that is not set.","default":"0","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    log_errors_max_len:
        '{"extension":"core","type":"integer","unit":"bytes","description":"Longest message that is logged or shown; 0 sets no limit.","notes":[{"version":"8.0","text":"Without effect: messages are not cut any more."}],"default":"1024","scope":"ALL","removed":"8.1","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    magic_quotes_gpc:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Put backslashes before quotes in all input. It never protected from injection: scripts bind parameters.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    magic_quotes_runtime:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Put backslashes before quotes in what databases and files gave.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    magic_quotes_sybase:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Doubled quotes in place of backslashes before them.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    'mail.add_x_header':
        '{"extension":"core","type":"boolean","description":"Adds a header `X-PHP-Originating-Script` with the script and its user to each mail: finds the script that sends spam, and tells strangers about it.","default":"0","scope":"PERDIR","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    'mail.cr_lf_mode':
        '{"extension":"core","type":"enum","values":[{"value":"crlf","description":"CR LF, as the standard demands"},{"value":"lf","description":"LF for all"},{"value":"mixed","description":"LF in the headers"},{"value":"os","description":"As the system has it"}],"description":"How lines of a mail end when it is handed on.","default":"crlf","scope":"PERDIR","since":"8.5","anchor":"","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    'mail.force_extra_parameters':
        '{"extension":"core","type":"string","description":"Options for the command of `sendmail_path`, in place of those that scripts give to `mail()`.","default":"","scope":"PERDIR","anchor":"ini.mail.force_extra_parameters","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    'mail.log':
        '{"extension":"core","type":"path","values":[{"value":"syslog","description":"To the system log"}],"openValues":true,"description":"A file that each call of `mail()` is noted in, with script, line and recipient.","default":"","scope":"PERDIR","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    'mail.mixed_lf_and_crlf':
        '{"extension":"core","type":"boolean","description":"Separates lines of a mail as PHP 7 did, for mail programs that cannot deal with CR LF. Came with 8.2.4.","default":"0","scope":"PERDIR","since":"8.2","anchor":"ini.mail.mixed_lf_and_crlf","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    max_execution_time:
        '{"extension":"core","type":"integer","unit":"seconds","description":"How long a script may run; 0 sets no limit. On Unix the time spent waiting for databases, files and `sleep()` does not count, unless PHP was built with other timers. The command line has no limit whatever php.ini says.","default":"30","scope":"ALL","page":"https://www.php.net/manual/en/info.configuration.php"}',
    max_file_uploads:
        '{"extension":"core","type":"integer","description":"How many files one request may upload; further ones are dropped.","default":"20","scope":"PERDIR"}',
    max_input_nesting_level:
        '{"extension":"core","type":"integer","description":"How deep arrays in `$_GET`, `$_POST` and `$_COOKIE` may be nested; what lies deeper is dropped.","default":"64","scope":"PERDIR","page":"https://www.php.net/manual/en/info.configuration.php"}',
    max_input_time:
        '{"extension":"core","type":"integer","unit":"seconds","description":"How long reading a request may take, uploads included. -1: as `max_execution_time`; 0 sets no limit.","default":"-1","scope":"PERDIR","page":"https://www.php.net/manual/en/info.configuration.php"}',
    max_input_vars:
        '{"extension":"core","type":"integer","description":"How many variables a request may have, counted for `$_GET`, `$_POST` and `$_COOKIE` each. Further ones are dropped, with a warning in the log only: large forms lose their last fields.","default":"1000","scope":"PERDIR","page":"https://www.php.net/manual/en/info.configuration.php"}',
    max_memory_limit:
        '{"extension":"core","type":"integer","unit":"bytes","description":"The most that scripts may set `memory_limit` to; -1 leaves it to them. A larger `memory_limit` is lowered to it, with a warning.","default":"-1","scope":"SYSTEM","since":"8.5","anchor":""}',
    max_multipart_body_parts:
        '{"extension":"core","type":"integer","description":"How many parts a `multipart/form-data` body may have; -1 is the sum of `max_input_vars` and `max_file_uploads`. Came with the security fixes 8.0.28, 8.1.16 and 8.2.3.","default":"-1","scope":"PERDIR","since":"8.0","anchor":""}',
    'mbstring.detect_order':
        '{"extension":"mbstring","type":"list","description":"Encodings that are tried in this order where one has to be found out; `auto` goes by `mbstring.language`.","default":"","scope":"ALL"}',
    'mbstring.encoding_translation':
        '{"extension":"mbstring","type":"boolean","description":"Converts everything that comes with a request to the internal encoding.","default":"0","scope":"PERDIR"}',
    'mbstring.func_overload':
        '{"extension":"mbstring","type":"integer","deprecated":"7.2","description":"Replaced functions such as `strlen()` and `mail()` by those for several bytes; scripts call `mb_strlen()` themselves.","default":"0","scope":"SYSTEM","removed":"8.0"}',
    'mbstring.http_input':
        '{"extension":"mbstring","type":"string","deprecated":"5.6","deprecatedAloud":"8.0","replacement":"input_encoding","description":"Encoding of what comes with requests.","default":"","scope":"ALL"}',
    'mbstring.http_output':
        '{"extension":"mbstring","type":"string","deprecated":"5.6","deprecatedAloud":"8.0","replacement":"output_encoding","description":"Encoding that `mb_output_handler` converts pages to.","default":"","scope":"ALL"}',
    'mbstring.http_output_conv_mimetypes':
        '{"extension":"mbstring","type":"string","description":"A regular expression: which media types `mb_output_handler` converts.","default":"^(text/|application/xhtml\\\\+xml)","scope":"ALL"}',
    'mbstring.internal_encoding':
        '{"extension":"mbstring","type":"string","deprecated":"5.6","deprecatedAloud":"8.0","replacement":"internal_encoding","description":"Encoding that functions of the extension work with.","default":"","scope":"ALL"}',
    'mbstring.language':
        '{"extension":"mbstring","type":"enum","values":[{"value":"neutral","description":"UTF-8"},{"value":"uni","description":"UTF-8"},{"value":"English"},{"value":"German"},{"value":"Japanese"},{"value":"Korean"},{"value":"Russian"},{"value":"Armenian"},{"value":"Turkish"},{"value":"Ukrainian"},{"value":"zh-cn","description":"Simplified Chinese"},{"value":"zh-tw","description":"Traditional Chinese"}],"openValues":true,"description":"Language that decides on the encoding of mail, and on what `auto` means for `mbstring.detect_order`.","default":"neutral","scope":"ALL"}',
    'mbstring.regex_retry_limit':
        '{"extension":"mbstring","type":"integer","description":"How many steps back a match of `mb_ereg()` and its like may take.","default":"1000000","scope":"ALL","since":"7.4"}',
    'mbstring.regex_stack_limit':
        '{"extension":"mbstring","type":"integer","description":"How deep the stack of a regular expression of `mb_ereg()` and its like may grow.","default":"100000","scope":"ALL","since":"7.3"}',
    'mbstring.script_encoding':
        '{"extension":"mbstring","type":"string","replacement":"zend.script_encoding","description":"Encoding of scripts.","default":"","scope":"ALL","removed":"5.4","anchor":""}',
    'mbstring.strict_detection':
        '{"extension":"mbstring","type":"boolean","description":"Accepts an encoding only where the whole text is valid in it.","default":"0","scope":"ALL"}',
    'mbstring.substitute_character':
        '{"extension":"mbstring","type":"string","values":[{"value":"none","description":"They are left out. Needs the quotes: without them PHP reads an empty value"},{"value":"long","description":"Their code: `U+3000`"},{"value":"entity","description":"As in HTML: `&#x3000;`"}],"openValues":true,"description":"What stands for characters that an encoding does not have, or the number of one.","default":"","scope":"ALL"}',
    'mcrypt.algorithms_dir':
        '{"extension":"mcrypt","type":"path","description":"Directory of the algorithms; empty leaves it to libmcrypt. The extension left PHP with 7.2 and comes from PECL.","default":"","scope":"ALL"}',
    'mcrypt.modes_dir':
        '{"extension":"mcrypt","type":"path","description":"Directory of the modes; empty leaves it to libmcrypt. The extension left PHP with 7.2 and comes from PECL.","default":"","scope":"ALL"}',
    'memcache.allow_failover':
        '{"extension":"memcache","type":"boolean","description":"Goes to another server when one fails. Sessions that were only on the failed one start empty, without a message.","default":"1","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.chunk_size':
        '{"extension":"memcache","type":"integer","minimum":1,"unit":"bytes","description":"How much is sent or read at a time. Digits only: `32K` is rejected.","default":"32768","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.compress_threshold':
        '{"extension":"memcache","type":"integer","minimum":0,"unit":"bytes","description":"Values from this size on are compressed; 0 compresses nothing. Digits only.","default":"20000","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.default_port':
        '{"extension":"memcache","type":"integer","minimum":0,"maximum":65535,"description":"Port of servers that `addServer()` names without one. Not for sessions: there each URL needs its port.","default":"11211","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.hash_function':
        '{"extension":"memcache","type":"enum","values":[{"value":"crc32","description":"CRC32"},{"value":"fnv","description":"FNV-1a"}],"description":"What turns a key into the number by which its server is found. All nodes need the same.","default":"crc32","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.hash_strategy':
        '{"extension":"memcache","type":"enum","values":[{"value":"consistent","description":"Most keys stay where they are when a server is added or removed"},{"value":"standard","description":"By position in the list"}],"description":"How keys are spread over the servers. All nodes need the same.","default":"consistent","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.lock_timeout':
        '{"extension":"memcache","type":"integer","minimum":1,"unit":"seconds","description":"After what time the lock of a session lets go by itself. A request waits for a lock up to twice as long.","default":"15","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.max_failover_attempts':
        '{"extension":"memcache","type":"integer","minimum":1,"description":"How many servers to try. Only with `memcache.allow_failover`.","default":"20","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.prefix_host_key':
        '{"extension":"memcache","type":"boolean","description":"Begins the keys of values with the name of the host that was asked for. Not for sessions.","default":"0","scope":"ALL","anchor":""}',
    'memcache.prefix_host_key_remove_subdomain':
        '{"extension":"memcache","type":"boolean","description":"Keeps only the last two parts of that name. With `memcache.prefix_host_key`.","default":"0","scope":"ALL","anchor":""}',
    'memcache.prefix_host_key_remove_www':
        '{"extension":"memcache","type":"boolean","description":"Leaves `www.` out of that name. With `memcache.prefix_host_key`.","default":"1","scope":"ALL","anchor":""}',
    'memcache.prefix_static_key':
        '{"extension":"memcache","type":"string","description":"What the keys of values begin with; no full stops. Not for sessions.","default":"","scope":"ALL","anchor":""}',
    'memcache.protocol':
        '{"extension":"memcache","type":"enum","values":[{"value":"ascii","description":"The text protocol"},{"value":"binary","description":"The binary protocol"}],"description":"How to talk to the servers.","default":"ascii","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.redundancy':
        '{"extension":"memcache","type":"integer","minimum":1,"description":"On how many servers each value is kept. For sessions: `memcache.session_redundancy`.","default":"1","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.select_api':
        '{"extension":"memcache","type":"enum","values":[{"value":"select","description":"`select()`: no more than 1024 connections in a process"},{"value":"poll","description":"`poll()`; not on Windows"}],"description":"How to wait for the servers’ answers. Not yet in version 8.2.","default":"select","scope":"ALL","anchor":""}',
    'memcache.session_prefix_host_key':
        '{"extension":"memcache","type":"boolean","description":"Begins the keys of sessions with the name of the host that was asked for.","default":"0","scope":"ALL","anchor":""}',
    'memcache.session_prefix_host_key_remove_subdomain':
        '{"extension":"memcache","type":"boolean","description":"Keeps only the last two parts of that name, so that subdomains share sessions. With `memcache.session_prefix_host_key`.","default":"0","scope":"ALL","anchor":""}',
    'memcache.session_prefix_host_key_remove_www':
        '{"extension":"memcache","type":"boolean","description":"Leaves `www.` out of that name, so that both names share sessions. With `memcache.session_prefix_host_key`.","default":"1","scope":"ALL","anchor":""}',
    'memcache.session_prefix_static_key':
        '{"extension":"memcache","type":"string","description":"What the keys of sessions begin with; no full stops. Nodes that differ do not see each other’s sessions.","default":"","scope":"ALL","anchor":""}',
    'memcache.session_redundancy':
        '{"extension":"memcache","type":"integer","minimum":1,"description":"On how many servers each session is written, and how many are asked for it. More than there are servers does no harm.","default":"2","scope":"ALL","page":"https://www.php.net/manual/en/memcache.ini.php"}',
    'memcache.session_save_path':
        '{"extension":"memcache","type":"string","description":"Where sessions are stored, in place of `session.save_path`: URLs such as `tcp://host:11211`, separated by commas or white space. It wins where both are set.","default":"","scope":"ALL","anchor":""}',
    'memcached.compression_factor':
        '{"extension":"memcached","type":"float","description":"Compressed values are kept only where they are smaller by this factor. For `new Memcached`; sessions are stored without it.","default":"1.3","scope":"ALL"}',
    'memcached.compression_level':
        '{"extension":"memcached","type":"integer","description":"How hard to compress. For `new Memcached`; sessions are stored without it.","default":"3","scope":"ALL","since":"3.3","anchor":""}',
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
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"bytes","description":"Largest value that is sent to a server; 0 sets no limit. For `new Memcached`; sessions are stored without it.","default":"0","scope":"ALL","since":"3.3","anchor":""}',
    'memcached.serializer':
        '{"extension":"memcached","type":"enum","values":[{"value":"php"},{"value":"igbinary"},{"value":"json"},{"value":"json_array"},{"value":"msgpack"}],"description":"Format of stored values; the default is igbinary or msgpack where built with it. For `new Memcached`; sessions are stored without it. Their format is `session.serialize_handler`.","default":"igbinary","scope":"ALL"}',
    'memcached.sess_binary':
        '{"extension":"memcached","type":"boolean","replacement":"memcached.sess_binary_protocol","description":"The name of `memcached.sess_binary_protocol` before 3.0. Ignored without a message since.","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"7.0"}',
    'memcached.sess_binary_protocol':
        '{"extension":"memcached","type":"boolean","description":"Talks the binary protocol, which replicas and SASL need and which some proxies do not understand. Off by default where built with a libmemcached before 1.0.18.","default":"1","scope":"ALL","since":"3.0"}',
    'memcached.sess_connect_timeout':
        '{"extension":"memcached","type":"integer","unit":"milliseconds","description":"How long to wait for a connection; 0 leaves it at libmemcached’s 4000 ms (not at 1000, as the manual has it).","default":"0","scope":"ALL"}',
    'memcached.sess_consistent_hash':
        '{"extension":"memcached","type":"boolean","description":"Spreads sessions so that most stay where they are when a server is added or removed. Off: by position in the list, so its order must be the same on all nodes.","default":"1","scope":"ALL"}',
    'memcached.sess_consistent_hash_type':
        '{"extension":"memcached","type":"enum","values":[{"value":"ketama","description":"Ignores the weights in `session.save_path`"},{"value":"ketama_weighted","description":"Takes weights into account"}],"description":"How consistent hashing spreads sessions over the servers; by their names as written, so all nodes must spell them alike.","default":"ketama","scope":"ALL","since":"3.1"}',
    'memcached.sess_lock_expire':
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"seconds","description":"After what time a lock lets go by itself. memcached counts whole seconds: a lock of 2 s lives for 1 to 2 s. A request that takes longer is not alone with its session any more, and one of two changes is lost. 0 stands for `max_execution_time`, which on the command line means never: a script that dies there leaves its session locked.","default":"0","scope":"ALL"}',
    'memcached.sess_lock_max_wait':
        '{"extension":"memcached","type":"string","deprecated":"3.0","replacement":"memcached.sess_lock_wait_max","description":"Replaced by `memcached.sess_lock_retries` and `memcached.sess_lock_wait_max`; its value is ignored.","default":"not set","scope":"ALL","anchor":""}',
    'memcached.sess_lock_retries':
        '{"extension":"memcached","type":"integer","description":"How often to try for a lock again. The defaults give up after 0.75 s; `session_start()` then returns false. To outlive the lock of a request whose server died, retries × wait must be longer than `memcached.sess_lock_expire`.","default":"5","scope":"ALL","since":"3.0"}',
    'memcached.sess_lock_wait':
        '{"extension":"memcached","type":"string","deprecated":"3.0","replacement":"memcached.sess_lock_wait_min","description":"Replaced by `memcached.sess_lock_wait_min` and `memcached.sess_lock_wait_max`; its value is ignored.","default":"not set","scope":"ALL"}',
    'memcached.sess_lock_wait_max':
        '{"extension":"memcached","type":"integer","minimum":0,"unit":"milliseconds","description":"The longest wait between two tries for a lock, but for the first one, which is `memcached.sess_lock_wait_min`. The default was 2000 before 3.1.","default":"150","scope":"ALL","since":"3.0"}',
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
        '{"extension":"memcached","type":"boolean","replacement":"memcached.sess_remove_failed_servers","description":"The name of `memcached.sess_remove_failed_servers` before 3.0. Ignored without a message since.","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"7.0"}',
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
        '{"extension":"memcached","type":"boolean","description":"Whether SASL might be used, before 3.0. Ignored without a message since: `memcached.sess_sasl_username` is enough.","default":"0","scope":"SYSTEM","removed":"3.0","removedWithPhp":"7.0"}',
    memory_hard_limit_percent:
        '{"extension":"core","type":"integer","unit":"percent","description":"Only in Debian’s builds of PHP 8.4, as a patch: at least 100, or -1.","default":"","scope":"ALL","anchor":""}',
    memory_limit:
        '{"extension":"core","type":"integer","unit":"bytes","description":"How much memory one script may take; -1 sets no limit. It should be larger than `post_max_size`. Units are `K`, `M`, `G`: `128MB` is 128 bytes to PHP. Less than the 2 MB that PHP has taken by then is rejected, and the default stays in force.","notes":[{"version":"8.2","text":"A unit that PHP does not know is reported at the start."}],"default":"128M","scope":"ALL"}',
    'mongodb.debug':
        '{"extension":"mongodb","type":"string","description":"Where to write what the driver does: `stderr`, `stdout`, a directory, or `on` for a file in the temporary directory. It may hold passwords and documents. Empty, `0` or `off`: nowhere.","default":"","scope":"ALL"}',
    'msgpack.assoc':
        '{"extension":"msgpack","type":"boolean","description":"Unpacks maps to arrays. Off: to objects of `stdClass`.","default":"1","scope":"ALL","since":"3.0","anchor":""}',
    'msgpack.error_display':
        '{"extension":"msgpack","type":"boolean","description":"Whether data that cannot be packed or unpacked is reported as a warning or notice.","default":"1","scope":"ALL","anchor":""}',
    'msgpack.force_f32':
        '{"extension":"msgpack","type":"boolean","description":"Packs numbers with a fraction in four bytes, which loses digits. Not yet in version 3.0.0.","default":"0","scope":"ALL","anchor":""}',
    'msgpack.illegal_key_insert':
        '{"extension":"msgpack","type":"boolean","description":"What becomes of a map’s entry whose key can be no key of a PHP array. On: key and value are added one behind the other. Off: the key becomes text.","default":"0","scope":"ALL","anchor":""}',
    'msgpack.php_only':
        '{"extension":"msgpack","type":"boolean","description":"Packs what only PHP knows, classes of objects and references, in a form of the extension’s own. Off: plain MessagePack, which other languages read and from which PHP gets arrays in place of objects.","default":"1","scope":"ALL","anchor":""}',
    'msgpack.use_str8_serialization':
        '{"extension":"msgpack","type":"boolean","description":"Packs strings of 32 to 255 bytes as `str 8`, one byte less each. Off: for readers that know only the older MessagePack format.","default":"1","scope":"ALL","since":"0.5.7","anchor":""}',
    'mssql.allow_persistent':
        '{"extension":"mssql","type":"boolean","description":"Allowed connections that outlive a request. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'mssql.batchsize':
        '{"extension":"mssql","type":"integer","description":"How many rows were fetched at once; 0 all. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.charset':
        '{"extension":"mssql","type":"string","description":"Character set of the connection, with FreeTDS. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.compatability_mode':
        '{"extension":"mssql","type":"boolean","description":"An older spelling of `mssql.compatibility_mode`. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.compatibility_mode':
        '{"extension":"mssql","type":"boolean","description":"Behaved as PHP 3.0 did. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.connect_timeout':
        '{"extension":"mssql","type":"integer","unit":"seconds","description":"How long to wait for a connection. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"5","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.datetimeconvert':
        '{"extension":"mssql","type":"boolean","description":"Returned dates as text in the form of the server. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"1","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.max_links':
        '{"extension":"mssql","type":"integer","description":"How many connections a process could have. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'mssql.max_persistent':
        '{"extension":"mssql","type":"integer","description":"How many persistent connections a process could keep. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'mssql.max_procs':
        '{"extension":"mssql","type":"integer","description":"How many processes were allowed. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.min_error_severity':
        '{"extension":"mssql","type":"integer","description":"From what severity on errors were shown. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.min_message_severity':
        '{"extension":"mssql","type":"integer","description":"From what severity on messages were shown. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.secure_connection':
        '{"extension":"mssql","type":"boolean","description":"Logged in with the account of Windows. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"0","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'mssql.textlimit':
        '{"extension":"mssql","type":"integer","unit":"bytes","description":"How much of a text column was returned. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.textsize':
        '{"extension":"mssql","type":"integer","unit":"bytes","description":"How much of a text column the server sent. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0","anchor":""}',
    'mssql.timeout':
        '{"extension":"mssql","type":"integer","unit":"seconds","description":"How long to wait for a query. Of the `mssql_` functions, which PHP 7.0 dropped.","default":"60","scope":"ALL","removed":"7.0","anchor":""}',
    'mysql.allow_local_infile':
        '{"extension":"mysql","type":"boolean","replacement":"mysqli.allow_local_infile","description":"Let `LOAD DATA LOCAL` send files of this machine. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0"}',
    'mysql.allow_persistent':
        '{"extension":"mysql","type":"boolean","replacement":"mysqli.allow_persistent","description":"Allowed connections that outlive a request. Of the `mysql_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0"}',
    'mysql.cache_size':
        '{"extension":"mysql","type":"integer","description":"Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.","default":"2000","scope":"SYSTEM","removed":"5.4","anchor":""}',
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
        '{"extension":"mysqli","type":"integer","description":"Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.","default":"2000","scope":"SYSTEM","removed":"5.4","anchor":""}',
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
        '{"extension":"mysqlnd","type":"boolean","description":"Copied results into variables in place of sharing the memory.","default":"0","scope":"ALL","removed":"8.1","anchor":"ini.mysqlnd.fetch_data_copy"}',
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
        '{"extension":"odbc","type":"boolean","description":"Allows `odbc_pconnect()` to keep connections after a request.","default":"1","scope":"SYSTEM","anchor":"ini.uodbc.allow-persistent"}',
    'odbc.check_persistent':
        '{"extension":"odbc","type":"boolean","description":"Tests a kept connection before it is used again.","default":"1","scope":"SYSTEM","anchor":"ini.uodbc.check-persistent"}',
    'odbc.default_cursortype':
        '{"extension":"odbc","type":"integer","values":[{"value":"0","description":"Forward only"},{"value":"1","description":"Keyset"},{"value":"2","description":"Dynamic"},{"value":"3","description":"Static"}],"description":"Kind of cursor, as a number. Some drivers know only `0`.","default":"3","scope":"ALL","anchor":"ini.uodbc.defaultcursortype"}',
    'odbc.default_db':
        '{"extension":"odbc","type":"string","description":"Never had an effect.","default":"","scope":"ALL","removed":"8.4","anchor":"ini.uodbc.default-db"}',
    'odbc.default_pw':
        '{"extension":"odbc","type":"string","description":"Never had an effect.","default":"","scope":"ALL","removed":"8.4","anchor":"ini.uodbc.default-pw"}',
    'odbc.default_user':
        '{"extension":"odbc","type":"string","description":"Never had an effect.","default":"","scope":"ALL","removed":"8.4","anchor":"ini.uodbc.default-user"}',
    'odbc.defaultbinmode':
        '{"extension":"odbc","type":"integer","values":[{"value":"0","description":"Sent to the browser"},{"value":"1","description":"Returned as it is"},{"value":"2","description":"Returned in hexadecimal"}],"description":"What happens to binary columns.","default":"1","scope":"ALL","anchor":"ini.uodbc.defaultbinmode"}',
    'odbc.defaultlrl':
        '{"extension":"odbc","type":"integer","unit":"bytes","description":"How much of a long column is returned; what is longer is cut off without a message. 0 sends it to the browser.","default":"4096","scope":"ALL","anchor":"ini.uodbc.defaultlrl"}',
    'odbc.max_links':
        '{"extension":"odbc","type":"integer","description":"How many connections a process may have, persistent ones included; -1 sets no limit.","default":"-1","scope":"SYSTEM","anchor":"ini.uodbc.max-links"}',
    'odbc.max_persistent':
        '{"extension":"odbc","type":"integer","description":"How many persistent connections a process may keep; -1 sets no limit.","default":"-1","scope":"SYSTEM","anchor":"ini.uodbc.max-persistent"}',
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
        '{"extension":"zend opcache","type":"boolean","description":"Never writes into `opcache.file_cache`. For images of containers that ship with a filled cache on a read-only file system.","default":"0","scope":"SYSTEM","since":"8.5","anchor":""}',
    'opcache.file_update_protection':
        '{"extension":"zend opcache","type":"integer","unit":"seconds","description":"Files younger than this are not cached, as they may still be written. Set 0 where deployments replace files or directories in one step.","default":"2","scope":"ALL","anchor":"ini.opcache.file_update_protection"}',
    'opcache.force_restart_timeout':
        '{"extension":"zend opcache","type":"integer","unit":"seconds","description":"How long emptying the cache waits for processes that still use it; then they are killed. Requests that run longer may be cut off at that moment.","default":"180","scope":"SYSTEM"}',
    'opcache.huge_code_pages':
        '{"extension":"zend opcache","type":"boolean","description":"Copies the code of PHP itself into huge pages at start. The system has to have some set aside, which containers seldom do.","default":"0","scope":"SYSTEM","anchor":"ini.opcache.huge_code_pages"}',
    'opcache.inherited_hack':
        '{"extension":"zend opcache","type":"boolean","description":"Had no effect since PHP 5.3.","default":"1","scope":"SYSTEM","removed":"7.3"}',
    'opcache.interned_strings_buffer':
        '{"extension":"zend opcache","type":"integer","unit":"megabytes","minimum":0,"maximum":32767,"rangeSince":"8.2","description":"Part of the shared memory that is kept for strings which scripts have in common, as a plain number of megabytes. Large applications fill the default of 8. Write no letter: `16M` counts as 16777216 megabytes.","notes":[{"version":"8.2","text":"A value out of range is not taken; the default stays in force."},{"version":"8.4","text":"Up to 32767 on 64-bit machines; 4095 before."}],"default":"8","scope":"SYSTEM"}',
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
        '{"extension":"zend opcache","type":"integer","minimum":1,"maximum":9,"description":"How often a loop is unrolled in a trace. The message of PHP says up to 10, but 9 is the most it takes.","default":"8","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_polymorphic_calls':
        '{"extension":"zend opcache","type":"integer","description":"How many targets of one call are compiled in place; above, it stays an ordinary call.","default":"2","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_recursive_calls':
        '{"extension":"zend opcache","type":"integer","minimum":1,"maximum":9,"description":"How often a recursive call is unrolled. The message of PHP says up to 10, but 9 is the most it takes.","default":"2","scope":"ALL","since":"8.0"}',
    'opcache.jit_max_recursive_returns':
        '{"extension":"zend opcache","type":"integer","minimum":0,"maximum":3,"description":"How often a return from recursion is unrolled. The message of PHP says up to 4, but 3 is the most it takes.","default":"2","scope":"ALL","since":"8.0","anchor":"ini.opcache.jit-max-recursive-return"}',
    'opcache.jit_max_root_traces':
        '{"extension":"zend opcache","type":"integer","description":"How many traces may start anew; when it is reached, no more code is compiled.","default":"1024","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_max_side_traces':
        '{"extension":"zend opcache","type":"integer","description":"How many traces may branch off from one that starts anew.","default":"128","scope":"SYSTEM","since":"8.0"}',
    'opcache.jit_max_trace_length':
        '{"extension":"zend opcache","type":"integer","minimum":4,"maximum":1024,"description":"How many operations a trace may have.","default":"1024","scope":"ALL","since":"8.3","anchor":""}',
    'opcache.jit_prof_threshold':
        '{"extension":"zend opcache","type":"float","description":"Share of all calls from which on a function is hot, where functions are judged after the first request: `0.005` are 0.5 %.","default":"0.005","scope":"ALL","since":"8.0"}',
    'opcache.load_comments':
        '{"extension":"zend opcache","type":"boolean","replacement":"opcache.save_comments","description":"Loaded doc comments with a script. What is saved is always loaded now.","default":"1","scope":"ALL","removed":"7.0","anchor":""}',
    'opcache.lockfile_path':
        '{"extension":"zend opcache","type":"path","description":"Directory of the lock files.","default":"/tmp","scope":"SYSTEM","anchor":"ini.opcache.lockfile_path"}',
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
        '{"extension":"zend opcache","type":"integer","description":"Prints opcodes to the standard error output: `0x10000` before optimization, `0x20000` after it. For debugging only.","default":"0","scope":"SYSTEM","anchor":"ini.opcache.opt_debug_level"}',
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
    open_basedir:
        '{"extension":"core","type":"pathList","description":"The directories that scripts may open files in; all others are refused. Separated by `:`, on Windows by `;`, which needs quotes. It has to hold the directories of sessions, uploads and temporary files too, and it switches the cache of real paths off. A second line of defence, not a sandbox.","notes":[{"version":"8.3","text":"Scripts cannot add paths with `..`."}],"default":"","scope":"ALL"}',
    'openssl.cafile':
        '{"extension":"openssl","type":"path","description":"File with the certificates that PHP trusts when it opens `https://` and other encrypted streams; curl has `curl.cainfo`. Empty leaves it to OpenSSL. Where the file is missing, all such connections fail.","default":"","scope":"PERDIR"}',
    'openssl.capath':
        '{"extension":"openssl","type":"path","description":"Directory with trusted certificates, prepared by `c_rehash`, for what `openssl.cafile` does not hold.","default":"","scope":"PERDIR"}',
    'openssl.libctx':
        '{"extension":"openssl","type":"enum","values":[{"value":"custom","description":"A context of its own for each process or thread"},{"value":"default","description":"The one that all libraries of the process share"}],"description":"Which context of OpenSSL is used. `default` shares settings and providers with other libraries in the process.","default":"custom","scope":"PERDIR","since":"8.5"}',
    output_buffering:
        '{"extension":"core","type":"integer","unit":"bytes","alsoBoolean":true,"values":[{"value":"Off","description":"Output is sent on at once"},{"value":"On","description":"A buffer without a limit"},{"value":"4096","description":"A buffer of 4096 bytes"}],"openValues":true,"description":"Collects output before it is sent, up to so many bytes. `On` is 1 to PHP, and means a buffer without a limit. With a buffer, headers and cookies may be set after the first output. The command line turns it off whatever php.ini says.","default":"0","scope":"PERDIR","page":"https://www.php.net/manual/en/outcontrol.configuration.php"}',
    output_encoding:
        '{"extension":"core","type":"string","description":"Encoding of text that goes out. Not set it is `default_charset`. The `mbstring` and `iconv` extensions take it where their own settings are empty.","default":"","scope":"ALL"}',
    output_handler:
        '{"extension":"core","type":"string","description":"A function that all output goes through, such as `ob_gzhandler` or `mb_output_handler`. Compression is better left to `zlib.output_compression` or to the web server; both at once break pages.","default":"","scope":"PERDIR","page":"https://www.php.net/manual/en/outcontrol.configuration.php"}',
    'pcov.directory':
        '{"extension":"pcov","type":"path","description":"Only files below it are measured. Not set: `src`, `lib` or `app` in the current directory, or that directory.","default":"","scope":"PERDIR","anchor":""}',
    'pcov.enabled':
        '{"extension":"pcov","type":"boolean","description":"Lets tests measure coverage. Off where PHP serves people: it slows every script down.","default":"1","scope":"SYSTEM","anchor":""}',
    'pcov.exclude':
        '{"extension":"pcov","type":"string","description":"A regular expression with delimiters: files below `pcov.directory` that are not measured.","default":"","scope":"PERDIR","anchor":""}',
    'pcov.initial.files':
        '{"extension":"pcov","type":"integer","description":"For how many files there is room at first.","default":"64","scope":"PERDIR","anchor":""}',
    'pcov.initial.memory':
        '{"extension":"pcov","type":"integer","unit":"bytes","description":"Memory that is taken at first; more is taken when it is needed.","default":"65336","scope":"PERDIR","anchor":""}',
    'pcre.backtrack_limit':
        '{"extension":"pcre","type":"integer","description":"How many steps back one match may take. Beyond it `preg_match()` and its like fail without a message: scripts see `false` or `null`.","default":"1000000","scope":"ALL"}',
    'pcre.jit':
        '{"extension":"pcre","type":"boolean","description":"Compiles regular expressions to machine code. Not all builds of PHP have it.","default":"1","scope":"ALL","since":"7.0"}',
    'pcre.recursion_limit':
        '{"extension":"pcre","type":"integer","description":"How deep one match may recurse. With JIT it does not count.","default":"100000","scope":"ALL"}',
    'pdo_mysql.cache_size':
        '{"extension":"pdo_mysql","type":"integer","description":"Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.","default":"2000","scope":"SYSTEM","removed":"5.4","anchor":""}',
    'pdo_mysql.debug':
        '{"extension":"pdo_mysql","type":"string","description":"Trace of the driver, as in `mysqlnd.debug`. Works in debug builds of PHP only.","default":"","scope":"SYSTEM","page":"https://www.php.net/manual/en/pdo-mysql.configuration.php"}',
    'pdo_mysql.default_socket':
        '{"extension":"pdo_mysql","type":"path","description":"Unix socket for the host `localhost` where the DSN names none. The default is what PHP was built with.","default":"/tmp/mysql.sock","scope":"SYSTEM","dependsOnBuild":true,"page":"https://www.php.net/manual/en/pdo-mysql.configuration.php"}',
    'pdo_odbc.connection_pooling':
        '{"extension":"pdo_odbc","type":"enum","values":[{"value":"strict","description":"Shares connections of the same options"},{"value":"relaxed","description":"Shares connections of similar options"},{"value":"off","description":"Shares none"}],"alsoBoolean":true,"description":"Whether the ODBC driver manager shares connections in the process. Any other word keeps PHP from starting. Not shown by `ini_get()`.","default":"strict","scope":"SYSTEM","page":"https://www.php.net/manual/en/pdo-odbc.configuration.php"}',
    'pdo_odbc.db2_instance_name':
        '{"extension":"pdo_odbc","type":"string","deprecated":"7.3","description":"Set the environment variable `DB2INSTANCE`.","default":"","scope":"SYSTEM","removed":"8.0","page":"https://www.php.net/manual/en/pdo-odbc.configuration.php"}',
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
    'phpdbg.eol':
        '{"extension":"phpdbg","type":"enum","values":[{"value":"lf","description":"As on Unix"},{"value":"crlf","description":"As on Windows"},{"value":"cr","description":"As on old Macintoshes"}],"openValues":true,"description":"How lines end that phpdbg prints.","default":"2","scope":"ALL","removed":"8.1"}',
    'phpdbg.path':
        '{"extension":"phpdbg","type":"path","description":"A path for phpdbg; the manual does not say of what.","default":"","scope":"PERDIR","removed":"8.1"}',
    post_max_size:
        '{"extension":"core","type":"integer","unit":"bytes","description":"Largest body of a POST request. It must be larger than `upload_max_filesize`. Of a larger request `$_POST` and `$_FILES` are empty. 0 sets no limit.","default":"8M","scope":"PERDIR"}',
    precision:
        '{"extension":"core","type":"integer","minimum":-1,"unit":"digits","description":"How many significant digits of a floating point number `echo` shows; -1: as many as are needed to tell it from others.","default":"14","scope":"ALL"}',
    realpath_cache_size:
        '{"extension":"core","type":"integer","unit":"bytes","description":"Memory for real paths of files that PHP has looked up, one cache a process. Applications with many files gain from more. Without effect where `open_basedir` is set.","default":"4096K","scope":"SYSTEM"}',
    realpath_cache_ttl:
        '{"extension":"core","type":"integer","unit":"seconds","description":"How long a path stays in that cache. Longer is faster; after a release behind a symbolic link, old files run for that long.","default":"120","scope":"SYSTEM"}',
    'redis.arrays.algorithm':
        '{"extension":"redis","type":"string","description":"For each array, the algorithm of `hash()` that keys are spread with; CRC32 without one.","default":"","scope":"ALL","since":"4.3","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.auth':
        '{"extension":"redis","type":"string","description":"Password of each array.","default":"","scope":"ALL","since":"4.3","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.autorehash':
        '{"extension":"redis","type":"string","description":"For each array, whether a key that is found on its previous server is moved.","default":"0","scope":"ALL","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.connecttimeout':
        '{"extension":"redis","type":"string","description":"For each array, how many seconds to wait for a connection.","default":"0","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.consistent':
        '{"extension":"redis","type":"string","description":"For each array, whether keys are spread so that most stay when a server is added: `\\"users=1\\"`.","default":"0","scope":"ALL","since":"4.3","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.distributor':
        '{"extension":"redis","type":"string","description":"For each array, the function that names the server of a key.","default":"","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.functions':
        '{"extension":"redis","type":"string","description":"For each array, the function that tells which part of a key decides about its server.","default":"","scope":"ALL","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.hosts':
        '{"extension":"redis","type":"string","description":"Servers of each array, in quotes: `\\"users[]=host1:6379&users[]=host2:6379\\"`.","default":"","scope":"ALL","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.index':
        '{"extension":"redis","type":"string","description":"For each array, whether each server keeps a list of its keys, for moving them.","default":"0","scope":"ALL","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.lazyconnect':
        '{"extension":"redis","type":"string","description":"For each array, whether a server is connected to only when a key needs it.","default":"0","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.names':
        '{"extension":"redis","type":"list","description":"Names of the Redis arrays that the other `redis.arrays` directives describe.","default":"","scope":"ALL","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.pconnect':
        '{"extension":"redis","type":"string","description":"For each array, whether connections are kept between requests.","default":"0","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.previous':
        '{"extension":"redis","type":"string","description":"Servers of each array before some were added or removed: what is not found is looked up there.","default":"","scope":"ALL","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.readtimeout':
        '{"extension":"redis","type":"string","description":"For each array, how many seconds to wait for an answer.","default":"0","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.arrays.retryinterval':
        '{"extension":"redis","type":"string","description":"For each array, how many milliseconds to wait before connecting again.","default":"0","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/arrays.md"}',
    'redis.clusters.auth':
        '{"extension":"redis","type":"string","description":"Password of each cluster.","default":"","scope":"ALL","since":"4.3","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md"}',
    'redis.clusters.cache_slots':
        '{"extension":"redis","type":"boolean","description":"Keeps in the PHP process which server has which keys, rather than asking for it with every new object.","default":"0","scope":"ALL","since":"5.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md"}',
    'redis.clusters.persistent':
        '{"extension":"redis","type":"string","description":"For each cluster, whether connections are kept between requests.","default":"0","scope":"ALL","since":"4.0","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md"}',
    'redis.clusters.read_timeout':
        '{"extension":"redis","type":"string","description":"For each cluster, how many seconds to wait for one server’s answer.","default":"0","scope":"ALL","since":"2.2.8","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md"}',
    'redis.clusters.seeds':
        '{"extension":"redis","type":"string","description":"Some servers of each named Redis cluster, in quotes: `\\"shop[]=host1:7000&shop[]=host2:7000\\"`. Not for sessions: those are in `session.save_path`.","default":"","scope":"ALL","since":"2.2.8","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md"}',
    'redis.clusters.timeout':
        '{"extension":"redis","type":"string","description":"For each cluster, how many seconds a command may take: `\\"shop=5\\"`.","default":"0","scope":"ALL","since":"2.2.8","anchor":"","page":"https://github.com/phpredis/phpredis/blob/develop/cluster.md"}',
    'redis.pconnect.connection_limit':
        '{"extension":"redis","type":"integer","minimum":0,"description":"Most connections of one pool in each PHP process; 0 sets no limit.","default":"0","scope":"ALL","since":"4.3","anchor":""}',
    'redis.pconnect.echo_check_liveness':
        '{"extension":"redis","type":"boolean","description":"Sends an `ECHO` before a connection of the pool is used again, and waits for the answer.","default":"1","scope":"ALL","since":"5.2.2","anchor":""}',
    'redis.pconnect.pool_detect_dirty':
        '{"extension":"redis","type":"integer","minimum":0,"maximum":2,"description":"What to do with a connection of the pool on which an answer is left over. 0 does not look; 1 drops the connection; 2 tries to skip the answer first.","default":"0","scope":"ALL","since":"5.3.5","anchor":""}',
    'redis.pconnect.pool_pattern':
        '{"extension":"redis","type":"string","description":"What connections must have in common to share a pool: the default puts host and port together.","default":"","scope":"ALL","since":"5.3","anchor":""}',
    'redis.pconnect.pool_poll_timeout':
        '{"extension":"redis","type":"integer","minimum":0,"unit":"milliseconds","description":"How long to look for such an answer. With `redis.pconnect.pool_detect_dirty`.","default":"0","scope":"ALL","since":"5.3.5","anchor":""}',
    'redis.pconnect.pooling_enabled':
        '{"extension":"redis","type":"boolean","description":"Persistent connections are handed back to a pool and given to the next that asks, rather than shared.","default":"1","scope":"ALL","since":"4.3","anchor":""}',
    'redis.session.compression':
        '{"extension":"redis","type":"enum","values":[{"value":"none"},{"value":"zstd","description":"Where built with it"},{"value":"lzf","description":"Where built with it"},{"value":"lz4","description":"Where built with it"}],"description":"How sessions are compressed. What this build does not have counts as `none`. Nodes need the same.","default":"none","scope":"ALL","since":"6.1","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    'redis.session.compression_level':
        '{"extension":"redis","type":"integer","description":"How hard to compress; what the numbers mean is up to the method.","default":"3","scope":"ALL","since":"6.1","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    'redis.session.early_refresh':
        '{"extension":"redis","type":"boolean","description":"Renews the time to live when a session is read, with `GETEX`, rather than when it ends: one command less. Needs Redis 6.2.","default":"0","scope":"ALL","since":"6.0","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    'redis.session.lock_expire':
        '{"extension":"redis","type":"integer","minimum":0,"unit":"seconds","description":"After what time a lock lets go by itself. 0 stands for `max_execution_time`.","default":"0","scope":"ALL","since":"4.1","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    'redis.session.lock_retries':
        '{"extension":"redis","type":"integer","minimum":-1,"description":"How often to try for a lock; -1 goes on for ever, 0 stands for the default. 100 tries with the default wait give up after 2 s (10 tries and 20 ms before 6.0).","default":"100","scope":"ALL","since":"4.1","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    'redis.session.lock_wait_time':
        '{"extension":"redis","type":"integer","minimum":0,"unit":"microseconds","description":"How long to wait between two tries for a lock; 0 stands for the default (2000 before 6.0). Digits only.","default":"20000","scope":"ALL","since":"4.1","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    'redis.session.locking_enabled':
        '{"extension":"redis","type":"boolean","description":"Lets one request at a time use a session. Off by default: two requests of one user overwrite each other’s changes. Works with one master only. Write `1` or `On` without quotes: `\\"On\\"` counts as 0.","default":"0","scope":"ALL","since":"4.1","anchor":"","page":"https://github.com/phpredis/phpredis#php-session-handler"}',
    register_argc_argv:
        '{"extension":"core","type":"boolean","description":"Fills `$argv` and `$argc`; on a web server from the query string. The command line turns it on whatever php.ini says.","notes":[{"version":"8.5","text":"Taking them from the query string is deprecated."}],"default":"1","scope":"PERDIR","laterDefaults":[{"version":"8.5","default":"0"}]}',
    register_globals:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Made a variable of every input: `?admin=1` set `$admin`. Scripts read `$_GET`, `$_POST` and `$_COOKIE`.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    register_long_arrays:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Made `$HTTP_GET_VARS` and its like; scripts read `$_GET` now.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    report_memleaks:
        '{"extension":"core","type":"boolean","deprecated":"8.5","description":"Reports memory leaks, in debug builds of PHP only.","notes":[{"version":"8.5","text":"Turning it off is reported as deprecated at every start."}],"default":"1","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    report_zend_debug:
        '{"extension":"core","type":"boolean","description":"Left from early versions of PHP; without effect.","default":"1","scope":"ALL","laterDefaults":[{"version":"8.0","default":"0"}],"anchor":"","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    request_order:
        '{"extension":"core","type":"string","values":[{"value":"GP","description":"Query string and form: cookies stay out of `$_REQUEST`"},{"value":"CGP","description":"Cookies as well, with the lowest precedence"}],"openValues":true,"description":"What `$_REQUEST` is made of, later letters win: `G` query string, `P` form, `C` cookies. Empty: as in `variables_order`, so cookies may replace form fields.","default":"","scope":"PERDIR"}',
    safe_mode:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Checked owners of files on shared servers; users of their own, or containers, do that.","replacement":"open_basedir","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    safe_mode_allowed_env_vars:
        '{"extension":"core","type":"list","refusedSince":"5.4","description":"Which environment variables scripts could change.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    safe_mode_exec_dir:
        '{"extension":"core","type":"path","refusedSince":"5.4","description":"Where programs that scripts start had to lie.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    safe_mode_gid:
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Made `safe_mode` compare groups in place of users.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    safe_mode_include_dir:
        '{"extension":"core","type":"pathList","refusedSince":"5.4","description":"Where `safe_mode` did not look at owners.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    safe_mode_protected_env_vars:
        '{"extension":"core","type":"list","refusedSince":"5.4","description":"Which environment variables scripts could not change.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    sendmail_from:
        '{"extension":"core","type":"string","description":"On Windows: the sender of mail that names none.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/mail.configuration.php"}',
    sendmail_path:
        '{"extension":"core","type":"string","description":"The command that `mail()` hands a message to, with its options. Set on Windows too, it replaces `SMTP`.","default":"/usr/sbin/sendmail -t -i","scope":"SYSTEM","dependsOnBuild":true,"page":"https://www.php.net/manual/en/mail.configuration.php"}',
    serialize_precision:
        '{"extension":"core","type":"integer","minimum":-1,"unit":"digits","description":"The same for `serialize()`, `json_encode()` and `var_export()`. With the `17` of old files `0.1` becomes `0.10000000000000001`.","default":"-1","scope":"ALL"}',
    'session.auto_start':
        '{"extension":"session","type":"boolean","description":"Starts a session with every request, before the script runs.","default":"0","scope":"PERDIR"}',
    'session.bug_compat_42':
        '{"extension":"session","type":"boolean","description":"Let scripts of PHP 4.2 change global variables of a session. PHP ignores it without a message.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    'session.bug_compat_warn':
        '{"extension":"session","type":"boolean","description":"Warned where `session.bug_compat_42` mattered. PHP ignores it without a message.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
    'session.cache_expire':
        '{"extension":"session","type":"integer","unit":"minutes","description":"How long pages with a session may be cached; without effect with the limiter `nocache`.","default":"180","scope":"ALL"}',
    'session.cache_limiter':
        '{"extension":"session","type":"enum","values":[{"value":"nocache","description":"No caching at all"},{"value":"private","description":"The browser may cache, proxies may not"},{"value":"private_no_expire","description":"The same, without an `Expires` header"},{"value":"public","description":"Browser and proxies may cache"}],"description":"Which caching headers go with pages that use a session; empty sends none.","default":"nocache","scope":"ALL"}',
    'session.cookie_domain':
        '{"extension":"session","type":"string","description":"Domain that the session cookie is valid for; empty stands for the host that set it.","notes":[{"version":"8.6","text":"A path with a NUL byte is rejected."}],"default":"","scope":"ALL"}',
    'session.cookie_httponly':
        '{"extension":"session","type":"boolean","description":"Keeps the session cookie away from JavaScript.","default":"0","scope":"ALL","laterDefaults":[{"version":"8.6","default":"1"}]}',
    'session.cookie_lifetime':
        '{"extension":"session","type":"integer","minimum":0,"unit":"seconds","description":"How long browsers keep the session cookie; 0 keeps it until the browser closes.","notes":[{"version":"8.6","text":"A value that is no number, or too large, is reported."}],"default":"0","scope":"ALL"}',
    'session.cookie_partitioned':
        '{"extension":"session","type":"boolean","description":"Marks the session cookie `Partitioned`. Sessions do not start where `session.cookie_secure` is not on as well.","default":"0","scope":"ALL","since":"8.5","anchor":""}',
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
        '{"extension":"session","type":"integer","minimum":1,"rangeSince":"8.4","description":"Divisor of `session.gc_probability`. Without effect with memcached.","notes":[{"version":"8.4","text":"A value below 1 is rejected."}],"default":"100","scope":"ALL"}',
    'session.gc_maxlifetime':
        '{"extension":"session","type":"integer","unit":"seconds","description":"How long after its last use a session may be removed. With memcached it is the time to live of each session; there 0 or less means that sessions never expire.","default":"1440","scope":"ALL"}',
    'session.gc_probability':
        '{"extension":"session","type":"integer","minimum":0,"rangeSince":"8.4","description":"With `session.gc_divisor`, how likely a request is to clean up expired sessions: `gc_probability / gc_divisor`. Without effect with memcached, which expires sessions itself.","notes":[{"version":"8.4","text":"A negative value is rejected."}],"default":"1","scope":"ALL"}',
    'session.hash_bits_per_character':
        '{"extension":"session","type":"string","description":"Bits in each character of a session id. PHP ignores it without a message.","default":"","scope":"ALL","removed":"7.1"}',
    'session.hash_function':
        '{"extension":"session","type":"string","description":"Hash that session ids were made with. PHP ignores it without a message; ids are random since.","default":"","scope":"ALL","removed":"7.1"}',
    'session.lazy_write':
        '{"extension":"session","type":"boolean","description":"Writes session data only where it changed. With memcached an unchanged session is touched in place of written; a touch does not reach replicas.","default":"1","scope":"ALL"}',
    'session.name':
        '{"extension":"session","type":"string","description":"Name of the session, and of the cookie that carries its id. It must not be empty or numeric; with a dot or a blank in it, PHP before 8.3 takes it and finds no session again. All nodes of a cluster need the same.","notes":[{"version":"8.3","text":"Names with `=`, `,`, `;`, `.`, `[` or white space are rejected; the default stays in force."}],"default":"PHPSESSID","scope":"ALL"}',
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
        '{"extension":"standard","type":"string","deprecated":"8.4","description":"Hosts whose links get the session id, separated by commas; empty stands for this one.","notes":[{"version":"8.4","text":"Any value but the default is reported as deprecated at every start."}],"default":"","scope":"ALL","since":"7.1","page":"https://www.php.net/manual/en/session.configuration.php"}',
    'session.trans_sid_tags':
        '{"extension":"standard","type":"string","deprecated":"8.4","description":"Which attributes of which tags get the session id.","notes":[{"version":"8.4","text":"Any value but the default is reported as deprecated at every start."}],"default":"a=href,area=href,frame=src,form=","scope":"ALL","since":"7.1","page":"https://www.php.net/manual/en/session.configuration.php"}',
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
    short_open_tag:
        '{"extension":"core","type":"boolean","description":"Takes `<?` for the start of PHP. `<?=` always works. Code with `<?` is shown to visitors where this is off; XML with `<?xml` breaks where it is on.","default":"1","scope":"PERDIR"}',
    smtp_port:
        '{"extension":"core","type":"integer","description":"On Windows: the port of the server that `SMTP` names.","default":"25","scope":"ALL","page":"https://www.php.net/manual/en/mail.configuration.php"}',
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
    'sql.safe_mode':
        '{"extension":"core","type":"boolean","description":"Made functions of databases ignore the host, user and password that scripts gave.","default":"","scope":"ALL","removed":"7.2"}',
    'sqlite.assoc_case':
        '{"extension":"sqlite","type":"integer","description":"Case of column names in the SQLite 2 extension, which PHP 5.4 dropped: 0 mixed, 1 upper, 2 lower.","default":"0","scope":"ALL","removed":"5.4","anchor":""}',
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
        '{"extension":"stomp","type":"string","description":"Password at the broker.","default":"","scope":"ALL","anchor":""}',
    'stomp.default_read_timeout_sec':
        '{"extension":"stomp","type":"integer","unit":"seconds","description":"How long to wait for a message.","default":"2","scope":"ALL"}',
    'stomp.default_read_timeout_usec':
        '{"extension":"stomp","type":"integer","unit":"microseconds","description":"What is added to the whole seconds of `stomp.default_read_timeout_sec`.","default":"0","scope":"ALL"}',
    'stomp.default_username':
        '{"extension":"stomp","type":"string","description":"User name at the broker.","default":"","scope":"ALL","anchor":""}',
    'sybct.allow_persistent':
        '{"extension":"sybase_ct","type":"boolean","description":"Allowed connections that outlive a request. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"1","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'sybct.deadlock_retry_count':
        '{"extension":"sybase_ct","type":"integer","description":"How often to try again after a deadlock. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"0","scope":"ALL","removed":"7.0","anchor":""}',
    'sybct.hostname':
        '{"extension":"sybase_ct","type":"string","description":"Name of this machine that the server was told. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"","scope":"ALL","removed":"7.0","anchor":""}',
    'sybct.login_timeout':
        '{"extension":"sybase_ct","type":"integer","unit":"seconds","description":"How long to wait for a connection. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"-1","scope":"ALL","removed":"7.0","anchor":""}',
    'sybct.max_links':
        '{"extension":"sybase_ct","type":"integer","description":"How many connections a process could have. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'sybct.max_persistent':
        '{"extension":"sybase_ct","type":"integer","description":"How many persistent connections a process could keep. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"-1","scope":"SYSTEM","removed":"7.0","anchor":""}',
    'sybct.min_client_severity':
        '{"extension":"sybase_ct","type":"integer","description":"From what severity on messages of the client library were shown. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0","anchor":""}',
    'sybct.min_server_severity':
        '{"extension":"sybase_ct","type":"integer","description":"From what severity on messages of the server were shown. Of the `sybase_` functions, which PHP 7.0 dropped.","default":"10","scope":"ALL","removed":"7.0","anchor":""}',
    sys_temp_dir:
        '{"extension":"core","type":"path","description":"Directory for temporary files, in place of the one of the system.","default":"","scope":"SYSTEM","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    'syslog.facility':
        '{"extension":"core","type":"enum","values":[{"value":"LOG_USER"},{"value":"LOG_DAEMON"},{"value":"LOG_LOCAL0"},{"value":"LOG_LOCAL1"},{"value":"LOG_LOCAL2"},{"value":"LOG_LOCAL3"},{"value":"LOG_LOCAL4"},{"value":"LOG_LOCAL5"},{"value":"LOG_LOCAL6"},{"value":"LOG_LOCAL7"}],"openValues":true,"description":"The facility of the system log that errors go to where `error_log = syslog`.","default":"LOG_USER","scope":"SYSTEM","since":"7.3","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    'syslog.filter':
        '{"extension":"core","type":"enum","values":[{"value":"no-ctrl","description":"Control characters are escaped"},{"value":"ascii","description":"All but printable ASCII is escaped"},{"value":"all","description":"Nothing is escaped; one message a line"},{"value":"raw","description":"Nothing is escaped, and lines are not split"}],"description":"What becomes of special characters in messages to the system log.","default":"no-ctrl","scope":"ALL","since":"7.3","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    'syslog.ident':
        '{"extension":"core","type":"string","description":"The name that each message in the system log starts with.","default":"php","scope":"SYSTEM","since":"7.3","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    'sysvshm.init_mem':
        '{"extension":"sysvshm","type":"integer","unit":"bytes","description":"Size of the segments that `shm_attach()` creates where the call does not say. Not shown by `ini_get()`.","default":"10000","scope":"SYSTEM"}',
    'tidy.clean_output':
        '{"extension":"tidy","type":"boolean","description":"Sends all output through Tidy, which rewrites it as an HTML page: pictures, JSON and the output of commands are destroyed by that.","default":"0","scope":"ALL"}',
    'tidy.default_config':
        '{"extension":"tidy","type":"path","description":"Configuration file of Tidy where a call names none.","default":"","scope":"SYSTEM"}',
    track_errors:
        '{"extension":"core","type":"boolean","deprecated":"7.2","refusedSince":"8.0","description":"Kept the last error in `$php_errormsg`; scripts call `error_get_last()` now.","default":"0","scope":"ALL","removed":"8.0","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    track_vars:
        '{"extension":"core","type":"boolean","description":"Made `$HTTP_GET_VARS` and its like.","default":"","scope":"ALL","removed":"4.0.3","anchor":"","page":""}',
    unserialize_callback_func:
        '{"extension":"core","type":"string","description":"A function that is called where `unserialize()` meets a class that does not exist.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/var.configuration.php"}',
    unserialize_max_depth:
        '{"extension":"standard","type":"integer","description":"How deep the data that `unserialize()` reads may be nested; 0 sets no limit.","default":"4096","scope":"ALL","since":"7.4","page":"https://www.php.net/manual/en/var.configuration.php"}',
    upload_max_filesize:
        '{"extension":"core","type":"integer","unit":"bytes","description":"Largest file that may be uploaded. `post_max_size` must be larger, and a proxy before PHP may have a limit of its own: `client_max_body_size` of NGINX is 1 MB.","default":"2M","scope":"PERDIR"}',
    upload_tmp_dir:
        '{"extension":"core","type":"path","description":"Where uploads lie until the script moves them; the user of the web server must be able to write there. Not set, or not writable: the directory for temporary files. It must be within `open_basedir`.","default":"","scope":"SYSTEM"}',
    'uploadprogress.file.contents_template':
        '{"extension":"uploadprogress","type":"path","description":"File that holds what has arrived, with `%s` for the identifier; an absolute path.","default":"/tmp/upload_contents_%s","scope":"ALL","anchor":""}',
    'uploadprogress.file.filename_template':
        '{"extension":"uploadprogress","type":"path","description":"File that holds how far an upload is, with `%s` for its identifier; an absolute path. A load balancer has to send both requests to one node, or the file has to lie on a shared volume.","default":"/tmp/upt_%s.txt","scope":"ALL","anchor":""}',
    'uploadprogress.get_contents':
        '{"extension":"uploadprogress","type":"boolean","description":"Lets scripts read what has arrived of an upload that is still under way.","default":"0","scope":"ALL","anchor":""}',
    'url_rewriter.hosts':
        '{"extension":"standard","type":"list","description":"Hosts whose links get the variables of `output_add_rewrite_var()`; empty stands for this one.","default":"","scope":"ALL","since":"7.1","page":"https://www.php.net/manual/en/outcontrol.configuration.php"}',
    'url_rewriter.tags':
        '{"extension":"standard","type":"string","description":"Attributes of tags that get the variables of `output_add_rewrite_var()`: `a=href,form=`.","default":"form=","scope":"ALL","page":"https://www.php.net/manual/en/outcontrol.configuration.php"}',
    user_agent:
        '{"extension":"standard","type":"string","description":"The header `User-Agent` of HTTP requests that PHP’s own streams make.","default":"","scope":"ALL","page":"https://www.php.net/manual/en/filesystem.configuration.php"}',
    user_dir:
        '{"extension":"core","type":"string","description":"For CGI: the directory within a user’s home that `/~user` stands for.","default":"","scope":"SYSTEM"}',
    'user_ini.cache_ttl':
        '{"extension":"core","type":"integer","unit":"seconds","description":"How long PHP goes by such a file before it looks at it again.","default":"300","scope":"SYSTEM"}',
    'user_ini.filename':
        '{"extension":"core","type":"string","description":"Name of the files that set directives for a directory and those below, with CGI and FPM; Apache’s module has `.htaccess`. Empty turns them off.","default":".user.ini","scope":"SYSTEM"}',
    variables_order:
        '{"extension":"core","type":"string","values":[{"value":"GPCS","description":"All but `$_ENV`"},{"value":"EGPCS","description":"All"}],"openValues":true,"description":"Which of the superglobals are made, and in which order: `E` `$_ENV`, `G` `$_GET`, `P` `$_POST`, `C` `$_COOKIE`, `S` `$_SERVER`. Without `E`, `getenv()` still works.","default":"EGPCS","scope":"PERDIR"}',
    'windows.show_crt_warning':
        '{"extension":"windows","type":"boolean","description":"Shows warnings of the C library.","default":"0","scope":"ALL","anchor":"ini.windows-show-crt-warning"}',
    xbithack:
        '{"extension":"apache2handler","type":"boolean","description":"Runs files as PHP that are executable, whatever their names end with.","default":"0","scope":"ALL"}',
    'xdebug.auto_trace':
        '{"extension":"xdebug","type":"boolean","description":"Traces each request: `xdebug.mode = trace` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.auto_trace","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.cli_color':
        '{"extension":"xdebug","type":"integer","minimum":0,"maximum":2,"values":[{"value":"0","description":"Never"},{"value":"1","description":"On a terminal"},{"value":"2","description":"Always"}],"description":"Colours on the command line.","default":"0","scope":"ALL","since":"2.2","anchor":"cli_color"}',
    'xdebug.client_discovery_header':
        '{"extension":"xdebug","type":"list","description":"Keys of `$_SERVER` in which `xdebug.discover_client_host` looks for the address, in this order.","default":"HTTP_X_FORWARDED_FOR,REMOTE_ADDR","scope":"ALL","since":"3.0","anchor":"client_discovery_header"}',
    'xdebug.client_host':
        '{"extension":"xdebug","type":"string","description":"Where the editor listens for debugging connections. Within a container that is the host, `host.docker.internal` or `xdebug://gateway`, not `localhost`.","default":"localhost","scope":"ALL","since":"3.0","anchor":"client_host"}',
    'xdebug.client_port':
        '{"extension":"xdebug","type":"integer","minimum":0,"maximum":65535,"description":"Port that the editor listens on. It was 9000 in Xdebug 2.","default":"9003","scope":"ALL","since":"3.0","anchor":"client_port"}',
    'xdebug.cloud_id':
        '{"extension":"xdebug","type":"string","description":"Token of Xdebug Cloud, which carries the debugging connection.","default":"","scope":"SYSTEM","since":"3.0","anchor":"cloud_id"}',
    'xdebug.collect_assignments':
        '{"extension":"xdebug","type":"boolean","description":"Traces assignments, too.","default":"0","scope":"ALL","since":"2.1","anchor":"collect_assignments"}',
    'xdebug.collect_includes':
        '{"extension":"xdebug","type":"boolean","description":"Traced the names of included files; Xdebug 3 always does. Xdebug 3 ignores it, with a message at each start.","default":"1","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.collect_includes","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.collect_params':
        '{"extension":"xdebug","type":"boolean","description":"Traces the arguments of calls. A number from 0 to 4 in Xdebug 2, not known in 3.0 to 3.2, and On or Off from 3.3 on.","default":"1","scope":"ALL","anchor":"collect_params"}',
    'xdebug.collect_return':
        '{"extension":"xdebug","type":"boolean","description":"Traces what calls return.","default":"0","scope":"ALL","anchor":"collect_return"}',
    'xdebug.collect_vars':
        '{"extension":"xdebug","type":"boolean","description":"Collected the variables of each function; Xdebug 3 does so where it needs them. Xdebug 3 ignores it, with a message at each start.","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.collect_vars","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.connect_timeout_ms':
        '{"extension":"xdebug","type":"integer","unit":"milliseconds","description":"How long to wait for the editor. While nobody listens, each request may take that much longer.","default":"200","scope":"ALL","since":"3.0","anchor":"connect_timeout_ms"}',
    'xdebug.control_socket':
        '{"extension":"xdebug","type":"enum","values":[{"value":"default","description":"On, where the clock is cheap to read"},{"value":"time","description":"On"},{"value":"off","description":"Off"}],"openValues":true,"alsoBoolean":true,"description":"Whether a running PHP process can be told to start debugging. On Linux and Windows.","default":"default","scope":"ALL","since":"3.3","anchor":"control_socket"}',
    'xdebug.coverage_enable':
        '{"extension":"xdebug","type":"boolean","description":"Code coverage: `xdebug.mode = coverage` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"1","scope":"SYSTEM","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.coverage_enable","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.default_enable':
        '{"extension":"xdebug","type":"boolean","description":"Better messages: `xdebug.mode = develop` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"1","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.default_enable","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.discover_client_host':
        '{"extension":"xdebug","type":"boolean","description":"Connects to whoever sent the request, and to `xdebug.client_host` only where that fails. Anybody who reaches the server can then debug it.","default":"0","scope":"ALL","since":"3.0","anchor":"discover_client_host"}',
    'xdebug.dump.COOKIE':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_COOKIE` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.ENV':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_ENV` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.FILES':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_FILES` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.GET':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_GET` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.POST':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_POST` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.REQUEST':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_REQUEST` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.SERVER':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_SERVER` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump.SESSION':
        '{"extension":"xdebug","type":"list","description":"Elements of `$_SESSION` to show with errors, separated by commas without spaces; `*` shows all.","default":"","scope":"ALL","anchor":""}',
    'xdebug.dump_globals':
        '{"extension":"xdebug","type":"boolean","description":"Shows with errors what the `xdebug.dump` directives name.","default":"1","scope":"ALL","anchor":"dump_globals"}',
    'xdebug.dump_once':
        '{"extension":"xdebug","type":"boolean","description":"Shows that with the first error of a request only.","default":"1","scope":"ALL","anchor":"dump_once"}',
    'xdebug.dump_undefined':
        '{"extension":"xdebug","type":"boolean","description":"Shows elements that do not exist, too.","default":"0","scope":"ALL","anchor":"dump_undefined"}',
    'xdebug.extended_info':
        '{"extension":"xdebug","type":"boolean","description":"Made PHP keep what step debugging needs; Xdebug does so where it needs it. Newer versions ignore it without a message.","default":"1","scope":"SYSTEM","removed":"2.8","removedWithPhp":"8.0","anchor":"","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.file_link_format':
        '{"extension":"xdebug","type":"string","description":"Address behind the file names of stack traces: `%f` is the file, `%l` the line.","default":"","scope":"ALL","anchor":"file_link_format"}',
    'xdebug.filename_format':
        '{"extension":"xdebug","type":"string","description":"How file names are shown: `%n` name, `%p` with one directory, `%a` with two, `%f` the whole path, `%s` the separator.","default":"","scope":"ALL","since":"2.6","anchor":"filename_format"}',
    'xdebug.force_display_errors':
        '{"extension":"xdebug","type":"boolean","description":"Shows errors whatever `display_errors` says.","default":"0","scope":"SYSTEM","since":"2.3","anchor":"force_display_errors"}',
    'xdebug.force_error_reporting':
        '{"extension":"xdebug","type":"bitmask","description":"Levels that are reported whatever `error_reporting` says.","default":"0","scope":"SYSTEM","since":"2.3","anchor":"force_error_reporting"}',
    'xdebug.gc_stats_enable':
        '{"extension":"xdebug","type":"boolean","description":"Statistics of the garbage collector: `xdebug.mode = gcstats` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.gc_stats_enable","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.gc_stats_output_dir':
        '{"extension":"xdebug","type":"path","description":"Directory for these statistics. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.output_dir","default":"/tmp","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.gc_stats_output_dir","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.gc_stats_output_name':
        '{"extension":"xdebug","type":"string","description":"Name of the garbage collector’s statistics; takes what `xdebug.trace_output_name` does.","default":"gcstats.%p","scope":"PERDIR","since":"2.6","anchor":"gc_stats_output_name"}',
    'xdebug.halt_level':
        '{"extension":"xdebug","type":"bitmask","description":"Levels that end the script. Only `E_WARNING`, `E_NOTICE`, `E_USER_WARNING` and `E_USER_NOTICE` count.","default":"0","scope":"ALL","since":"2.3","anchor":"halt_level"}',
    'xdebug.idekey':
        '{"extension":"xdebug","type":"string","description":"Key by which a proxy, and some editors, tell debugging sessions apart.","default":"","scope":"ALL","anchor":"idekey"}',
    'xdebug.log':
        '{"extension":"xdebug","type":"path","description":"File for what Xdebug has to say: connections that failed, files that could not be written. PHP has to be allowed to write there.","default":"","scope":"ALL","since":"3.0","anchor":"log"}',
    'xdebug.log_level':
        '{"extension":"xdebug","type":"integer","minimum":0,"maximum":10,"values":[{"value":"0","description":"Errors of the configuration"},{"value":"1","description":"Errors"},{"value":"3","description":"Warnings"},{"value":"5","description":"What is said to the editor"},{"value":"7","description":"Information"},{"value":"10","description":"All"}],"openValues":true,"description":"How much to log: everything up to this level.","default":"7","scope":"ALL","since":"3.0","anchor":"log_level"}',
    'xdebug.manual_url':
        '{"extension":"xdebug","type":"string","description":"Where links in messages led to. Newer versions ignore it without a message.","default":"http://www.php.net","scope":"ALL","removed":"2.2.1","removedWithPhp":"8.0","anchor":"","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.max_nesting_level':
        '{"extension":"xdebug","type":"integer","description":"How deep calls may nest before Xdebug throws an `Error`; -1 sets no limit. The default was 256 before Xdebug 3.3.","default":"512","scope":"ALL","anchor":"max_nesting_level"}',
    'xdebug.max_stack_frames':
        '{"extension":"xdebug","type":"integer","minimum":-1,"description":"How many calls a stack trace shows; -1 shows all.","default":"-1","scope":"ALL","since":"2.3","anchor":"max_stack_frames"}',
    'xdebug.mode':
        '{"extension":"xdebug","type":"list","values":[{"value":"off","description":"Nothing; costs next to nothing"},{"value":"develop","description":"Better messages and `var_dump()`"},{"value":"debug","description":"Step debugging"},{"value":"profile","description":"Profiles to look for slow places with"},{"value":"trace","description":"Each call, written to a file"},{"value":"coverage","description":"Which lines ran, for tests"},{"value":"gcstats","description":"What the garbage collector does"}],"description":"What Xdebug does: one or several, separated by commas. Everything but `off` slows PHP down: not for production. The environment variable `XDEBUG_MODE` wins.","default":"develop","scope":"SYSTEM","since":"3.0","anchor":"mode"}',
    'xdebug.output_dir':
        '{"extension":"xdebug","type":"path","description":"Directory for traces, profiles and statistics. With `xdebug.mode = trace` or `profile`.","default":"/tmp","scope":"ALL","since":"3.0","anchor":"output_dir"}',
    'xdebug.overload_var_dump':
        '{"extension":"xdebug","type":"integer","description":"Replaced `var_dump()`; Xdebug 3 does so with `xdebug.mode = develop`. Xdebug 3 ignores it, with a message at each start.","default":"2","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.overload_var_dump","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.path_mapping':
        '{"extension":"xdebug","type":"boolean","description":"Reads files that say which paths of the server are which paths of the editor.","default":"0","scope":"ALL","since":"3.5","anchor":"path_mapping"}',
    'xdebug.profiler_aggregate':
        '{"extension":"xdebug","type":"boolean","description":"One profile for several requests. Newer versions ignore it without a message.","default":"0","scope":"PERDIR","removed":"2.9","removedWithPhp":"8.0","anchor":"","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.profiler_append':
        '{"extension":"xdebug","type":"boolean","description":"Adds to a profile of the same name rather than replacing it.","default":"0","scope":"PERDIR","anchor":"profiler_append"}',
    'xdebug.profiler_enable':
        '{"extension":"xdebug","type":"boolean","description":"Profiles each request: `xdebug.mode = profile` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.profiler_enable","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.profiler_enable_trigger':
        '{"extension":"xdebug","type":"boolean","description":"Profiles requests that ask for it: `xdebug.mode = profile` with `xdebug.start_with_request = trigger` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"0","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.profiler_enable_trigger","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.profiler_enable_trigger_value':
        '{"extension":"xdebug","type":"string","description":"What such a request has to say. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.trigger_value","default":"","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.profiler_enable_trigger_value","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.profiler_output_dir':
        '{"extension":"xdebug","type":"path","description":"Directory for profiles. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.output_dir","default":"/tmp","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.profiler_output_dir","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.profiler_output_name':
        '{"extension":"xdebug","type":"string","description":"Name of profiles; takes what `xdebug.trace_output_name` does.","default":"cachegrind.out.%p","scope":"PERDIR","anchor":"profiler_output_name"}',
    'xdebug.remote_addr_header':
        '{"extension":"xdebug","type":"string","description":"Key of `$_SERVER` that holds the address of whoever sent the request. Newer versions ignore it without a message.","replacement":"xdebug.client_discovery_header","default":"","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_autostart':
        '{"extension":"xdebug","type":"boolean","description":"Debugs each request: `xdebug.start_with_request = yes` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_autostart","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_connect_back':
        '{"extension":"xdebug","type":"boolean","description":"Connects to whoever sent the request. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.discover_client_host","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_connect_back","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_cookie_expire_time':
        '{"extension":"xdebug","type":"integer","description":"How long the cookie of a debugging session lives, in seconds. Newer versions ignore it without a message.","default":"3600","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_enable':
        '{"extension":"xdebug","type":"boolean","description":"Step debugging: `xdebug.mode = debug` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.mode","default":"0","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_enable","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_handler':
        '{"extension":"xdebug","type":"string","description":"Protocol of the editor; there is only one. Newer versions ignore it without a message.","default":"dbgp","scope":"ALL","removed":"2.9","removedWithPhp":"8.0","anchor":"","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_host':
        '{"extension":"xdebug","type":"string","description":"Where the editor listens. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.client_host","default":"localhost","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_host","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_log':
        '{"extension":"xdebug","type":"path","description":"File for what is said to the editor. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.log","default":"","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_log","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_log_level':
        '{"extension":"xdebug","type":"integer","description":"How much of that is written. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.log_level","default":"7","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_log_level","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_mode':
        '{"extension":"xdebug","type":"string","description":"`req` debugs from the start, `jit` from the first error on. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"req","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_mode","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_port':
        '{"extension":"xdebug","type":"integer","description":"Port that the editor listens on; 9003 is the default in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.client_port","default":"9000","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_port","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.remote_timeout':
        '{"extension":"xdebug","type":"integer","description":"How long to wait for the editor, in milliseconds. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.connect_timeout_ms","default":"200","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.remote_timeout","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.scream':
        '{"extension":"xdebug","type":"boolean","description":"Takes `@` its effect: suppressed errors are shown.","default":"0","scope":"ALL","since":"2.1","anchor":"scream"}',
    'xdebug.show_error_trace':
        '{"extension":"xdebug","type":"boolean","description":"Shows a stack trace with each `Error`, also where it is caught.","default":"0","scope":"ALL","since":"2.6","anchor":"show_error_trace"}',
    'xdebug.show_exception_trace':
        '{"extension":"xdebug","type":"boolean","description":"Shows a stack trace with each exception, also where it is caught.","default":"0","scope":"ALL","anchor":"show_exception_trace"}',
    'xdebug.show_local_vars':
        '{"extension":"xdebug","type":"boolean","description":"Shows the variables of the innermost function with each error.","default":"0","scope":"ALL","anchor":"show_local_vars"}',
    'xdebug.show_mem_delta':
        '{"extension":"xdebug","type":"boolean","description":"Traced how much more memory was used; Xdebug 3 always does. Xdebug 3 ignores it, with a message at each start.","default":"0","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.show_mem_delta","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.start_upon_error':
        '{"extension":"xdebug","type":"enum","values":[{"value":"default","description":"As `no`"},{"value":"yes","description":"With a warning, a notice, or something thrown"},{"value":"no","description":"Never"}],"alsoBoolean":true,"description":"Whether an error starts a debugging session.","default":"default","scope":"PERDIR","since":"3.0","anchor":"start_upon_error"}',
    'xdebug.start_with_request':
        '{"extension":"xdebug","type":"enum","values":[{"value":"default","description":"`yes` for profiles, `no` for gcstats, else `trigger`"},{"value":"yes","description":"With each request"},{"value":"no","description":"Never by itself"},{"value":"trigger","description":"Where the request has `XDEBUG_TRIGGER` as a parameter or cookie"}],"alsoBoolean":true,"description":"When debugging, profiling and tracing start.","default":"default","scope":"PERDIR","since":"3.0","anchor":"start_with_request"}',
    'xdebug.trace_enable_trigger':
        '{"extension":"xdebug","type":"boolean","description":"Traces requests that ask for it: `xdebug.mode = trace` with `xdebug.start_with_request = trigger` in Xdebug 3. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.start_with_request","default":"0","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.trace_enable_trigger","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.trace_enable_trigger_value':
        '{"extension":"xdebug","type":"string","description":"What such a request has to say. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.trigger_value","default":"","scope":"PERDIR","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.trace_enable_trigger_value","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.trace_format':
        '{"extension":"xdebug","type":"integer","minimum":0,"values":[{"value":"0","description":"For people"},{"value":"1","description":"For programs, separated by tabs"},{"value":"2","description":"HTML"},{"value":"3","description":"A flame graph of time"},{"value":"4","description":"A flame graph of memory"}],"openValues":true,"description":"Form of traces.","default":"0","scope":"ALL","anchor":"trace_format"}',
    'xdebug.trace_options':
        '{"extension":"xdebug","type":"integer","minimum":0,"description":"A sum of: 1 add to a file of the same name, 2 for programs, 4 HTML, 8 no `.xt` behind the name, 16 and 32 flame graphs of time and of memory.","default":"0","scope":"ALL","anchor":"trace_options"}',
    'xdebug.trace_output_dir':
        '{"extension":"xdebug","type":"path","description":"Directory for traces. Xdebug 3 ignores it, with a message at each start.","replacement":"xdebug.output_dir","default":"/tmp","scope":"ALL","removed":"3.0","removedWithPhp":"8.0","anchor":"changed-xdebug.trace_output_dir","page":"https://xdebug.org/docs/upgrade_guide"}',
    'xdebug.trace_output_name':
        '{"extension":"xdebug","type":"string","description":"Name of traces, without `.xt`: `%p` process, `%r` random, `%t` time, `%u` time with microseconds, `%s` script, `%R` address, `%H` host, `%S` session, `%c` directory.","default":"trace.%c","scope":"ALL","anchor":"trace_output_name"}',
    'xdebug.trigger_value':
        '{"extension":"xdebug","type":"list","description":"Which values of `XDEBUG_TRIGGER` count; any where it is empty. Several, separated by commas, from 3.1 on.","default":"","scope":"PERDIR","since":"3.0","anchor":"trigger_value"}',
    'xdebug.use_compression':
        '{"extension":"xdebug","type":"boolean","description":"Writes traces and profiles compressed. On by default where Xdebug was built with zlib.","default":"1","scope":"ALL","since":"3.1","anchor":"use_compression"}',
    'xdebug.var_display_max_children':
        '{"extension":"xdebug","type":"integer","minimum":-1,"description":"How many elements and properties are shown; -1 shows all.","default":"128","scope":"ALL","anchor":"var_display_max_children"}',
    'xdebug.var_display_max_data':
        '{"extension":"xdebug","type":"integer","minimum":-1,"unit":"characters","description":"How much of a string is shown; -1 shows all.","default":"512","scope":"ALL","anchor":"var_display_max_data"}',
    'xdebug.var_display_max_depth':
        '{"extension":"xdebug","type":"integer","minimum":-1,"maximum":1023,"description":"How many levels of arrays and objects are shown; -1 shows as many as possible.","default":"3","scope":"ALL","anchor":"var_display_max_depth"}',
    xmlrpc_error_number:
        '{"extension":"core","type":"integer","description":"The `faultCode` of errors that `xmlrpc_errors` formats.","default":"0","scope":"ALL","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    xmlrpc_errors:
        '{"extension":"core","type":"boolean","description":"Formats errors as XML-RPC messages.","default":"0","scope":"SYSTEM","page":"https://www.php.net/manual/en/errorfunc.configuration.php"}',
    'xsl.security_prefs':
        '{"extension":"xsl","type":"integer","description":"What transformations may read and write; scripts call `XSLTProcessor::setSecurityPrefs()` now.","default":"","scope":"ALL","removed":"7.0","anchor":""}',
    y2k_compliance:
        '{"extension":"core","type":"boolean","description":"Wrote the year of cookies with four digits, as PHP always does.","default":"","scope":"ALL","removed":"5.4","anchor":"","page":""}',
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
    'zend.assertions':
        '{"extension":"core","type":"integer","values":[{"value":"-1","description":"No code is made for them: for production"},{"value":"0","description":"Code is made, and skipped"},{"value":"1","description":"Assertions run: for development"}],"description":"What becomes of `assert()`. Between -1 and the others only php.ini can switch, not a script.","default":"1","scope":"ALL"}',
    'zend.detect_unicode':
        '{"extension":"core","type":"boolean","description":"With `zend.multibyte`, finds out the encoding of scripts by their first bytes.","default":"1","scope":"ALL"}',
    'zend.enable_gc':
        '{"extension":"core","type":"boolean","description":"Frees objects that only refer to each other. Off, memory of long running scripts may grow.","default":"1","scope":"ALL","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'zend.exception_ignore_args':
        '{"extension":"core","type":"boolean","description":"Leaves the arguments of functions out of stack traces: passwords and keys then stay out of logs. On in production.","default":"0","scope":"ALL","since":"7.4"}',
    'zend.exception_string_param_max_len':
        '{"extension":"core","type":"integer","minimum":0,"maximum":1000000,"unit":"bytes","description":"How much of a text among the arguments a stack trace shows.","default":"15","scope":"ALL","since":"8.0"}',
    'zend.max_allowed_stack_size':
        '{"extension":"core","type":"integer","unit":"bytes","minimum":-1,"description":"Throws an `Error` where recursion would use up the stack of the process, in place of a crash. 0: found out by PHP; -1: no check. Not all builds of PHP have it.","default":"0","scope":"SYSTEM","since":"8.3","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'zend.multibyte':
        '{"extension":"core","type":"boolean","description":"Reads scripts in encodings such as SJIS and BIG5, whose characters may look like PHP’s. UTF-8 does not need it.","default":"0","scope":"PERDIR"}',
    'zend.reserved_stack_size':
        '{"extension":"core","type":"integer","unit":"bytes","description":"How much of `zend.max_allowed_stack_size` stays free for PHP itself; 0: found out by PHP. Not all builds of PHP have it.","default":"0","scope":"SYSTEM","since":"8.3","page":"https://www.php.net/manual/en/info.configuration.php"}',
    'zend.script_encoding':
        '{"extension":"core","type":"string","description":"With `zend.multibyte`, the encoding of scripts that do not declare one.","default":"","scope":"ALL"}',
    'zend.signal_check':
        '{"extension":"core","type":"boolean","description":"For those who develop extensions: reports signal handlers that were replaced.","default":"0","scope":"SYSTEM"}',
    'zend.ze1_compatibility_mode':
        '{"extension":"core","type":"boolean","refusedSince":"5.4","description":"Copied objects where they are assigned, as PHP 4 did.","default":"","scope":"ALL","removed":"5.3","anchor":"","page":""}',
    zend_extension:
        '{"extension":"core","type":"string","description":"An extension of the engine to load: `opcache`, `xdebug`. Loaded with `extension` they are rejected with a message. One line each.","default":"","scope":"SYSTEM"}',
    zend_extension_debug:
        '{"extension":"core","type":"path","description":"For debug builds of PHP.","replacement":"zend_extension","default":"","scope":"ALL","removed":"5.3","anchor":"","page":""}',
    zend_extension_debug_ts:
        '{"extension":"core","type":"path","description":"For debug builds of PHP with threads.","replacement":"zend_extension","default":"","scope":"ALL","removed":"5.3","anchor":"","page":""}',
    zend_extension_ts:
        '{"extension":"core","type":"path","description":"For builds of PHP with threads.","replacement":"zend_extension","default":"","scope":"ALL","removed":"5.3","anchor":"","page":""}',
    'zlib.output_compression':
        '{"extension":"zlib","type":"integer","alsoBoolean":true,"unit":"bytes","description":"Compresses output for browsers that take it. A number above 1 is the size of the buffer, 4096 where it is `On`. It must not be combined with `output_handler`, and costs twice where the web server compresses as well. In quotes only `\\"on\\"` and `\\"off\\"` are words.","default":"0","scope":"ALL"}',
    'zlib.output_compression_level':
        '{"extension":"zlib","type":"integer","values":[{"value":"-1","description":"Left to zlib, 6 as a rule"},{"value":"0","description":"None"},{"value":"1","description":"Fastest"},{"value":"6"},{"value":"9","description":"Smallest"}],"openValues":true,"description":"How hard to compress, from 1 to 9. Above 6 it costs much time for little.","default":"-1","scope":"ALL"}',
    'zlib.output_handler':
        '{"extension":"zlib","type":"string","description":"A further output handler behind the compression, where `zlib.output_compression` is on: `output_handler` cannot be used then.","default":"","scope":"ALL"}',
};
