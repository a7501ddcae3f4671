<?php
// Tries a connection to each server, for two seconds at most, and prints a JSON list: null where there was one, else
// why not. A look-up of a name cannot be ended early: what is not tried within ten seconds is left out.
// Arguments: host and port in turn; port 0 for a Unix socket.
$results = [];
$end = microtime(true) + 10;
for ($i = 1; $i < $argc && microtime(true) < $end; $i += 2) {
    [$host, $port] = [$argv[$i], (int) $argv[$i + 1]];
    $target = $port === 0 ? "unix://$host" : (strpos($host, ':') === false ? $host : "[$host]");
    $socket = @fsockopen($target, $port === 0 ? -1 : $port, $code, $message, 2);
    $results[] = $socket ? null : trim($message !== '' ? $message : "error $code");
}
echo json_encode($results, JSON_INVALID_UTF8_SUBSTITUTE);
