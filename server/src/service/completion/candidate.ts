/** A value that may be written. */
export interface Candidate {
    /** Plain, as PHP is to hold it. */
    readonly value: string;
    /** As it is to be written, where that is not the value, in quotes if it needs them: `E_ALL & ~E_NOTICE`. */
    readonly written?: string;
    readonly detail?: string;
    /** Markdown. */
    readonly description?: string;
}
