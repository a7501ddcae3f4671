/** What differs between PHP versions in reading a php.ini. */
export interface Dialect {
    /** `8.4`: major and minor only. */
    readonly version: string;
    /**
     * From 8.3 on: `${NAME:-default}`, and names of directives that hold neither `]` nor NUL. The same change made a
     * name that ends with the file a name; before, PHP read over the end and dropped it.
     */
    readonly fallbacks: boolean;
    /** Before 8.1: a backslash at the start of a quoted string, or behind another, does not escape what follows. */
    readonly oldEscapes: boolean;
}

export const DEFAULT_PHP_VERSION = '8.4';

const known = new Map<string, Dialect>();

/** Takes `8.4`, `8.4.28`, `php8.4`; what is no version counts as the default one. */
export function dialectOf(phpVersion: string = DEFAULT_PHP_VERSION): Dialect {
    const version = /\d{1,3}\.\d{1,3}/.exec(phpVersion)?.[0] ?? DEFAULT_PHP_VERSION;
    const dialect = known.get(version) ?? {
        version,
        fallbacks: compareVersions(version, '8.3') >= 0,
        oldEscapes: compareVersions(version, '8.1') < 0,
    };
    known.set(version, dialect);
    return dialect;
}

/** Negative where `a` is older than `b`; compares major and minor. */
export function compareVersions(a: string, b: string): number {
    const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
    const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
    return aMajor - bMajor || aMinor - bMinor;
}

/** Whether every text means the same to both, but for constants. */
export function readsAlike(a: Dialect, b: Dialect): boolean {
    return a.fallbacks === b.fallbacks && a.oldEscapes === b.oldEscapes;
}
