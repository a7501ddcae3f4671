#!/bin/sh
# Prints, for each file, a line with its size, mode, owner, group and real path, and then its bytes; a line `absent`
# where there is none.
# Arguments: paths.
for file in "$@"; do
    if [ -f "$file" ]; then
        stat -L -c '%s %a %u %g' -- "$file" | tr '\n' ' '
        readlink -f -- "$file"
        cat -- "$file"
    else
        echo absent
    fi
done
