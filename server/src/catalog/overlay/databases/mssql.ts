import type { Overlay } from '../described.ts';

const removed = '7.0';
const source = 'php-src 5.6 ext/mssql/php_mssql.c';
const gone = 'Of the `mssql_` functions, which PHP 7.0 dropped.';
/**
 * Of the first SQL Server extension; `pdo_dblib` and `sqlsrv` have taken its place, with directives of their own or
 * none.
 */
export const mssql: Overlay = {
    extension: 'mssql',
    versions: 'php',
    page: 'https://www.php.net/manual/en/migration70.removed-exts-sapis.php',
    directives: {
        'mssql.allow_persistent': {
            type: 'boolean',
            removed,
            anchor: '',
            description: `Allowed connections that outlive a request. ${gone}`,
            unmeasured: { default: '1', scope: 'SYSTEM', source },
        },
        'mssql.max_persistent': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How many persistent connections a process could keep. ${gone}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'mssql.max_links': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How many connections a process could have. ${gone}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'mssql.min_error_severity': {
            type: 'integer',
            removed,
            anchor: '',
            description: `From what severity on errors were shown. ${gone}`,
            unmeasured: { default: '10', scope: 'ALL', source },
        },
        'mssql.min_message_severity': {
            type: 'integer',
            removed,
            anchor: '',
            description: `From what severity on messages were shown. ${gone}`,
            unmeasured: { default: '10', scope: 'ALL', source },
        },
        'mssql.compatibility_mode': {
            type: 'boolean',
            removed,
            anchor: '',
            description: `Behaved as PHP 3.0 did. ${gone}`,
            unmeasured: { default: '0', scope: 'ALL', source },
        },
        'mssql.compatability_mode': {
            type: 'boolean',
            removed,
            anchor: '',
            description: `An older spelling of \`mssql.compatibility_mode\`. ${gone}`,
            unmeasured: { default: '0', scope: 'ALL', source },
        },
        'mssql.connect_timeout': {
            type: 'integer',
            unit: 'seconds',
            removed,
            anchor: '',
            description: `How long to wait for a connection. ${gone}`,
            unmeasured: { default: '5', scope: 'ALL', source },
        },
        'mssql.timeout': {
            type: 'integer',
            unit: 'seconds',
            removed,
            anchor: '',
            description: `How long to wait for a query. ${gone}`,
            unmeasured: { default: '60', scope: 'ALL', source },
        },
        'mssql.textsize': {
            type: 'integer',
            unit: 'bytes',
            removed,
            anchor: '',
            description: `How much of a text column the server sent. ${gone}`,
            unmeasured: { default: '-1', scope: 'ALL', source },
        },
        'mssql.textlimit': {
            type: 'integer',
            unit: 'bytes',
            removed,
            anchor: '',
            description: `How much of a text column was returned. ${gone}`,
            unmeasured: { default: '-1', scope: 'ALL', source },
        },
        'mssql.batchsize': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How many rows were fetched at once; 0 all. ${gone}`,
            unmeasured: { default: '0', scope: 'ALL', source },
        },
        'mssql.datetimeconvert': {
            type: 'boolean',
            removed,
            anchor: '',
            description: `Returned dates as text in the form of the server. ${gone}`,
            unmeasured: { default: '1', scope: 'ALL', source },
        },
        'mssql.secure_connection': {
            type: 'boolean',
            removed,
            anchor: '',
            description: `Logged in with the account of Windows. ${gone}`,
            unmeasured: { default: '0', scope: 'SYSTEM', source },
        },
        'mssql.max_procs': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How many processes were allowed. ${gone}`,
            unmeasured: { default: '-1', scope: 'ALL', source },
        },
        'mssql.charset': {
            type: 'string',
            removed,
            anchor: '',
            description: `Character set of the connection, with FreeTDS. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
    },
};
