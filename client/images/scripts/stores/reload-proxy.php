<?php
// Tells the supervisor (PID 1) that the file of the stores has changed, and asks the proxy for the stores in force, for
// 3 s at most, until they are those wanted. From inside: an engine that sends a container a signal takes it for stopped
// by hand, and would not start it again after a failure.
// Arguments: socket of the proxy, what it is to say; empty: there is to be no proxy.
// Exit status: 0 it is so, 1 it is not; standard error has what the proxy said.
exec('kill -HUP 1', $output, $status);
if ($status !== 0) {
    exit(1);
}
$until = microtime(true) + 3;
do {
    $proxy = @stream_socket_client("unix://$argv[1]", $code, $text, 1);
    $said = '';
    if ($proxy) {
        stream_set_timeout($proxy, 1);
        fwrite($proxy, "mg session-cluster.stores\r\n");
        $said = rtrim((string) fgets($proxy));
        fclose($proxy);
    }
    if ($argv[2] === '' ? !$proxy : $said === $argv[2]) {
        exit(0);
    }
    usleep(20000);
} while (microtime(true) < $until);
fwrite(STDERR, $said);
exit(1);
