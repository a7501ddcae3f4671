<?php
// Notes on the node that it runs, and takes its time.
file_put_contents('/tmp/runs', $_GET['run'] . "\n", FILE_APPEND);
usleep((int) ($_GET['ms'] ?? 0) * 1000);
echo gethostname();
