import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Engine } from '../../engine/engine.ts';
import { textOf } from '../../../../server/src/phpIni/sessionKnowledge/weakness.ts';
import { weaknessOf } from '../../../../server/src/phpIni/sessionKnowledge/weaknesses.ts';
import { parsePhpIni } from '../../../../server/src/phpIni/syntax/document.ts';
import {
    DEFAULT_LOCK_EXPIRE,
    DIRECT_SETTINGS,
    memcachedSessionSettings,
    PROXY_SOCKET,
} from '../../../../server/src/phpIni/sessionSettings.ts';
import { addExtension, setDirectives } from '../../../../server/src/phpIni/syntax/edit.ts';
import { evaluate } from '../../../../server/src/phpIni/syntax/evaluate.ts';
import { serverName } from '../../../../server/src/phpIni/savePaths/servers.ts';
import { requestFacts, mainIniPath, type ApplicationFacts } from '../node/applicationFacts.ts';
import type { ApplyPlan, FileChange } from './plan.ts';
import { OperationError } from '../model/errors.ts';
import { nodesOf, replicates, type ClusterNode, type Environment, isRunning } from '../model/model.ts';
import type { OperationContext } from '../model/operation.ts';
import { readRunningNodeFiles } from '../node/files.ts';
import { withProbe } from '../node/probe.ts';
import { placeOf } from '../stores/place.ts';

export interface SessionSettingsOptions {
    /**
     * Seconds after which the lock of a request whose server died lets go (`memcached.sess_lock_expire`). Longer: a
     * request that takes long is alone with its session for longer. Shorter: after a server's death nobody waits long.
     * 2 unless told.
     */
    readonly lockExpire?: number;
}

/** The session settings for a save path: that of the stores, or that of the proxy which replicates to them. */
export function sessionSettings(savePath: string, options: SessionSettingsOptions = {}): Record<string, string> {
    const lockExpire = options.lockExpire ?? DEFAULT_LOCK_EXPIRE;
    if (!Number.isInteger(lockExpire) || lockExpire < 1) {
        throw new OperationError('invalid', {
            what: l10n.t('The lock expiry {0} is not a whole number of seconds from 1 on', lockExpire),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Choose how long a request waits for the lock that a dead server left behind'),
        });
    }
    return memcachedSessionSettings(savePath, { lockExpire, throughProxy: savePath === PROXY_SOCKET });
}

/**
 * What `session.save_path` has to say for the environment's stores: where they are, or where the proxy is that
 * replicates to them.
 */
export function savePathOf(environment: Environment): string {
    const stores = nodesOf(environment, 'store');
    if (stores.length > 0 && replicates(environment)) {
        return PROXY_SOCKET;
    }
    if (stores.length === 0) {
        throw new OperationError('unsupported', {
            what: l10n.t('Environment {0} has no memcached node', environment.name),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Add one to it'),
        });
    }
    const unknown = stores.find(({ address }) => address === '');
    if (unknown) {
        throw new OperationError('failed', {
            node: unknown.name,
            what: l10n.t('The address of {0} is not known while it is {1}', unknown.name, unknown.status),
            kept: l10n.t('Nothing was changed'),
            next: l10n.t('Start it'),
        });
    }
    return stores.map(store => serverName(placeOf(store))).join(',');
}

/** Plans the session settings for every application node. Reads the nodes; changes nothing. */
export async function planSessionSettings(
    engine: Engine,
    environment: Environment,
    context: OperationContext,
    options: SessionSettingsOptions = {},
): Promise<ApplyPlan> {
    const savePath = savePathOf(environment);
    const nodes = requireRunning(environment, nodesOf(environment, 'application'));
    const changes: FileChange[] = [];
    const read: [ClusterNode, ApplicationFacts][] = [];
    await withProbe(engine, nodes, context.signal, async probe => {
        for (const node of nodes) {
            context.report(l10n.t('Reading the configuration of {0}', node.name));
            read.push([node, await requestFacts(probe, node, context.signal)]);
        }
    });
    const leavesProxy =
        savePath !== PROXY_SOCKET && read.some(([, { settings }]) => settings['session.save_path'] === PROXY_SOCKET);
    const expected = { ...sessionSettings(savePath, options), ...(leavesProxy && DIRECT_SETTINGS) };
    for (const [node, facts] of read) {
        changes.push(...(await planNode(engine, node, facts, expected, context.signal)));
    }
    return { environment: environment.name, nodes, changes, expected, notes: notesOn(environment, expected) };
}

