<?php
// One connection to memcached or its proxy: says each of the lines, a JSON list on standard input, and prints what was
// answered to each, the same way. `mn` marks the end of an answer (memcached's protocol.txt).
// Arguments: server.
// Exit status: 0 said, 1 no connection, 2 it broke.
$socket = stream_socket_client($argv[1], $code, $message, 3) ?: exit(1);
stream_set_timeout($socket, 10);
$answers = [];
foreach (json_decode(stream_get_contents(STDIN)) as $words) {
    fwrite($socket, $words . "\r\nmn\r\n");
    for ($answer = ''; !str_ends_with($answer, "MN\r\n");) {
        $part = fgets($socket);
        if ($part === false) {
            exit(2);
        }
        $answer .= $part;
    }
    $answers[] = str_replace("\r\n", "\n", substr($answer, 0, -4));
}
echo json_encode($answers);
