/** Tokens are called what PHP's messages call them. */
export type TokenKind =
    | 'end of file'
    | 'TC_SECTION'
    | 'TC_RAW'
    | 'TC_CONSTANT'
    | 'TC_NUMBER'
    | 'TC_STRING'
    | 'TC_WHITESPACE'
    | 'TC_LABEL'
    | 'TC_OFFSET'
    | 'TC_DOLLAR_CURLY'
    | 'TC_VARNAME'
    | 'TC_QUOTED_STRING'
    | 'TC_FALLBACK'
    | 'BOOL_TRUE'
    | 'BOOL_FALSE'
    | 'NULL_NULL'
    | 'END_OF_LINE'
    | `'${string}'`;

export interface Token {
    readonly kind: TokenKind;
    readonly start: number;
    readonly end: number;
    /** What the token stands for: trimmed, without its quotes, escapes resolved. */
    readonly value: string;
    /**
     * PHP's line counter after this token, from 1. It is not always right, and neither are then the lines in PHP's
     * messages.
     */
    readonly phpLine: number;
    /** Offset of the `;` of the comment that the end of a line, or of the file, begins with; -1 where there is none. */
    readonly comment: number;
    /** For an end of file: true where PHP stops before it, though nothing is wrong with the grammar. */
    readonly silent: boolean;
}
