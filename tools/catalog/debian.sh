#!/bin/sh
# Runs in a debian:trixie-slim container, with the script that measures in $MEASURE; prints one measurement a line, as
# `SAPI {…}`.
set -eu
exec 3>&1 1>&2
export DEBIAN_FRONTEND=noninteractive
packages='libapache2-mod-php8.4 php8.4-cgi php8.4-cli php8.4-fpm php8.4-phpdbg libfcgi-bin'
for extension in $EXTENSIONS; do
    packages="$packages php8.4-$extension"
done
apt-get update -qq
# shellcheck disable=SC2086 # one word a package
apt-get install -y -qq --no-install-recommends $packages >/dev/null

mkdir -p /measure/empty
printf '%s' "$MEASURE" >/measure/measure.php
cd /measure
# No php.ini at all: neither the main one nor Debian's conf.d.
export PHP_INI_SCAN_DIR=

# Every extension, those first that others need.
load='-d zend_extension=opcache.so'
modules=$(find /usr/lib/php/20240924 -maxdepth 1 -name '*.so' -printf '%f\n' | sed 's|\.so$||' | sort)
if echo "$modules" | grep -qx xdebug; then
    load="$load -d zend_extension=xdebug.so"
fi
first='mysqlnd pdo dom xml mbstring sockets raphf igbinary msgpack'
rest=$(echo "$modules" | grep -vxE "opcache|xdebug|$(echo "$first" | tr ' ' '|')")
for module in $first $rest; do
    if echo "$modules" | grep -qx "$module"; then
        load="$load -d extension=$module.so"
    fi
done
# shellcheck disable=SC2086 # one word an option
php-cgi8.4 -n -q -d display_startup_errors=0 $load measure.php >extensions.json
php-cgi8.4 -n -q measure.php >cgi-fcgi.json
php8.4 -n measure.php >cli.json
phpdbg8.4 -n -qrr measure.php >phpdbg.json

php8.4 -n -S 127.0.0.1:8081 -t /measure >/dev/null 2>&1 &
cat >apache.conf <<'APACHE'
ServerName localhost
Listen 127.0.0.1:8082
PidFile /measure/apache.pid
ErrorLog /dev/null
LoadModule mpm_prefork_module /usr/lib/apache2/modules/mod_mpm_prefork.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule php_module /usr/lib/apache2/modules/libphp8.4.so
TypesConfig /dev/null
PHPIniDir /measure/empty
DocumentRoot /measure
AddHandler application/x-httpd-php .php
<Directory /measure>
    Require all granted
</Directory>
APACHE
apache2 -f /measure/apache.conf
cat >fpm.conf <<'FPM'
[global]
error_log = /dev/null
[www]
user = www-data
group = www-data
listen = 127.0.0.1:8083
pm = static
pm.max_children = 1
FPM
php-fpm8.4 -n -y /measure/fpm.conf

# The first answer that is no failure: the servers need a moment.
until_it_answers() {
    for _ in $(seq 100); do
        if "$@" && [ -s "$answer" ]; then
            return
        fi
        sleep 0.1
    done
    exit 1
}
over_http() {
    # shellcheck disable=SC2016 # for PHP to expand
    php8.4 -n -r 'exit(@copy($argv[1], $argv[2]) ? 0 : 1);' "http://127.0.0.1:$1/measure.php" "$answer"
}
over_fastcgi() {
    SCRIPT_FILENAME=/measure/measure.php REQUEST_METHOD=GET cgi-fcgi -bind -connect 127.0.0.1:8083 |
        sed '1,/^\r*$/d' >"$answer"
}
answer=cli-server.json
until_it_answers over_http 8081
answer=apache2handler.json
until_it_answers over_http 8082
answer=fpm-fcgi.json
until_it_answers over_fastcgi

for sapi in extensions cgi-fcgi cli phpdbg cli-server apache2handler fpm-fcgi; do
    printf '%s %s\n' "$sapi" "$(cat $sapi.json)" >&3
done
