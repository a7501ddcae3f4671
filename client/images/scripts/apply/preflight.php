<?php
// Run by the node's own PHP on a copy of its configuration with the new files in it: says what pages would find.
// Arguments, or `port` in the query: the port that a save_path without one means.
$answer = [
    'phpVersion' => PHP_VERSION,
    'iniFile' => php_ini_loaded_file() ?: null,
    'extensions' => array_map('strtolower', get_loaded_extensions()),
    'settings' => array_map(fn ($value) => (string) $value, ini_get_all(null, false)),
    'stores' => [],
    'session' => null,
];

/** Null where memcached answers; else why not, in words behind the server's name. */
function problem_of(string $server, int $default_port): ?string
{
    if ($server[0] === '/') {
        $target = 'unix://' . $server;
        $port = -1;
    } elseif (preg_match('/^(\[[^\]]+\]|[^:]+)(?::(\d+))?/', $server, $part)) {
        $target = $part[1];
        $port = (int) ($part[2] ?? $default_port);
    } else {
        return 'is not a host:port';
    }
    $socket = @fsockopen($target, $port, $code, $message, 3);
    if (!$socket) {
        return 'cannot be reached from inside the node: ' . ($message !== '' ? $message : "error $code");
    }
    stream_set_timeout($socket, 3);
    // What the second asks for, the proxy says of its stores; to memcached itself it is a key like any other. A question
    // for a session would wait for the stores, and end the proxy where there are none.
    fwrite($socket, "version\r\nmg session-cluster.ready\r\n");
    [$version, $value] = [(string) fgets($socket), (string) fgets($socket)];
    fclose($socket);
    if (strpos($version, 'VERSION') !== 0) {
        return 'is not memcached, but something answers there';
    }
    return preg_match('/^SERVER_ERROR (.*)/', $value, $error) === 1 ? 'answers: ' . trim($error[1]) : null;
}

/** A session written, read again by its id, and removed: the whole path that a request will take. */
function round_trip(): ?string
{
    $problem = null;
    set_error_handler(function (int $level, string $message) use (&$problem): bool {
        $problem ??= $message;
        return true;
    });
    try {
        ini_set('session.use_cookies', '0');
        ini_set('session.cache_limiter', '');
        // A command-line PHP has no max_execution_time; without an expiry a lock would outlive an abort for ever.
        ini_set('memcached.sess_lock_expire', '5');
        if (!session_start()) {
            return $problem ?? 'session_start() failed';
        }
        $id = session_id();
        $_SESSION['preflight'] = 'kept';
        session_write_close();
        $_SESSION = [];
        session_id($id);
        session_start();
        $kept = ($_SESSION['preflight'] ?? null) === 'kept';
        session_destroy();
        return $problem ?? ($kept ? null : 'a session that was written could not be read again');
    } catch (Throwable $error) {
        return $error->getMessage();
    } finally {
        restore_error_handler();
    }
}

if (strcasecmp(ini_get('session.save_handler'), 'memcached') === 0) {
    foreach (preg_split('/\s*,\s*/', trim(ini_get('session.save_path')), -1, PREG_SPLIT_NO_EMPTY) as $server) {
        $answer['stores'][] = ['server' => $server, 'problem' => problem_of($server, (int) ($_GET['port'] ?? $argv[1]))];
    }
}
// Where files hold the sessions, the user of a trial and that of pages may differ: it would prove nothing.
if (strcasecmp(ini_get('session.save_handler'), 'files') !== 0) {
    $reached = array_filter(array_column($answer['stores'], 'problem')) === [];
    $answer['session'] = $reached ? round_trip() : null;
}
echo "\n", json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE), "\n";
