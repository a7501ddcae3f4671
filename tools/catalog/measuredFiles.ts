import { readdir, readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { type Measurement, parseMeasurement, serialise } from './measurement.ts';

const folder = new URL('../../server/src/catalog/measured/', import.meta.url);

/** All that were kept, in the order of their files' names. */
export async function readMeasurements(): Promise<Measurement[]> {
    const files = (await readdir(folder)).filter(name => /-\d+\.\d+\.json$/.test(name)).sort();
    return Promise.all(files.map(async file => parseMeasurement(await readFile(new URL(file, folder), 'utf8'))));
}

export async function writeMeasurement(measurement: Measurement): Promise<void> {
    const file = new URL(fileOf(measurement), folder);
    const config = await resolveConfig(file);
    await writeFile(file, await format(serialise(measurement), { ...config, parser: 'json' }));
}

/** `php-wasm-8.4.json` */
function fileOf({ source, php }: Measurement): string {
    return `${source.toLowerCase().replaceAll(' ', '-')}-${php}.json`;
}
