import type { Readable } from 'node:stream';
import tar, { type Header } from 'tar-stream';

export interface TarEntry {
    readonly path: string;
    readonly bytes?: Buffer;
    readonly mode: number;
    readonly uid?: number;
    readonly gid?: number;
}

/** A tar in memory; entries without bytes are directories. */
export async function packTar(entries: readonly TarEntry[]): Promise<Buffer> {
    const pack = tar.pack();
    const mtime = new Date();
    for (const { path, bytes, mode, uid = 0, gid = 0 } of entries) {
        const name = path.replace(/^\/+/, '');
        const header = { name, mode, uid, gid, mtime, ...paxOwner(uid, gid) };
        if (bytes) {
            pack.entry({ ...header, type: 'file' }, bytes);
        } else {
            pack.entry({ ...header, type: 'directory' });
        }
    }
    pack.finalize();
    return await readAll(pack as AsyncIterable<unknown>);
}

/** What fits the six octal digits of a tar header; tar-stream cuts off the rest. */
const MAX_OWNER = 0o777777;

/** Larger numbers go into a pax header, which engines read and write. */
function paxOwner(uid: number, gid: number): { pax?: Record<string, string> } {
    return uid > MAX_OWNER || gid > MAX_OWNER ? { pax: { uid: String(uid), gid: String(gid) } } : {};
}

/** Thrown where a tar is larger than it may be. */
export class TarTooLarge extends Error {}

/**
 * Calls `onEntry` for each entry as it comes, with a function that reads its bytes; what is not read is skipped. Ends
 * early, without reading on, when it returns false. Throws where the stream fails, or after `maxBytes`. Closes `source`
 * in any case.
 */
export async function readTar(
    source: Readable,
    maxBytes: number,
    onEntry: (header: Header, read: () => Promise<Buffer>) => Promise<boolean>,
): Promise<void> {
    const extract = tar.extract();
    const feeding = feed(source, maxBytes, extract);
    try {
        for await (const entry of extract) {
            if (!(await onEntry(entry.header, () => readAll(entry)))) {
                break;
            }
            entry.resume();
        }
    } finally {
        extract.destroy();
        source.destroy();
        await feeding;
    }
}

async function readAll(entry: AsyncIterable<unknown>): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) {
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
}

/** Never rejects: a failure reaches the reader of `extract`. */
async function feed(source: Readable, maxBytes: number, extract: tar.Extract): Promise<void> {
    let size = 0;
    let wake: () => void = () => undefined;
    extract.on('drain', () => {
        wake();
    });
    extract.on('close', () => {
        wake();
    });
    try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
            size += chunk.length;
            if (size > maxBytes) {
                throw new TarTooLarge(`more than ${maxBytes / 1024 / 1024} MiB`);
            }
            const drained = new Promise<void>(resolve => {
                wake = resolve;
            });
            if (!extract.write(chunk) && !extract.destroyed) {
                await drained;
            }
        }
        extract.end(undefined);
    } catch (error) {
        extract.destroy(error as Error);
    }
}
