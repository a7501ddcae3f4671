#!/bin/sh
# Waits until nobody is connected to the proxy.
# Arguments: its socket, seconds.
# Exit status: 0 nobody is, 1 somebody still is.
tries=$(($2 * 20))
# 03: connected.
while grep -q " 03 *[0-9]* $1\$" /proc/net/unix; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || exit 1
    sleep 0.05
done
