import { compareVersions, DEFAULT_PHP_VERSION } from './syntax/dialect.ts';

/** The releases that what is said of a php.ini has been measured on, ascending. */
export const PROVEN_VERSIONS: readonly string[] = ['7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'];
export const OLDEST_PROVEN = '7.4';
export const NEWEST_PROVEN = '8.5';

/** Which PHP it is, as far as somebody says. */
export interface PhpRelease {
    /** The one that counts: `8.2`. */
    readonly version: string;
    /** All that it may be, ascending. */
    readonly possible: readonly string[];
}

/** Where nothing says which: any that is proven. */
export const UNKNOWN_RELEASE: PhpRelease = { version: DEFAULT_PHP_VERSION, possible: PROVEN_VERSIONS };

/** The version that a file for that PHP is read and checked as: of older ones nothing is proven. */
export function readVersion({ version }: PhpRelease): string {
    return compareVersions(version, OLDEST_PROVEN) < 0 ? OLDEST_PROVEN : version;
}

/** By major version the last minor one; of those that go on, more than there may ever be. */
const lastMinor: Readonly<Record<string, number>> = { '5': 6, '7': 4, '8': 9, '9': 9 };

/** Undefined for what is no PHP: there was no 6, and `3.18` is of something else. */
export function exactRelease(major: string, minor: string): PhpRelease | undefined {
    const last = lastMinor[major];
    if (last === undefined || !/^\d$/.test(minor) || Number(minor) > last) {
        return undefined;
    }
    const version = `${major}.${minor}`;
    return { version, possible: [version] };
}

/** The newest that an image of that major version has: nothing comes after 5.6 and 7.4. */
export function newestRelease(major: string): PhpRelease | undefined {
    return major === '5' || major === '7' ? exactRelease(major, String(lastMinor[major])) : someRelease(major);
}

/** One of that major version, and the newest proven counts. */
export function someRelease(major: string): PhpRelease | undefined {
    const proven = PROVEN_VERSIONS.filter(version => version.startsWith(`${major}.`));
    const possible = proven.length > 1 ? proven : all(major);
    const version = possible.at(-1);
    return version === undefined ? undefined : { version, possible };
}

function all(major: string): string[] {
    const last = lastMinor[major];
    return last === undefined ? [] : Array.from({ length: last + 1 }, (_, minor) => `${major}.${minor}`);
}

/** Whether it is one version, and no other. */
export function isExact({ possible }: PhpRelease): boolean {
    return possible.length === 1;
}

/** `8.2`, `v8.2.13`, `php-8.2.1`, `8`: the whole text is a version. */
export function releaseOf(text: string): PhpRelease | undefined {
    const [, major = '', minor] = /^(?:php[-_]?)?v?(\d)(?:\.(\d)(?!\d)(?:[.+~-].*)?)?$/s.exec(text.trim()) ?? [];
    return minor === undefined ? newestRelease(major) : exactRelease(major, minor);
}

/** What several say that are all as good: each of them may be it, and the oldest that is proven counts. */
export function anyOf(releases: readonly PhpRelease[]): PhpRelease | undefined {
    const [first, ...others] = releases;
    if (first === undefined || others.every(other => other.possible.join() === first.possible.join())) {
        return first;
    }
    const possible = [...new Set(releases.flatMap(release => release.possible))].sort();
    const version = possible.find(one => PROVEN_VERSIONS.includes(one)) ?? possible.at(-1) ?? first.version;
    return { version, possible };
}
