#!/bin/sh
# Waits until NGINX has no connection to a node, and makes none. Given a mark, first takes that node out, and no other
# one.
# Arguments: address and port of the node as /proc/net/tcp has them, seconds, mark.
# Exit status: 0 quiet, 68 still busy.
set -e
address=$1 tries=$(($2 * 20)) mark=$3
if [ -n "$mark" ]; then
    rm -f -- "${mark%/*}"/without-*
    touch "$mark"
    # For a request that has chosen its node and not connected yet.
    sleep 0.1
fi
# 01: connected, 02: connecting.
while grep -Eq ": [0-9A-F:]+ $address 0[12] " /proc/net/tcp; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || exit 68
    sleep 0.05
done
