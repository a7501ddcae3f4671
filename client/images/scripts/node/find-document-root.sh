#!/bin/sh
# Prints where a page can be put: the directory of the cluster's own pages where the image has it, else the document
# root of the plain-HTTP site, from the sites that are enabled or from what the image's environment says.
# Arguments: directory of the cluster's own pages.
# Exit status: 0 found, 1 there is none.
if [ -d "$1" ]; then echo "$1"; exit; fi
# shellcheck source=/dev/null # the node's own
[ -r /etc/apache2/envvars ] && . /etc/apache2/envvars 2>/dev/null
line=$(
    cat /etc/apache2/sites-enabled/*.conf /usr/local/apache2/conf/httpd.conf /etc/httpd/conf/httpd.conf \
        /etc/httpd/conf.d/*.conf /etc/apache2/httpd.conf 2>/dev/null |
        grep -iE '^[[:space:]]*DocumentRoot[[:space:]]' | head -n 1 |
        sed -E 's/^[[:space:]]*[^[:space:]]+[[:space:]]+//; s/["[:space:]]+$//; s/^"//'
)
# ${NAME}/path: by the environment.
# shellcheck disable=SC2016 # the very characters
case $line in '${'*'}'*) name=${line#??}; rest=${name#*\}}; name=${name%%\}*}; line=$(printenv "$name")$rest ;; esac
for directory in "$line" "$APACHE_DOCUMENT_ROOT" /var/www/html /var/www; do
    if [ -n "$directory" ] && [ -d "$directory" ]; then echo "$directory"; exit; fi
done
exit 1
