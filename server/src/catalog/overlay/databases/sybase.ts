import type { Overlay } from '../described.ts';

const removed = '7.0';
const source = 'php-src 5.6 ext/sybase_ct/php_sybase_ct.c';
const gone = 'Of the `sybase_` functions, which PHP 7.0 dropped.';

export const sybase: Overlay = {
    extension: 'sybase_ct',
    versions: 'php',
    page: 'https://www.php.net/manual/en/migration70.removed-exts-sapis.php',
    directives: {
        'sybct.allow_persistent': {
            type: 'boolean',
            removed,
            anchor: '',
            description: `Allowed connections that outlive a request. ${gone}`,
            unmeasured: { default: '1', scope: 'SYSTEM', source },
        },
        'sybct.max_persistent': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How many persistent connections a process could keep. ${gone}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'sybct.max_links': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How many connections a process could have. ${gone}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'sybct.min_server_severity': {
            type: 'integer',
            removed,
            anchor: '',
            description: `From what severity on messages of the server were shown. ${gone}`,
            unmeasured: { default: '10', scope: 'ALL', source },
        },
        'sybct.min_client_severity': {
            type: 'integer',
            removed,
            anchor: '',
            description: `From what severity on messages of the client library were shown. ${gone}`,
            unmeasured: { default: '10', scope: 'ALL', source },
        },
        'sybct.login_timeout': {
            type: 'integer',
            unit: 'seconds',
            removed,
            anchor: '',
            description: `How long to wait for a connection. ${gone}`,
            unmeasured: { default: '-1', scope: 'ALL', source },
        },
        'sybct.hostname': {
            type: 'string',
            removed,
            anchor: '',
            description: `Name of this machine that the server was told. ${gone}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'sybct.deadlock_retry_count': {
            type: 'integer',
            removed,
            anchor: '',
            description: `How often to try again after a deadlock. ${gone}`,
            unmeasured: { default: '0', scope: 'ALL', source },
        },
    },
};
