import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { messageOf } from '../failure.ts';
import { fields, name, readJson, text } from '../foreignData.ts';
import type { TlsFiles } from './endpointAddress.ts';
import { tlsFilesIn } from './endpointTls.ts';
import { EngineError } from './errors.ts';

/** A context and what asked for it: `DOCKER_CONTEXT`, a config.json, the setting. */
export interface NamedContext {
    readonly name: string;
    readonly origin: string;
}

/** What is read here of docker's config.json. */
const CONFIG = fields({ currentContext: v.nullish(name) });

/** Of a context's meta.json. */
const META = fields({
    Name: v.nullish(name),
    Endpoints: v.nullish(
        fields({
            docker: v.nullish(fields({ Host: v.nullish(text(2048)), SkipTLSVerify: v.nullish(v.boolean()) })),
        }),
    ),
});

/** The context that the docker command would use; undefined for `default`, which is no context but the usual socket. */
export async function currentContext(environment: NodeJS.ProcessEnv, home: string): Promise<NamedContext | undefined> {
    const named = environment.DOCKER_CONTEXT?.trim() ?? '';
    const path = join(configFolder(environment, home), 'config.json');
    const context =
        named === ''
            ? { name: (await readFileAs(CONFIG, path))?.currentContext ?? '', origin: path }
            : { name: named, origin: 'DOCKER_CONTEXT' };
    return context.name === '' || context.name === 'default' ? undefined : context;
}

/**
 * Host and TLS files of a context, from docker's store: `contexts/meta/<sha256 of the name>/meta.json` and
 * `contexts/tls/<the same>/docker/` (docker/cli, cli/context/store). Rejects where there is no such context, naming
 * those that are.
 */
export async function readContext(
    { name, origin }: NamedContext,
    environment: NodeJS.ProcessEnv,
    home: string,
): Promise<{ host: string; tls: TlsFiles | undefined }> {
    const store = join(configFolder(environment, home), 'contexts');
    const digest = createHash('sha256').update(name).digest('hex');
    const metaPath = join(store, 'meta', digest, 'meta.json');
    const meta = await readFileAs(META, metaPath);
    if (!meta) {
        const known = await contextNames(environment, home);
        throw new EngineError('notFound', {
            what: l10n.t('Docker context "{0}", named by {1}, does not exist', name, origin),
            next:
                known.length === 0
                    ? l10n.t(
                          'There is none; create one with `docker context create`, or name the engine, in the settings or with --engine',
                      )
                    : l10n.t('Choose one of: {0}', known.join(', ')),
        });
    }
    const docker = meta.Endpoints?.docker;
    const host = docker?.Host ?? '';
    if (host === '') {
        throw new EngineError('failed', {
            what: l10n.t('Docker context "{0}", named by {1}, names no Docker host ({2})', name, origin, metaPath),
            next: l10n.t('Choose another context'),
        });
    }
    const files = await tlsFilesIn(join(store, 'tls', digest, 'docker'));
    const skip = docker?.SkipTLSVerify === true;
    const tls = Object.keys(files).length > 0 || skip ? { ...files, verify: !skip } : undefined;
    return { host, tls };
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
            const meta = await readFileAs(META, join(folder, entry, 'meta.json'));
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

/** Undefined where there is no such file. Rejects, naming it, where it is not JSON of that form. */
async function readFileAs<const Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
): Promise<v.InferOutput<Schema> | undefined> {
    let json: string;
    try {
        json = await readFile(path, 'utf8');
    } catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
            return undefined;
        }
        throw new EngineError('failed', {
            what: l10n.t('{0} cannot be read: {1}', path, messageOf(error)),
            next: l10n.t('Correct its permissions, or name the engine, in the settings or with --engine'),
            cause: error,
        });
    }
    try {
        return readJson(schema, json);
    } catch (error) {
        throw new EngineError('failed', {
            what: l10n.t('{0} is not as Docker writes it: {1}', path, messageOf(error)),
            next: l10n.t('Correct the file, or name the engine, in the settings or with --engine'),
            cause: error,
        });
    }
}
