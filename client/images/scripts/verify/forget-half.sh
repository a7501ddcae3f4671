#!/bin/bash
# Has memcached forget every second session, as when its memory is full. Neither locks nor what the stores know of each
# other (session-cluster.…), which is looked at all the time and so is evicted last.
# Arguments: port.
# Prints how many it forgot. Exit status: 0 done.
exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1

# One dump at a time: memcached's own one, or another one's, may be under way.
list_keys() {
    local tries line
    for ((tries = 0; tries < 100; tries++)); do
        printf 'lru_crawler metadump all\r\n' >&3
        keys=()
        while read -r -t 10 line <&3; do
            line=${line%$'\r'}
            case $line in
                END) return 0 ;;
                key=*)
                    line=${line#key=}
                    keys+=("${line%% *}")
                    ;;
                *) break ;;
            esac
        done
        sleep 0.05
    done
    return 1
}

list_keys || exit 1
number=0
forgotten=0
for key in "${keys[@]}"; do
    case $key in
        session-cluster.* | lock.* | *.lock.*) continue ;;
    esac
    number=$((number + 1))
    [ $((number % 2)) = 0 ] || continue
    # Keys are listed as in a URL.
    printf 'md %b\r\n' "${key//%/\\x}" >&3
    read -r -t 10 line <&3 || exit 1
    [ "${line%$'\r'}" != HD ] || forgotten=$((forgotten + 1))
done
printf 'quit\r\n' >&3
echo "$forgotten"
