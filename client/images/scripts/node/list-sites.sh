#!/bin/sh
# Prints the paths of Apache's files of virtual hosts, as Debian, the httpd image and Red Hat have them.
for file in /etc/apache2/sites-enabled/*.conf /usr/local/apache2/conf/httpd.conf /etc/httpd/conf.d/*.conf; do
    [ ! -r "$file" ] || echo "$file"
done
