#!/bin/sh
# Prints the document roots that the configuration of Apache names, one a line, and the folders in which it has PHP-FPM
# look for pages.
# shellcheck disable=SC2016 # the very characters
cat /etc/apache2/sites-enabled/*.conf /etc/apache2/conf-enabled/*.conf /usr/local/apache2/conf/*.conf \
    /usr/local/apache2/conf/extra/*.conf /etc/httpd/conf/httpd.conf /etc/httpd/conf.d/*.conf /etc/apache2/httpd.conf \
    2>/dev/null |
    sed -nE -e 's/^[[:space:]]*DocumentRoot[[:space:]]+"?([^"$]*[^"$[:space:]])"?[[:space:]]*$/\1/Ip' \
        -e 's/^[[:space:]]*ProxyPassMatch[[:space:]].*fcgi:\/\/[^\/]*(\/.*)\/\$1.*/\1/Ip' | awk '!seen[$0]++'
