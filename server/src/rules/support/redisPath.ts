import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import { parseRedisPath, type RedisServer } from '../../phpIni/savePaths/redis.ts';
import { parseRedisClusterPath, type RedisClusterPath } from '../../phpIni/savePaths/redisCluster.ts';
import { redisParameter, type RedisHandler, type RedisParameter } from '../../phpIni/savePaths/redisParameters.ts';
import { redisVersionOf, type RedisVersion } from '../../phpIni/savePaths/redisVersion.ts';
import { encoded, type Parameter } from '../../phpIni/savePaths/phpQuery.ts';
import type { Piece } from '../../phpIni/savePaths/pieces.ts';
import type { Fix } from '../rule.ts';
import { valueFix } from './fixes.ts';
import { pathFor } from './store.ts';

/** The phpredis of the node that the document lies on; undefined where nobody knows. */
export function phpredisOf({ facts: { node } }: DocumentContext): RedisVersion | undefined {
    return node?.php && redisVersionOf(node.php.settings);
}

export interface RedisPath extends Effective {
    readonly servers: readonly RedisServer[];
    /** What was to be one value, and is the end of one server and others to phpredis. */
    readonly torn: readonly TornValue[];
}

/** The path of the handler `redis`, where this file says that it is one: as its phpredis reads it, else as 6 does. */
export function redisPath(context: DocumentContext): RedisPath | undefined {
    return context.memo(findRedisPath);
}

function findRedisPath(context: DocumentContext): RedisPath | undefined {
    const path = writtenPath(context, 'redis');
    const servers = path && parseRedisPath(path.value, phpredisOf(context));
    return servers && { ...path, servers, torn: tornValues(path.value, servers) };
}

export interface ClusterPath extends Effective, Omit<RedisClusterPath, 'values'> {}

/** Without what a manual writes where a reader's own belongs, `<host>`: that is another rule's matter. */
function writtenPath(context: DocumentContext, handler: RedisHandler): Effective | undefined {
    const path = pathFor(context, handler);
    return path && /<[^<>]*>/.test(path.value) ? undefined : path;
}

/** The same of the handler `rediscluster`. */
export function clusterPath(context: DocumentContext): ClusterPath | undefined {
    return context.memo(findClusterPath);
}

function findClusterPath(context: DocumentContext): ClusterPath | undefined {
    const path = writtenPath(context, 'rediscluster');
    return path && { ...parseRedisClusterPath(path.value, phpredisOf(context)), ...path };
}

/** A parameter of a path, whichever handler it is for. */
export interface PathParameter {
    readonly parameter: Parameter;
    /** What phpredis knows of it; undefined where it does not know it. */
    readonly known: RedisParameter | undefined;
    readonly handler: RedisHandler;
    readonly path: Effective;
    /** Whose it is; undefined of a cluster. */
    readonly server?: RedisServer;
    /** All of the same server, in their order. */
    readonly all: readonly Parameter[];
}

/** The parameters of the path of either handler, server by server. */
export function pathParameters(context: DocumentContext): readonly PathParameter[] {
    return context.memo(findPathParameters);
}

function findPathParameters(context: DocumentContext): PathParameter[] {
    const redis = redisPath(context);
    const cluster = clusterPath(context);
    if (redis) {
        return redis.servers.flatMap(server => {
            const all = server.url.parameters;
            return all.map(parameter => ({ ...withKnown('redis', parameter), path: redis, server, all }));
        });
    }
    return cluster
        ? cluster.parameters.map(parameter => ({
              ...withKnown('rediscluster', parameter),
              path: cluster,
              all: cluster.parameters,
          }))
        : [];
}

function withKnown(handler: RedisHandler, parameter: Parameter) {
    return { parameter, handler, known: redisParameter(handler, parameter.name) };
}

/** A value that a comma or a blank in it has torn apart. */
export interface TornValue {
    readonly parameter: Parameter;
    readonly kind: 'text' | 'number';
    /** What belongs to it, from its beginning to the end of the last server that is none. */
    readonly whole: Piece;
    /** The first of the servers that are none, and how many of those there are. */
    readonly first: number;
    readonly count: number;
}

