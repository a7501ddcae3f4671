import type { Overlay } from '../described.ts';

const source = 'php-src 8.2 ext/oci8/oci8.c';
const notes = [{ version: '8.4', text: 'The extension comes from PECL, no longer with PHP.' }];
/** Left PHP with 8.4 for PECL: so these are not marked as removed. */
export const oci8: Overlay = {
    extension: 'oci8',
    versions: 'php',
    page: 'https://www.php.net/manual/en/oci8.configuration.php',
    directives: {
        'oci8.privileged_connect': {
            type: 'boolean',
            description:
                'Allows connections as `OCI_SYSDBA` and `OCI_SYSOPER`, which may need no password where the web server runs as a privileged user. Leave it off.',
            notes,
            unmeasured: { default: '0', scope: 'SYSTEM', source },
        },
        'oci8.max_persistent': {
            type: 'integer',
            description: 'How many persistent connections a process may keep; -1 sets no limit.',
            notes,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'oci8.persistent_timeout': {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long a process may keep an unused persistent connection; -1 forever. Looked at only when a script of that process ends.',
            notes,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'oci8.ping_interval': {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long `oci_pconnect()` trusts a connection before it tests it; 0 tests always, -1 never. Never is fastest and finds dead connections too late.',
            notes,
            unmeasured: { default: '60', scope: 'SYSTEM', source },
        },
        'oci8.statement_cache_size': {
            type: 'integer',
            description:
                'How many statements are kept ready; 0 keeps none. Best as many as the application uses again.',
            notes,
            unmeasured: { default: '20', scope: 'SYSTEM', source },
        },
        'oci8.default_prefetch': {
            type: 'integer',
            description: 'How many rows are fetched ahead.',
            notes,
            unmeasured: { default: '100', scope: 'SYSTEM', source },
        },
        'oci8.prefetch_lob_size': {
            type: 'integer',
            unit: 'bytes',
            since: '8.2',
            description: 'How much of large objects comes along with their row.',
            notes,
            unmeasured: { default: '0', scope: 'SYSTEM', source },
        },
        'oci8.connection_class': {
            type: 'string',
            description:
                'Name under which an application shares pooled connections of Oracle (DRCP). All nodes need the same.',
            notes,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'oci8.events': {
            type: 'boolean',
            description:
                'Takes events of the database (FAN), to learn at once that an instance is gone. The database has to send them.',
            notes,
            unmeasured: { default: '0', scope: 'SYSTEM', source },
        },
        'oci8.old_oci_close_semantics': {
            type: 'boolean',
            deprecated: '8.1',
            description: '`oci_close()` does nothing, as it did long ago.',
            notes,
            unmeasured: { default: '0', scope: 'SYSTEM', source },
        },
    },
};
