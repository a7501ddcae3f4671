<?php
// Counts in the session.
session_start();
$_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
echo json_encode(['count' => $_SESSION['count'], 'node' => gethostname()]);
