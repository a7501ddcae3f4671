<?php
// All that is asked of PHP-FPM, or done to it, inside its node. Run with -n: whatever the php.ini that is being mended says.
// Arguments: one of the verbs at the end of this file, and what it wants.
// Exit status: 0 done; 1 not, and standard error says why.

function fail(string $why): void
{
    fwrite(STDERR, $why . "\n");
    exit(1);
}

/** What runs as PHP-FPM's master in this container: it names itself so, whatever its number is and whoever started it. */
function master(): array
{
    $own = @file_get_contents('/proc/self/cgroup');
    foreach (glob('/proc/[0-9]*', GLOB_NOSORT) as $process) {
        $title = rtrim(str_replace("\0", ' ', (string) @file_get_contents("$process/cmdline")));
        // With the machine's process numbers, other containers' are to be seen, too.
        $is_own = preg_match('/^php-fpm: master process \((.+)\)$/', $title, $found) && @file_get_contents("$process/cgroup") === $own;
        $program = $is_own ? @readlink("$process/exe") : false;
        if ($program !== false) {
            return ['number' => basename($process), 'program' => preg_replace('/ \(deleted\)$/', '', $program), 'file' => $found[1]];
        }
    }
    fail('PHP-FPM does not run');
}

/** What a program prints, both streams in one, and how it ended. */
function run(array $command): array
{
    $program = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
    $printed = is_resource($program) ? stream_get_contents($pipes[1]) : "$command[0] could not be run";
    return [$printed, is_resource($program) ? proc_close($program) : 1];
}

/** A path for a file that lives for a moment. */
function temporary(string $content): string
{
    $file = tempnam(sys_get_temp_dir(), 'session-cluster-');
    if ($file === false || file_put_contents($file, $content) === false) {
        fail('There is no room for a file that lives for a moment');
    }
    return $file;
}

/** What PHP-FPM says of its own files, in a log that tells all of it and goes nowhere else. */
function test(array $master, string ...$options): array
{
    $file = temporary("include=$master[file]\n[global]\nlog_level=notice\nerror_log=/dev/stderr\n");
    $answer = run(array_merge([$master['program'], '-R', '-y', $file], $options));
    unlink($file);
    return $answer;
}

/** The settings of all parts, by their names: `global`, and each pool. */
function settings(array $master): array
{
    [$printed] = test($master, '-tt');
    $parts = [];
    $part = '';
    foreach (explode("\n", $printed) as $line) {
        $text = preg_replace('/^\[[^\]]*\] NOTICE: /', '', $line, 1, $count);
        if ($count === 1 && preg_match('/^\[(.+)\]$/', $text, $found)) {
            $part = $found[1];
        } elseif ($count === 1 && preg_match('/^\t(\S+) = (.*)$/', $text, $found) && $found[2] !== 'undefined') {
            $parts[$part][$found[1]] = $found[2];
        }
    }
    if (count($parts) < 2) {
        fail(trim($printed) ?: 'PHP-FPM does not say where it listens');
    }
    return $parts;
}

/** The pool that a web server in another container can ask; else the first. */
function pool(array $master): array
{
    $pools = settings($master);
    unset($pools['global']);
    foreach ($pools as $name => $pool) {
        if (isset($pool['listen']) && $pool['listen'][0] !== '/') {
            return ['name' => $name] + $pool;
        }
    }
    return ['name' => key($pools)] + reset($pools);
}

/** Whether another container can have this path, too: it lies in a volume or a folder of the machine. */
function is_shared(string $path): bool
{
    foreach (file('/proc/self/mountinfo') as $mount) {
        [$place, $kind] = preg_match('~^\S+ \S+ \S+ \S+ (\S+) .* - (\S+) ~', $mount, $found) ? [$found[1], $found[2]] : ['/', ''];
        if ($place !== '/' && $kind !== 'tmpfs' && strpos($path, rtrim($place, '/') . '/') === 0) {
            return true;
        }
    }
    return false;
}

