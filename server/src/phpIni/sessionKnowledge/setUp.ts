import type { RedisVersion } from '../savePaths/redisVersion.ts';
import { readQuantity } from '../syntax/quantity.ts';
import { serverName, serversOf } from '../savePaths/servers.ts';
import { isTrue } from '../syntax/switch.ts';

/** What a directive holds; undefined where that is not known, and nothing is told then that depends on it. */
export type ReadSetting = (name: string) => string | undefined;

/** How PHP keeps its sessions, as one php.ini, or one node's PHP, says. */
export interface SessionSetUp {
    /** In lower case; empty where it is not known. */
    readonly handler: string;
    readonly read: ReadSetting;
    /** How many stores a session may be on. */
    readonly stores: number;
    /** Whether PHP reaches them through a proxy beside it, which knows what to write where. */
    readonly hasProxy: boolean;
    /** The phpredis that keeps them; undefined where nobody knows, or another extension does. */
    readonly phpredis?: RedisVersion | undefined;
    /** Seconds that the balancer waits for an answer; undefined where nobody knows. */
    readonly readTimeout?: number | undefined;
}

/** Where a save path leads to. */
export function savePathOf(handler: string, path: string): Pick<SessionSetUp, 'stores' | 'hasProxy'> {
    const servers = serversOf(handler, path);
    return {
        stores: new Set(servers.map(serverName)).size,
        // A socket leads to a proxy beside Apache, and through it to whatever stores there are.
        hasProxy: servers.some(({ port }) => port === 0),
    };
}

/** Whether a switch is on. */
export function switchIn(read: ReadSetting, name: string): boolean | undefined {
    const value = read(name);
    return value === undefined ? undefined : isTrue(value);
}

/** The number that PHP makes of a directive, whatever else stands there: 0 of what is none. */
export function numberIn(read: ReadSetting, name: string): number | undefined {
    const value = read(name);
    return value === undefined ? undefined : readQuantity(value).value;
}
