#!/bin/bash
# Healthy: Apache answers, PHP in it runs, and it can keep sessions. Says why where not.
exec 3<> /dev/tcp/127.0.0.1/80 || exit 1
printf 'GET /.session-cluster/health.php HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 3 _ status _ <&3
[ "$status" = 200 ] && exit
echo "Apache answers ${status:-nothing}"
while read -r -t 3 line <&3 && [ -n "${line%$'\r'}" ]; do :; done
cat <&3
exit 1