/** Where somebody inside the node reaches what listens there. */
function address(string $listen): string
{
    if ($listen[0] === '/') {
        return "unix://$listen";
    }
    return 'tcp://' . preg_replace('/^(?:(?:0\.0\.0\.0|\[::\]|\*):)?(?=\d+$)/', '127.0.0.1:', $listen);
}

/** A folder that the pool may read. */
function own_folder(array $pool): string
{
    $allowed = explode(':', $pool['php_admin_value[open_basedir]'] ?? $pool['php_value[open_basedir]'] ?? '');
    $root = $pool['chroot'] ?? '';
    foreach (array_filter(array_merge(['/tmp'], $allowed)) as $folder) {
        $is_allowed = $allowed === [''] || preg_grep('~^' . preg_quote(rtrim($folder, '/'), '~') . '/?$~', $allowed);
        if ($is_allowed && is_dir($root . $folder)) {
            return $root . rtrim($folder, '/');
        }
    }
    fail('There is no folder that the pool may read');
}

/** A folder from which the web server serves pages. */
function public_folder(array $pool, array $roots): string
{
    $named = array_map('getenv', ['NGINX_WEBROOT', 'WEB_DOCUMENT_ROOT', 'APACHE_DOCUMENT_ROOT', 'DOCUMENT_ROOT']);
    $folders = array_merge($roots, $named);
    foreach ([getcwd(), $pool['chdir'] ?? '', '/var/www/html', '/var/www', '/app'] as $folder) {
        array_push($folders, "$folder/public", "$folder/web", $folder);
    }
    $folders = array_filter($folders, fn ($folder) => $folder && $folder[0] === '/' && trim($folder, '/') !== '' && is_dir($folder));
    $serving = array_filter($folders, fn ($folder) => is_file("$folder/index.php"));
    foreach ($serving ?: $folders as $folder) {
        return rtrim($folder, '/');
    }
    fail('There is no folder from which pages are served');
}

/** @return string the file itself, as the pool sees it */
function seen_by_pool(string $file, string $root): string
{
    return $root !== '' && strpos($file, "$root/") === 0 ? substr($file, strlen($root)) : $file;
}

function packed(array $parameters): string
{
    $text = '';
    foreach ($parameters as $name => $value) {
        foreach ([$name, $value] as $part) {
            $text .= strlen($part) < 128 ? chr(strlen($part)) : pack('N', strlen($part) | 0x80000000);
        }
        $text .= $name . $value;
    }
    return $text;
}

function record(int $type, string $content): string
{
    $records = '';
    foreach ($content === '' ? [''] : str_split($content, 65528) as $part) {
        $records .= pack('CCnnCC', 1, $type, 1, strlen($part), 0, 0) . $part;
    }
    return $records;
}

/** Asks by FastCGI: the status line, and the body. */
function ask(string $address, array $parameters): array
{
    $socket = @stream_socket_client($address, $code, $message, 5);
    if (!$socket) {
        fail("It cannot be reached at $address: $message");
    }
    stream_set_timeout($socket, 10);
    fwrite($socket, record(1, "\0\1\0\0\0\0\0\0") . record(4, packed($parameters)) . record(4, '') . record(5, ''));
    [$printed, $errors] = ['', ''];
    while (strlen($head = (string) stream_get_contents($socket, 8)) === 8) {
        $part = unpack('Cversion/Ctype/nid/nlength/Cpadding', $head);
        $content = $part['length'] === 0 ? '' : (string) stream_get_contents($socket, $part['length']);
        if ($part['padding'] > 0) {
            stream_get_contents($socket, $part['padding']);
        }
        if ($part['type'] === 6) {
            $printed .= $content;
        } elseif ($part['type'] === 7) {
            $errors .= $content;
        } elseif ($part['type'] === 3) {
            break;
        }
    }
    $halves = preg_split('/\r?\n\r?\n/', $printed, 2);
    if (count($halves) < 2) {
        fail(trim($errors) ?: "It closed the connection at $address without an answer");
    }
    $status = preg_match('/^Status: *(.*)$/mi', $halves[0], $found) ? trim($found[1]) : '200 OK';
    // "Primary script unknown" says more than the page that goes with it.
    return ['HTTP/1.1 ' . trim("$status " . ($status[0] === '2' ? '' : trim($errors))), $halves[1]];
}

