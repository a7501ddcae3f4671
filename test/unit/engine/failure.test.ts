import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
    cancelledError,
    engineMessage,
    timeoutError,
    toEngineError,
} from '../../../client/src/engine/docker/engineFailure.ts';
import type { Endpoint } from '../../../client/src/engine/endpoint.ts';
import { EngineError, type EngineErrorCode } from '../../../client/src/engine/errors.ts';
import { isCancellation } from '../../../client/src/failure.ts';

const endpoint: Endpoint = {
    kind: 'socket',
    path: '/x.sock',
    source: 'setting',
    label: 'unix:///x.sock',
    remote: false,
};
const text = {
    what: 'Container shop-store-1 could not be started',
    kept: 'It is there, but does not run',
    interrupted: 'It may run',
};

/** An error as docker-modem makes it of an answer. */
function answer(statusCode: number, message: string, reason = 'server error'): Error {
    const error = new Error(`(HTTP code ${statusCode}) ${reason} - ${message} `);
    return Object.assign(error, { statusCode, reason, json: { message } });
}

function system(code: string, syscall = 'connect'): Error {
    return Object.assign(new Error(`${syscall} ${code} /x.sock`), { code, syscall });
}

describe('engine failures', () => {
    const cases: [string, Error, EngineErrorCode, RegExp][] = [
        ['a socket that is not there', system('ENOENT'), 'unreachable', /Is Docker running\?/],
        ['nobody behind the socket', system('ECONNREFUSED'), 'unreachable', /no engine answers at unix:\/\/\/x\.sock/],
        ['a socket of others', system('EACCES'), 'forbidden', /`docker` group/],
        ['a host without a name', system('ENOTFOUND', 'getaddrinfo'), 'unreachable', /address and the network/],
        ['a connection that breaks', system('ECONNRESET', 'read'), 'unreachable', /broke.*It may run/],
        ['an answer in another protocol', system('HPE_INVALID_CONSTANT', ''), 'unreachable', /does not speak/],
        ['a certificate of nobody', system('SELF_SIGNED_CERT_IN_CHAIN', ''), 'unreachable', /certificates/],
        ['ssh that fails', Object.assign(new Error('no route'), { code: 'ESSH' }), 'unreachable', /\(no route\)/],
        ['a missing file of our own', system('ENOENT', 'open'), 'failed', /open ENOENT/],
        ['404', answer(404, 'No such container: x', 'no such container'), 'notFound', /: No such container: x\. It is/],
        ['404 without words', answer(404, "''", 'no such container'), 'notFound', /on unix/],
        ['409', answer(409, 'Conflict. In use', 'unexpected'), 'conflict', /: Conflict\. In use\. /],
        ['401', answer(401, 'who are you', 'unexpected'), 'forbidden', /who are you/],
        [
            'a port bound by the engine',
            answer(500, 'driver failed: Bind for 127.0.0.1:8080 failed: port is already allocated'),
            'portInUse',
            /port 8080 is already in use/,
        ],
        [
            'a port bound by another program',
            answer(500, 'Error starting userland proxy: listen tcp4 0.0.0.0:443: bind: address already in use'),
            'portInUse',
            /port 443 is already in use/,
        ],
        [
            'a port bound outside of Docker Desktop',
            answer(500, 'Ports are not available: exposing port TCP 127.0.0.1:80 -> 127.0.0.1:0: listen tcp: bind'),
            'portInUse',
            /port 80 is already in use/,
        ],
        ['a full disk', answer(500, 'write /x: no space left on device'), 'noSpace', /Free some space/],
        [
            'a taken subnet',
            answer(403, 'Pool overlaps with other one on this address space', 'forbidden'),
            'addressInUse',
            /subnet/,
        ],
        ['a taken address', answer(403, 'Address already in use', 'forbidden'), 'addressInUse', /has this address/],
        [
            'a network in use',
            answer(403, 'network x id y has active endpoints', 'unexpected'),
            'conflict',
            /Remove the containers/,
        ],
        ['a read-only root', answer(403, 'container rootfs is marked read-only'), 'readOnly', /read-only/],
        ['a container that stopped', answer(500, 'Container abc is not running: Exited (137)'), 'conflict', /Start/],
        [
            'TLS where there is none',
            answer(400, 'Client sent an HTTP request to an HTTPS server.'),
            'unreachable',
            /TLS/,
        ],
        ['anything else', answer(500, 'the moon is full.'), 'failed', /unix:\/\/\/x\.sock: the moon is full\. It is/],
        ['what is no error of an engine', new TypeError('oops'), 'failed', /oops/],
    ];
    for (const [name, error, code, words] of cases) {
        it(`tells ${name}`, () => {
            const mapped = toEngineError(error, endpoint, text);
            assert.equal(mapped.code, code);
            assert.match(mapped.message, words);
            assert.ok(mapped.message.startsWith(text.what), mapped.message);
            assert.ok(mapped.message.includes(endpoint.label), mapped.message);
            assert.equal(mapped.cause, error);
            assert.doesNotMatch(mapped.message, /HTTP code|\.\.|\s$/);
        });
    }

    it('leaves an EngineError as it is', () => {
        const error = new EngineError('noSpace', { what: 'full' });
        assert.equal(toEngineError(error, endpoint, text), error);
    });

    it('finds the words of an answer', () => {
        assert.equal(engineMessage(answer(500, 'a - b')), 'a - b');
        assert.equal(engineMessage(answer(404, '', 'no - such')), 'HTTP status 404');
        assert.equal(engineMessage('text'), 'text');
    });

    it('says what may have happened where a call was cut short', () => {
        assert.match(timeoutError(endpoint, text, 1500).message, /unix:\/\/\/x\.sock gave no answer within 1\.5 s/);
        assert.match(timeoutError(endpoint, text, 1500).message, /It may run\./);
        const cancelled = cancelledError(endpoint, text, undefined);
        assert.ok(isCancellation(cancelled));
        assert.match(cancelled.message, /could not be started on unix.*: cancelled\. It may run\.$/);
    });
});