function tornValues(value: string, servers: readonly RedisServer[]): TornValue[] {
    const found: TornValue[] = [];
    for (let index = 1; index < servers.length; index++) {
        const parameter = servers[index - 1]?.url.parameters.at(-1);
        const kind = parameter?.writtenValue && kindOf(parameter);
        let count = 0;
        while (kind && isRest(value, servers, index + count, kind)) {
            count++;
        }
        const last = servers[index + count - 1]?.url.whole;
        if (parameter?.writtenValue && kind && last && count > 0) {
            const { start } = parameter.writtenValue;
            found.push({
                parameter,
                kind,
                whole: { text: value.slice(start, last.end), start, end: last.end },
                first: index,
                count,
            });
            index += count;
        }
    }
    return found;
}

function kindOf({ name }: Parameter): TornValue['kind'] | undefined {
    const type = redisParameter('redis', name)?.type;
    return type === 'seconds' ? 'number' : type === 'login' || type === 'text' ? 'text' : undefined;
}

/**
 * Whether the server is surely none: one word right behind the comma, that has no sign of a URL, a path or a port; of a
 * number, the digits behind a decimal comma.
 */
function isRest(value: string, servers: readonly RedisServer[], index: number, kind: TornValue['kind']): boolean {
    const before = servers[index - 1]?.url.whole;
    const { whole } = servers[index]?.url ?? {};
    if (!before || !whole) {
        return false;
    }
    const between = value.slice(before.end, whole.start);
    return kind === 'number'
        ? between === ',' && /^\d+(?:$|[&#])/.test(whole.text) && /=\d*$/.test(before.text)
        : /^[, ]$/.test(between) && !/[/:.]/.test(/^[^?&]*/.exec(whole.text)?.[0] ?? '');
}

/** Another text in the place of a piece of the path. */
export interface PieceChange {
    readonly piece: Pick<Piece, 'start' | 'end'>;
    readonly text: string;
}

function withPieces(value: string, changes: readonly PieceChange[]): string {
    return changes.reduceRight(
        (text, { piece, text: newText }) => text.slice(0, piece.start) + newText + text.slice(piece.end),
        value,
    );
}

export interface PathChanges {
    readonly path: Effective;
    /** In the order of the path, without overlap. */
    readonly changes: readonly PieceChange[];
    readonly preferred?: boolean;
}

/** Replaces pieces of the path: just those where it stands in quotes, so that others may be replaced as well. */
export function pathFix(
    context: DocumentContext,
    title: string,
    { path, changes, preferred = false }: PathChanges,
): Fix {
    const { node, value } = path;
    const { rawValue, valueRange } = node;
    const isPlain =
        [`"${value}"`, `'${value}'`].includes(rawValue) && changes.every(({ text }) => !/["'$\\]/.test(text));
    if (!isPlain) {
        return valueFix(context, title, { node, value: withPieces(value, changes), preferred });
    }
    const offset = valueRange.start + 1;
    return {
        title,
        changes: changes.map(({ piece, text }) => ({
            range: { start: offset + piece.start, end: offset + piece.end },
            newText: text,
        })),
        ...(preferred && { preferred }),
    };
}

/** Takes a parameter out, with the `&` that is left over then; with the `?`, where it is the only one of a URL. */
export function withoutParameter({
    parameter,
    all,
    server,
}: Pick<PathParameter, 'parameter' | 'all' | 'server'>): PieceChange {
    const { start, end } = parameter.whole;
    const hasSignBefore = server !== undefined || all[0] !== parameter;
    const isLast = all.at(-1) === parameter;
    const piece = isLast && hasSignBefore ? { start: start - 1, end } : { start, end: isLast ? end : end + 1 };
    return { piece, text: '' };
}

/** A text for a login, from how it is written elsewhere: so that phpredis takes each character for itself. */
export function loginText(written: string): string {
    return written.replace(/[+:]/g, one => encoded(one));
}
