#!/bin/sh
# Writes a page of the cluster's own from standard input, and removes those that a lost engine left behind: no operation
# takes an hour.
# Arguments: path of the page.
find "${1%/*}" -maxdepth 1 -name 'session-cluster-*.php' -mmin +60 -delete 2>/dev/null
umask 022
cat > "$1" && chmod 0644 "$1"
