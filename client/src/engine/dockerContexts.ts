import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { messageOf } from '../failure.ts';
import type { TlsFiles } from './endpointAddress.ts';
import { tlsFilesIn } from './endpointTls.ts';
import { EngineError } from './errors.ts';

/** A context and what asked for it: `DOCKER_CONTEXT`, a config.json, the setting. */
export interface NamedContext {
    readonly name: string;
    readonly origin: string;
}

/** The context that the docker command would use; undefined for `default`, which is no context but the usual socket. */
export async function currentContext(environment: NodeJS.ProcessEnv, home: string): Promise<NamedContext | undefined> {
    const named = environment.DOCKER_CONTEXT?.trim() ?? '';
    const path = join(configFolder(environment, home), 'config.json');
    const context =
        named === ''
            ? {
                  name: ((await readJson(path)) as { currentContext?: unknown } | undefined)?.currentContext,
                  origin: path,
              }
            : { name: named, origin: 'DOCKER_CONTEXT' };
    const { name, origin } = context;
    if (name === undefined || name === null || name === '' || name === 'default') {
        return undefined;
    }
    if (typeof name !== 'string') {
        throw new EngineError('failed', {
            what: l10n.t('"currentContext" in {0} is no name', origin),
            next: l10n.t('Choose a context with `docker context use`'),
        });
    }
    return { name, origin };
}

interface ContextMeta {
    readonly Name?: unknown;
    readonly Endpoints?: { readonly docker?: { readonly Host?: string; readonly SkipTLSVerify?: boolean } };
}

/**
 * Host and TLS files of a context, from docker's store: `contexts/meta/<sha256 of the name>/meta.json` and
 * `contexts/tls/<the same>/docker/` (docker/cli, cli/context/store). Rejects where there is no such context, naming those that are.
 */
export async function readContext(
    { name, origin }: NamedContext,
    environment: NodeJS.ProcessEnv,
    home: string,
): Promise<{ host: string; tls: TlsFiles | undefined }> {
    const store = join(configFolder(environment, home), 'contexts');
    const digest = createHash('sha256').update(name).digest('hex');
    const metaPath = join(store, 'meta', digest, 'meta.json');
    const meta = (await readJson(metaPath)) as ContextMeta | undefined;
    if (!meta) {
        const known = await contextNames(environment, home);
        throw new EngineError('notFound', {
            what: l10n.t('Docker context "{0}", named by {1}, does not exist', name, origin),
            next:
                known.length === 0
                    ? l10n.t(
                          'There is none; create one with `docker context create`, or name the engine in the settings',
                      )
                    : l10n.t('Choose one of: {0}', known.join(', ')),
        });
    }
    const docker = meta.Endpoints?.docker;
    if (typeof docker?.Host !== 'string' || docker.Host === '') {
        throw new EngineError('failed', {
            what: l10n.t('Docker context "{0}", named by {1}, names no Docker host ({2})', name, origin, metaPath),
            next: l10n.t('Choose another context'),
        });
    }
    const files = await tlsFilesIn(join(store, 'tls', digest, 'docker'));
    const skip = docker.SkipTLSVerify === true;
    const tls = Object.keys(files).length > 0 || skip ? { ...files, verify: !skip } : undefined;
    return { host: docker.Host, tls };
}

/** The names in docker's store of contexts, sorted: contexts/meta/<hash>/meta.json. */
export async function contextNames(environment: NodeJS.ProcessEnv, home: string): Promise<string[]> {
    const folder = join(configFolder(environment, home), 'contexts', 'meta');
    let entries: string[];
    try {
        entries = await readdir(folder);
    } catch {
        // No store: no context was ever made.
        return [];
    }
    const names: string[] = [];
    for (const entry of entries) {
        try {
            const meta = (await readJson(join(folder, entry, 'meta.json'))) as ContextMeta | undefined;
            names.push(...(typeof meta?.Name === 'string' ? [meta.Name] : []));
        } catch {
            // A broken context cannot be chosen, and is no reason not to name the others.
        }
    }
    return names.sort();
}

function configFolder(environment: NodeJS.ProcessEnv, home: string): string {
    const configured = environment.DOCKER_CONFIG ?? '';
    return configured === '' ? join(home, '.docker') : configured;
}

/** Undefined where there is no such file. Rejects, naming it, where it is not an object in JSON. */
async function readJson(path: string): Promise<object | undefined> {
    let text: string;
    try {
        text = await readFile(path, 'utf8');
    } catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
            return undefined;
        }
        throw new EngineError('failed', {
            what: l10n.t('{0} cannot be read: {1}', path, messageOf(error)),
            next: l10n.t('Correct its permissions, or name the engine in the settings'),
            cause: error,
        });
    }
    try {
        const value = JSON.parse(text) as unknown;
        if (typeof value === 'object' && value !== null) {
            return value;
        }
        throw new SyntaxError(l10n.t('it is no object'));
    } catch (error) {
        throw new EngineError('failed', {
            what: l10n.t('{0} is not valid JSON: {1}', path, messageOf(error)),
            next: l10n.t('Correct the file, or name the engine in the settings'),
            cause: error,
        });
    }
}
