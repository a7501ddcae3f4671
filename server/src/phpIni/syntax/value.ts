/** A piece of a value; a value's pieces are joined without anything between them. */
export type Part =
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'constant'; readonly name: string }
    | VariablePart;

/** `${NAME}`, or `${NAME:-fallback}`. */
export interface VariablePart {
    readonly kind: 'variable';
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly fallback?: readonly Part[];
}

export type Operator = '|' | '&' | '^' | '~' | '!';

/** One step of an expression in postfix order. */
export type Step = { readonly parts: readonly Part[] } | { readonly operator: Operator };

/** The value of an assignment, before constants and variables are looked up. */
export type Value =
    | { readonly kind: 'keyword'; readonly value: string }
    /** Nothing behind the `=`. */
    | { readonly kind: 'empty' }
    | { readonly kind: 'expression'; readonly steps: readonly Step[] };
