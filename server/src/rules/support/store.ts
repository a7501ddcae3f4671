import { findDirective, defaultOf } from '../../catalog/lookup.ts';
import type { DocumentContext, Effective } from '../../model/documentContext.ts';
import { environmentsFor } from '../../model/facts.ts';
import type { StoreFacts } from '../../phpIni/protocol.ts';
import { PROXY_SOCKET } from '../../phpIni/sessionSettings.ts';
import { extensionName } from '../../phpIni/syntax/edit.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { integerOf } from '../../phpIni/syntax/quantity.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';

/** Handlers that keep sessions where several machines reach them. */
const shared = new Set(['memcached', 'memcache', 'redis', 'rediscluster']);

/**
 * Filled in by something else before PHP reads the file: `{{.Servers}}`, `<%= @host %>`, `%HOST%`, `@HOST@`, `$HOST`,
 * `__HOST__`; not `a%2Bb%26c`.
 */
const template = /\{\{|<[%?]|%\w+%(?![\da-f]{2})|@\w+@|\$[\w({]|__\w+__/i;

/** The save handler that this file names, in small letters. */
export function handlerOf(context: DocumentContext): string | undefined {
    return context.effective('session.save_handler')?.value.toLowerCase();
}

/** The line that names a handler for several machines; undefined where this file names none. */
export function sharedHandler(context: DocumentContext): Effective | undefined {
    const handler = context.effective('session.save_handler');
    return handler && shared.has(handler.value.toLowerCase()) ? handler : undefined;
}

/** The save path, where this file says that it is for one of the handlers, and it stands there as PHP will see it. */
export function pathFor(context: DocumentContext, ...handlers: readonly string[]): Effective | undefined {
    const handler = handlerOf(context);
    if (handler === undefined || !handlers.includes(handler)) {
        return undefined;
    }
    const path = context.effective('session.save_path');
    return path && !template.test(path.value) ? path : undefined;
}

export interface MemcachedPath extends Effective {
    readonly servers: readonly MemcachedServer[];
}

/** The save path of the memcached extension, taken apart; undefined where this file does not show that it is one. */
export function memcachedPath(context: DocumentContext): MemcachedPath | undefined {
    return context.memo(findMemcachedPath);
}

function findMemcachedPath(context: DocumentContext): MemcachedPath | undefined {
    const path = pathFor(context, 'memcached');
    return path && { ...path, servers: parseMemcachedPath(path.value) };
}

export interface UrlPath extends Effective {
    readonly servers: readonly UrlServer[];
}

/** The save path of the memcache extension, taken apart, where this file says that it is one. */
export function memcachePath(context: DocumentContext): UrlPath | undefined {
    return context.memo(findMemcachePath);
}

function findMemcachePath(context: DocumentContext): UrlPath | undefined {
    const path = pathFor(context, 'memcache');
    return path && { ...path, servers: parseUrlPath(path.value) };
}

/** Whether settings of the memcached extension's sessions can matter: this file names no other handler. */
export function mayUseMemcached(context: DocumentContext): boolean {
    const isSet = context.globalsOf('session.save_handler').length > 0;
    return !isSet || handlerOf(context) === 'memcached';
}

/** A value that counts, and the line that gives it, where that is in this file. */
export interface InForce {
    readonly value: string;
    readonly node?: AssignmentNode;
}

/**
 * What a directive holds: by this file, else by what the file's node says is in force, else by PHP. Undefined where
 * only the running PHP can know, or the catalogue does not have the directive.
 */
export function inForce(context: DocumentContext, name: string): InForce | undefined {
    if (context.globalsOf(name).length > 0) {
        return context.effective(name);
    }
    const ofNode = context.facts.node?.php?.settings[name];
    if (ofNode !== undefined) {
        return { value: ofNode };
    }
    const directive = findDirective(name);
    return directive && { value: defaultOf(directive, context.phpVersion) };
}

/** Whether the directive is surely on, or surely off; undefined where that is not known. */
export function switchOf(context: DocumentContext, name: string): boolean | undefined {
    const found = inForce(context, name);
    return found && isTrue(found.value);
}

export function numberOf(context: DocumentContext, name: string): number | undefined {
    const found = inForce(context, name);
    return found && integerOf(found.value);
}

/** What a path may name to keep sessions in an environment: a store, or the proxy that replicates to all of them. */
export interface SessionPlace {
    /** In a menu: `Use …`. */
    readonly name: string;
    /** As the path of the handler has it. */
    readonly path: string;
    readonly isProxy: boolean;
}

const PROXY: SessionPlace = { name: 'memcached\u2019s proxy', path: PROXY_SOCKET, isProxy: true };

/**
 * The places that a person may mean: those of the node's environment, else all that are known. None for handlers that
 * cannot use them.
 */
export function placesFor({ facts }: DocumentContext, handler: string | undefined): readonly SessionPlace[] {
    const environments = usesStores(handler) ? environmentsFor(facts) : [];
    const proxied = handler === 'memcached' && environments.some(({ replicated }) => replicated === true);
    const stores = environments.filter(({ replicated }) => replicated !== true).flatMap(one => one.stores);
    return [
        ...(proxied ? [PROXY] : []),
        ...stores.map(store => ({ name: serverName(store), path: storeFor(handler, store), isProxy: false })),
    ];
}

/** Whether the handler can keep sessions in stores, which are memcached. */
export function usesStores(handler: string | undefined): boolean {
    return handler === 'memcached' || handler === 'memcache';
}

/** The store as the path of the handler names it: the memcache extension takes URLs. */
export function storeFor(handler: string | undefined, store: StoreFacts): string {
    return handler === 'memcache' ? `tcp://${serverName(store)}` : serverName(store);
}

/** Whether the server of a path is the store, by any of its names. */
export function isStore({ host, aliases, port }: StoreFacts, server: ServerPlace): boolean {
    const wanted = server.host.toLowerCase();
    return port === server.port && [host, ...aliases].some(name => name.toLowerCase() === wanted);
}

/** Whether the file itself loads the extension. */
export function loads(context: DocumentContext, extension: string): boolean {
    return context.globalsOf('extension').some(node => extensionName(context.valueOf(node) ?? '') === extension);
}

/** The path of the files handler, where this file names that, or no handler at all. */
export function filesPath(context: DocumentContext): Effective | undefined {
    return usesFiles(context) ? context.effective('session.save_path') : undefined;
}

/** Whether this file names the files handler, or leaves it at that. */
export function usesFiles(context: DocumentContext): boolean {
    return handlerOf(context) === 'files' || context.globalsOf('session.save_handler').length === 0;
}

/** The php.ini of the command line alone, where `max_execution_time` is 0 whatever the file says. */
export function isOfCommandLine({ uri }: DocumentContext): boolean {
    return /\/(?:cli\/php|php-cli)\.ini$/.test(uri);
}
import { parseMemcachedPath, type MemcachedServer } from '../../phpIni/savePaths/memcached.ts';
import { serverName, type ServerPlace } from '../../phpIni/savePaths/servers.ts';
import { parseUrlPath, type UrlServer } from '../../phpIni/savePaths/urlPath.ts';
