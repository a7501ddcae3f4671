#!/bin/sh
# Prints number, user and name of the processes that have one of the given names and were started by one that has
# another name: a server's main process, not its workers. Images have no ps or pgrep, but /proc. Only processes of this
# container: with the host's process numbers others are to be seen, too.
# Arguments: names.
own=$(cat /proc/self/cgroup)
for directory in /proc/[0-9]*; do
    read -r name 2>/dev/null < "$directory/comm" || continue
    for wanted in "$@"; do
        [ "$name" = "$wanted" ] || continue
        [ "$(cat "$directory/cgroup" 2>/dev/null)" = "$own" ] || continue
        state='' parent='' uid='' starter=''
        while read -r key value _; do
            case $key in State:) state=$value ;; PPid:) parent=$value ;; Uid:) uid=$value ;; esac
        done 2>/dev/null < "$directory/status"
        # It has ended, and its parent has not looked yet.
        [ "$state" != Z ] || continue
        read -r starter 2>/dev/null < "/proc/$parent/comm"
        [ "$starter" = "$name" ] || echo "${directory#/proc/} $uid $name"
    done
done
