<?php
// Prints the functions that this PHP has: { php, extensions: [name], functions: { name: extension } }.
$functions = [];
foreach (get_defined_functions()['internal'] as $name) {
    $functions[$name] = strtolower((new ReflectionFunction($name))->getExtensionName() ?: 'core');
}
$extensions = array_map('strtolower', get_loaded_extensions());
echo json_encode(['php' => PHP_VERSION, 'extensions' => $extensions, 'functions' => $functions]);
