<?php
// Says first what it found in the session, then, after `hold` (the name of a file in /tmp that ends it; empty: at
// once), whether its write was kept. The session has the words that requests wrote into it, in their order. Seconds are
// those of the machine, the same on each node.
header('Content-Type: text/plain');
header('Cache-Control: no-store');
header('X-Accel-Buffering: no');
$say = function (array $words): void {
    echo json_encode($words), "\n";
    while (ob_get_level() > 0) {
        ob_end_flush();
    }
    flush();
};
$started = @session_start();
$say([
    'node' => gethostname(),
    'pid' => getmypid(),
    'started' => $started,
    'at' => microtime(true),
    'words' => $_SESSION['words'] ?? [],
]);
if (!$started) {
    exit;
}
$file = '/tmp/' . basename($_GET['hold'] ?? '');
$end = microtime(true) + 60;
while ($file !== '/tmp/' && !file_exists($file) && microtime(true) < $end) {
    usleep(10000);
    clearstatcache();
}
if ($_GET['word'] !== '') {
    $_SESSION['words'][] = $_GET['word'];
}
error_clear_last();
$closed = @session_write_close();
$say(['closed' => $closed, 'problem' => error_get_last()['message'] ?? null]);
