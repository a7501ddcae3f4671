/** Of the protocol's standard set. */
export const tokenTypes = [
    'namespace',
    'property',
    'string',
    'number',
    'keyword',
    'enumMember',
    'operator',
    'variable',
    'comment',
] as const;

export type TokenType = (typeof tokenTypes)[number];

/**
 * `defaultLibrary`: a directive that the catalogue has. `deprecated`: one that this PHP drops or ignores. `readonly`:
 * of a host or path section, which scripts cannot change. `unused`, which is none of the standard's: behind a syntax
 * error, not read.
 */
export const tokenModifiers = ['defaultLibrary', 'deprecated', 'readonly', 'unused'] as const;

export type TokenModifier = (typeof tokenModifiers)[number];
