// What real phpredis makes of save paths, and what we say that it makes of them, in one form.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parseRedisPath, serverOfSession } from '../../../server/src/phpIni/savePaths/redis.ts';
import { parseRedisClusterPath } from '../../../server/src/phpIni/savePaths/redisCluster.ts';
import type { Connection } from '../../../server/src/phpIni/savePaths/redisConnection.ts';
import type { Credentials, RedisSettings } from '../../../server/src/phpIni/savePaths/redisValues.ts';
import type { RedisVersion } from '../../../server/src/phpIni/savePaths/redisVersion.ts';
import { endedGroup, signalGroup } from '../run/processes.ts';

/** Where the servers of `sessions.php` are. */
export interface Place {
    /** Of their sockets: `a.sock`, `b.sock`, …; it is made by who runs the script. */
    readonly folder: string;
    /** `127.1.2`: their addresses are `.1` and `.2` in it. */
    readonly net: string;
}

export interface SessionCase {
    readonly handler: 'redis' | 'rediscluster';
    readonly path: string;
    readonly id: string;
}

/** What came of a session; the rest is told of those that start. */
export interface Outcome {
    readonly starts: boolean;
    /** Whether phpredis takes nothing from the path. */
    readonly refused: boolean;
    readonly server?: string;
    readonly user?: string;
    readonly kept?: boolean;
    readonly key?: { readonly database: number; readonly name: string };
}

export interface Answer {
    readonly version: string;
    /** With what PHP said, for whom a difference is to be explained. */
    readonly outcomes: readonly (Outcome & { readonly said: readonly string[] })[];
}

export const script = fileURLToPath(new URL('sessions.php', import.meta.url));

/** On loopback addresses on which nothing else listens. */
export function anyNet(): string {
    const number = (): number => 1 + Math.floor(Math.random() * 254);
    return `127.${number()}.${number()}`;
}

/** Which of the servers of `sessions.php` answers there. */
function serverAt({ folder, net }: Place, { transport, host, port }: Connection): string | undefined {
    if (transport === 'unix') {
        return ['a', 'b', 'c', 'cluster'].find(name => host === join(folder, `${name}.sock`));
    }
    const address = host.replace(/^::ffff:/, '');
    const places: Readonly<Record<string, string>> = {
        [`tcp ${net}.1 6379`]: 'a',
        [`tcp ${net}.2 6379`]: 'b',
        [`tcp ${net}.1 6390`]: 'c',
        [`tls ${net}.1 6391`]: 'tls',
        [`tcp ${net}.1 7000`]: 'cluster',
    };
    return places[`${transport === 'tcp' ? 'tcp' : 'tls'} ${address} ${port}`];
}

/** The certificate is signed by nobody: it is taken where PHP does not look, or is told to trust it. */
function isTrusted({ folder }: Place, { stream }: Pick<RedisSettings, 'stream'>): boolean {
    const [verifies, file] = [stream?.get('verify_peer'), stream?.get('cafile')];
    return verifies === '' || verifies === '0' || file === join(folder, 'certificate.pem');
}

export function credentialsFor({ handler, path, id }: SessionCase, version: RedisVersion): Credentials | undefined {
    return handler === 'redis'
        ? serverOfSession(parseRedisPath(path, { version }), id)?.credentials
        : parseRedisClusterPath(path, { version }).credentials;
}

/** What our parsers say that comes of the session. */
export function expected(one: SessionCase, place: Place, version: RedisVersion): Outcome {
    return one.handler === 'redis' ? ofRedis(one, place, version) : ofCluster(one, place, version);
}

const REFUSED: Outcome = { starts: false, refused: true };
const UNREACHABLE: Outcome = { starts: false, refused: false };
const DATABASES = 16;

function ofRedis({ path, id }: SessionCase, place: Place, version: RedisVersion): Outcome {
    const servers = parseRedisPath(path, { version });
    if (servers.length === 0 || servers.some(({ refusal }) => refusal)) {
        return REFUSED;
    }
    const chosen = serverOfSession(servers, id);
    const server = chosen?.connection && serverAt(place, chosen.connection);
    if (!chosen || server === undefined || !isUser(chosen) || (server === 'tls' && !isTrusted(place, chosen))) {
        return UNREACHABLE;
    }
    const { database = 0, prefix, persistent, credentials } = chosen;
    const exists = database < DATABASES;
    if (!exists && version === '6') {
        return UNREACHABLE;
    }
    return {
        starts: true,
        refused: false,
        server,
        user: credentials?.user ?? 'default',
        kept: persistent,
        key: { database: exists ? database : 0, name: prefix + id },
    };
}

