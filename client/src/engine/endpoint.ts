import { homedir } from 'node:os';
import * as l10n from '@vscode/l10n';
import { currentContext, readContext } from './dockerContexts.ts';
import { parseEndpoint, withTls, type EndpointAddress } from './endpointAddress.ts';
import { tlsFromEnvironment } from './endpointTls.ts';
import { findSocket } from './knownSockets.ts';

/** Where an engine is, and how it was found: so that a person can be told which one is in use and why. */
export type Endpoint = EndpointAddress & {
    readonly source: 'setting' | 'DOCKER_HOST' | 'context' | 'socket';
    /** For people: `unix:///var/run/docker.sock`, `ssh://me@host`, with the context's name where there is one. */
    readonly label: string;
    /** True where containers run on another machine than this process: bind mounts and 127.0.0.1 do not lead there. */
    readonly remote: boolean;
};

export interface EndpointSearch {
    /**
     * `unix://`, `npipe://`, `tcp://`, `ssh://`, an absolute path of a socket, or `context:NAME`. Undefined or empty:
     * look around.
     */
    readonly setting?: string;
    /** What a person calls the place where `setting` stands, such as `--engine`: the setting unless told. */
    readonly settingName?: string;
    readonly environment?: NodeJS.ProcessEnv;
    readonly home?: string;
    readonly platform?: NodeJS.Platform;
    readonly signal?: AbortSignal;
}

/**
 * Finds the engine to use, in the order that people know from the docker command: the setting, DOCKER_HOST,
 * DOCKER_CONTEXT or the current context, then the sockets that engines are known to listen on. Where there is none it
 * is the platform's usual socket, so that the first call can say what to do.
 *
 * Rejects with EngineError for a malformed value or a context that is not there, naming the value and where it came
 * from.
 */
export async function resolveEndpoint(search: EndpointSearch = {}): Promise<Endpoint> {
    const { environment = process.env, home = homedir(), platform = process.platform } = search;
    search.signal?.throwIfAborted();
    const setting = search.setting?.trim() ?? '';
    const origin = search.settingName ?? l10n.t('the setting');
    const context = /^context:(.*)$/s.exec(setting)?.[1]?.trim();
    if (context !== undefined && context !== 'default') {
        return await contextEndpoint({ name: context, origin }, 'setting', environment, home);
    }
    if (setting !== '' && context === undefined) {
        return describe(await parseWithTls(setting, origin, environment, home), 'setting');
    }
    const host = environment.DOCKER_HOST?.trim() ?? '';
    if (host !== '') {
        return describe(await parseWithTls(host, 'DOCKER_HOST', environment, home), 'DOCKER_HOST');
    }
    const current = context === undefined ? await currentContext(environment, home) : undefined;
    if (current) {
        return await contextEndpoint(current, 'context', environment, home);
    }
    const path = await findSocket({ environment, home, platform }, search.signal);
    return describe({ kind: 'socket', path }, context === undefined ? 'socket' : 'setting');
}

async function parseWithTls(
    value: string,
    origin: string,
    environment: NodeJS.ProcessEnv,
    home: string,
): Promise<EndpointAddress> {
    const address = parseEndpoint(value, origin, home);
    return address.kind === 'tcp' ? withTls(address, await tlsFromEnvironment(environment, home)) : address;
}

async function contextEndpoint(
    context: { name: string; origin: string },
    source: Endpoint['source'],
    environment: NodeJS.ProcessEnv,
    home: string,
): Promise<Endpoint> {
    const { host, tls } = await readContext(context, environment, home);
    const address = withTls(parseEndpoint(host, l10n.t('Docker context "{0}"', context.name), home), tls);
    const endpoint = describe(address, source);
    return { ...endpoint, label: l10n.t('{0} (context {1})', endpoint.label, context.name) };
}

function describe(address: EndpointAddress, source: Endpoint['source']): Endpoint {
    return { ...address, source, label: labelOf(address), remote: isRemote(address) };
}

function labelOf(address: EndpointAddress): string {
    switch (address.kind) {
        case 'socket':
            return `${address.path.startsWith('//') ? 'npipe' : 'unix'}://${address.path}`;
        case 'tcp':
            return `tcp://${bracketed(address.host)}:${address.port}`;
        case 'ssh': {
            const user = address.user === undefined ? '' : `${address.user}@`;
            return `ssh://${user}${bracketed(address.host)}${address.port === undefined ? '' : `:${address.port}`}`;
        }
    }
}

function bracketed(host: string): string {
    return host.includes(':') ? `[${host}]` : host;
}

function isRemote(address: EndpointAddress): boolean {
    switch (address.kind) {
        case 'socket':
            return false;
        case 'tcp':
            return !/^(localhost|127(\.\d+){3}|::1)$/i.test(address.host);
        case 'ssh':
            return true;
    }
}
