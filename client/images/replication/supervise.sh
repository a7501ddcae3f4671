#!/bin/bash
# session-cluster-supervise PROGRAM [ARGUMENT…]: runs Apache, and memcached's proxy beside it while the environment has
# a file of stores. They share their fate: where one dies, the container ends, is started again, and the balancer goes
# elsewhere; an Apache without its proxy would answer with empty sessions. Apache is not started before a store answers.
# SIGHUP: the file of stores was written, changed or removed. Other signals are Apache's.
stores=/etc/session-cluster/stores
rules=/usr/local/share/session-cluster
watch=$rules/proxy-watch.pl
directory=/run/session-cluster
proxy=
apache=
# As many files memcached may have open; its end of the pipe (4095, below) is the last of them.
connections=4096

start_proxy() {
    rm -f "$directory/memcached.sock" "$directory/life"
    mkfifo "$directory/life"
    # With a writer of our own, nobody waits for anybody else to open it.
    # shellcheck disable=SC2094 # a pipe, not a file that is read while it is overwritten
    exec 8<>"$directory/life" 9<"$directory/life"
    (
        ulimit -Sn "$connections"
        # As large an item as on the stores.
        exec memcached "${user[@]}" --unix-socket="$directory/memcached.sock" --unix-mask=0600 \
            --threads=1 --memory-limit=16 --max-item-size=4m --conn-limit="$connections" \
            -o "proxy_config=$rules/replicate.lua,proxy_arg=$stores" 4095>"$directory/life" 8>&- 9<&-
    ) &
    proxy=$!
    exec 8>&-
    perl "$watch" guard "$proxy" "$directory/memcached.sock" 9<&- &
}

# From now on the kernel itself kills Apache, every process of its group, in the moment in which the proxy's end of the
# pipe is closed: before the proxy's connections are, so that PHP, which would go on with an empty session, sees nothing
# of its death (of 37 kills under load none was seen; of 7 without it, two). What a dead process had open is released
# from the highest descriptor down (Linux from 4.4 on). fcntl(2): F_SETOWN (8), F_SETSIG (10) to SIGKILL, F_SETFL (4) to
# O_ASYNC. Where that cannot be, Apache dies with this script, a millisecond later.
bind_apache() {
    [ -n "$apache" ] || return
    perl -e 'fcntl STDIN, 8, -$ARGV[0] and fcntl STDIN, 10, 9 and fcntl STDIN, 4, 020000 or die "session-cluster-supervise: fcntl: $!\n"' "$apache" <&9
}

stop_proxy() {
    local stopped=$proxy
    proxy=
    perl -e 'fcntl STDIN, 4, 0 or die "session-cluster-supervise: fcntl: $!\n"' <&9
    kill -TERM "$stopped"
}

follow_stores() {
    if [ ! -e "$stores" ]; then
        [ -z "$proxy" ] || stop_proxy
    elif [ -z "$proxy" ]; then
        start_proxy
        bind_apache
    else
        kill -HUP "$proxy"
    fi
}

# A verification sets a node's clock apart: seconds, with a sign. The linker fills in where this machine's libraries are.
clock=/etc/session-cluster/clock
if [ -s "$clock" ]; then
    # shellcheck disable=SC2016 # the linker's, not the shell's
    export LD_PRELOAD='/usr/$LIB/faketime/libfaketimeMT.so.1'
    FAKETIME="$(< "$clock")s"
    export FAKETIME FAKETIME_DONT_FAKE_MONOTONIC=1
fi

user=()
if [ "$(id -u)" = 0 ]; then
    # An image that starts Apache as root: the proxy has no more rights than its PHP, and the same user, who alone may
    # use the socket.
    name=${APACHE_RUN_USER:-www-data}
    mkdir -p "$directory"
    chown "$name" "$directory"
    user=(--user="$name")
fi

if [ -e "$stores" ]; then
    start_proxy
    # Nothing is under way yet.
    trap 'kill -TERM "$proxy"; exit 0' TERM INT WINCH
    trap follow_stores HUP
    perl "$watch" await "$proxy" "$directory/memcached.sock" 9<&- &
    awaiting=$!
    # A signal that is trapped ends a wait.
    while kill -0 "$awaiting" 2> /dev/null; do
        wait "$awaiting"
    done
fi
# Whoever waits for a session waits for the proxy: it goes before Apache, which lowers only its own priority and only
# within this container.
# A session, and so a process group, of its own: what is killed with the proxy.
nice -n 10 setsid "$@" 9<&- &
apache=$!
[ -z "$proxy" ] || bind_apache
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
