import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import { redisServerOf, type RedisServer } from '../../../phpIni/savePaths/redis.ts';
import { parseRedisClusterPath, type RedisClusterPath } from '../../../phpIni/savePaths/redisCluster.ts';
import { redisParameter, type RedisHandler, type RedisParameter } from '../../../phpIni/savePaths/redisParameters.ts';
import { redisVersionOf, type RedisReading, type RedisVersion } from '../../../phpIni/savePaths/redisVersion.ts';
import { encoded, type Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import type { Piece } from '../../../phpIni/savePaths/pieces.ts';
import { parseUrlPath } from '../../../phpIni/savePaths/urlPath.ts';
import type { Fix } from '../../rule.ts';
import { valueFix } from '../fixes.ts';
import {
    parameterSeparators,
    recovered,
    serverSeparators,
    tearable,
    tornValues,
    withoutTears,
    withSeparators,
    type TornValue,
} from './meantPath.ts';
import { inForce, pathFor } from '../store.ts';

/** The phpredis of the node that the document lies on; undefined where nobody knows. */
export function phpredisOf({ facts: { node } }: DocumentContext): RedisVersion | undefined {
    return node?.php && redisVersionOf(node.php.settings);
}

/** The path of the handler `redis`, where this file says that it is one. */
export interface RedisPath extends Effective {
    /**
     * As its phpredis reads them, else as 6 does; where separators are wrong, or PHP cannot take one apart, as they
     * were meant, so that all that is wrong is told at once.
     */
    readonly servers: readonly RedisServer[];
    /** Values that are the end of one server and others to phpredis. */
    readonly torn: readonly TornValue[];
    /** Where `&` is meant between parameters. */
    readonly semicolons: readonly Piece[];
}

export function redisPath(context: DocumentContext): RedisPath | undefined {
    return context.memo(findRedisPath);
}

function findRedisPath(context: DocumentContext): RedisPath | undefined {
    const path = writtenPath(context, 'redis');
    if (!path) {
        return undefined;
    }
    const semicolons = semicolonsIn(context, path.value, 'redis');
    const value = withSeparators(withSeparators(path.value, semicolons, '&'), serverSeparators(path.value), ',');
    const { version = '6', separators } = readingOf(context);
    const torn = tornValues(value, separators);
    const servers = parseUrlPath(withoutTears(value, torn), separators).map(url =>
        redisServerOf(recovered(url), version),
    );
    return { ...path, servers, torn, semicolons };
}

/** How PHP reads the path: by its own phpredis, where that is known. */
export function readingOf(context: DocumentContext): RedisReading {
    return { version: phpredisOf(context), separators: inForce(context, 'arg_separator.input')?.value ?? '&' };
}

/** None where PHP is told that they separate. */
function semicolonsIn(context: DocumentContext, value: string, handler: RedisHandler): Piece[] {
    return readingOf(context).separators?.includes(';') === true ? [] : parameterSeparators(value, handler);
}

/** The same of the handler `rediscluster`. */
export interface ClusterPath extends Effective, Omit<RedisClusterPath, 'values'> {
    readonly semicolons: readonly Piece[];
}

/** Without what a manual writes where a reader's own belongs, `<host>`: that is another rule's matter. */
function writtenPath(context: DocumentContext, handler: RedisHandler): Effective | undefined {
    const path = pathFor(context, handler);
    return path && /<[^<>]*>/.test(path.value) ? undefined : path;
}

export function clusterPath(context: DocumentContext): ClusterPath | undefined {
    return context.memo(findClusterPath);
}

function findClusterPath(context: DocumentContext): ClusterPath | undefined {
    const path = writtenPath(context, 'rediscluster');
    if (!path) {
        return undefined;
    }
    const semicolons = semicolonsIn(context, path.value, 'rediscluster');
    const value = withSeparators(path.value, semicolons, '&');
    return { ...parseRedisClusterPath(value, readingOf(context)), ...path, semicolons };
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

/** By the parameter of a text, its rest: what stands right behind, has no `=`, and is nothing that phpredis knows. */
export function restsBehind(context: DocumentContext): ReadonlyMap<Parameter, readonly Parameter[]> {
    return context.memo(findRests);
}

function findRests(context: DocumentContext): Map<Parameter, Parameter[]> {
    const rests = new Map<Parameter, Parameter[]>();
    let before: PathParameter | undefined;
    for (const one of pathParameters(context)) {
        const { parameter, known, all } = one;
        const isBehindText = before?.all === all && tearable(before.parameter.name) === 'text';
        if (before && isBehindText && !known && !parameter.writtenValue) {
            const rest = rests.get(before.parameter) ?? [];
            rest.push(parameter);
            rests.set(before.parameter, rest);
        } else {
            before = one;
        }
    }
    return rests;
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

/**
 * Replaces pieces of the path: just those where it stands in quotes of a php.ini, so that others may be replaced as
 * well. In other files each change of a value writes all of it.
 */
export function pathFix(
    context: DocumentContext,
    title: string,
    { path, changes, preferred = false }: PathChanges,
): Fix {
    const { node, value } = path;
    const { rawValue, valueRange } = node;
    const isPlain =
        !context.embedding &&
        [`"${value}"`, `'${value}'`].includes(rawValue) &&
        changes.every(({ text }) => !/["'$\\]/.test(text));
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

/** Whether the handler would have no path at all without the parameter. */
export function isNeeded({ server, all }: Pick<PathParameter, 'all' | 'server'>): boolean {
    return server ? !server.url.host && !server.url.path : all.length === 1;
}

/** A text for a login, from how it is written elsewhere: so that phpredis takes each character for itself. */
export function loginText(written: string): string {
    return written.replace(/[+:]/g, one => encoded(one));
}
