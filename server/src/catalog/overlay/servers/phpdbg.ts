import type { Overlay } from '../described.ts';

const source = 'https://www.php.net/manual/en/phpdbg.configuration.php';

/** Of the debugger that ships with PHP. */
export const phpdbg: Overlay = {
    extension: 'phpdbg',
    versions: 'php',
    page: source,
    directives: {
        'phpdbg.eol': {
            type: 'enum',
            values: [
                { value: 'lf', description: 'As on Unix' },
                { value: 'crlf', description: 'As on Windows' },
                { value: 'cr', description: 'As on old Macintoshes' },
            ],
            openValues: true,
            removed: '8.1',
            description: 'How lines end that phpdbg prints.',
            unmeasured: { default: '2', scope: 'ALL', source },
        },
        'phpdbg.path': {
            type: 'path',
            removed: '8.1',
            description: 'A path for phpdbg; the manual does not say of what.',
            unmeasured: { default: '', scope: 'PERDIR', source },
        },
    },
};
