import type { Overlay } from '../described.ts';

export const dba: Overlay = {
    extension: 'dba',
    versions: 'php',
    page: 'https://www.php.net/manual/en/dba.configuration.php',
    directives: {
        'dba.default_handler': {
            type: 'enum',
            values: [
                { value: 'flatfile' },
                { value: 'inifile' },
                { value: 'cdb', description: 'Only for reading, see `cdb_make`' },
                { value: 'cdb_make', description: 'Only for creating' },
                { value: 'db4', description: 'Berkeley DB' },
                { value: 'gdbm' },
                { value: 'lmdb' },
                { value: 'qdbm' },
                { value: 'tcadb', description: 'Tokyo Cabinet' },
            ],
            openValues: true,
            anchor: 'ini.dba.default_handler',
            description:
                'Handler for `dba_open()` where the call names none. What is there depends on how PHP was built; a name it does not know gives a warning at start, and the default stays in force.',
        },
    },
};
