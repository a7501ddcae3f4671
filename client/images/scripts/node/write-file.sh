#!/bin/sh
# Replaces a file by what comes on standard input, where it is what the caller has read; what was there is kept beside
# it as PATH.previous. Written beside the file and renamed over it, so that PHP reads the old bytes or the new ones and
# never half of them. A file that is a mount of its own (Compose projects mount a php.ini so) cannot be renamed over:
# there its content is replaced in place, from a copy that is complete; and as nodes may share such a file, one that has
# the new bytes already is done.
# Arguments: path, SHA-256 of what is expected there (`absent`: no file), SHA-256 of the new bytes, mode for a new file.
# Exit status: 0 written, 65 something else is there than is expected, another one where it could not be written.
set -e
umask 077
file=$(readlink -f -- "$1") || file=$1
hash() { if [ -e "$file" ]; then sha256sum < "$file" | cut -d ' ' -f 1; else echo absent; fi; }
[ "$(hash)" != "$3" ] || exit 0
trap 'rm -f -- "$file.new"' EXIT
cat > "$file.new"
[ "$(hash)" = "$2" ] || exit 65
if [ -e "$file" ]; then
    cp -p -- "$file" "$file.previous" || { rm -f -- "$file.previous"; exit 1; }
    chmod "$(stat -c %a -- "$file")" "$file.new"
    owner=$(stat -c %u:%g -- "$file")
    [ "$owner" = "$(stat -c %u:%g -- "$file.new")" ] || chown "$owner" "$file.new"
else
    chmod "$4" "$file.new"
fi
mv -f -- "$file.new" "$file" 2>/dev/null || cat "$file.new" > "$file"
