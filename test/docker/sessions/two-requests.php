<?php
// Plays two requests on one session at the proxy of this node: the lock of the slow one ends before it writes, and the
// next one has it then. Prints the answers to what they say, a JSON list.
$open = fn () => stream_socket_client('unix:///run/session-cluster/memcached.sock');
$say = function ($socket, string $words): string {
    fwrite($socket, str_replace("\n", "\r\n", $words) . "\r\nmn\r\n");
    for ($answer = ''; !str_ends_with($answer, "MN\r\n");) {
        $answer .= fgets($socket);
    }
    return trim(substr($answer, 0, -4));
};
[$slow, $next] = [$open(), $open()];
$answers = [
    $say($slow, "set page 0 0 1\n1"),
    $say($slow, "add lock.page 0 1 1\n1"),
    $say($slow, 'get page'),
];
while ($say($next, "add lock.page 0 30 1\n1") !== 'STORED') {
    usleep(20000);
}
$answers[] = $say($next, 'get page');
$answers[] = $say($slow, "set page 0 0 1\nX");
$answers[] = $say($slow, 'delete lock.page');
$answers[] = $say($open(), "add lock.page 0 30 1\n1");
$answers[] = $say($next, "set page 0 0 1\n2");
$answers[] = $say($next, 'delete lock.page');
$answers[] = $say($slow, "set page 0 0 1\nX");
$answers[] = $say($open(), "add lock.page 0 30 1\n1");
$answers[] = $say($open(), 'get page');
echo json_encode($answers);
