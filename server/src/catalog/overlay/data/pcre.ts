import type { Overlay } from '../described.ts';

/** Regular expressions. */
export const pcre: Overlay = {
    extension: 'pcre',
    versions: 'php',
    page: 'https://www.php.net/manual/en/pcre.configuration.php',
    directives: {
        'pcre.backtrack_limit': {
            type: 'integer',
            description:
                'How many steps back one match may take. Beyond it `preg_match()` and its like fail without a message: scripts see `false` or `null`.',
        },
        'pcre.recursion_limit': {
            type: 'integer',
            description: 'How deep one match may recurse. With JIT it does not count.',
        },
        'pcre.jit': {
            type: 'boolean',
            since: '7.0',
            description: 'Compiles regular expressions to machine code. Not all builds of PHP have it.',
        },
    },
};
