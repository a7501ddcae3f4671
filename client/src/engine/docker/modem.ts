import { readFileSync } from 'node:fs';
import { Agent as HttpAgent, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import * as l10n from '@vscode/l10n';
import Docker from 'dockerode';
import Modem from 'docker-modem';
import type { Endpoint } from '../endpoint.ts';
import type { TlsFiles } from '../endpointAddress.ts';
import { messageOf } from '../../failure.ts';
import { EngineError } from '../errors.ts';
import type { Connection } from './connection.ts';
import { SshAgent } from './sshAgent.ts';

export interface ConnectOptions {
    /** The ssh program, found on PATH; `ssh` unless told. */
    readonly sshProgram?: string;
}

/** How long an unused connection is kept for the next call. */
const IDLE_MS = 20_000;

/** Makes ready for calls to an engine, without connecting to it. */
export function openConnection(endpoint: Endpoint, { sshProgram = 'ssh' }: ConnectOptions): Connection {
    const { agent, ...fields } = modemFields(endpoint, sshProgram);
    reportCutAnswers(agent);
    const modem = Object.assign(bareModem(), fields, { agent });
    return {
        endpoint,
        docker: new Docker({ modem } as Docker.DockerOptions),
        dispose() {
            agent.destroy();
        },
    };
}

/**
 * A modem that knows nothing yet. Its constructor would read DOCKER_HOST, DOCKER_CERT_PATH and the rest from the
 * environment, let them win over a socket given here, and throw where they are malformed; which engine it is has been
 * decided before (endpoint.ts).
 */
function bareModem(): Modem {
    return Object.assign(Object.create(Modem.prototype) as Modem, { headers: {}, pathPrefix: '/', sshOptions: {} });
}

function modemFields(endpoint: Endpoint, sshProgram: string) {
    switch (endpoint.kind) {
        case 'socket':
            // A local connection costs nothing; and some engines end when idle (Podman), under a connection that was
            // kept.
            return { socketPath: endpoint.path, protocol: 'http', agent: new HttpAgent() };
        case 'tcp': {
            const { host, port, tls } = endpoint;
            const scheme = tls ? 'https' : 'http';
            const keep = { keepAlive: true, timeout: IDLE_MS, scheduling: 'lifo' as const };
            const url = `${scheme}://${host.includes(':') ? `[${host}]` : host}`;
            return tls
                ? { host: url, port, protocol: scheme, ...readTls(tls), agent: tlsAgent(tls, keep) }
                : { host: url, port, protocol: scheme, agent: new HttpAgent(keep) };
        }
        case 'ssh':
            // The host in the requests is a word only: what connects is the agent.
            return {
                host: 'http://docker',
                port: 80,
                protocol: 'http',
                agent: new SshAgent({ program: sshProgram, address: endpoint, idleMs: IDLE_MS }),
            };
    }
}

/** What `http` calls for every request of an agent; not in its types. */
interface RequestAgent {
    addRequest(request: ClientRequest, ...rest: unknown[]): void;
}

/**
 * docker-modem 5 waits for the end of an answer and for errors of the request: that the connection broke in the middle
 * of the answer it would never learn.
 */
function reportCutAnswers(agent: HttpAgent): void {
    const requests = agent as unknown as RequestAgent;
    const addRequest = requests.addRequest.bind(agent);
    requests.addRequest = (request, ...rest) => {
        request.once('response', (answer: IncomingMessage) => {
            answer.once('close', () => {
                if (!answer.complete) {
                    const error = new Error('the connection ended in the middle of an answer');
                    request.emit('error', Object.assign(error, { code: 'ECONNRESET' }));
                }
            });
        });
        addRequest(request, ...rest);
    };
}

function tlsAgent(tls: TlsFiles, options: object): HttpsAgent {
    return new HttpsAgent({ ...options, rejectUnauthorized: tls.verify });
}

function readTls({ ca, cert, key }: TlsFiles) {
    return {
        ...(ca !== undefined && { ca: readPem(ca) }),
        ...(cert !== undefined && { cert: readPem(cert) }),
        ...(key !== undefined && { key: readPem(key) }),
    };
}

function readPem(path: string): Buffer {
    try {
        return readFileSync(path);
    } catch (error) {
        throw new EngineError('forbidden', {
            what: l10n.t('{0}, needed to speak TLS with the engine, cannot be read: {1}', path, messageOf(error)),
            next: l10n.t('Correct its permissions, or the Docker context or DOCKER_CERT_PATH that names it'),
            cause: error,
        });
    }
}
