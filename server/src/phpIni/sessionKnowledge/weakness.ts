/**
 * What a set-up cannot survive by itself. A report and the editor tell it by the same code, which is a rule's where
 * there is one, and in the same words.
 */
export interface Weakness {
    readonly code: string;
    /** What happens, and what to do: one sentence each. */
    readonly what: string;
    readonly next: string;
}

/** As one text, such as the message of a diagnostic. */
export function textOf({ what, next }: Pick<Weakness, 'what' | 'next'>): string {
    return `${what} ${next}`;
}
