#!/bin/sh
# Prints the document roots that the configuration of Caddy names, one a line.
sed -nE 's/^[[:space:]]*root[[:space:]]+(\*[[:space:]]+)?("?)([^"{[:space:]]+)\2[[:space:]]*$/\3/p' \
    /etc/caddy/Caddyfile /etc/Caddyfile 2>/dev/null | awk '!seen[$0]++'
