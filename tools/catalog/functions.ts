import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';

/** What functions.php prints. */
const PRINTED = v.object({
    php: v.string(),
    extensions: v.array(v.string()),
    functions: v.record(v.string(), v.string()),
});

/** Functions of one PHP, by name with the extension that has them. */
export interface MeasuredFunctions extends v.InferOutput<typeof PRINTED> {
    /** `7.4`, or `Debian 8.4`: a build with more extensions, which says nothing of other versions. */
    readonly source: string;
}

/** What is kept: the sources, which of them have the extension, and which the functions, as places in the list. */
const KEPT = v.object({
    sources: v.array(v.string()),
    extensions: v.record(v.string(), v.string()),
    /** By extension and by sources: names separated by blanks. */
    functions: v.record(v.string(), v.record(v.string(), v.string())),
});
type Kept = v.InferOutput<typeof KEPT>;

const measured = new URL('../../server/src/catalog/measured/functions.json', import.meta.url);
export const generatedFunctions = new URL('../../server/src/catalog/generatedFunctions.ts', import.meta.url);

/** What of these there is depends on what PHP was built with more than on its version. */
const dependsOnBuild = new Set(['gd']);

/** Parts of php-wasm that no other PHP has. */
const onlyInWasm = new Set(['dns_polyfill', 'post_message_to_js', 'wasm_memory_storage']);

export function readPrinted(printed: string, source?: string): MeasuredFunctions {
    const found = v.parse(PRINTED, JSON.parse(printed));
    const version = found.php.split('.').slice(0, 2).join('.');
    return { ...found, source: source === undefined ? version : `${source} ${version}` };
}

/** Several measurements of one PHP, as different kinds of server. */
export function joined(measurements: readonly MeasuredFunctions[]): MeasuredFunctions {
    const [first] = measurements;
    if (!first) {
        throw new Error('Nothing was measured.');
    }
    return {
        ...first,
        extensions: [...new Set(measurements.flatMap(({ extensions }) => extensions))],
        functions: Object.assign({}, ...measurements.map(({ functions }) => functions)) as Record<string, string>,
    };
}

export async function writeFunctions(measurements: readonly MeasuredFunctions[]): Promise<void> {
    const all = new Map<string, Map<string, string>>();
    const names = [...new Set(measurements.flatMap(({ functions }) => Object.keys(functions)))].sort();
    for (const name of names) {
        const where = placesOf(measurements, ({ functions }) => Object.hasOwn(functions, name));
        const extension =
            measurements.findLast(({ functions }) => Object.hasOwn(functions, name))?.functions[name] ?? '';
        if (!onlyInWasm.has(extension)) {
            const own = all.get(extension) ?? new Map<string, string>();
            all.set(extension, own);
            own.set(where, own.has(where) ? `${own.get(where) ?? ''} ${name}` : name);
        }
    }
    const extensions = [...all.keys()].map(
        name => [name, placesOf(measurements, one => one.extensions.includes(name))] as const,
    );
    const kept: Kept = {
        sources: measurements.map(({ source }) => source),
        extensions: Object.fromEntries(extensions.sort()),
        functions: Object.fromEntries(
            [...all].sort().map(([name, own]) => [name, Object.fromEntries([...own].sort())]),
        ),
    };
    const config = await resolveConfig(measured);
    await writeFile(measured, await format(JSON.stringify(kept), { ...config, parser: 'json' }));
}

function placesOf(measurements: readonly MeasuredFunctions[], has: (one: MeasuredFunctions) => boolean): string {
    return measurements.flatMap((one, index) => (has(one) ? [index] : [])).join('');
}

/** The source file that the server is built with. */
export async function renderFunctions(): Promise<string> {
    const kept = v.parse(KEPT, JSON.parse(await readFile(measured, 'utf8')));
    const always: string[] = [];
    const changing: string[] = [];
    for (const [extension, byPlaces] of Object.entries(kept.functions)) {
        for (const [places, names] of Object.entries(byPlaces)) {
            const lifetime = lifetimeOf(kept, extension, places);
            for (const name of names.split(' ')) {
                (lifetime === '' ? always : changing).push(name + lifetime);
            }
        }
    }
    const source = `// Made by \`npm run catalog\` from measured/functions.json. Do not edit.

/** Functions that every PHP that is known here has, as far as it has their extension; separated by blanks. */
export const lastingFunctions = ${JSON.stringify(always.sort().join(' '))};

/** Those that came or went: \`array_all:8.4-\` since, \`each:-8.0\` up to. */
export const changingFunctions = ${JSON.stringify(changing.sort().join(' '))};
`;
    const config = await resolveConfig(generatedFunctions);
    return format(source, { ...config, parser: 'typescript' });
}

/** `:8.4-`, `:-8.0`; empty where nothing is known of its coming and going. */
function lifetimeOf({ sources, extensions }: Kept, extension: string, places: string): string {
    const versions = sources.flatMap((source, index) => (/^\d/.test(source) ? [{ source, place: String(index) }] : []));
    // A version without the extension says nothing.
    const telling = versions.filter(({ place }) => extensions[extension]?.includes(place) === true);
    const having = telling.filter(({ place }) => places.includes(place));
    const [first] = having;
    const last = having.at(-1);
    if (
        dependsOnBuild.has(extension) ||
        !first ||
        !last ||
        sources.some((source, index) => isBeyond(source, last.source) && places.includes(String(index)))
    ) {
        return '';
    }
    const isNew = telling.indexOf(first) > 0;
    const next = telling[telling.indexOf(last) + 1];
    return isNew || next ? `:${isNew ? first.source : ''}-${next?.source ?? ''}` : '';
}

/** Whether a fuller build of a later version than that has it: then that version's own lack of it is of its build. */
function isBeyond(source: string, version: string): boolean {
    return /^\D/.test(source) && (source.split(' ').at(-1) ?? '').localeCompare(version, 'en', { numeric: true }) > 0;
}
