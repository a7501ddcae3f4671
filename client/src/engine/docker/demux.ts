/** Part of what a process printed. */
export interface OutputFrame {
    readonly stream: 'stdout' | 'stderr';
    readonly bytes: Buffer;
}

const HEADER_BYTES = 8;

/**
 * Takes apart the engine's multiplexed output (`application/vnd.docker.raw-stream`): frames of one byte for the stream,
 * three of zero, four for the length (big endian), and the bytes. Chunks may be cut anywhere; frames are given out as
 * their bytes arrive.
 */
export class Demultiplexer {
    #header = Buffer.alloc(0);
    #stream: OutputFrame['stream'] = 'stdout';
    #remaining = 0;

    push(chunk: Buffer): OutputFrame[] {
        const frames: OutputFrame[] = [];
        let rest = chunk;
        while (rest.length > 0) {
            if (this.#remaining === 0) {
                const missing = HEADER_BYTES - this.#header.length;
                this.#header = Buffer.concat([this.#header, rest.subarray(0, missing)]);
                rest = rest.subarray(missing);
                if (this.#header.length === HEADER_BYTES) {
                    this.#readHeader();
                }
                continue;
            }
            const bytes = rest.subarray(0, this.#remaining);
            rest = rest.subarray(bytes.length);
            this.#remaining -= bytes.length;
            frames.push({ stream: this.#stream, bytes });
        }
        return frames;
    }

    #readHeader(): void {
        const stream = this.#header.readUInt8(0);
        if (stream > 2) {
            throw new Error(`the engine's output stream is garbled (frame type ${stream})`);
        }
        this.#stream = stream === 2 ? 'stderr' : 'stdout';
        this.#remaining = this.#header.readUInt32BE(4);
        this.#header = Buffer.alloc(0);
    }
}
