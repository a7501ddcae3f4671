#!/bin/bash
# memcached, and beside it what completes it after it missed writes. The death of memcached ends the container.
# Nothing is in it yet: what other stores have comes before it is called complete.
echo 'not complete: has not looked at the other stores yet' > /run/session-cluster/incomplete
memcached --listen=0.0.0.0 --udp-port=0 "$@" &
memcached=$!
trap 'kill -TERM "$memcached"' TERM INT
while :; do
    session-cluster-repair watch
    sleep 1
done &
# A signal that is trapped ends a wait before memcached has ended.
while kill -0 "$memcached" 2> /dev/null; do
    wait "$memcached"
    status=$?
done
exit "$status"
