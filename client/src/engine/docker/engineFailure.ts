import * as l10n from '@vscode/l10n';
import type { Endpoint } from '../endpoint.ts';
import { EngineError, type EngineErrorCode } from '../errors.ts';
import { messageOf } from '../../failure.ts';

/** What a call was for, in the words a person gets to read when it fails. Sentences without their full stops. */
export interface CallText {
    /** `Container shop-store-1 could not be started` */
    readonly what: string;
    /** What is left when the engine refused. */
    readonly kept?: string;
    /** What is left when the call was cut short: by time-out, cancellation or a broken connection. */
    readonly interrupted?: string;
    readonly next?: string;
}

interface Refusal {
    readonly code: EngineErrorCode;
    readonly next?: string;
    /** The words to show in place of the engine's own. */
    readonly reason?: string;
}

/** The engine's own words, without docker-modem's `(HTTP code 404) no such container - ` before them. */
export function engineMessage(error: unknown): string {
    const text = messageOf(error);
    const status = statusOf(error);
    if (status === undefined) {
        return text.trim();
    }
    const reason = error instanceof Error && 'reason' in error ? error.reason : undefined;
    const prefix = `(HTTP code ${status}) ${typeof reason === 'string' ? reason : 'unexpected'} - `;
    const message = (text.startsWith(prefix) ? text.slice(prefix.length) : text).trim();
    return message === '' || message === '[object Object]' ? l10n.t('HTTP status {0}', status) : message;
}

/** The HTTP status that the engine answered with, where it answered. */
export function statusOf(error: unknown): number | undefined {
    return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
        ? error.statusCode
        : undefined;
}

/** What is left of a call that changes something: when the engine refused it. */
export const unchanged = (): string => l10n.t('Nothing was changed');

/** … and when it was cut short. */
export const unknownOutcome = (): string => l10n.t('The engine may have done it all the same');

/** Turns whatever a call failed with into an EngineError that names the engine. */
export function toEngineError(error: unknown, endpoint: Endpoint, text: CallText): EngineError {
    if (error instanceof EngineError) {
        return error;
    }
    const status = statusOf(error);
    const message = engineMessage(error);
    const connection = status === undefined ? connectionRefusal(error, endpoint) : undefined;
    if (connection) {
        return failure(connection, `${text.what}: ${connection.reason ?? message}`, text.interrupted, text, error);
    }
    const refusal = wordedRefusal(message) ?? { code: codeOfStatus(status) };
    const reason = refusal.reason ?? message;
    return failure(refusal, l10n.t('{0} on {1}: {2}', text.what, endpoint.label, reason), text.kept, text, error);
}

function failure(refusal: Refusal, what: string, kept: string | undefined, text: CallText, cause: unknown) {
    const next = refusal.next ?? text.next;
    return new EngineError(refusal.code, {
        what: what.replace(/(?<![\s.])[\s.]+$/, ''),
        ...(kept === undefined ? {} : { kept }),
        ...(next === undefined ? {} : { next }),
        cause,
    });
}

export function timeoutError(endpoint: Endpoint, text: CallText, timeoutMs: number): EngineError {
    return new EngineError('timeout', {
        what: l10n.t(
            '{0}: {1} gave no answer within {2} s',
            text.what,
            endpoint.label,
            Number((timeoutMs / 1000).toFixed(1)),
        ),
        ...(text.interrupted === undefined ? {} : { kept: text.interrupted }),
        next: l10n.t('Look whether the engine is busy or hangs, and try again'),
    });
}

export function cancelledError(endpoint: Endpoint, text: CallText, cause: unknown): EngineError {
    return new EngineError('cancelled', {
        what: l10n.t('{0} on {1}: cancelled', text.what, endpoint.label),
        ...(text.interrupted === undefined ? {} : { kept: text.interrupted }),
        cause,
    });
}

const chooseEngine = (): string => l10n.t('or choose another engine, in the settings or with --engine');

