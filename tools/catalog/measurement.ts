import * as v from 'valibot';

/** What one PHP said of its directives, before any php.ini was read. Kept in `measured/`. */
export interface Measurement {
    /** Where it ran: `php-wasm`, `Debian 13`. */
    readonly source: string;
    /** `8.4`: patch releases do not matter. */
    readonly php: string;
    /** The extensions that were loaded and, where they count for themselves, their versions. */
    readonly extensions: Readonly<Record<string, string>>;
    /** By extension and name. */
    readonly directives: Readonly<Record<string, Readonly<Record<string, MeasuredDirective>>>>;
}

/**
 * The default, null where it depends on how PHP was built; and the bits of where it may be set: 1 in scripts, 2 per
 * directory, 4 in php.ini.
 */
export type MeasuredDirective = readonly [value: string | null, access: number];

/** What measure.php prints; where there is nothing, PHP writes a list for an object, which a record takes as well. */
const PRINTED = v.object({
    php: v.string(),
    extensions: v.record(v.string(), v.string()),
    directives: v.record(
        v.string(),
        v.record(v.string(), v.tuple([v.nullable(v.string()), v.pipe(v.number(), v.integer())])),
    ),
});
const KEPT = v.object({ source: v.string(), ...PRINTED.entries });

/** Paths of the machine that PHP was built for, and what its makers set; not the same in any two builds. */
const buildDependent = new Set([
    'extension_dir',
    'include_path',
    'mysqli.default_socket',
    'pdo_mysql.default_socket',
    'sendmail_path',
]);

/** What the script printed, in an order that does not change. */
export function readMeasurement(printed: string, source: string, leftOut: ReadonlySet<string>): Measurement {
    const { php, extensions, directives } = v.parse(PRINTED, JSON.parse(printed));
    const kept = Object.entries(extensions).filter(([name]) => !leftOut.has(name));
    return {
        source,
        php: minor(php),
        extensions: sorted(kept.map(([name, version]) => [name, version.endsWith(php) ? '' : version])),
        directives: sorted(
            Object.entries(directives)
                .filter(([name]) => !leftOut.has(name))
                .map(([name, measured]) => [
                    name,
                    sorted(Object.entries(measured).filter(isDirective).map(withoutBuild)),
                ]),
        ),
    };
}

/** Xdebug 3 keeps the names of Xdebug 2, with a message as their default. */
function isDirective([, [value]]: [string, MeasuredDirective]): boolean {
    return value?.startsWith('This setting has been ') !== true;
}

function withoutBuild([name, [value, access]]: [string, MeasuredDirective]): [string, MeasuredDirective] {
    return [name, [buildDependent.has(name) ? null : value, access]];
}

function minor(version: string): string {
    return version.split('.').slice(0, 2).join('.');
}

/** By code points, so that the order is the same everywhere. */
function sorted<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
    return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Throws where the text is not of the form of a file in `measured/`. */
export function parseMeasurement(text: string): Measurement {
    return v.parse(KEPT, JSON.parse(text));
}

/** The text to keep, always in the same order. */
export function serialise({ source, php, extensions, directives }: Measurement): string {
    return JSON.stringify({
        source,
        php,
        extensions: sorted(Object.entries(extensions)),
        directives: sorted(
            Object.entries(directives).map(([extension, measured]) => [extension, sorted(Object.entries(measured))]),
        ),
    });
}
