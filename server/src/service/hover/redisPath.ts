import { code } from '../../catalog/render.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { Parameter } from '../../phpIni/savePaths/phpQuery.ts';
import type { Piece } from '../../phpIni/savePaths/pieces.ts';
import { parseRedisPath, type RedisServer } from '../../phpIni/savePaths/redis.ts';
import { parseRedisClusterPath, type Seed } from '../../phpIni/savePaths/redisCluster.ts';
import { isEncrypted, type Connection } from '../../phpIni/savePaths/redisConnection.ts';
import {
    redisParameter,
    standardOf,
    TLS_OPTIONS,
    type RedisHandler,
    type RedisParameter,
} from '../../phpIni/savePaths/redisParameters.ts';
import { floatOf, intOf, isOn, type RedisSettings } from '../../phpIni/savePaths/redisValues.ts';
import { serverName } from '../../phpIni/savePaths/servers.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { placeOf } from '../../rules/support/fixes.ts';
import { readingOf } from '../../rules/support/session/redisPath.ts';
import { inForce } from '../../rules/support/store.ts';
import { contains } from '../nodeRanges.ts';
import { knownValue } from '../values/meaning.ts';
import { grouped } from '../values/words.ts';
import type { Explanation } from './explanation.ts';

/** A stretch of a save path, and what phpredis makes of it. */
interface Part {
    readonly piece: Piece;
    readonly paragraphs: readonly string[];
}

/** Of the part of a save path of phpredis at the offset: a parameter, or a server. */
export function redisPathExplanation(
    context: DocumentContext,
    node: AssignmentNode,
    offset: number,
): Explanation | undefined {
    const handler = inForce(context, 'session.save_handler')?.value.toLowerCase();
    const value = node.name === 'session.save_path' && !node.key ? knownValue(context, node) : undefined;
    if (value === undefined || (handler !== 'redis' && handler !== 'rediscluster')) {
        return undefined;
    }
    const parts = handler === 'redis' ? partsOfRedis(context, value) : partsOfCluster(context, value);
    for (const { piece, paragraphs } of parts) {
        const range = placeOf(node, value, piece);
        // Where the value is not written plainly, nobody knows where its parts are.
        if (range.end - range.start === piece.end - piece.start && contains(range, offset)) {
            return { range, paragraphs };
        }
    }
    return undefined;
}

function partsOfRedis(context: DocumentContext, value: string): Part[] {
    const servers = parseRedisPath(value, readingOf(context));
    const total = servers.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
    return servers.flatMap(server => [
        ...server.url.parameters.map(parameter => parameterPart('redis', parameter, server)),
        serverPart(server, servers.length > 1 && total > 0 ? server.weight / total : undefined),
    ]);
}

function partsOfCluster(context: DocumentContext, value: string): Part[] {
    const cluster = parseRedisClusterPath(value, readingOf(context));
    const seeds = new Map(cluster.seeds.map(seed => [seed.parameter, seed]));
    return cluster.parameters.map(parameter => {
        const seed = seeds.get(parameter);
        return seed ? seedPart(seed) : parameterPart('rediscluster', parameter, cluster);
    });
}

function parameterPart(handler: RedisHandler, parameter: Parameter, settings: RedisSettings): Part {
    const known = redisParameter(handler, parameter.name);
    const heading = `**${code(parameter.writtenName.text)}**`;
    if (!known) {
        return {
            piece: parameter.whole,
            paragraphs: [heading, 'phpredis knows no such parameter, and does not look at it.'],
        };
    }
    const option = known.type === 'tls' ? TLS_OPTIONS.find(({ name }) => name === parameter.keys[0]) : undefined;
    const standard = standardOf(known, handler);
    const reading = readingWords(known, parameter, settings);
    return {
        piece: parameter.whole,
        paragraphs: [
            heading,
            ...(reading === undefined ? [] : [reading]),
            option?.description ?? known.description,
            ...(standard === undefined ? [] : [`Without it: ${standard.includes('`') ? standard : code(standard)}.`]),
        ],
    };
}

/** What phpredis has of it; never a password. */
function readingWords(
    { type }: RedisParameter,
    { name, value }: Parameter,
    settings: RedisSettings,
): string | undefined {
    switch (type) {
        case 'seconds':
            return `phpredis reads ${grouped(floatOf(value))} seconds.`;
        case 'milliseconds':
            return `phpredis reads ${grouped(intOf(value))} milliseconds.`;
        case 'integer':
            return `phpredis reads ${code(String(intOf(value)))}.`;
        case 'switch':
            return `phpredis takes it for **${isOn(value) ? 'yes' : 'no'}**.`;
        case 'text':
            return name === 'prefix' ? `Keys are named ${code(`${settings.prefix}ID`)}.` : undefined;
        case 'login':
            return loginWords(settings);
        default:
            return undefined;
    }
}

function loginWords({ credentials }: RedisSettings): string {
    if (!credentials) {
        return 'phpredis makes nothing of this, and does not log in.';
    }
    return credentials.user === undefined
        ? 'phpredis logs in with a password alone, as the user `default`.'
        : `phpredis logs in as ${code(credentials.user)}.`;
}

function serverPart({ url, refusal, connection, database = 0 }: RedisServer, share: number | undefined): Part {
    const { whole, query } = url;
    const end = query ? query.start - 1 : whole.end;
    const piece = { text: whole.text.slice(0, end - whole.start), start: whole.start, end };
    if (refusal) {
        return { piece, paragraphs: ['phpredis refuses the path for this, and no session starts.'] };
    }
    const sentences = [
        connection
            ? `phpredis connects to ${code(serverName(connection))}${how(connection)}, database ${database}.`
            : 'phpredis cannot connect to this.',
        ...(share === undefined ? [] : [`It gets ${Math.round(100 * share)} % of the sessions.`]),
    ];
    return { piece, paragraphs: [sentences.join(' ')] };
}

function how(connection: Connection): string {
    return connection.transport === 'unix' ? ', a Unix socket' : isEncrypted(connection) ? ', over TLS' : '';
}

function seedPart({ parameter, connection }: Seed): Part {
    const words = connection
        ? `phpredis asks ${code(serverName(connection))}${how(connection)} for the servers of the cluster.`
        : 'phpredis cannot connect to this seed.';
    return { piece: parameter.whole, paragraphs: [words] };
}
