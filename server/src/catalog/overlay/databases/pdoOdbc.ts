import type { Overlay } from '../described.ts';

const source = 'php-src 8.2 ext/pdo_odbc/pdo_odbc.c';

export const pdoOdbc: Overlay = {
    extension: 'pdo_odbc',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ref.pdo-odbc.php',
    directives: {
        'pdo_odbc.connection_pooling': {
            type: 'enum',
            values: [
                { value: 'strict', description: 'Shares connections of the same options' },
                { value: 'relaxed', description: 'Shares connections of similar options' },
                { value: 'off', description: 'Shares none' },
            ],
            alsoBoolean: true,
            description:
                'Whether the ODBC driver manager shares connections in the process. Any other word keeps PHP from starting. Not shown by `ini_get()`.',
            unmeasured: { default: 'strict', scope: 'SYSTEM', source },
        },
        'pdo_odbc.db2_instance_name': {
            type: 'string',
            deprecated: '7.3',
            removed: '8.0',
            description: 'Set the environment variable `DB2INSTANCE`.',
            unmeasured: { default: '', scope: 'SYSTEM', source: 'php-src 7.4 ext/pdo_odbc/pdo_odbc.c' },
        },
    },
};
