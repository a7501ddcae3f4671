#!/bin/sh
# Restarts Apache gracefully. Each of the programs tests the configuration before the old one is left.
# Debian's name first: there, `apachectl` may be absent and `httpd` is.
for program in apache2ctl apachectl; do
    if command -v $program > /dev/null; then exec $program graceful; fi
done
exec httpd -k graceful
