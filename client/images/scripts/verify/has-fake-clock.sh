#!/bin/sh
# Whether the image has libfaketime, as client/images/replication/supervise.sh uses it.
# Exit status: 0 it has.
for library in /usr/lib/*/faketime/libfaketimeMT.so.1; do
    [ -e "$library" ] && exit
done
exit 1
