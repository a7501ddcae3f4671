<?php
// What phpredis does with save paths: it starts Redis servers on loopback addresses of their own, starts a session for
// each path, asks the servers who came, and prints that as JSON. On standard input: where they listen, their
// directory, and the paths with what they are expected to log in with.
declare(strict_types=1);

const NOT_REDIS = 'Failed to initialize storage module';

$input = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
ob_start();
ini_set('session.use_cookies', '0');
ini_set('session.cache_limiter', '');
ini_set('session.use_strict_mode', '0');

/** One that we have started, with a connection that tells what others do there. */
final class Server
{
    private Redis $control;
    private int $own;
    /** @var resource */
    private $process;

    public function __construct(public readonly string $name, string $socket, array $options)
    {
        $folder = dirname($socket) . '/' . $name;
        mkdir($folder);
        $all = ['dir' => $folder, 'unixsocket' => $socket, 'save' => '', 'protected-mode' => 'no', 'logfile' => "$folder/log"] + $options;
        $command = ['redis-server'];
        foreach ($all as $option => $value) {
            array_push($command, "--$option", ...(array) $value);
        }
        $this->process = proc_open($command, [['file', '/dev/null', 'r']], $pipes);
        for (;;) {
            try {
                $this->control = new Redis();
                if (@$this->control->connect($socket, 0, 10, null, 0, 60)) {
                    break;
                }
            } catch (RedisException) {
                // Not yet.
            }
            if (!proc_get_status($this->process)['running']) {
                throw new RuntimeException("Redis $name ended: " . file_get_contents("$folder/log"));
            }
            usleep(5000);
        }
        $this->own = $this->ask('CLIENT', 'ID');
    }

    public function ask(string ...$command): mixed
    {
        return $this->control->rawCommand(...$command);
    }

    /** The newest connection that is not ours: its number, user and database. */
    public function guest(): ?array
    {
        $guest = null;
        foreach (explode("\n", trim($this->ask('CLIENT', 'LIST'))) as $line) {
            preg_match('/^id=(\d+) .* db=(\d+) .* user=(.*?) (?:redir=|lib-name=|$)/', "$line ", $found);
            if ((int) $found[1] !== $this->own) {
                $guest = ['id' => (int) $found[1], 'database' => (int) $found[2], 'user' => $found[3]];
            }
        }
        return $guest;
    }

    /** Lets in who says this, and nobody else; everybody, where there is nothing to be said. */
    public function admit(?array $credentials): void
    {
        $this->ask('FLUSHALL');
        if ($credentials === null) {
            return;
        }
        $user = $credentials['user'] ?? 'default';
        try {
            $this->ask('ACL', 'SETUSER', 'default', 'reset', 'on', '>' . random_int(0, PHP_INT_MAX), '~*', '+@all');
            $this->ask('ACL', 'SETUSER', $user, 'reset', 'on', '>' . $credentials['password'], '~*', '+@all');
        } catch (RedisException) {
            // No name of a user: nobody comes in.
        }
    }

    /** Forgets all of them. */
    public function forget(?array $credentials): void
    {
        $this->ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        if ($credentials !== null) {
            $this->ask('ACL', 'SETUSER', 'default', 'reset', 'on', 'nopass', '~*', '+@all');
            if (($credentials['user'] ?? 'default') !== 'default') {
                $this->ask('ACL', 'DELUSER', $credentials['user']);
            }
        }
    }

    /** Database and name of the one key that is there. */
    public function key(): ?array
    {
        foreach (array_keys($this->control->info('keyspace')) as $database) {
            $this->control->select((int) substr($database, 2));
            $keys = $this->control->keys('*');
            $this->control->select(0);
            foreach ($keys as $key) {
                return ['database' => (int) substr($database, 2), 'name' => $key];
            }
        }
        return null;
    }

    public function end(): void
    {
        proc_terminate($this->process, 9);
        proc_close($this->process);
    }
}

