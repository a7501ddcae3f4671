#!/bin/bash
# Prints the keys that the store has that this runs on, a line `mg KEY` each.
# Exit status: 0 all of them, 1 not so.
for _ in 1 2 3 4 5 6 7 8 9; do
    exec 3<>/dev/tcp/127.0.0.1/11211
    printf 'lru_crawler mgdump all\r\n' >&3
    while read -r -t 5 word rest <&3; do
        # Somebody else asks for the keys at the moment: again.
        case $word in EN*) exit ;; BUSY) break ;; esac
        echo "$word $rest"
    done
done
exit 1
