<?php
// The health check of an image of the user's own: an Apache that answers anything at all is up. PHP's own HTTP client
// is the one program that it surely has.
// Exit status: 0 it answers, 1 it does not.
$http_response_header = [];
@file_get_contents('http://127.0.0.1/');
exit($http_response_header === [] ? 1 : 0);
