<?php
// Requests a page of this node from Apache, and prints the status line and the body.
// Run with -n: the page must be reachable whatever the php.ini that is being mended says.
// Arguments: URL, a header line.
// Exit status: 0 answered, whatever the status; 1 not answered.
$options = ['header' => "Host: localhost\r\n$argv[2]", 'timeout' => 5, 'ignore_errors' => true];
$answer = fopen($argv[1], 'r', false, stream_context_create(['http' => $options]));
$body = $answer ? stream_get_contents($answer) : false;
if ($body === false) {
    exit(1);
}
// Not $http_response_header: PHP 8.5 prints that it is deprecated.
echo stream_get_meta_data($answer)['wrapper_data'][0], "\n", $body;
