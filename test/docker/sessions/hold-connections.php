<?php
// Holds more connections to a store than it may have, until there is a file, for two minutes at most.
// Arguments: host and port of the store, the file.
$held = [];
while (count($held) < 4200) {
    $socket = @stream_socket_client("tcp://$argv[1]", $code, $message, 2);
    if (!$socket) {
        break;
    }
    $held[] = $socket;
}
for ($i = 0; $i < 1200 && !file_exists($argv[2]); $i++) {
    usleep(100000);
    clearstatcache();
}
