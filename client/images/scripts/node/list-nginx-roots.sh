#!/bin/sh
# Prints the document roots that the configuration of NGINX names, one a line.
{ nginx -T || cat /etc/nginx/nginx.conf /etc/nginx/conf.d/* /etc/nginx/sites-enabled/* /etc/nginx/http.d/*; } 2>/dev/null |
    sed -n 's/^[[:space:]]*root[[:space:]]\{1,\}\([^;$]*\);.*/\1/p' | tr -d "\"'" | awk '!seen[$0]++'
