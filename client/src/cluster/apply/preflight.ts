import { randomBytes } from 'node:crypto';
import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import type { Engine, FileToPut } from '../../engine/engine.ts';
import { byName, excerpt, fields, ifOfForm, longText, name, readJson } from '../../foreignData.ts';
import { parsePhpIni } from '../../../../server/src/phpIni/syntax/document.ts';
import { asPages, mainIniPath, type ApplicationFacts } from '../node/applicationFacts.ts';
import type { FileChange } from './plan.ts';
import { OperationError } from '../model/errors.ts';
import { phpOf } from '../node/php.ts';
import { callCommand, readScript, scriptCommand } from '../node/resources.ts';
import { STORE_PORT, type ClusterNode } from '../model/model.ts';

/** What the node's own PHP makes of the candidate files. */
export interface PreflightAnswer {
    readonly phpVersion: string;
    readonly extensions: readonly string[];
    readonly settings: Readonly<Record<string, string>>;
    /**
     * Where memcached keeps the sessions: each server of the save path, and what is wrong with it, in words that follow
     * its name.
     */
    readonly stores: readonly { readonly server: string; readonly problem: string | null }[];
    /** Why a session could not be written and read again; null where it could, or where files hold the sessions. */
    readonly session: string | null;
}

/** As images/scripts/apply/preflight.php prints it. */
const ANSWER = fields({
    phpVersion: name,
    extensions: v.array(name),
    settings: byName(longText),
    stores: v.array(fields({ server: longText, problem: v.nullable(excerpt(500)) })),
    session: v.nullable(excerpt(500)),
});

/**
 * Runs the node's own PHP, as the user that pages run as, on a copy of its configuration with the changes in it;
 * the node serves on, untouched. PHP's exit status and `apachectl configtest` say nothing about a broken php.ini
 * (measured), so what PHP prints is read, and a session is tried.
 * @throws OperationError `preflight` that says what would not work, with file and line where PHP names them
 */
export async function preflight(
    engine: Engine,
    node: ClusterNode,
    facts: ApplicationFacts,
    changes: readonly FileChange[],
    signal: AbortSignal,
): Promise<PreflightAnswer> {
    const silent = findSilentEnd(changes, facts.phpVersion);
    if (silent !== undefined) {
        throw refused(node, silent);
    }
    const folder = `/tmp/session-cluster-preflight-${randomBytes(8).toString('hex')}`;
    try {
        const environment = await layOut(engine, node, { facts, changes, folder }, signal);
        const tested = await testServer(engine, node, { folder, environment }, signal);
        const { stdout, stderr } = await engine.exec(
            node.containerId,
            await trialCommand(node, folder, tested),
            { environment, timeoutMs: 60_000, ...asPages(facts) },
            signal,
        );
        const printed = `${stderr.toString()}\n${stdout.toString()}`.replaceAll(
            `${folder}/php.ini`,
            mainIniPath(facts),
        );
        const answer = parseAnswer(stdout.toString());
        const complaint = complaintOf(printed, facts, changes, answer);
        if (complaint !== undefined || answer === undefined) {
            throw refused(node, complaint ?? l10n.t('PHP printed no answer: {0}', printed.trim().slice(-500)));
        }
        return answer;
    } finally {
        // A signal of its own: the caller's may be what ended the preflight. What stays in /tmp harms nobody, and an
        // error of the preflight counts for more.
        const own = AbortSignal.timeout(10_000);
        await engine.exec(node.containerId, ['rm', '-rf', '--', folder], { user: '0' }, own).catch(() => undefined);
    }
}

async function trialCommand(node: ClusterNode, folder: string, tested: string): Promise<string[]> {
    const { trial } = phpOf(node);
    const [ini, page] = [`${folder}/php.ini`, `${folder}/preflight.php`];
    if (trial) {
        return callCommand(trial({ tested, ini, page, query: `port=${STORE_PORT}` }));
    }
    return [
        ...['php', '-c', ini],
        ...['-d', 'display_startup_errors=1', '-d', 'display_errors=stderr', '-d', 'html_errors=0'],
        ...['-d', 'log_errors=0', '-d', 'opcache.enable_cli=0'],
        ...[page, String(STORE_PORT)],
    ];
}

/** What the server of PHP itself says of its configuration with the new php.ini, where it can be asked. */
async function testServer(
    engine: Engine,
    node: ClusterNode,
    { folder, environment }: { readonly folder: string; readonly environment: Readonly<Record<string, string>> },
    signal: AbortSignal,
): Promise<string> {
    const { test, title } = phpOf(node);
    if (!test) {
        return '';
    }
    const argv = await callCommand(test(`${folder}/php.ini`));
    const { exitCode, stdout, stderr } = await engine.exec(node.containerId, argv, { environment }, signal);
    if (exitCode !== 0) {
        throw refused(node, l10n.t('{0} refuses its configuration: {1}', title, stderr.toString().trim().slice(-500)));
    }
    return stdout.toString().trim();
}

/**
 * PHP drops what follows an unclosed single quote behind an unquoted value, and says nothing at all (measured): only a
 * parser can tell.
 */
