import type { KnownSoftware, Groups } from '../software/signs.ts';

const patterns = new Map<string, RegExp>();

/** Whether the name is one of these, in which `*` stands for any characters. */
function isAnyOf(names: readonly string[], name: string): boolean {
    return names.some(wanted => (wanted.includes('*') ? patternOf(wanted).test(name) : wanted === name));
}

function patternOf(wanted: string): RegExp {
    const known = patterns.get(wanted);
    if (known) {
        return known;
    }
    const parts = wanted.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    patterns.set(wanted, pattern);
    return pattern;
}

/** The names that are among these. */
export function among(wanted: readonly string[], names: Iterable<string>): string[] {
    return [...names].filter(name => isAnyOf(wanted, name));
}

/** Whether one name of each group is there. */
function hasEach(groups: Groups, names: readonly string[]): boolean {
    return groups.length > 0 && groups.every(group => among(group, names).length > 0);
}

/** All whose groups are there; what more groups tell stands before what fewer do, else in the order of the table. */
export function matching(
    table: readonly KnownSoftware[],
    groupsOf: (software: KnownSoftware) => Groups | undefined,
    names: Iterable<string>,
): KnownSoftware[] {
    const list = [...names];
    return table
        .filter(software => hasEach(groupsOf(software) ?? [], list))
        .sort((left, right) => (groupsOf(right)?.length ?? 0) - (groupsOf(left)?.length ?? 0));
}
