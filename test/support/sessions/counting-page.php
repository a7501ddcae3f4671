<?php
// Counts the visits of a session, and ends it for `?end`. A session that cannot be had is an error, and not an empty
// one.
header('Cache-Control: no-store');
if (!session_start()) {
    http_response_code(500);
    exit('no session');
}
if (isset($_GET['end'])) {
    session_destroy();
    exit('ended');
}
$_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
usleep(2000);
echo $_SESSION['visits'], ' ', gethostname();
