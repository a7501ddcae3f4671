import type { Overlay } from '../described.ts';

export const sqlite3: Overlay = {
    extension: 'sqlite3',
    versions: 'php',
    page: 'https://www.php.net/manual/en/sqlite3.configuration.php',
    directives: {
        'sqlite3.extension_dir': {
            type: 'path',
            description:
                'Directory that `SQLite3::loadExtension()` loads extensions of SQLite from. Empty allows none.',
        },
        'sqlite3.defensive': {
            type: 'boolean',
            since: '7.2',
            description: 'Refuses SQL that can damage the database file, such as writing to the schema directly.',
            notes: [{ version: '8.2', text: 'Scripts may set it; before, only php.ini could.' }],
        },
    },
};
