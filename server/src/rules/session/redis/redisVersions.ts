import type { DocumentContext } from '../../../model/documentContext.ts';
import { parseRedisPath } from '../../../phpIni/savePaths/redis.ts';
import { parseRedisClusterPath } from '../../../phpIni/savePaths/redisCluster.ts';
import { part, type Piece } from '../../../phpIni/savePaths/pieces.ts';
import type { RuleDiagnostic } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { clusterPath, pathFix, redisPath, type ClusterPath, type RedisPath } from '../../support/session/redisPath.ts';

/** What phpredis 6 does and 5.3 does not. */
interface Difference {
    readonly path: RedisPath | ClusterPath;
    readonly piece: Piece;
    /** What 5.3 makes of it; and what works with both. */
    readonly outcome: string;
    readonly fix?: { readonly title: string; readonly text: string };
}

/** Where the path of the document leads phpredis 5.3 elsewhere than 6. */
export function differences(context: DocumentContext): Difference[] {
    const path = redisPath(context);
    const cluster = clusterPath(context);
    return [...(path ? inRedis(path) : []), ...(cluster ? inCluster(cluster) : [])];
}

/** An IPv6 address, with or without a scheme and a port. */
const isInBrackets = /^(?:[a-z]+:\/\/)?\[[\da-f:.]+\](?::\d+)?$/i;

function inRedis(path: RedisPath): Difference[] {
    const old = parseRedisPath(path.value, { version: '5.3' });
    return parseRedisPath(path.value).flatMap(({ url, connection, stream }, index) => {
        const address = url.host ?? url.path;
        const found: Difference[] = [];
        if (
            connection &&
            old[index]?.connection?.host !== connection.host &&
            address &&
            isInBrackets.test(address.text) &&
            connection.port <= 65_535
        ) {
            const { start } = url.whole;
            const piece = part(url.whole, 0, (url.port ?? address).end - start);
            // Without a scheme, or a port, PHP takes the last group of the address for one.
            const text = `${connection.transport}://${connection.host}:${connection.port}`;
            found.push({ path, piece, ...inBrackets(text) });
        }
        const parameter = stream && url.parameters.find(({ name }) => name === 'stream');
        if (parameter) {
            found.push({
                path,
                piece: parameter.whole,
                outcome: 'has no options of TLS under the handler redis, and checks every certificate',
            });
        }
        return found;
    });
}

function inCluster(path: ClusterPath): Difference[] {
    const old = parseRedisClusterPath(path.value, { version: '5.3' }).seeds;
    return parseRedisClusterPath(path.value).seeds.flatMap(({ connection, parameter: { writtenValue } }, index) =>
        connection &&
        old[index]?.connection?.host !== connection.host &&
        isInBrackets.test(writtenValue?.text ?? '') &&
        writtenValue
            ? [{ path, piece: writtenValue, ...inBrackets(writtenValue.text.replace(/\[([^[\]]*)\]/, '$1')) }]
            : [],
    );
}

function inBrackets(text: string): Pick<Difference, 'outcome' | 'fix'> {
    return {
        outcome: 'cannot connect to an address in brackets',
        fix: { title: 'Write the address without brackets', text },
    };
}

/** Told with what is known of the version in front. */
export function diagnosticOf(
    context: DocumentContext,
    { path, piece, outcome, fix }: Difference,
    message: (outcome: string) => string,
): RuleDiagnostic {
    return {
        range: placeOf(path.node, path.value, piece),
        message: message(outcome),
        ...(fix && {
            fixes: () => [pathFix(context, fix.title, { path, changes: [{ piece, text: fix.text }] })],
        }),
    };
}
