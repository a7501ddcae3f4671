import type { Scope } from '../../server/src/catalog/directive.ts';
import type { MeasuredDirective, Measurement } from './measurement.ts';

interface Point {
    readonly measurement: Measurement;
    readonly extension: string;
    readonly directive: MeasuredDirective;
}

/** What the measurements say of one directive, from the oldest PHP to the newest. */
export class History {
    readonly #points: readonly Point[];
    readonly #all: readonly Measurement[];

    constructor(points: readonly Point[], all: readonly Measurement[]) {
        this.#points = points;
        this.#all = all;
    }

    /** The extension that has it in the newest PHP. */
    get extension(): string {
        return this.#newest.extension;
    }

    get scope(): Scope {
        const [, access] = this.#newest.directive;
        return access & 1 ? 'ALL' : access & 2 ? 'PERDIR' : 'SYSTEM';
    }

    get dependsOnBuild(): boolean {
        return this.#points.some(({ directive: [value] }) => value === null);
    }

    /** The version that brought it, where an older PHP had the extension without it. */
    get since(): string | undefined {
        const [first] = this.versions;
        return !this.#inSomeBuilds && this.#lacked(version => version < ordinal(first)) ? first : undefined;
    }

    /** The first version without it, where the extension is still there. */
    get removed(): string | undefined {
        const last = ordinal(this.versions.at(-1));
        return this.#inSomeBuilds
            ? undefined
            : this.#all.find(one => ordinal(one.php) > last && this.extension in one.extensions)?.php;
    }

    /** Versions that have it, ascending, each once. */
    get versions(): string[] {
        return [...new Set(this.#points.map(({ measurement }) => measurement.php))];
    }

    /** The default of the oldest version, and of each that changed it. */
    changes(byVersion: boolean): { version: string; value: string }[] {
        const changes: { version: string; value: string }[] = [];
        for (const { measurement, directive } of byVersion ? this.#points : this.#points.slice(-1)) {
            const value = directive[0] ?? '';
            if (changes.at(-1)?.value !== value) {
                changes.push({ version: measurement.php, value });
            }
        }
        return changes;
    }

    /** Different defaults in the same version of PHP. */
    get contradiction(): string | undefined {
        for (const { measurement, directive } of this.#points) {
            const other = this.#points.find(
                point => point.measurement.php === measurement.php && point.directive[0] !== directive[0],
            );
            if (other) {
                const sides = [measurement.source, other.measurement.source].join(' and ');
                return `${sides} do not agree on PHP ${measurement.php}: ${directive[0]}, ${other.directive[0]}.`;
            }
        }
        return undefined;
    }

    get #newest(): Point {
        const point = this.#points.at(-1);
        if (!point) {
            throw new Error('A history without a measurement.');
        }
        return point;
    }

    /** Where two PHPs of one version disagree on whether it is there, that says nothing about versions. */
    get #inSomeBuilds(): boolean {
        return this.#all.some(
            one =>
                this.extension in one.extensions &&
                !this.#points.some(({ measurement }) => measurement === one) &&
                this.#points.some(({ measurement }) => measurement.php === one.php),
        );
    }

    #lacked(isMeant: (version: number) => boolean): boolean {
        return this.#all.some(one => isMeant(ordinal(one.php)) && this.extension in one.extensions);
    }
}

/** By name. Builds that change a default of their own accord do not count where another has the same version. */
export function historiesOf(measurements: readonly Measurement[]): Map<string, History> {
    const ascending = [...measurements].sort((a, b) => ordinal(a.php) - ordinal(b.php));
    const points = new Map<string, Point[]>();
    for (const measurement of ascending) {
        for (const [extension, directives] of Object.entries(measurement.directives)) {
            for (const [name, directive] of Object.entries(directives)) {
                const known = points.get(name) ?? [];
                points.set(name, known);
                known.push({ measurement, extension, directive });
            }
        }
    }
    return new Map([...points].map(([name, list]) => [name, new History(list, ascending)]));
}

function ordinal(version = '0.0'): number {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major * 1000 + minor;
}
