#!/bin/bash
# session-cluster-supervise PROGRAM [ARGUMENT…]: runs Apache, and memcached's proxy beside it while the environment has a file of stores. They share their fate: where
# one dies, the container ends, is started again, and the balancer goes elsewhere at once; an Apache without its proxy would answer with empty sessions.
# SIGHUP: the file of stores was written, changed or removed. Other signals are Apache's.
stores=/etc/session-cluster/stores
directory=/run/session-cluster
proxy=

start_proxy() {
    rm -f "$directory/memcached.sock"
    memcached "${user[@]}" --unix-socket="$directory/memcached.sock" --unix-mask=0600 --threads=1 --memory-limit=8 --conn-limit=4096 \
        -o "proxy_config=/usr/local/share/session-cluster/replicate.lua,proxy_arg=$stores" &
    proxy=$!
}

stop_proxy() {
    local stopped=$proxy
    proxy=
    kill -TERM "$stopped"
}

follow_stores() {
    if [ ! -e "$stores" ]; then
        [ -z "$proxy" ] || stop_proxy
    elif [ -z "$proxy" ]; then
        start_proxy
    else
        kill -HUP "$proxy"
    fi
}

user=()
if [ "$(id -u)" = 0 ]; then
    # An image that starts Apache as root: the proxy has no more rights than its PHP, and the same user, who alone may use the socket.
    name=${APACHE_RUN_USER:-www-data}
    mkdir -p "$directory"
    chown "$name" "$directory"
    user=(--user="$name")
fi

[ ! -e "$stores" ] || start_proxy
# Whoever waits for a session waits for the proxy: it goes before Apache, which lowers only its own priority and only within this container.
nice -n 10 "$@" &
apache=$!
trap follow_stores HUP
# Requests that are under way are answered, with their sessions: the proxy ends after Apache.
trap 'kill -WINCH "$apache"' WINCH
trap 'kill -TERM "$apache"' TERM INT
while :; do
    ended=
    # A signal that is trapped ends the wait before any child has ended.
    wait -n -p ended
    status=$?
    if [ "$ended" = "$apache" ] || { [ -n "$proxy" ] && [ "$ended" = "$proxy" ]; }; then
        exit "$status"
    fi
done
