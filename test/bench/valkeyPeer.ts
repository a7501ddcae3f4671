// What people use where memcached's sessions are not safe enough for them: a primary and a copy of it in Valkey, three
// Sentinels, which make the copy the primary when that one is gone, and HAProxy, which leads to the primary, as
// phpredis' session handler knows no Sentinel.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureImage } from '../../client/src/cluster/images/images.ts';
import type { OperationContext } from '../../client/src/cluster/model/operation.ts';
import { numbers } from '../../client/src/cluster/provision/nodeCreation.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { layerLabel, type StoreServices } from './composePeer.ts';

const FOLDER = join(import.meta.dirname, 'valkey');
const IMAGE = 'psc-bench/valkey';
const APPLICATION_IMAGE = 'psc-bench/application-with-redis';

const SENTINELS = 3;

export const VALKEY_PHP_INI = `session.save_handler = redis
session.save_path = "tcp://sessions:6379?timeout=2&read_timeout=5"
redis.session.locking_enabled = 1
redis.session.lock_expire = 2
redis.session.lock_retries = 100
redis.session.lock_wait_time = 50000
`;

const COMMON = `    restart: unless-stopped
    cap_drop: [ALL]
    security_opt: ['no-new-privileges:true']
    mem_limit: 112m
`;

function service(name: string, command: string, address: string, probe: string, more = ''): string {
    return `  ${name}:
${more}    image: ${IMAGE}
    command: [${command}]
    networks: {default: {ipv4_address: ${address}}}
    healthcheck: {test: [CMD-SHELL, '${probe}'], interval: 2s, timeout: 4s, retries: 2, start_period: 30s}
${COMMON}`;
}

/** Two stores at the addresses that Sentinel and HAProxy know. */
export function valkeyServices(): StoreServices {
    const ping = (port: number) => `valkey-cli -p ${port} ping | grep -q PONG`;
    const label = `${layerLabel('store')}\n`;
    const texts = [
        service('store-1', 'valkey', '10.213.77.11', ping(6379), label),
        service('store-2', 'valkey, 10.213.77.11', '10.213.77.12', ping(6379), label),
        ...numbers(SENTINELS).map(number =>
            service(`sentinel-${number}`, 'sentinel', `10.213.77.${20 + number}`, ping(26379)),
        ),
        service('sessions', 'haproxy', '10.213.77.31', ping(6379)),
    ];
    return { text: texts.join(''), containers: texts.length, subnet: '10.213.77.0/24' };
}

/** @returns the image of Apache, PHP and phpredis */
export async function ensureValkeyImages(engine: Engine, context: OperationContext): Promise<string> {
    const base = await ensureImage(engine, 'application', context);
    const names = (await readdir(FOLDER)).filter(name => name !== 'application.Dockerfile');
    const file = async (path: string, name = path) => ({
        path,
        bytes: await readFile(join(FOLDER, name)),
        mode: 0o644,
    });
    const build = { labels: {}, onProgress: () => undefined };
    context.report('Building the images of Valkey and of Apache with phpredis');
    await engine.buildImage({ ...build, tag: IMAGE, files: await Promise.all(names.map(name => file(name))) });
    await engine.buildImage({
        ...build,
        tag: APPLICATION_IMAGE,
        files: [await file('Dockerfile', 'application.Dockerfile')],
        buildArguments: { BASE: base },
    });
    return APPLICATION_IMAGE;
}
