#!/bin/bash
# Healthy: memcached answers a command, and nothing that the other stores have is missing. Says why where it is not; and
# in any case what users feel: sessions that were forgotten, connections that were refused.
incomplete=/run/session-cluster/incomplete

# How many connections memcached has, and how many it may have (start.sh has its options).
connections() {
    local limit count
    limit=$(tr '\0' '\n' < /proc/1/cmdline | sed -n 's/^--conn-limit=//p')
    # Established (01) at port 11211 (2BCB); proc_net_tcp(5).
    count=$(awk '$2 ~ /:2BCB$/ && $4 == "01"' /proc/net/tcp | wc -l)
    echo "$count of ${limit:-1024} connections are in use"
}

exec 3<> /dev/tcp/127.0.0.1/11211 || exit 1
printf 'stats\r\nquit\r\n' >&3
answered=
while read -r -t 3 word name value <&3; do
    value=${value%$'\r'}
    case "$word $name" in
        'STAT evictions') [ "$value" = 0 ] || echo "memory is full: $value items were evicted since it started; whose session is evicted is logged out" ;;
        'STAT rejected_connections') [ "$value" = 0 ] || echo "$value connections were refused since it started: it had as many as it may have" ;;
        END*) answered=yes && break ;;
    esac
done
if [ -z "$answered" ]; then
    echo "memcached does not answer: $(connections)"
    exit 1
fi
if [ -e "$incomplete" ]; then
    cat "$incomplete"
    exit 1
fi
