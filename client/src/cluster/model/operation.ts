/** What goes with every operation: how to stop it, and whom to tell how far it is. */
export interface OperationContext {
    readonly signal: AbortSignal;
    /** One line for a person, in the present tense: `Restarting Apache on shop-application-2`. */
    readonly report: (message: string) => void;
}