function connectionRefusal(error: unknown, endpoint: Endpoint): Refusal | undefined {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const message = messageOf(error);
    if (code === 'ESSH') {
        return sshRefusal(message, endpoint);
    }
    if ((code === 'EACCES' || code === 'EPERM') && isConnect(error)) {
        return {
            code: 'forbidden',
            reason: l10n.t('this user may not use the engine at {0} ({1})', endpoint.label, message),
            next: l10n.t(
                'Add the user to the `docker` group (`sudo usermod -aG docker $USER`), log out and in again, {0}',
                chooseEngine(),
            ),
        };
    }
    if (code === 'ECONNREFUSED' || (code === 'ENOENT' && isConnect(error))) {
        return {
            code: 'unreachable',
            reason: l10n.t('no engine answers at {0} ({1})', endpoint.label, message),
            next: l10n.t('Is Docker running? Start Docker Desktop or the docker service, {0}', chooseEngine()),
        };
    }
    if (/^(ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOTSOCK|EPROTOTYPE)$/.test(code)) {
        return {
            code: 'unreachable',
            reason: l10n.t('no engine answers at {0} ({1})', endpoint.label, message),
            next: l10n.t('Check the address and the network, {0}', chooseEngine()),
        };
    }
    if (/^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) {
        return {
            code: 'unreachable',
            reason: l10n.t('the connection to {0} broke ({1})', endpoint.label, message),
            next: l10n.t('Is Docker still running? Try again when it is'),
        };
    }
    if (code.startsWith('HPE_')) {
        return {
            code: 'unreachable',
            reason: l10n.t('what answers at {0} does not speak the Docker API ({1})', endpoint.label, message),
            next: l10n.t('Check the address, and whether it wants TLS, {0}', chooseEngine()),
        };
    }
    if (code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || code === 'EPROTO' || /CERT|ISSUER/.test(code)) {
        return {
            code: 'unreachable',
            reason: l10n.t('no trusted connection to {0} ({1})', endpoint.label, message),
            next: l10n.t('Check the certificates of the Docker context or DOCKER_CERT_PATH, {0}', chooseEngine()),
        };
    }
    return undefined;
}

function isConnect(error: unknown): boolean {
    return error instanceof Error && 'syscall' in error && error.syscall === 'connect';
}

function sshRefusal(message: string, endpoint: Endpoint): Refusal {
    const forbidden = /docker daemon socket|docker API at unix.*permission denied/i.test(message);
    return {
        code: forbidden ? 'forbidden' : 'unreachable',
        reason: l10n.t('no engine answers through {0} ({1})', endpoint.label, message),
        next: forbidden
            ? l10n.t('Add the remote user to the `docker` group of that host')
            : l10n.t(
                  'Check in a terminal that `ssh` reaches this host without asking anything, and that `docker` is installed there',
              ),
    };
}

/** Refusals that are told apart by their words only; the engine answers 500 or 409 to many different things. */
function wordedRefusal(message: string): Refusal | undefined {
    if (/port is already allocated|ports are not available|bind: address already in use/i.test(message)) {
        const port = /:(\d+)(?:\/tcp|\/udp)?(?: failed| ->|: bind| )/.exec(message)?.[1];
        const named = port === undefined ? l10n.t('a port that is to be published') : l10n.t('port {0}', port);
        return {
            code: 'portInUse',
            reason: l10n.t('{0} is already in use ({1})', named, message),
            next: l10n.t('Choose another port, or stop what uses this one'),
        };
    }
    if (/no space left on device/i.test(message)) {
        return { code: 'noSpace', next: l10n.t('Free some space where the engine keeps its data and try again') };
    }
    if (/pool overlaps|non-overlapping|no available IPv4 addresses/i.test(message)) {
        return {
            code: 'addressInUse',
            next: l10n.t('Remove networks that are no longer needed, or choose another subnet'),
        };
    }
    if (/address already in use/i.test(message)) {
        return {
            code: 'addressInUse',
            next: l10n.t('Another container of the network has this address: choose another'),
        };
    }
    // 409 from most calls, 500 from some.
    if (/^container \S+ is not running/i.test(message)) {
        return { code: 'conflict', next: l10n.t('Start the container first') };
    }
    // A 403, which elsewhere means that this user may not.
    if (/has active endpoints/i.test(message)) {
        return { code: 'conflict', next: l10n.t('Remove the containers that are connected to it first') };
    }
    if (/read-only file ?system|rootfs is (marked )?read-only|readonly rootfs/i.test(message)) {
        return { code: 'readOnly' };
    }
    if (/HTTP request to an HTTPS server/i.test(message)) {
        return {
            code: 'unreachable',
            next: l10n.t('Set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH, or use a Docker context'),
        };
    }
    return undefined;
}

function codeOfStatus(status: number | undefined): EngineErrorCode {
    switch (status) {
        case 401:
        case 403:
            return 'forbidden';
        case 404:
            return 'notFound';
        case 409:
            return 'conflict';
        default:
            return 'failed';
    }
}
