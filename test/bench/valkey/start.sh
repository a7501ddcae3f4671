#!/bin/sh
# start valkey [PRIMARY] | sentinel | haproxy: Sentinel rewrites the configuration of each, so it has a file of its own,
# which outlives a restart.
case $1 in
    valkey)
        if [ ! -e /data/valkey.conf ]; then
            cp /etc/peer/valkey.conf /data/valkey.conf
            [ -z "$2" ] || echo "replicaof $2 6379" >> /data/valkey.conf
        fi
        exec valkey-server /data/valkey.conf
        ;;
    sentinel)
        [ -e /data/sentinel.conf ] || cp /etc/peer/sentinel.conf /data/sentinel.conf
        exec valkey-sentinel /data/sentinel.conf
        ;;
    haproxy) exec haproxy -db -f /etc/peer/haproxy.cfg ;;
esac
