<?php
session_start();
$_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
$handler = ini_get('session.save_handler');
header('Cache-Control: no-store');
?><!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>PHP Session Cluster</title>
<style>
    body { font: 18px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 10vh auto; padding: 0 1rem; color: #1f2328; }
    dt { color: #59636e; } dd { margin: 0 0 1rem; font-weight: 600; }
</style>
<h1>This is your PHP session cluster</h1>
<dl>
    <dt>Visits that your session has counted</dt><dd><?= (int) $_SESSION['visits'] ?></dd>
    <dt>Node that answered</dt><dd><?= htmlspecialchars(gethostname()) ?></dd>
    <dt>Sessions are kept in</dt><dd><?= htmlspecialchars($handler) ?></dd>
</dl>
<p><?= $handler === 'memcached'
    ? 'Stop the node that answered and load this page again: another node goes on counting.'
    : 'Run <strong>Enable Session Clustering</strong>: until then each node counts for itself.' ?></p>
</html>
