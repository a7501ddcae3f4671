// Words with memcached itself, or with its proxy, from inside an environment: nothing outside can reach them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { STORE_PORT, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { commandOf } from '../../../client/src/cluster/node/resources.ts';
import { PROXY_SOCKET } from '../../../server/src/phpIni/sessionSettings.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, store } from '../engine/environments.ts';

const TALK = readFileSync(new URL('talk.php', import.meta.url), 'utf8');
const LIST_KEYS = readFileSync(new URL('list-keys.sh', import.meta.url), 'utf8');

export class MemcachedTalk {
    readonly #engine: Engine;
    readonly #environment: Environment;

    constructor(engine: Engine, environment: Environment) {
        this.#engine = engine;
        this.#environment = environment;
    }

    /** To the proxy of an Apache node, on one connection. Lines are separated by `\n` here. */
    proxy(node: ClusterNode, ...words: string[]): Promise<string[]> {
        return this.#talk(node, `unix://${PROXY_SOCKET}`, words);
    }

    /** To one store, past the proxies. */
    store(number: number, ...words: string[]): Promise<string[]> {
        return this.#talk(
            application(this.#environment, 1),
            `tcp://${store(this.#environment, number).address}:${STORE_PORT}`,
            words,
        );
    }

    /** The version of a key on a store; 0 where it has none. */
    async version(number: number, key: string): Promise<bigint> {
        const [answer = ''] = await this.store(number, `mg ${key} c`);
        return BigInt(/^HD c(\d+)/.exec(answer)?.[1] ?? 0);
    }

    async #talk(node: ClusterNode, server: string, words: readonly string[]): Promise<string[]> {
        const lines = JSON.stringify(words.map(line => line.replaceAll('\n', '\r\n')));
        const { exitCode, stdout, stderr } = await this.#engine.exec(
            node.containerId,
            commandOf('talk.php', TALK, server),
            { user: 'www-data', stdin: Buffer.from(lines) },
        );
        if (exitCode !== 0) {
            throw new Error(`${server} does not answer on ${node.name}: ${exitCode} ${stderr.toString()}`);
        }
        return JSON.parse(stdout.toString()) as string[];
    }
}

/** The keys of sessions that a store has, without those of locks. */
export async function sessionKeys(engine: Engine, containerId: string): Promise<Set<string>> {
    const { exitCode, stdout } = await engine.exec(containerId, commandOf('list-keys.sh', LIST_KEYS));
    assert.equal(exitCode, 0, 'the keys could not be listed');
    return new Set(stdout.toString().match(/^mg memc\.sess\.key\.(?!lock)\S+/gm));
}