/** What PHP said of it, and whether the session started. */
function start(array $case, array &$said): bool
{
    set_error_handler(static function (int $_, string $message) use (&$said): bool {
        $said[] = $message;
        return true;
    });
    try {
        ini_set('session.save_handler', $case['handler']);
        ini_set('session.save_path', $case['path']);
        session_id($case['id']);
        return session_start();
    } catch (RedisException | RedisClusterException $exception) {
        $said[] = $exception->getMessage();
        leave();
        return false;
    } finally {
        restore_error_handler();
    }
}

/** Ends the session, if there is one. */
function leave(bool $write = false): void
{
    try {
        @($write ? session_write_close() : session_abort());
    } catch (RedisException | RedisClusterException) {
        // The lock of a session is looked for on whichever server its id leads to, which may want another login.
    }
}

/** A certificate that nobody has signed, for the servers' addresses. */
function certificate(string $folder, string $host): array
{
    $settings = "$folder/openssl.cnf";
    file_put_contents($settings, "[req]\ndistinguished_name = name\n[name]\n[extensions]\nsubjectAltName = IP:$host\n");
    $options = ['config' => $settings, 'x509_extensions' => 'extensions', 'digest_alg' => 'sha256', 'private_key_bits' => 2048];
    $key = openssl_pkey_new($options);
    $request = openssl_csr_new(['commonName' => 'redis'], $key, $options);
    openssl_x509_export_to_file(openssl_csr_sign($request, null, $key, 2, $options), "$folder/certificate.pem");
    openssl_pkey_export_to_file($key, "$folder/key.pem", null, $options);
    return ['tls-cert-file' => "$folder/certificate.pem", 'tls-key-file' => "$folder/key.pem", 'tls-ca-cert-file' => "$folder/certificate.pem", 'tls-auth-clients' => 'no'];
}

['folder' => $folder, 'net' => $net] = $input;
$listen = [
    'a' => ['bind' => "$net.1", 'port' => '6379'],
    'b' => ['bind' => "$net.2", 'port' => '6379'],
    'c' => ['bind' => "$net.1", 'port' => '6390'],
    'tls' => ['bind' => "$net.1", 'port' => '0', 'tls-port' => '6391'] + certificate($folder, "$net.1"),
    'cluster' => ['bind' => "$net.1", 'port' => '7000', 'cluster-enabled' => 'yes', 'cluster-announce-ip' => "$net.1"],
];
$servers = [];
$outcomes = [];
try {
    foreach ($listen as $name => $options) {
        $servers[$name] = new Server($name, "$folder/$name.sock", $options);
    }
    $servers['cluster']->ask('CLUSTER', 'ADDSLOTS', ...array_map('strval', range(0, 16383)));
    while (!str_contains($servers['cluster']->ask('CLUSTER', 'INFO'), 'cluster_state:ok')) {
        usleep(5000);
    }
    foreach ($input['cases'] as $case) {
        foreach ($servers as $server) {
            $server->admit($case['credentials']);
        }
        $said = [];
        $outcome = ['starts' => start($case, $said), 'server' => null];
        $outcome['refused'] = (bool) array_filter($said, static fn ($one) => str_contains($one, NOT_REDIS));
        // A cluster's seed may be any of them, and is asked for the way only.
        $hosts = $case['handler'] === 'redis' ? $servers : ['cluster' => $servers['cluster']];
        foreach ($outcome['starts'] ? $hosts : [] as $name => $server) {
            $guest = $server->guest();
            if ($guest !== null) {
                $_SESSION['n'] = 1;
                leave(write: true);
                $key = $server->key();
                // A connection that is kept comes again with its number.
                start($case, $said);
                $kept = $server->guest();
                leave();
                $outcome = ['server' => $name, 'user' => $guest['user'], 'key' => $key, 'kept' => $kept['id'] === $guest['id']] + $outcome;
                break;
            }
        }
        leave();
        foreach ($servers as $server) {
            $server->forget($case['credentials']);
        }
        $outcomes[] = $outcome + ['said' => $said];
    }
} finally {
    foreach ($servers as $server) {
        $server->end();
    }
}
ob_end_clean();
echo json_encode(
    ['version' => phpversion('redis'), 'outcomes' => $outcomes],
    JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES,
);
