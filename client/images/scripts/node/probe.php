<?php
// Put on a node for the length of one operation, under a name that cannot be guessed, and removed by it.
// Answers only to the key whose hash is written here; to anybody else it does not exist.
if (!hash_equals('%KEY_SHA256%', hash('sha256', $_SERVER['HTTP_X_SESSION_CLUSTER_KEY'] ?? ''))) {
    http_response_code(404);
    exit;
}
// What is in force is told as it was before this line.
$display_errors = (string) ini_set('display_errors', '0');
header('Cache-Control: no-store');
header('Content-Type: application/json');

function scan_directories(): array
{
    // PHP-FPM keeps the environment that its php.ini was read with from its pages: whoever asks brings it along.
    $given = $_SERVER['SESSION_CLUSTER_SCAN_DIRECTORIES'] ?? getenv('PHP_INI_SCAN_DIR');
    $list = $given === false ? [''] : explode(PATH_SEPARATOR, $given);
    return array_values(array_filter(array_map(fn ($directory) => $directory === '' ? PHP_CONFIG_FILE_SCAN_DIR : $directory, $list)));
}

/**
 * Seconds since the machine started, now and when this process was forked: tells a child of after a restart from one
 * of before.
 */
function child_age(): array
{
    $stat = @file_get_contents('/proc/self/stat');
    $uptime = @file_get_contents('/proc/uptime');
    if ($stat === false || $uptime === false) {
        return ['now' => null, 'started' => null];
    }
    // The second field, the program's name in parentheses, may hold spaces; the start time is field 22, in ticks of
    // 1/100 s (proc(5)).
    $fields = explode(' ', substr($stat, strrpos($stat, ')') + 2));
    return ['now' => (float) $uptime, 'started' => $fields[19] / 100];
}

/**
 * Tells the directory that keeps the sessions from others: a volume that nodes share is the same on each. Null where files
 * do not keep them.
 */
function session_directory(): ?string
{
    if (strcasecmp((string) ini_get('session.save_handler'), 'files') !== 0) {
        return null;
    }
    $parts = explode(';', (string) ini_get('session.save_path'));
    $stat = @stat(end($parts) ?: sys_get_temp_dir());
    return $stat === false ? null : $stat['dev'] . ':' . $stat['ino'];
}

/** The number of the user that pages run as; null where /proc cannot be read. */
function user(): ?int
{
    return preg_match('/^Uid:\t\d+\t(\d+)/m', (string) @file_get_contents('/proc/self/status'), $found) === 1 ? (int) $found[1] : null;
}

/** Without the ending; null where the directory cannot be read. */
function available_extensions(): ?array
{
    $files = @scandir((string) ini_get('extension_dir'));
    $libraries = $files === false ? null : preg_grep('/\.so$/', $files);
    return $libraries === null ? null : array_values(array_map(fn ($file) => substr($file, 0, -3), $libraries));
}

/** Where symbolic links lead. */
function links(array $paths): array
{
    $links = [];
    foreach ($paths as $path) {
        $real = @realpath($path);
        if ($real !== false && $real !== $path) {
            $links[$path] = $real;
        }
    }
    return $links;
}

/** Names. */
function environment_variables(): array
{
    $given = $_SERVER['SESSION_CLUSTER_VARIABLES'] ?? null;
    return $given === null ? array_map('strval', array_keys(getenv())) : array_values(array_filter(explode("\n", $given)));
}

function facts(string $display_errors): array
{
    $scanned = php_ini_scanned_files();
    $files = $scanned ? array_map('trim', explode(',', $scanned)) : [];
    $main = php_ini_loaded_file() ?: null;
    return [
        'hostname' => gethostname(),
        'phpVersion' => PHP_VERSION,
        'sapi' => PHP_SAPI,
        'user' => user(),
        'iniFile' => $main,
        'iniDirectory' => PHP_CONFIG_FILE_PATH,
        'scanDirectories' => scan_directories(),
        'scannedFiles' => $files,
        'links' => (object) links(array_merge($main === null ? [] : [$main], $files)),
        'documentRoot' => $_SERVER['DOCUMENT_ROOT'],
        'extensions' => array_map('strtolower', get_loaded_extensions()),
        'availableExtensions' => available_extensions(),
        'environmentVariables' => environment_variables(),
        'settings' => ['display_errors' => $display_errors] + array_map(fn ($value) => (string) $value, ini_get_all(null, false)),
        'sessionDirectory' => session_directory(),
        'child' => child_age(),
    ];
}

/**
 * One counted visit of a session, which it holds for `hold` milliseconds, as a page does that works. What the session remembers tells which requests ran in it,
 * in which order, and whether its data are still those that it began with.
 */
function visit(string $request, int $hold): array
{
    if (!session_start()) {
        // Few pages look at what session_start() returns: they are served, as to somebody who is logged out.
        return ['hostname' => gethostname(), 'session' => null];
    }
    usleep(1000 * min(max($hold, 0), 1000));
    $_SESSION['birth'] ??= bin2hex(random_bytes(8));
    $_SESSION['count'] = ($_SESSION['count'] ?? 0) + 1;
    // More than can happen between two answers of one session.
    $_SESSION['recent'] = array_slice([...($_SESSION['recent'] ?? []), $request], -32);
    $answer = [
        'hostname' => gethostname(),
        'session' => hash('sha256', session_id()),
        'birth' => $_SESSION['birth'],
        'count' => $_SESSION['count'],
        'recent' => $_SESSION['recent'],
    ];
    // It returns true also where the data could not be written: only warnings say so, the first of them why (measured).
    $warnings = [];
    set_error_handler(function (int $level, string $message) use (&$warnings): bool {
        $warnings[] = $message;
        return false;
    });
    session_write_close();
    if ($warnings !== []) {
        http_response_code(500);
        return ['hostname' => gethostname(), 'error' => implode('; ', $warnings)];
    }
    return $answer;
}

function end_session(): array
{
    return ['ended' => session_start() && session_destroy()];
}

function answer(string $display_errors): array
{
    switch ($_GET['do'] ?? '') {
        case 'facts':
            return facts($display_errors);
        case 'visit':
            return visit((string) ($_GET['request'] ?? ''), (int) ($_GET['hold'] ?? 0));
        case 'end':
            return end_session();
        default:
            return ['error' => 'unknown request'];
    }
}

echo json_encode(answer($display_errors), JSON_INVALID_UTF8_SUBSTITUTE);
