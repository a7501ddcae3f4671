import { anyOf, type PhpRelease } from '../versions.ts';

/** What one file says of its PHP. */
export interface Told {
    readonly release: PhpRelease;
    /** What says so: `FROM php:8.2-fpm`. */
    readonly evidence: string;
}

/** The same, with the file that says it. */
export interface ToldBy extends Told {
    /** Absolute. */
    readonly file: string;
}

/** What several say that are all as good, and which of them says the one that counts. */
export function allTold(told: readonly ToldBy[]): ToldBy | undefined {
    const release = anyOf(told.map(one => one.release));
    const counts = told.find(one => one.release.version === release?.version);
    return release && counts && { ...counts, release };
}
