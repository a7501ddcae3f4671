#!/bin/bash
# Healthy: memcached answers a command, and nothing that the other stores have is missing.
exec 3<>/dev/tcp/127.0.0.1/11211 || exit 1
printf 'version\r\nquit\r\n' >&3
read -r -t 3 word _ <&3
[ "$word" = VERSION ] && session-cluster-repair check
