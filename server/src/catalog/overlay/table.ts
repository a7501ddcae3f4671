import type { Overlay } from './described.ts';
import { amqp } from './databases/amqp.ts';
import { apache2handler } from './servers/apache2handler.ts';
import { apcu } from './speed/apcu.ts';
import { bcmath } from './data/bcmath.ts';
import { cgi } from './servers/cgi.ts';
import { cliServer } from './servers/cliServer.ts';
import { comDotnet } from './servers/comDotnet.ts';
import { core } from './core.ts';
import { curl } from './data/curl.ts';
import { date } from './data/date.ts';
import { dba } from './databases/dba.ts';
import { excimer } from './speed/excimer.ts';
import { exif } from './data/exif.ts';
import { ffi } from './data/ffi.ts';
import { filter } from './data/filter.ts';
import { gd } from './data/gd.ts';
import { iconv } from './data/iconv.ts';
import { igbinary } from './sessions/igbinary.ts';
import { imagick } from './data/imagick.ts';
import { imap } from './data/imap.ts';
import { interbase } from './databases/interbase.ts';
import { intl } from './data/intl.ts';
import { ldap } from './databases/ldap.ts';
import { mbstring } from './data/mbstring.ts';
import { mcrypt } from './data/mcrypt.ts';
import { memcache } from './sessions/memcache.ts';
import { memcached } from './sessions/memcached.ts';
import { mongodb } from './databases/mongodb.ts';
import { msgpack } from './sessions/msgpack.ts';
import { mssql } from './databases/mssql.ts';
import { mysql } from './databases/mysql.ts';
import { mysqli } from './databases/mysqli.ts';
import { mysqlnd } from './databases/mysqlnd.ts';
import { oci8 } from './databases/oci8.ts';
import { odbc } from './databases/odbc.ts';
import { opcache } from './speed/opcache.ts';
import { openssl } from './data/openssl.ts';
import { pcov } from './speed/pcov.ts';
import { pcre } from './data/pcre.ts';
import { pdoMysql } from './databases/pdoMysql.ts';
import { pdoOdbc } from './databases/pdoOdbc.ts';
import { pgsql } from './databases/pgsql.ts';
import { phar } from './data/phar.ts';
import { phpdbg } from './servers/phpdbg.ts';
import { readline } from './data/readline.ts';
import { redis } from './sessions/redis.ts';
import { session } from './sessions/session.ts';
import { soap } from './data/soap.ts';
import { sqlite } from './databases/sqlite.ts';
import { sqlite3 } from './databases/sqlite3.ts';
import { standard } from './data/standard.ts';
import { stomp } from './databases/stomp.ts';
import { sybase } from './databases/sybase.ts';
import { sysvshm } from './data/sysvshm.ts';
import { tidy } from './data/tidy.ts';
import { uploadprogress } from './data/uploadprogress.ts';
import { windows } from './servers/windows.ts';
import { xdebug } from './speed/xdebug.ts';
import { xsl } from './data/xsl.ts';
import { yaml } from './data/yaml.ts';
import { zlib } from './data/zlib.ts';

/** The hand-written part of the catalogue, an extension a line, in alphabetical order. */
export const overlays: readonly Overlay[] = [
    amqp,
    apache2handler,
    apcu,
    bcmath,
    cgi,
    cliServer,
    comDotnet,
    core,
    curl,
    date,
    dba,
    excimer,
    exif,
    ffi,
    filter,
    gd,
    iconv,
    igbinary,
    imagick,
    imap,
    interbase,
    intl,
    ldap,
    mbstring,
    mcrypt,
    memcache,
    memcached,
    mongodb,
    msgpack,
    mssql,
    mysql,
    mysqli,
    mysqlnd,
    oci8,
    odbc,
    opcache,
    openssl,
    pcov,
    pcre,
    pdoMysql,
    pdoOdbc,
    pgsql,
    phar,
    phpdbg,
    readline,
    redis,
    session,
    soap,
    sqlite,
    sqlite3,
    standard,
    stomp,
    sybase,
    sysvshm,
    tidy,
    uploadprogress,
    windows,
    xdebug,
    xsl,
    yaml,
    zlib,
];
