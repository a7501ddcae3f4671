import { constantsOf } from '../../phpIni/syntax/constants.ts';

/** Directives whose bits are levels of errors. */
const ofLevels: ReadonlySet<string> = new Set(['error_reporting', 'xdebug.force_error_reporting', 'xdebug.halt_level']);

const meanings: Readonly<Record<string, string>> = {
    E_ERROR: 'Errors that end the script.',
    E_WARNING: 'Warnings: the script goes on.',
    E_PARSE: 'Files that cannot be parsed.',
    E_NOTICE: 'Notices: what may be a slip.',
    E_CORE_ERROR: 'Errors while PHP starts, which end it.',
    E_CORE_WARNING: 'Warnings while PHP starts.',
    E_COMPILE_ERROR: 'Errors while a file is compiled, which end the script.',
    E_COMPILE_WARNING: 'Warnings while a file is compiled.',
    E_USER_ERROR: 'Errors that scripts raise themselves.',
    E_USER_WARNING: 'Warnings that scripts raise themselves.',
    E_USER_NOTICE: 'Notices that scripts raise themselves.',
    E_STRICT: 'Hints on code that may break later. PHP has raised none since 8.0.',
    E_RECOVERABLE_ERROR: 'Errors that scripts could deal with.',
    E_DEPRECATED: 'What will stop working in a later PHP.',
    E_USER_DEPRECATED: 'What scripts say will stop working.',
    E_ALL: 'All levels.',
};

/** What the constant stands for, in words; undefined for constants that are no levels of errors. */
export function levelMeaning(constant: string): string | undefined {
    return Object.hasOwn(meanings, constant) ? meanings[constant] : undefined;
}

export function hasLevels(directive: string): boolean {
    return ofLevels.has(directive);
}

/**
 * Which levels are in the value: `all`, `all but E_NOTICE`, `E_ERROR and E_WARNING`, `none`; as many words as it takes.
 */
export function levelsOf(
    value: number,
    phpVersion: string,
): { readonly all: boolean; readonly names: readonly string[] } {
    const constants = constantsOf(phpVersion);
    const every = Object.keys(meanings)
        .filter(name => name !== 'E_ALL')
        .map(name => ({ name, bit: Number(constants.get(name)) }));
    const counting = Number(constants.get('E_ALL'));
    const missing = every.filter(({ bit }) => (counting & bit) !== 0 && (value & bit) === 0);
    const present = every.filter(({ bit }) => (value & bit) !== 0);
    return missing.length < present.length
        ? { all: true, names: missing.map(({ name }) => name) }
        : { all: false, names: present.map(({ name }) => name) };
}