function findSilentEnd(changes: readonly FileChange[], phpVersion: string): string | undefined {
    for (const { path, after } of changes) {
        const { silentEnd, lines } = parsePhpIni(after.toString('latin1'), { phpVersion });
        if (silentEnd !== undefined) {
            return l10n.t(
                'PHP stops reading without a word at the unclosed quote in {0}, line {1}',
                path,
                lines.lineAt(silentEnd) + 1,
            );
        }
    }
    return undefined;
}

/** A configuration that is to be tried, and the folder on the node where that is done. */
interface Candidate {
    readonly facts: ApplicationFacts;
    readonly changes: readonly FileChange[];
    readonly folder: string;
}

/** Lays out the copy, and returns the environment variables that make PHP read it. */
async function layOut(
    engine: Engine,
    node: ClusterNode,
    { facts, changes, folder }: Candidate,
    signal: AbortSignal,
): Promise<Record<string, string>> {
    const main = mainIniPath(facts);
    const file = (path: string, bytes: Buffer): FileToPut => ({ path, bytes, mode: 0o644, uid: 0, gid: 0 });
    const scanCopy = (directory: string) => `${folder}/scan-${facts.scanDirectories.indexOf(directory)}`;
    const ini = changes.find(change => change.path === main)?.after ?? (await currentMain(engine, node, facts, signal));
    const candidates = changes
        .filter(({ path }) => facts.scanDirectories.includes(posix.dirname(path)))
        .map(({ path, after }) => file(`${scanCopy(posix.dirname(path))}/${posix.basename(path)}`, after));
    await engine.putFiles(
        node.containerId,
        [
            file(`${folder}/php.ini`, ini),
            file(`${folder}/preflight.php`, Buffer.from(await readScript('apply/preflight.php'))),
            ...candidates,
        ],
        signal,
    );
    for (const directory of facts.scanDirectories) {
        const user = asPages(facts).user ?? '';
        const argv = await scriptCommand('apply/copy-scan-directory.sh', directory, scanCopy(directory), user);
        await engine.exec(node.containerId, argv, { user: '0' }, signal);
    }
    return { PHP_INI_SCAN_DIR: facts.scanDirectories.map(scanCopy).join(':') || folder };
}

async function currentMain(
    engine: Engine,
    node: ClusterNode,
    facts: ApplicationFacts,
    signal: AbortSignal,
): Promise<Buffer> {
    return facts.iniFile === undefined
        ? Buffer.alloc(0)
        : (await engine.readFile(node.containerId, facts.iniFile, signal)).bytes;
}

function parseAnswer(stdout: string): PreflightAnswer | undefined {
    const line = stdout.split('\n').findLast(text => text.startsWith('{"phpVersion"'));
    return line === undefined ? undefined : ifOfForm(() => readJson(ANSWER, line));
}

/** The first thing that would break; undefined where nothing would. */
function complaintOf(
    printed: string,
    facts: ApplicationFacts,
    changes: readonly FileChange[],
    answer: PreflightAnswer | undefined,
): string | undefined {
    const syntax = /syntax error, .*? in (\S+) on line (\d+)/.exec(printed);
    if (syntax) {
        return l10n.t(
            'PHP stops reading at a {0} ({1}, line {2})',
            syntax[0].replace(/ in \S+ on line \d+$/, ''),
            syntax[1] ?? '',
            syntax[2] ?? '',
        );
    }
    const library = /Unable to load dynamic library '([^']+)'.*?\((?:tried: )?(.*)/.exec(printed);
    if (library && !wasBroken(extensionName(library[1] ?? ''), facts, changes)) {
        return l10n.t('The extension {0} does not load: {1}', library[1] ?? '', (library[2] ?? '').slice(0, 300));
    }
    const fatal = /PHP Fatal error: .*|^Fatal error: .*/m.exec(printed);
    if (fatal) {
        return fatal[0];
    }
    if (!answer) {
        return undefined;
    }
    const bad = answer.stores.find(({ problem }) => problem !== null);
    if (bad) {
        const problem = bad.problem ?? '';
        return bad.server.startsWith('/')
            ? l10n.t('The memcached socket {0} {1}', bad.server, problem)
            : l10n.t('The store {0} {1}', bad.server, problem);
    }
    const handler = answer.settings['session.save_handler'] ?? '';
    if (answer.session !== null) {
        return l10n.t('A session could not be kept with session.save_handler = {0}: {1}', handler, answer.session);
    }
    return undefined;
}

function extensionName(library: string): string {
    return posix.basename(library).replace(/\.so$/, '').toLowerCase();
}

/** An extension that the running Apache asks for in vain already is not this change's doing. */
function wasBroken(name: string, facts: ApplicationFacts, changes: readonly FileChange[]): boolean {
    const loadsExtension = new RegExp(`^\\s*(zend_)?extension\\s*=\\s*["']?([^"';\\n]*/)?${name}(\\.so)?\\b`, 'im');
    const isNew = changes.some(
        ({ before, after }) =>
            loadsExtension.test(after.toString('latin1')) && !loadsExtension.test(before?.toString('latin1') ?? ''),
    );
    return !isNew && !facts.extensions.includes(name);
}

function refused(node: ClusterNode, complaint: string): OperationError {
    return new OperationError('preflight', {
        node: node.name,
        what: l10n.t('The new configuration would not work on {0}. {1}', node.name, complaint),
        kept: l10n.t('No file was changed and nothing was restarted'),
        next: l10n.t('Correct it and apply again'),
    });
}
