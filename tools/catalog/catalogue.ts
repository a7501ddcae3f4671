import { type GeneratedDirective, MANUAL, usualAnchor } from '../../server/src/catalog/directive.ts';
import type { Described, Overlay } from '../../server/src/catalog/overlay/described.ts';
import { describedProblems } from './checks.ts';
import { type History, historiesOf } from './history.ts';
import type { Manual } from './manual.ts';
import type { Measurement } from './measurement.ts';
import { undescribed } from './undescribed.ts';

export interface Catalogue {
    readonly extensions: Readonly<Record<string, Pick<Overlay, 'versions' | 'page'>>>;
    /** In alphabetical order of the names. */
    readonly directives: Readonly<Record<string, GeneratedDirective>>;
}

/** Joins what was measured with what was written down; what does not fit is told in `problems`, and left out. */
export function buildCatalogue(
    measurements: readonly Measurement[],
    overlays: readonly Overlay[],
    manual: Manual,
): { catalogue: Catalogue; problems: string[] } {
    const histories = historiesOf(measurements);
    const pages = new Map(
        Object.entries(manual).flatMap(([page, anchors]) => anchors.map(anchor => [anchor, page] as const)),
    );
    const problems: string[] = [];
    const directives = new Map<string, GeneratedDirective>();
    for (const overlay of overlays) {
        for (const [name, described] of Object.entries(overlay.directives)) {
            if (directives.has(name)) {
                problems.push(`${name}: described twice.`);
            }
            const history = histories.get(name);
            const link = linkOf(name, described, overlay, pages);
            if (link === undefined) {
                problems.push(`${name}: the manual has no anchor ${described.anchor ?? ''}.`);
            }
            const generated = { ...generate(overlay, described, history), ...link };
            problems.push(...describedProblems(name, described, generated, history).map(text => `${name}: ${text}`));
            directives.set(name, generated);
        }
    }
    problems.push(...missing(histories, directives), ...brokenReplacements(directives), ...orphans(overlays));
    return {
        catalogue: {
            extensions: Object.fromEntries(
                overlays.map(({ extension, versions, page }) => [extension, { versions, page }] as const).sort(byName),
            ),
            directives: Object.fromEntries([...directives].sort(byName)),
        },
        problems,
    };
}

function generate(overlay: Overlay, described: Described, history: History | undefined): GeneratedDirective {
    const {
        unmeasured,
        buildDefault,
        earlierDefaults = [],
        laterDefaults: coming = [],
        since,
        removed,
        anchor: _anchor,
        page: _page,
        ...texts
    } = described;
    const ofPhp = overlay.versions === 'php';
    // Extensions keep what they removed for a message, which then is its value.
    const measured = unmeasured || buildDefault !== undefined ? [] : (history?.changes(ofPhp) ?? []);
    const [first, ...later] = [
        ...earlierDefaults,
        ...measured.map(({ version, value }) => ({
            version,
            default: described.type === 'boolean' ? asBoolean(value) : value,
        })),
    ];
    const laterDefaults = [...later, ...coming];
    const sinceVersion = since ?? (ofPhp ? history?.since : undefined);
    const removedWithPhp = goneWithPhp(overlay, removed);
    const removedVersion = removed ?? (ofPhp ? history?.removed : undefined);
    return {
        extension: overlay.extension,
        ...texts,
        default: first?.default ?? unmeasured?.default ?? buildDefault ?? '',
        scope: unmeasured?.scope ?? history?.scope ?? 'ALL',
        ...(laterDefaults.length > 0 && { laterDefaults }),
        ...(history?.dependsOnBuild === true && { dependsOnBuild: true as const }),
        ...(sinceVersion !== undefined && { since: sinceVersion }),
        ...(removedVersion !== undefined && { removed: removedVersion }),
        ...(removedWithPhp !== undefined && { removedWithPhp }),
    };
}

/** The PHP version from which on no release of the extension can have what it removed. */
function goneWithPhp({ oldestReleases = [] }: Overlay, removed: string | undefined): string | undefined {
    return removed === undefined
        ? undefined
        : oldestReleases.find(({ release }) => release.localeCompare(removed, 'en', { numeric: true }) >= 0)?.php;
}

/**
 * Where the manual describes it, as far as that is not plain from the name and the extension; undefined where the
 * anchor that was written down is wrong.
 */
function linkOf(
    name: string,
    { anchor, page }: Described,
    overlay: Overlay,
    pages: ReadonlyMap<string, string>,
): Pick<GeneratedDirective, 'anchor' | 'page'> | undefined {
    const usual = usualAnchor(name);
    const wanted = anchor ?? usual;
    const found = pages.get(wanted);
    if (found === undefined) {
        // Pages elsewhere than in the manual are not looked into.
        const elsewhere = !(page ?? overlay.page).startsWith(MANUAL);
        return anchor === undefined || anchor === ''
            ? { anchor: '', ...(page !== undefined && { page }) }
            : elsewhere
              ? { anchor, ...(page !== undefined && { page }) }
              : undefined;
    }
    const address = `${MANUAL}${found}.php`;
    return { ...(wanted !== usual && { anchor: wanted }), ...(address !== overlay.page && { page: address }) };
}

/** `ini_get_all()` has some as they are written in PHP's source. */
function asBoolean(value: string): string {
    return ['', '0', 'off', 'no', 'false', 'none'].includes(value.toLowerCase()) ? '0' : '1';
}

function missing(
    histories: ReadonlyMap<string, History>,
    directives: ReadonlyMap<string, GeneratedDirective>,
): string[] {
    const problems: string[] = [];
    for (const [name, history] of histories) {
        const generated = directives.get(name);
        if (!generated) {
            if (!undescribed.has(history.extension)) {
                problems.push(`${name}: measured (${history.extension}), but nobody described it.`);
            }
        } else if (generated.extension !== history.extension) {
            problems.push(`${name}: belongs to ${history.extension}, not to ${generated.extension}.`);
        }
    }
    return problems;
}

function brokenReplacements(directives: ReadonlyMap<string, GeneratedDirective>): string[] {
    return [...directives].flatMap(([name, { replacement }]) => {
        if (replacement === undefined) {
            return [];
        }
        const target = directives.get(replacement);
        const broken = !target ? 'is in no overlay' : target.removed === undefined ? undefined : 'is removed itself';
        return broken === undefined ? [] : [`${name}: its replacement ${replacement} ${broken}.`];
    });
}

function orphans(overlays: readonly Overlay[]): string[] {
    const names = overlays.map(({ extension }) => extension);
    return names
        .filter((name, index) => names.indexOf(name) !== index)
        .map(name => `${name}: two overlays for one extension.`);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
    return a < b ? -1 : 1;
}
