import { request as httpRequest, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { messageOf } from '../../failure.ts';
import { excerpt, fields, ifOfForm, name, readJson } from '../../foreignData.ts';
import { KEY_HEADER, type Probe } from '../node/probe.ts';
import type { RequestMethod } from '../report/report.ts';

/** A person would have given up long before. Milliseconds. */
const REQUEST_LIMIT = 20_000;

interface FailureParts {
    readonly status?: number | undefined;
    readonly hostname?: string | undefined;
    readonly cause?: unknown;
}

/** No answer, or another one than HTTP 200. */
export class RequestFailure extends Error {
    /** Absent where the connection broke, or the time was up. */
    readonly status: number | undefined;
    /** Of the node, where the probe itself said what failed. */
    readonly hostname: string | undefined;

    constructor(message: string, { status, hostname, cause }: FailureParts = {}) {
        super(message, { cause });
        this.status = status;
        this.hostname = hostname;
    }
}

/**
 * One visitor of the site: keeps the cookies it is given, and connections open (those of an agent, which visitors
 * share), as browsers do.
 */
export class Browser {
    readonly #url: string;
    readonly #probe: Probe;
    readonly #agent: Agent;
    readonly #cookies = new Map<string, string>();

    constructor(url: string, probe: Probe, agent: Agent) {
        this.#url = url;
        this.#probe = probe;
        this.#agent = agent;
    }

    /**
     * Asks the probe through the balancer.
     * @returns the body of an answer with HTTP 200
     * @throws RequestFailure
     */
    async send(method: RequestMethod, query: Readonly<Record<string, string>>): Promise<string> {
        const signal = AbortSignal.timeout(REQUEST_LIMIT);
        try {
            return await this.#attempt(method, query, this.#agent, signal);
        } catch (error) {
            if (!(error instanceof ClosedWhileIdle)) {
                throw error;
            }
            // The server closed a kept connection while it was idle, before it read anything of this request: browsers
            // send it again, whatever its method (Node's documentation of `request.reusedSocket` has the same).
            return this.#attempt(method, query, false, signal);
        }
    }

    /** An error's text without what would let its reader into the session. */
    withoutSecrets(error: unknown): string {
        const text = [...this.#cookies.values()].reduce(
            (result, value) => (value === '' ? result : result.replaceAll(value, '…')),
            messageOf(error),
        );
        // The names of the files handler's files.
        return text.replaceAll(/\bsess_[\w,-]+/g, 'sess_…');
    }

    async #attempt(
        method: RequestMethod,
        query: Readonly<Record<string, string>>,
        agent: Agent | false,
        signal: AbortSignal,
    ): Promise<string> {
        const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const request = httpRequest(new URL(this.#probe.urlPath(query), this.#url), {
            method,
            agent,
            headers: {
                [KEY_HEADER]: this.#probe.key,
                ...(cookies !== '' && { Cookie: cookies }),
                ...(method === 'POST' && { 'Content-Type': 'application/x-www-form-urlencoded' }),
            },
            signal,
        });
        request.end(method === 'POST' ? 'field=value' : undefined);
        const response = await responseTo(request);
        const body = await bodyOf(response);
        if (response.statusCode !== 200) {
            const status = response.statusCode;
            const { error, hostname } = ifOfForm(() => readJson(FAILED, body)) ?? {};
            const message = `HTTP ${status ?? 0}${error === undefined ? '' : `: ${error}`}`;
            throw new RequestFailure(message, { status, hostname });
        }
        this.#keepCookies(response.headers['set-cookie'] ?? []);
        return body;
    }

    #keepCookies(headers: readonly string[]): void {
        for (const header of headers) {
            const [pair = ''] = header.split(';', 1);
            const equals = pair.indexOf('=');
            this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
        }
    }
}

class ClosedWhileIdle extends RequestFailure {}

function responseTo(request: ClientRequest): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
        request.once('response', resolve);
        request.once('error', (error: NodeJS.ErrnoException) => {
            const wasClosed = error.code === 'ECONNRESET' || error.code === 'EPIPE';
            const Kind = request.reusedSocket && wasClosed ? ClosedWhileIdle : RequestFailure;
            reject(new Kind(describe(error), { cause: error }));
        });
    });
}

async function bodyOf(response: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    try {
        for await (const chunk of response) {
            chunks.push(chunk as Buffer);
        }
    } catch (error) {
        throw new RequestFailure(`the answer broke off: ${describe(error)}`, { cause: error });
    }
    return Buffer.concat(chunks).toString();
}

function describe(error: unknown): string {
    return error instanceof Error && error.name === 'AbortError'
        ? `no answer within ${REQUEST_LIMIT / 1000} s`
        : messageOf(error);
}

/** The probe's own words; pages of errors say no more than their status. */
const FAILED = fields({ error: excerpt(500), hostname: v.exactOptional(name) });