/** What a page wants to know of its request. */
function parameters(string $file, string $url_path, string $header): array
{
    [$name, $value] = array_pad(explode(': ', $header, 2), 2, '');
    [$path, $query] = array_pad(explode('?', $url_path, 2), 2, '');
    return [
        'GATEWAY_INTERFACE' => 'CGI/1.1',
        'REQUEST_METHOD' => 'GET',
        'SCRIPT_FILENAME' => $file,
        'SCRIPT_NAME' => $path,
        'REQUEST_URI' => $url_path,
        'QUERY_STRING' => $query,
        'DOCUMENT_ROOT' => dirname($file),
        'SERVER_PROTOCOL' => 'HTTP/1.1',
        'SERVER_NAME' => 'localhost',
        'REMOTE_ADDR' => '127.0.0.1',
        'HTTP_HOST' => 'localhost',
        'HTTP_' . strtoupper(strtr($name, '-', '_')) => $value,
    ];
}

/** The main file, and those that it includes, in the order in which they are read. */
function files(array $master): array
{
    [$usage] = run([$master['program'], '-h']);
    $prefix = preg_match('/\(default: (.*?)\)/', $usage, $found) ? $found[1] : '/usr/local';
    $files = [$master['file']];
    foreach (preg_grep('/^\s*include\s*=/', (array) @file($master['file'])) as $line) {
        $pattern = trim(explode('=', $line, 2)[1], " \t\r\n\"'");
        $files = array_merge($files, glob($pattern[0] === '/' ? $pattern : "$prefix/$pattern") ?: []);
    }
    return $files;
}

/** A PHP-FPM of one process, apart from the one that serves: it, and its file. */
function trial(string $program, string $ini, string $socket, string $log): array
{
    $user = preg_match('/^Uid:\t0\t/m', (string) file_get_contents('/proc/self/status')) ? "user = root\ngroup = root\n" : '';
    $global = "[global]\ndaemonize = no\nerror_log = $log\n";
    $pool = "[trial]\nlisten = $socket\npm = static\npm.max_children = 1\nclear_env = no\ncatch_workers_output = yes\n";
    $file = temporary($global . $pool . $user);
    $options = ['-F', '-R', '-y', $file, '-c', $ini, '-d', 'display_startup_errors=1', '-d', 'display_errors=1', '-d', 'html_errors=0'];
    $output = [['file', '/dev/null', 'r'], ['file', $log, 'a'], ['file', $log, 'a']];
    $running = proc_open(array_merge([$program], $options), $output, $pipes);
    for ($end = microtime(true) + 15; !file_exists($socket) && microtime(true) < $end; usleep(20000)) {
        if (!is_resource($running) || !proc_get_status($running)['running']) {
            break;
        }
    }
    if (!file_exists($socket)) {
        fail((string) file_get_contents($log));
    }
    return [$running, $file];
}

/** Each setting of a pool that beats php.ini, with the place where it stands. */
function overrides(array $files, string $pool): array
{
    $overrides = [];
    $part = '';
    foreach ($files as $file) {
        foreach ((array) @file($file) as $index => $line) {
            $part = preg_match('/^\s*\[\s*([^\]]*?)\s*\]/', $line, $found) ? $found[1] : $part;
            if ($part === $pool && preg_match('/^\s*(php_(?:admin_)?(?:value|flag))\s*\[\s*([^\]\s]+)\s*\]\s*=/', $line, $found)) {
                $overrides[] = ['directive' => $found[1], 'name' => strtolower($found[2]), 'file' => $file, 'line' => $index + 1];
            }
        }
    }
    return $overrides;
}