function ofCluster({ path, id }: SessionCase, place: Place, version: RedisVersion): Outcome {
    const cluster = parseRedisClusterPath(path, { version });
    if (cluster.refusal) {
        return REFUSED;
    }
    const isThere = cluster.seeds.some(
        ({ connection }) => connection && serverAt(place, connection) === 'cluster' && !cluster.stream,
    );
    return isThere && isUser(cluster)
        ? {
              starts: true,
              refused: false,
              server: 'cluster',
              user: cluster.credentials?.user ?? 'default',
              // With several seeds it is left to chance which connections there are.
              ...(cluster.seeds.length === 1 && { kept: cluster.persistent }),
              key: { database: 0, name: cluster.prefix + id },
          }
        : UNREACHABLE;
}

/** Redis has no users with such names. */
function isUser({ credentials }: RedisSettings): boolean {
    return credentials?.user === undefined || /^[^\s\0]*$/.test(credentials.user);
}

export interface Asked {
    readonly place: Place;
    readonly version: RedisVersion;
    readonly cases: readonly SessionCase[];
    readonly answer: Answer;
}

/** Where real phpredis does something else than our parsers say: the first of such paths, and what PHP said. */
export function difference({ place, version, cases, answer }: Asked): unknown {
    for (const [index, one] of cases.entries()) {
        const { said = [], ...outcome } = answer.outcomes[index] ?? {};
        const ours = expected(one, place, version);
        const theirs = Object.fromEntries(Object.entries(outcome).filter(([name]) => name in ours));
        if (!isDeepStrictEqual(theirs, ours)) {
            return { ...one, ours, theirs, said };
        }
    }
    return undefined;
}

/** How many sessions of the cases start: of those and of others there should be enough. */
export function started({ answer }: Asked): number {
    return answer.outcomes.filter(({ starts }) => starts).length;
}

/** For the standard input of `sessions.php`. */
export function inputFor(place: Place, cases: readonly SessionCase[], version: RedisVersion): string {
    return JSON.stringify({
        ...place,
        cases: cases.map(one => ({ ...one, credentials: credentialsFor(one, version) ?? null })),
    });
}

export function versionOf(phpredis: string): RedisVersion {
    return phpredis.startsWith('5.') ? '5.3' : '6';
}

/** The phpredis of this machine: `5.3.7`. */
async function installedPhpredis(): Promise<string> {
    return run(['-r', `echo phpversion('redis');`], '');
}

/** What phpredis of this machine does. The servers, and all that is made for them, are gone afterwards. */
export async function askInstalled(casesAt: (place: Place) => readonly SessionCase[]): Promise<Asked> {
    const version = versionOf(await installedPhpredis());
    const place = { folder: await mkdtemp(join(tmpdir(), 'phpredis-')), net: anyNet() };
    const cases = casesAt(place);
    const removeFolder = (): void => {
        rmSync(place.folder, { recursive: true, force: true });
    };
    process.once('exit', removeFolder);
    try {
        const printed = await run([script], inputFor(place, cases, version));
        return { place, version, cases, answer: JSON.parse(printed) as Answer };
    } finally {
        process.off('exit', removeFolder);
        removeFolder();
    }
}

async function run(args: readonly string[], input: string): Promise<string> {
    // With the php.ini of the machine, which loads phpredis; in a group that what it starts ends with.
    const php = spawn('php', [...args], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
    const kill = (): void => {
        signalGroup(php, 'SIGKILL');
    };
    process.prependOnceListener('exit', kill);
    try {
        const ended = once(php, 'close');
        php.stdin.end(input);
        const output = await textOf(php.stdout);
        const [status] = (await ended) as [number | null];
        if (status !== 0) {
            throw new Error(`php ended with exit status ${status}: ${output.slice(0, 2000)}`);
        }
        return output;
    } finally {
        await endedGroup(php);
        process.off('exit', kill);
    }
}
