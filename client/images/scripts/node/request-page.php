<?php
// Requests a page of this node from Apache, and prints the status line and the body.
// Run with -n: the page must be reachable whatever the php.ini that is being mended says.
// Arguments: URL, a header line.
// Exit status: 0 answered, whatever the status; 1 not answered.
$options = ['header' => "Host: localhost\r\n$argv[2]", 'timeout' => 5, 'ignore_errors' => true];
$context = stream_context_create(['http' => $options]);
$body = file_get_contents($argv[1], false, $context);
if ($body === false) {
    exit(1);
}
echo strtok($http_response_header[0], "\n"), "\n", $body;
