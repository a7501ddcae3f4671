import * as v from 'valibot';
import type { Engine } from '../../engine/engine.ts';
import { byName, fields, figure, longText, name, path } from '../../foreignData.ts';
import type { ClusterNode } from '../model/model.ts';
import { withProbe, type Probe } from './probe.ts';
import { callCommand } from './resources.ts';
import { phpOf } from './php.ts';

/** What the PHP that serves pages says about itself on one application node. */
export interface ApplicationFacts {
    readonly hostname: string;
    readonly phpVersion: string;
    readonly sapi: string;
    /** The number of the user that pages run as; null where /proc cannot be read. */
    readonly user: number | null;
    /** The main php.ini that is loaded; absent where none is (as in the official image). */
    readonly iniFile?: string;
    /** Where PHP looks for a php.ini. */
    readonly iniDirectory: string;
    readonly scanDirectories: readonly string[];
    /** In the order they are read. */
    readonly scannedFiles: readonly string[];
    readonly documentRoot: string;
    /** Lower case. */
    readonly extensions: readonly string[];
    /** Where symbolic links among them, and the main one, lead. */
    readonly links: Readonly<Record<string, string>>;
    /** Files of the extension directory, without `.so`; null where it cannot be read. */
    readonly availableExtensions: readonly string[] | null;
    /** Names only. */
    readonly environmentVariables: readonly string[];
    /** Every directive in force, by name. */
    readonly settings: Readonly<Record<string, string>>;
    /** The same on nodes that share the directory that keeps the sessions; null where files do not keep them. */
    readonly sessionDirectory: string | null;
    /**
     * Seconds since the machine's start: when the page ran, and when its process was forked. Null where /proc
     * cannot be read.
     */
    readonly child: { readonly now: number | null; readonly started: number | null };
}

/** As images/scripts/node/probe.php prints them. */
const FACTS = fields({
    hostname: name,
    phpVersion: name,
    sapi: name,
    user: v.nullable(figure),
    iniFile: v.nullable(path),
    iniDirectory: path,
    scanDirectories: v.array(path),
    scannedFiles: v.array(path),
    documentRoot: path,
    extensions: v.array(name),
    links: byName(path),
    availableExtensions: v.nullable(v.array(name)),
    environmentVariables: v.array(longText),
    settings: byName(longText),
    sessionDirectory: v.nullable(name),
    child: fields({ now: v.nullable(figure), started: v.nullable(figure) }),
});

/** Asks PHP on a running node, by a page that lives for a moment. */
export async function readApplicationFacts(
    engine: Engine,
    node: ClusterNode,
    signal: AbortSignal,
): Promise<ApplicationFacts> {
    return withProbe(engine, [node], signal, probe => requestFacts(probe, node, signal));
}

export async function requestFacts(probe: Probe, node: ClusterNode, signal: AbortSignal): Promise<ApplicationFacts> {
    const { iniFile, ...facts } = await probe.request(node, { do: 'facts' }, FACTS, signal);
    return iniFile === null ? facts : { ...facts, iniFile };
}

/**
 * For `Engine.exec`: as the user that pages run as, where that is known; may do what they may, such as use a Unix
 * socket.
 */
export function asPages({ user }: ApplicationFacts): { readonly user?: string } {
    return user === null ? {} : { user: String(user) };
}

/** The php.ini that counts on a node, whether it exists yet or not. */
export function mainIniPath(facts: ApplicationFacts): string {
    return facts.iniFile ?? `${facts.iniDirectory}/php.ini`;
}

/** What configures the server of PHP on a running node, beside php.ini. */
export async function findServerFiles(engine: Engine, node: ClusterNode, signal: AbortSignal): Promise<string[]> {
    const { stdout } = await engine.exec(node.containerId, await callCommand(phpOf(node).configuration), {}, signal);
    return stdout.toString().split('\n').filter(Boolean);
}
