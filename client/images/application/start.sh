#!/bin/bash
# Starts Apache, and memcached's proxy beside it.
# shellcheck source=/dev/null # Debian's
. /etc/apache2/envvars
# Left behind by a kill; Apache would refuse to start: "httpd (pid N) already running".
rm -f "$APACHE_PID_FILE"
exec session-cluster-supervise apache2 -D FOREGROUND
