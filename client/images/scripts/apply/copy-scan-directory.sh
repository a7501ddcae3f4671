#!/bin/sh
# Copies the files that PHP would read from a scan directory, except those whose candidates are in the copy already, and
# gives them to the user that pages run as where that is possible: Apache reads its files as root.
# Arguments: from, to, user (may be empty).
mkdir -p "$2"
for file in "$1"/*.ini; do
    copy=$2/${file##*/}
    if [ -e "$file" ] && [ ! -e "$copy" ]; then
        cp -p "$file" "$copy"
        [ -z "$3" ] || chown "$3" "$copy" 2> /dev/null
    fi
done
