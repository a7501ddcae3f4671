import type { Overlay } from '../described.ts';

const removed = '7.0';
const source = 'manual, mysql.configuration';
const gone = 'Of the `mysql_` functions, which PHP 7.0 dropped.';
/**
 * Of the first MySQL extension. `mysqli` reads its own directives, so a `replacement` helps only where the code has
 * moved too.
 */
export const mysql: Overlay = {
    extension: 'mysql',
    versions: 'php',
    page: 'https://www.php.net/manual/en/mysql.configuration.php',
    directives: {
        'mysql.allow_local_infile': {
            type: 'boolean',
            removed,
            replacement: 'mysqli.allow_local_infile',
            description: `Let \`LOAD DATA LOCAL\` send files of this machine. ${gone}`,
            unmeasured: { default: '1', scope: 'SYSTEM', source },
        },
        'mysql.allow_persistent': {
            type: 'boolean',
            removed,
            replacement: 'mysqli.allow_persistent',
            description: `Allowed connections that outlive a request. ${gone}`,
            unmeasured: { default: '1', scope: 'SYSTEM', source },
        },
        'mysql.max_persistent': {
            type: 'integer',
            removed,
            replacement: 'mysqli.max_persistent',
            description: `How many persistent connections a process could keep. ${gone}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'mysql.max_links': {
            type: 'integer',
            removed,
            replacement: 'mysqli.max_links',
            description: `How many connections a process could have. ${gone}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'mysql.trace_mode': {
            type: 'boolean',
            removed,
            description: `Warned of scans of whole tables and of results that were not freed. ${gone}`,
            unmeasured: { default: '0', scope: 'ALL', source },
        },
        'mysql.default_port': {
            type: 'integer',
            removed,
            replacement: 'mysqli.default_port',
            description: `Port where the call named none. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'mysql.default_socket': {
            type: 'path',
            removed,
            replacement: 'mysqli.default_socket',
            description: `Unix socket where the call named none. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'mysql.default_host': {
            type: 'string',
            removed,
            replacement: 'mysqli.default_host',
            description: `Server where the call named none. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'mysql.default_user': {
            type: 'string',
            removed,
            replacement: 'mysqli.default_user',
            description: `User where the call named none. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'mysql.default_password': {
            type: 'string',
            removed,
            replacement: 'mysqli.default_pw',
            description: `Password where the call had none. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'mysql.connect_timeout': {
            type: 'integer',
            removed,
            unit: 'seconds',
            description: `How long to wait for a connection. With mysqli that is an option of the connection. ${gone}`,
            unmeasured: { default: '60', scope: 'ALL', source },
        },
        'mysql.cache_size': {
            type: 'integer',
            removed: '5.4',
            anchor: '',
            description: 'Slots of a cache for results that early versions of mysqlnd had. Many files still carry it.',
            unmeasured: { default: '2000', scope: 'SYSTEM', source: 'php.ini-production of 5.3' },
        },
    },
};
