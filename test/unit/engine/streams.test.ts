import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { Demultiplexer } from '../../../client/src/engine/docker/demux.ts';
import { decodeEvents } from '../../../client/src/engine/docker/events.ts';
import { jsonLines, textLines } from '../../../client/src/engine/docker/jsonLines.ts';
import type { EngineEvent } from '../../../client/src/engine/engine.ts';
import { ForeignDataError } from '../../../client/src/foreignData.ts';

const anything = v.unknown();

/** Cuts `bytes` at the given places (fractions of its length), as a network would. */
async function* cut(bytes: Buffer, places: readonly number[]): AsyncGenerator<Buffer> {
    const ends = [...places.map(place => Math.floor(place * bytes.length)), bytes.length].sort((a, b) => a - b);
    let start = 0;
    for (const end of ends) {
        yield await Promise.resolve(bytes.subarray(start, end));
        start = end;
    }
}

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
/** Text with characters of one to four bytes. */
const text = fc.string({ unit: 'binary', maxLength: 12 });

function wireEvent(type: string, action: string, id: string, labels: Record<string, string>, timeNano: number) {
    return { Type: type, Action: action, Actor: { ID: id, Attributes: labels }, time: 1, timeNano };
}

describe('engine streams', () => {
    it('decodes the same events however the bytes are cut', async () => {
        const event = fc.record({
            type: fc.constantFrom('container', 'network'),
            action: fc.constantFrom('start', 'die', 'health_status: healthy', 'connect'),
            id: fc.stringMatching(/^[0-9a-f]{8}$/),
            // Names that mean something to JavaScript itself are left out, as `byName` says.
            labels: fc.dictionary(
                text.filter(name => !['__proto__', 'prototype', 'constructor'].includes(name)),
                text,
            ),
        });
        await fc.assert(
            fc.asyncProperty(fc.array(event), places, fc.boolean(), async (wanted, at, lastNewline) => {
                const lines = wanted.map(({ type, action, id, labels }) =>
                    JSON.stringify(wireEvent(type, action, id, labels, 1_700_000_000_123_000_000)),
                );
                const bytes = Buffer.from(lines.join('\n') + (lastNewline ? '\n' : ''));
                const got = await Array.fromAsync(decodeEvents(cut(bytes, at)));
                const expected: EngineEvent[] = wanted.map(({ type, action, id, labels }) => ({
                    type,
                    action: action.replace(/:.*/, ''),
                    id,
                    labels: JSON.parse(JSON.stringify(labels)) as Record<string, string>,
                    time: 1_700_000_000_123,
                }));
                assert.deepEqual(got, expected);
            }),
        );
    });

    it('leaves out events of other things and of programs run in a container', async () => {
        const lines = [
            wireEvent('image', 'pull', 'a', {}, 1),
            wireEvent('container', 'exec_create: sh -c x', 'b', {}, 1),
            wireEvent('container', 'exec_die', 'b', {}, 1),
            { Type: 'container', Action: 'start' },
            { status: 'start', id: 'old form' },
            wireEvent('container', 'health_status: unhealthy', 'c', {}, 5e6),
        ].map(line => JSON.stringify(line));
        const got = await Array.fromAsync(decodeEvents(cut(Buffer.from(lines.join('\n')), [])));
        assert.deepEqual(got, [{ type: 'container', action: 'health_status', id: 'c', labels: {}, time: 5 }]);
    });

    it('splits lines the same however they are cut, and skips empty ones of JSON', async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(text), places, async (parts, at) => {
                const lines = parts.map(part => part.replace(/[\r\n\uFEFF]/g, ''));
                const bytes = Buffer.from(lines.map(line => `${line}\r\n`).join(''));
                assert.deepEqual(await Array.fromAsync(textLines(cut(bytes, at))), lines);
            }),
        );
        const spaced = Buffer.from('\n{"a":1}\r\n \n{"b":2}');
        assert.deepEqual(await Array.fromAsync(jsonLines(anything, cut(spaced, [0.3]))), [{ a: 1 }, { b: 2 }]);
    });

    it('throws where a line is not JSON', async () => {
        await assert.rejects(
            Array.fromAsync(jsonLines(anything, cut(Buffer.from('{"a":1}\n<html>\n'), []))),
            ForeignDataError,
        );
    });

    it('takes apart stdout and stderr however the frames are cut', async () => {
        const frame = fc.record({
            stream: fc.constantFrom('stdout' as const, 'stderr' as const),
            bytes: fc.uint8Array({ maxLength: 40 }),
        });
        await fc.assert(
            fc.asyncProperty(fc.array(frame), places, async (frames, at) => {
                const wire = frames.flatMap(({ stream, bytes }) => {
                    const header = Buffer.alloc(8);
                    header.writeUInt8(stream === 'stdout' ? 1 : 2, 0);
                    header.writeUInt32BE(bytes.length, 4);
                    return [header, Buffer.from(bytes)];
                });
                const demultiplexer = new Demultiplexer();
                const got = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
                for await (const chunk of cut(Buffer.concat(wire), at)) {
                    for (const { stream, bytes } of demultiplexer.push(chunk)) {
                        got[stream].push(bytes);
                    }
                }
                for (const name of ['stdout', 'stderr'] as const) {
                    const expected = frames.filter(({ stream }) => stream === name).map(({ bytes }) => bytes);
                    assert.ok(Buffer.concat(got[name]).equals(Buffer.concat(expected)));
                }
            }),
        );
        assert.throws(() => new Demultiplexer().push(Buffer.from('plain text')), /garbled/);
    });
});
