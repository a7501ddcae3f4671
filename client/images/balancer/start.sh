#!/bin/sh
# Marks are of the moment; those from before a kill mean nothing any more.
rm -rf /run/nginx/marks
mkdir /run/nginx/marks
exec nginx -e /dev/stderr -g 'daemon off;'
