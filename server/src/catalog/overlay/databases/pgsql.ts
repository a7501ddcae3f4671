import type { Overlay } from '../described.ts';

export const pgsql: Overlay = {
    extension: 'pgsql',
    versions: 'php',
    page: 'https://www.php.net/manual/en/pgsql.configuration.php',
    directives: {
        'pgsql.allow_persistent': {
            type: 'boolean',
            description: 'Allows `pg_pconnect()` to keep connections after a request.',
        },
        'pgsql.max_persistent': {
            type: 'integer',
            description:
                'How many persistent connections a process may keep; -1 sets no limit. Times the number of processes on all nodes it should stay below `max_connections` of PostgreSQL.',
        },
        'pgsql.max_links': {
            type: 'integer',
            description: 'How many connections a process may have, persistent ones included; -1 sets no limit.',
        },
        'pgsql.auto_reset_persistent': {
            type: 'boolean',
            description:
                'Looks for broken persistent connections in `pg_pconnect()` and opens them again, at a small cost.',
        },
        'pgsql.ignore_notice': {
            type: 'boolean',
            description: 'Drops the notices of PostgreSQL; `pg_last_notice()` then has none.',
        },
        'pgsql.log_notice': {
            type: 'boolean',
            description: 'Writes notices of PostgreSQL to the log of PHP. Only where `pgsql.ignore_notice` is off.',
        },
    },
};
