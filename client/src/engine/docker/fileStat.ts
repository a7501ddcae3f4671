import { posix } from 'node:path';
import * as v from 'valibot';
import type { Header } from 'tar-stream';
import { fields, ifOfForm, path, readJson } from '../../foreignData.ts';
import type { ContainerFileStat } from '../engine.ts';

/** The header `X-Docker-Container-Path-Stat` of the archive calls: base64 of JSON, with Go's file mode bits. */
export interface PathStat {
    readonly name: string;
    readonly size: number;
    readonly mode: number;
    readonly mtime: string;
    /** For a symbolic link: where it leads in the end, within the container. */
    readonly linkTarget: string;
}

const pathStat = fields({
    name: v.nullish(path, ''),
    size: v.nullish(v.number(), 0),
    mode: v.number(),
    mtime: v.nullish(v.string(), ''),
    linkTarget: v.nullish(path, ''),
});

// https://pkg.go.dev/io/fs#FileMode
const GO_DIRECTORY = 0x8000_0000;
const GO_SYMLINK = 0x0800_0000;
/** Directory, link, pipe, socket, device, character device, irregular. */
const GO_TYPE = 0x8f28_0000;

/** Undefined where the header is missing or is not what it should be. */
export function decodePathStat(header: string | string[] | undefined): PathStat | undefined {
    if (typeof header !== 'string') {
        return undefined;
    }
    return ifOfForm(() => readJson(pathStat, Buffer.from(header, 'base64').toString()));
}

export function typeOfGoMode(mode: number): ContainerFileStat['type'] {
    // `>>> 0`: JavaScript's bitwise results are signed.
    if ((mode & GO_DIRECTORY) >>> 0 !== 0) {
        return 'directory';
    }
    if ((mode & GO_SYMLINK) !== 0) {
        return 'symlink';
    }
    return (mode & GO_TYPE) === 0 ? 'file' : 'other';
}

export function statOfHeader(path: string, header: Header): ContainerFileStat {
    // Numbers too large for the header itself; tar-stream does not apply them.
    const pax = (header.pax ?? {}) as { uid?: string; gid?: string };
    const target = header.type === 'symlink' ? header.linkname : undefined;
    return {
        path,
        type: typeOfHeader(header.type),
        size: header.size,
        mode: header.mode & 0o7777,
        uid: Number(pax.uid ?? header.uid),
        gid: Number(pax.gid ?? header.gid),
        mtime: header.mtime.getTime(),
        ...(target ? { linkTarget: posix.resolve(posix.dirname(path), target) } : {}),
    };
}

function typeOfHeader(type: Header['type']): ContainerFileStat['type'] {
    switch (type) {
        case 'file':
        case 'contiguous-file':
        // A second name of a file that came before.
        case 'link':
            return 'file';
        case 'directory':
        case 'symlink':
            return type;
        default:
            return 'other';
    }
}
