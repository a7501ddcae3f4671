import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { OperationError } from '../cluster/model/errors.ts';
import type { Topology } from '../cluster/model/topology.ts';
import { parseTopologyFile } from '../cluster/model/topologyFile.ts';

/** A file that the command line names. Rejects with an OperationError (`invalid`) where it cannot be read. */
export async function readInputFile(path: string): Promise<Buffer> {
    try {
        return await readFile(path);
    } catch (error) {
        throw new OperationError('invalid', {
            what: `The file ${path} cannot be read`,
            kept: 'Nothing was changed',
            next: 'Correct its name',
            cause: error,
        });
    }
}

/** Rejects with an OperationError (`invalid`), which names line and key where something is wrong in it. */
export async function readTopologyFile(path: string): Promise<Topology> {
    const text = (await readInputFile(path)).toString('utf8');
    return parseTopologyFile(text, { directory: dirname(resolve(path)), fileName: path });
}
