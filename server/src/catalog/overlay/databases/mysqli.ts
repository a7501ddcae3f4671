import type { Overlay } from '../described.ts';

export const mysqli: Overlay = {
    extension: 'mysqli',
    versions: 'php',
    page: 'https://www.php.net/manual/en/mysqli.configuration.php',
    directives: {
        'mysqli.allow_local_infile': {
            type: 'boolean',
            description:
                'Lets `LOAD DATA LOCAL` send files of this machine to the server. A server that is not what it seems can then ask for any file that PHP may read.',
        },
        'mysqli.local_infile_directory': {
            type: 'path',
            description:
                'Files below this directory may be sent by `LOAD DATA LOCAL` even where `mysqli.allow_local_infile` is off.',
        },
        'mysqli.allow_persistent': {
            type: 'boolean',
            description: 'Allows connections that outlive a request (host `p:`…).',
        },
        'mysqli.max_persistent': {
            type: 'integer',
            description:
                'How many persistent connections a process may keep; -1 sets no limit. Times the number of processes on all nodes it should stay below `max_connections` of the server.',
        },
        'mysqli.max_links': {
            type: 'integer',
            description: 'How many connections a process may have, persistent ones included; -1 sets no limit.',
        },
        'mysqli.default_host': {
            type: 'string',
            description: 'Server where the call names none.',
        },
        'mysqli.default_port': {
            type: 'integer',
            description: 'Port where the call names none.',
        },
        'mysqli.default_socket': {
            type: 'path',
            description:
                'Unix socket for the host `localhost` where the call names none; empty leaves it to how PHP was built.',
            buildDefault: '',
        },
        'mysqli.default_user': {
            type: 'string',
            description: 'User where the call names none.',
        },
        'mysqli.default_pw': {
            type: 'string',
            description:
                'Password where the call has none. Every script can read it with `ini_get()`: better keep it out of php.ini.',
        },
        'mysqli.reconnect': {
            type: 'boolean',
            description:
                'Connects again after a lost connection. Never had an effect with mysqlnd, which all common builds use.',
        },
        'mysqli.rollback_on_cached_plink': {
            type: 'boolean',
            description:
                'Rolls back what is open when a persistent connection is put back. Off, an unfinished transaction keeps its locks until the connection is used again.',
        },
        'mysqli.cache_size': {
            type: 'integer',
            removed: '5.4',
            anchor: '',
            description: 'Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.',
            unmeasured: { default: '2000', scope: 'SYSTEM', source: 'php.ini-production of 5.3' },
        },
    },
};