/** What the settings cannot survive, in the words of the editor and of a report. */
function notesOn(environment: Environment, expected: Readonly<Record<string, string>>): string[] {
    const setUp = {
        handler: 'memcached',
        hasProxy: replicates(environment),
        stores: nodesOf(environment, 'store').length,
        read: (name: string) => expected[name] ?? '',
    };
    return (['single-store', 'multi-server-no-replicas'] as const).flatMap(code => {
        const weakness = weaknessOf(code, setUp);
        return weakness ? [textOf(weakness)] : [];
    });
}

/** @throws OperationError naming the first node that does not run */
export function requireRunning(environment: Environment, nodes: readonly ClusterNode[]): readonly ClusterNode[] {
    const stopped = nodes.find(node => !isRunning(node));
    if (nodes.length === 0 || stopped) {
        throw new OperationError('failed', {
            ...(stopped && { node: stopped.name }),
            what: stopped
                ? l10n.t('Node {0} is {1}, and every Apache node must get the change', stopped.name, stopped.status)
                : l10n.t('Environment {0} has no Apache node', environment.name),
            kept: l10n.t('Nothing was changed'),
            ...(stopped && { next: l10n.t('Start {0} first', stopped.name) }),
        });
    }
    return nodes;
}

interface IniFile {
    readonly path: string;
    readonly before: Buffer | undefined;
    /** One character a byte, so that whatever encoding the file has comes back as it was. */
    text: string;
}

/**
 * Each directive goes where it counts: the last file that sets it, in PHP's order of reading; else the main php.ini. A
 * value in `conf.d` beats the one in php.ini, so that writing only the latter would change nothing.
 */
async function planNode(
    engine: Engine,
    node: ClusterNode,
    facts: ApplicationFacts,
    expected: Readonly<Record<string, string>>,
    signal: AbortSignal,
): Promise<FileChange[]> {
    const { phpVersion } = facts;
    const paths = [mainIniPath(facts), ...facts.scannedFiles];
    const contents = await readRunningNodeFiles(engine, node, paths, signal);
    const files = paths.map((path, index): IniFile => {
        const before = contents[index];
        return { path, before, text: before?.toString('latin1') ?? '' };
    });
    const [main] = files;
    if (!main) {
        return [];
    }
    const names = new Map(files.map(file => [file, globalNames(file.text, phpVersion)]));
    const edits = Map.groupBy(
        Object.entries(expected).map(([name, value]) => ({ name, value })),
        ({ name }) => files.findLast(file => names.get(file)?.has(name)) ?? main,
    );
    for (const [file, itsEdits] of edits) {
        file.text = setDirectives(file.text, itsEdits, { section: 'Session', phpVersion });
    }
    if (!facts.extensions.includes('memcached')) {
        addMemcached(files, main, facts);
    }
    return files
        .map(({ path, before, text }) => ({ node, path, before, after: Buffer.from(text, 'latin1') }))
        .filter(({ before, after }) => !before?.equals(after) && !(before === undefined && after.length === 0));
}

function globalNames(text: string, phpVersion: string): Set<string> {
    const { settings } = evaluate(parsePhpIni(text, { phpVersion }), { phpVersion });
    return new Set(settings.filter(({ section }) => !section).map(({ name }) => name));
}

/**
 * php.ini is read before conf.d: where igbinary or msgpack, which memcached may be linked to, are loaded from there,
 * memcached must come after them ("undefined symbol", measured). A name that begins with a letter sorts behind Debian's
 * numbers and docker-php-ext-….
 */
function addMemcached(files: IniFile[], main: IniFile, facts: ApplicationFacts): void {
    const needsOrder = facts.scannedFiles.findLast(path => /(igbinary|msgpack)\.ini$/.test(path));
    const { phpVersion } = facts;
    if (needsOrder === undefined) {
        main.text = addExtension(main.text, 'memcached', { phpVersion });
        return;
    }
    const path = posix.join(posix.dirname(needsOrder), 'session-cluster-memcached.ini');
    files.push({ path, before: undefined, text: addExtension('', 'memcached', { phpVersion }) });
}
