import { posix } from 'node:path';
import * as l10n from '@vscode/l10n';
import { EngineError } from './errors.ts';

export type EndpointAddress =
    | { readonly kind: 'socket'; readonly path: string }
    | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tls?: TlsFiles }
    | { readonly kind: 'ssh'; readonly host: string; readonly user?: string; readonly port?: number };

/** Paths of PEM files; without `verify` anyone may answer. */
export interface TlsFiles {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly verify: boolean;
}

const PLAIN_PORT = 2375;
const TLS_PORT = 2376;
const UNIX_SOCKET = '/var/run/docker.sock';
const WINDOWS_PIPE = '//./pipe/docker_engine';

const forms = (): string =>
    l10n.t(
        'Write unix:///path/docker.sock, tcp://host:2375, ssh://user@host, npipe:////./pipe/name, an absolute path of a socket, or context:NAME',
    );

/**
 * Reads the address of an engine as the docker command does. `origin` says where the text came from: `DOCKER_HOST`,
 * `the setting`.
 */
export function parseEndpoint(text: string, origin: string, home: string): EndpointAddress {
    const value = text.trim();
    if (value.startsWith('~/')) {
        return { kind: 'socket', path: posix.join(home, value.slice(2)) };
    }
    if (value.startsWith('/') || value.startsWith('\\\\')) {
        return { kind: 'socket', path: socketPath(value) };
    }
    const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/is.exec(value) ?? [];
    switch (scheme.toLowerCase()) {
        case 'unix':
            return parseSocket(rest, UNIX_SOCKET, value, origin);
        case 'npipe':
            return parseSocket(rest, WINDOWS_PIPE, value, origin);
        case 'tcp':
        case 'http':
        case 'https':
            return parseTcp(scheme.toLowerCase(), rest, value, origin);
        case 'ssh':
            return parseSsh(rest, value, origin);
        case '':
            if (/^[\w.-]+:\d+$/.test(value)) {
                return parseTcp('tcp', value, value, origin);
            }
            throw malformed(value, origin, l10n.t('it is no address of an engine'));
        default:
            throw malformed(value, origin, l10n.t('"{0}" is not a way to reach an engine', scheme));
    }
}

/** The address with the TLS files it is to be used with; only tcp has any. */
export function withTls(address: EndpointAddress, tls: TlsFiles | undefined): EndpointAddress {
    if (address.kind !== 'tcp' || !tls) {
        return address;
    }
    return { ...address, tls };
}

function parseSocket(rest: string, usual: string, value: string, origin: string): EndpointAddress {
    const path = socketPath(rest === '' ? usual : rest);
    if (!path.startsWith('/')) {
        throw malformed(value, origin, l10n.t('the path of its socket is not absolute'));
    }
    return { kind: 'socket', path };
}

/** Node takes `//./pipe/name` for `\\.\pipe\name`. */
function socketPath(path: string): string {
    return path.startsWith('\\\\') ? path.replaceAll('\\', '/') : path;
}

function parseTcp(scheme: string, rest: string, value: string, origin: string): EndpointAddress {
    const url = parseAuthority(rest, value, origin);
    if (url.username !== '' || url.password !== '') {
        throw malformed(value, origin, l10n.t('an address for tcp has no user'));
    }
    // Where there is no port, the usual one; TLS that only the environment asks for does not change it (docker/cli does
    // the same).
    const port = url.port === '' ? (scheme === 'https' ? TLS_PORT : PLAIN_PORT) : Number(url.port);
    const address = { kind: 'tcp' as const, host: hostOf(url), port };
    return scheme === 'https' ? { ...address, tls: { verify: true } } : address;
}

function parseSsh(rest: string, value: string, origin: string): EndpointAddress {
    const url = parseAuthority(rest, value, origin);
    const host = hostOf(url);
    const user = decode(url.username);
    if (url.password !== '') {
        throw malformed(value, origin, l10n.t('a password cannot be given; ssh uses your keys'));
    }
    // ssh would take such a word for an option.
    if (host.startsWith('-') || user.startsWith('-')) {
        throw malformed(value, origin, l10n.t('neither host nor user may begin with "-"'));
    }
    return {
        kind: 'ssh',
        host,
        ...(user === '' ? {} : { user }),
        ...(url.port === '' ? {} : { port: Number(url.port) }),
    };
}

/** `user@host:port`, and nothing behind it. A scheme unknown to URL keeps every port and host as it is. */
function parseAuthority(rest: string, value: string, origin: string): URL {
    let url: URL;
    try {
        url = new URL(`engine://${rest}`);
    } catch {
        // URL's own message says no more than that it is invalid.
        throw malformed(value, origin, l10n.t('its host or port is malformed'));
    }
    if (/[\s/\\@]/.test(decode(url.hostname))) {
        throw malformed(value, origin, l10n.t('its host holds characters that no host has'));
    }
    if (url.hostname === '' || url.port === '0') {
        throw malformed(
            value,
            origin,
            url.hostname === '' ? l10n.t('it names no host') : l10n.t('no port has the number 0'),
        );
    }
    if ((url.pathname !== '' && url.pathname !== '/') || url.search !== '' || url.hash !== '') {
        throw malformed(value, origin, l10n.t('nothing may follow its host and port'));
    }
    return url;
}

function hostOf(url: URL): string {
    return decode(url.hostname).replace(/^\[(.*)\]$/, '$1');
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        // A lone percent sign stands for itself.
        return text;
    }
}

function malformed(value: string, origin: string, reason: string): EngineError {
    const shown = value.replace(/\/\/([^/@:]*):[^/@]*@/, '//$1:…@');
    return new EngineError('failed', {
        what: l10n.t('"{0}" from {1} cannot be used: {2}', shown, origin, reason),
        next: forms(),
    });
}
