import type { Overlay } from './described.ts';
import { amqp } from './amqp.ts';
import { apache2handler } from './apache2handler.ts';
import { apcu } from './apcu.ts';
import { bcmath } from './bcmath.ts';
import { cgi } from './cgi.ts';
import { cliServer } from './cliServer.ts';
import { comDotnet } from './comDotnet.ts';
import { core } from './core.ts';
import { curl } from './curl.ts';
import { date } from './date.ts';
import { dba } from './dba.ts';
import { excimer } from './excimer.ts';
import { exif } from './exif.ts';
import { ffi } from './ffi.ts';
import { filter } from './filter.ts';
import { gd } from './gd.ts';
import { iconv } from './iconv.ts';
import { igbinary } from './igbinary.ts';
import { imagick } from './imagick.ts';
import { imap } from './imap.ts';
import { interbase } from './interbase.ts';
import { intl } from './intl.ts';
import { ldap } from './ldap.ts';
import { mbstring } from './mbstring.ts';
import { mcrypt } from './mcrypt.ts';
import { memcache } from './memcache.ts';
import { memcached } from './memcached.ts';
import { mongodb } from './mongodb.ts';
import { msgpack } from './msgpack.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import { mysqli } from './mysqli.ts';
import { mysqlnd } from './mysqlnd.ts';
import { oci8 } from './oci8.ts';
import { odbc } from './odbc.ts';
import { opcache } from './opcache.ts';
import { openssl } from './openssl.ts';
import { pcov } from './pcov.ts';
import { pcre } from './pcre.ts';
import { pdoMysql } from './pdoMysql.ts';
import { pdoOdbc } from './pdoOdbc.ts';
import { pgsql } from './pgsql.ts';
import { phar } from './phar.ts';
import { phpdbg } from './phpdbg.ts';
import { readline } from './readline.ts';
import { redis } from './redis.ts';
import { session } from './session.ts';
import { soap } from './soap.ts';
import { sqlite } from './sqlite.ts';
import { sqlite3 } from './sqlite3.ts';
import { standard } from './standard.ts';
import { stomp } from './stomp.ts';
import { sybase } from './sybase.ts';
import { sysvshm } from './sysvshm.ts';
import { tidy } from './tidy.ts';
import { uploadprogress } from './uploadprogress.ts';
import { windows } from './windows.ts';
import { xdebug } from './xdebug.ts';
import { xsl } from './xsl.ts';
import { yaml } from './yaml.ts';
import { zlib } from './zlib.ts';

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
