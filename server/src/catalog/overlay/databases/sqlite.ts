import type { Overlay } from '../described.ts';

/** Of SQLite 2. */
export const sqlite: Overlay = {
    extension: 'sqlite',
    versions: 'php',
    page: 'https://www.php.net/manual/en/sqlite3.configuration.php',
    directives: {
        'sqlite.assoc_case': {
            type: 'integer',
            removed: '5.4',
            anchor: '',
            description:
                'Case of column names in the SQLite 2 extension, which PHP 5.4 dropped: 0 mixed, 1 upper, 2 lower.',
            unmeasured: { default: '0', scope: 'ALL', source: 'php-src 5.3 ext/sqlite/sqlite.c' },
        },
    },
};
