import { compareVersions } from '../syntax/dialect.ts';
import { exactRelease, PROVEN_VERSIONS, type PhpRelease } from '../versions.ts';

/** Minor versions from the first on and before the second: what is narrower than a minor version is rounded to it. */
interface Interval {
    readonly from: string;
    readonly before: string;
}

const everything: Interval = { from: '0.0', before: '99.0' };
/** Of PHP, the last ones before what is proven; a constraint that allows nothing newer means one of these. */
const older = ['7.3', '7.2', '7.1', '7.0', '5.6', '5.5', '5.4', '5.3', '5.2'];

/**
 * What a constraint of Composer allows: of the proven versions all that satisfy it, and the lowest of them counts; of
 * older ones, the newest. Composer's own signs: `~8.1` is all of 8 from 8.1 on, `~8.1.3` is 8.1.
 */
export function allowedReleases(constraint: string): PhpRelease | undefined {
    const alternatives = constraint
        .split('|')
        .map(alternative => intervalsOf(alternative.trim()))
        .filter(intervals => intervals !== undefined);
    const allows = (version: string): boolean =>
        alternatives.some(intervals =>
            intervals.every(
                ({ from, before }) => compareVersions(version, from) >= 0 && compareVersions(version, before) < 0,
            ),
        );
    const possible = PROVEN_VERSIONS.filter(allows);
    const [lowest] = possible;
    if (lowest !== undefined) {
        return { version: lowest, possible };
    }
    const [major = '', minor = ''] = older.find(allows)?.split('.') ?? [];
    return exactRelease(major, minor);
}

/** What `,` or a blank joins has to hold together. Undefined where a part of it is of no known form. */
function intervalsOf(alternative: string): Interval[] | undefined {
    const range = /^v?([\d.]+)\s+-\s+v?([\d.]+)$/.exec(alternative);
    if (range) {
        return [{ from: minorOf(range[1] ?? ''), before: nextMinor(range[2] ?? '') }];
    }
    const parts = alternative.replaceAll(/([<>=!^~])\s+/g, '$1').split(/[\s,]+/);
    const intervals = parts.filter(part => part !== '').map(intervalOf);
    return intervals.length > 0 && intervals.every(interval => interval !== undefined) ? intervals : undefined;
}

function intervalOf(part: string): Interval | undefined {
    const [, operator = '', version = '', wildcard] =
        /^(\^|~|[<>!=]=?|<>)?v?(\d+(?:\.\d+){0,3})(\.?[*x])?(?:[-@+].*)?$/.exec(part) ?? [];
    if (version === '') {
        // `*` and its like: whoever allows everything says nothing.
        return undefined;
    }
    const from = minorOf(version);
    const [major = '0', minor, patch] = version.split('.');
    switch (operator) {
        case '^':
            return { from, before: `${Number(major) + 1}.0` };
        case '~':
            return { from, before: patch === undefined ? `${Number(major) + 1}.0` : nextMinor(version) };
        case '>':
        // `>8.1` lets 8.1.1 in.
        case '>=':
            return { from, before: everything.before };
        case '<':
            return { from: everything.from, before: Number(patch ?? 0) > 0 ? nextMinor(version) : from };
        case '<=':
            return { from: everything.from, before: nextMinor(version) };
        case '!=':
        case '<>':
            // Whole minor versions are not left out: what is forbidden is one release as a rule.
            return everything;
        default:
            return {
                from,
                before: minor === undefined && wildcard !== undefined ? `${Number(major) + 1}.0` : nextMinor(version),
            };
    }
}

function minorOf(version: string): string {
    const [major = '0', minor = '0'] = version.split('.');
    return `${major}.${minor}`;
}

/** The minor version behind that of the version; behind a major one alone, its first. */
function nextMinor(version: string): string {
    const [major = '0', minor = '0'] = version.split('.');
    return `${major}.${Number(minor) + 1}`;
}