$arguments = array_slice($argv, 2);
switch ($argv[1] ?? '') {
    // Prints a folder for a page, the address to ask, and the pool's root directory.
    // Wants: a folder, or nothing where one is to be found; `public` or `own`; whether `inside` or `outside` this container
    // there is a web server that asks; folders that are likely to be served.
    case 'locate':
        $pool = pool(master());
        [$told, $kind, $asked_from] = $arguments;
        if ($asked_from === 'outside' && $pool['listen'][0] === '/' && !is_shared($pool['listen'])) {
            fail("It listens on $pool[listen], which no other container shares");
        }
        $folder = $told !== '' ? $told : ($kind === 'public' ? public_folder($pool, array_slice($arguments, 3)) : own_folder($pool));
        echo $folder, "\n", address($pool['listen']), "\n", $pool['chroot'] ?? '', "\n";
        break;
    // Prints the answer to a request of a page. Wants: address, root directory, the page, path and query of its URL, a header line.
    case 'request':
        [$address, $root, $file, $url_path, $header] = $arguments;
        $parameters = parameters(seen_by_pool($file, $root), $url_path, $header);
        // PHP-FPM writes its title over its own environment, and takes it from its children; php.ini is read with it.
        $parameters['SESSION_CLUSTER_VARIABLES'] = implode("\n", array_keys(getenv()));
        $parameters['SESSION_CLUSTER_SCAN_DIRECTORIES'] = (string) getenv('PHP_INI_SCAN_DIR');
        [$status, $body] = ask($address, $parameters);
        echo $status, "\n", $body;
        break;
    // Prints the paths of its files.
    case 'files':
        echo implode("\n", files(master())), "\n";
        break;
    // Tests the configuration, which a reload must not find broken, and reloads.
    case 'reload':
        $master = master();
        [$printed, $status] = run([$master['program'], '-R', '-y', $master['file'], '-t']);
        if ($status === 0) {
            [$printed, $status] = run(['sh', '-c', 'kill -USR2 "$0"', $master['number']]);
        }
        if ($status !== 0) {
            fail(trim($printed));
        }
        break;
    // Tests the configuration with another php.ini, and prints the program of PHP-FPM. Wants: that php.ini.
    case 'test':
        $master = master();
        [$printed, $status] = test($master, '-c', $arguments[0], '-t');
        if ($status !== 0) {
            fail(trim($printed));
        }
        echo $master['program'], "\n";
        break;
    // Prints what a page prints under another php.ini, and on standard error what PHP-FPM says meanwhile. Serves nobody else.
    // The user that pages run as need not see what runs as PHP-FPM. Wants: its program, the php.ini, the page, its query.
    case 'try':
        [$program, $ini, $page, $query] = $arguments;
        $socket = temporary('');
        $log = temporary('');
        unlink($socket);
        [$running, $file] = trial($program, $ini, $socket, $log);
        try {
            [$status, $body] = ask("unix://$socket", parameters($page, "/?$query", ''));
            echo $body;
        } finally {
            proc_terminate($running);
            proc_close($running);
            fwrite(STDERR, file_get_contents($log));
            array_map('unlink', array_filter([$file, $log, $socket], 'file_exists'));
        }
        break;
    // Prints how many seconds a reload waits for requests under way, and the file that says so.
    case 'patience':
        $master = master();
        echo (int) (settings($master)['global']['process_control_timeout'] ?? 0), "\n", $master['file'], "\n";
        break;
    // Prints, as JSON, what in the files of its pool beats php.ini.
    case 'overrides':
        $master = master();
        echo json_encode(overrides(files($master), pool($master)['name']), JSON_INVALID_UTF8_SUBSTITUTE), "\n";
        break;
    default:
        fail('There is no such verb');
}
