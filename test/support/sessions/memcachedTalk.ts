// Words with memcached itself, or with its proxy, from inside an environment: nothing outside can reach them.
import { STORE_PORT, type ClusterNode, type Environment } from '../../../client/src/cluster/model/model.ts';
import { PROXY_SOCKET } from '../../../client/src/cluster/stores/replication.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, store } from '../engine/environments.ts';

/**
 * One connection: says each of the lines, and prints what was answered to each. `mn` marks the end of an answer (memcached's protocol.txt). Argument: the
 * server; the lines come as JSON on standard input.
 */
const TALK = `
$socket = stream_socket_client($argv[1], $code, $message, 3) ?: exit(1);
stream_set_timeout($socket, 10);
$answers = [];
foreach (json_decode(stream_get_contents(STDIN)) as $words) {
    fwrite($socket, $words . "\\r\\nmn\\r\\n");
    for ($answer = ''; !str_ends_with($answer, "MN\\r\\n");) {
        $part = fgets($socket);
        if ($part === false) { exit(2); }
        $answer .= $part;
    }
    $answers[] = str_replace("\\r\\n", "\\n", substr($answer, 0, -4));
}
echo json_encode($answers);
`;

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
            ['php', '-n', '-r', TALK, server],
            { user: 'www-data', stdin: Buffer.from(lines) },
        );
        if (exitCode !== 0) {
            throw new Error(`${server} does not answer on ${node.name}: ${exitCode} ${stderr.toString()}`);
        }
        return JSON.parse(stdout.toString()) as string[];
    }
}
