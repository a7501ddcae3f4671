#!/bin/sh
# Prints the version of memcached, and says whether an image can run its proxy beside Apache.
# Exit status: 0 it can, 10 no memcached, 11 memcached has no proxy, 12 no bash that can wait for whichever child ends
# first (5.1).
command -v memcached > /dev/null || exit 10
memcached -V
memcached -h | grep -q proxy_config || exit 11
# shellcheck disable=SC2016 # for bash to expand
bash -c '[[ ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 51 ]]' || exit 12
