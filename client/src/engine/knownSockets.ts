import { connect } from 'node:net';
import { join, posix } from 'node:path';

interface Surroundings {
    readonly environment: NodeJS.ProcessEnv;
    readonly home: string;
    readonly platform: NodeJS.Platform;
}

/** How long a socket of this machine may take to accept a connection. */
const PROBE_MS = 1000;

/** Where engines listen, the likeliest first. */
export function knownSockets({ environment, home, platform }: Surroundings): string[] {
    if (platform === 'win32') {
        return ['//./pipe/docker_engine', '//./pipe/dockerDesktopLinuxEngine', '//./pipe/podman-machine-default'];
    }
    const runtime = environment.XDG_RUNTIME_DIR ?? '';
    const runtimeFolder = runtime === '' ? `/run/user/${process.getuid?.() ?? 0}` : runtime;
    return [
        // Docker Desktop
        join(home, '.docker/run/docker.sock'),
        join(home, '.docker/desktop/docker.sock'),
        '/var/run/docker.sock',
        // Docker, rootless
        posix.join(runtimeFolder, 'docker.sock'),
        join(home, '.colima/default/docker.sock'),
        join(home, '.config/colima/default/docker.sock'),
        join(home, '.orbstack/run/docker.sock'),
        join(home, '.rd/docker.sock'),
        posix.join(runtimeFolder, 'podman/podman.sock'),
        '/run/podman/podman.sock',
    ];
}

/**
 * The socket to use: the first that accepts a connection (products leave their socket behind when they end), else the
 * first that is there but forbidden to this user, else the first that is there at all, else the platform's usual one.
 */
export async function findSocket(surroundings: Surroundings, signal?: AbortSignal): Promise<string> {
    const paths = knownSockets(surroundings);
    const usual = surroundings.platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock';
    return (await bestSocket(paths, signal)) ?? usual;
}

type Probe = 'answers' | 'forbidden' | 'silent' | 'absent';

export async function bestSocket(paths: readonly string[], signal?: AbortSignal): Promise<string | undefined> {
    const probes: { path: string; probe: Probe }[] = [];
    for (const path of paths) {
        signal?.throwIfAborted();
        const probe = await probeSocket(path);
        if (probe === 'answers') {
            return path;
        }
        probes.push({ path, probe });
    }
    const best = probes.find(({ probe }) => probe === 'forbidden') ?? probes.find(({ probe }) => probe === 'silent');
    return best?.path;
}

function probeSocket(path: string): Promise<Probe> {
    return new Promise(resolve => {
        const socket = connect(path);
        function settle(probe: Probe): void {
            socket.destroy();
            resolve(probe);
        }
        socket.setTimeout(PROBE_MS, () => {
            settle('silent');
        });
        socket.on('connect', () => {
            settle('answers');
        });
        socket.on('error', (error: NodeJS.ErrnoException) => {
            switch (error.code) {
                case 'EACCES':
                case 'EPERM':
                    settle('forbidden');
                    break;
                case 'ENOENT':
                case 'ENOTDIR':
                    settle('absent');
                    break;
                default:
                    settle('silent');
            }
        });
    });
}
