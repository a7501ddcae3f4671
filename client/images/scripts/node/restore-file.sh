#!/bin/sh
# Undoes one run of write-file.sh. The bytes from before come on standard input, for where PATH.previous is not there.
# Arguments: path, SHA-256 of what was written, SHA-256 of what was before (`absent`: no file).
# Exit status: 0 restored, 65 something else is there than was written, another one where it could not be restored.
set -e
file=$(readlink -f -- "$1") || file=$1
hash() { if [ -e "$file" ]; then sha256sum < "$file" | cut -d ' ' -f 1; else echo absent; fi; }
[ "$(hash)" != "$3" ] || exit 0
[ "$(hash)" = "$2" ] || exit 65
if [ "$3" = absent ]; then rm -f -- "$file"; exit 0; fi
mv -f -- "$file.previous" "$file" 2>/dev/null || cat > "$file"
rm -f -- "$file.previous"
