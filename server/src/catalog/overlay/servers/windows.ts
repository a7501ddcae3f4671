import type { Overlay } from '../described.ts';

/** What PHP itself has on Windows only. */
export const windows: Overlay = {
    extension: 'windows',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ini.core.php',
    directives: {
        'windows.show_crt_warning': {
            anchor: 'ini.windows-show-crt-warning',
            type: 'boolean',
            description: 'Shows warnings of the C library.',
            unmeasured: { default: '0', scope: 'ALL', source: 'https://www.php.net/manual/en/ini.core.php' },
        },
    },
};
