<?php
// Prints what this PHP has: { php, extensions: { name: version }, directives: { extension: { name: [default, access] }
// } }.
$extensions = get_loaded_extensions();
foreach (['Zend OPcache', 'xdebug'] as $extension) {
    if (extension_loaded($extension)) {
        $extensions[] = $extension;
    }
}
$versions = [];
$owner = [];
foreach (array_unique($extensions) as $extension) {
    $reflection = new ReflectionExtension($extension);
    $name = strtolower($extension);
    $versions[$name] = (string) $reflection->getVersion();
    foreach ($reflection->getINIEntries() as $directive => $_) { $owner[$directive] = $name; }
}
$directives = [];
foreach (ini_get_all(null, true) as $directive => $entry) {
    $directives[$owner[$directive] ?? ''][$directive] = [(string) $entry['global_value'], $entry['access']];
}
echo json_encode(['php' => PHP_VERSION, 'extensions' => $versions, 'directives' => $directives]);
