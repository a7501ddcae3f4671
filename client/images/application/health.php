<?php
// The health check's page: PHP runs, and where memcached's proxy runs beside Apache it reaches what sessions need.
header('Cache-Control: no-store');
header('Content-Type: text/plain');

/** Null where sessions can be kept; else why not. */
function problem(): ?string
{
    // The proxy runs while there is a file of stores (supervise.sh).
    if (!file_exists('/etc/session-cluster/stores')) {
        return null;
    }
    $path = '/run/session-cluster/memcached.sock';
    $proxy = @stream_socket_client("unix://$path", $code, $message, 2);
    if (!$proxy) {
        return "memcached's proxy beside Apache cannot be reached: $message";
    }
    stream_set_timeout($proxy, 2);
    fwrite($proxy, "mg session-cluster.ready\r\n");
    $answer = (string) fgets($proxy);
    if (strncmp($answer, 'HD', 2) === 0) {
        return null;
    }
    return $answer === '' ? "memcached's proxy beside Apache does not answer" : trim(str_replace('SERVER_ERROR ', '', $answer));
}

$problem = problem();
if ($problem !== null) {
    http_response_code(503);
}
echo $problem ?? 'ok';
