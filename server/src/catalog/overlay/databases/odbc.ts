import type { Overlay } from '../described.ts';

const source = 'php-src 8.2 ext/odbc/php_odbc.c';
const notImplemented = 'Never had an effect.';

export const odbc: Overlay = {
    extension: 'odbc',
    versions: 'php',
    page: 'https://www.php.net/manual/en/odbc.configuration.php',
    directives: {
        'odbc.allow_persistent': {
            type: 'boolean',
            anchor: 'ini.uodbc.allow-persistent',
            description: 'Allows `odbc_pconnect()` to keep connections after a request.',
        },
        'odbc.check_persistent': {
            type: 'boolean',
            anchor: 'ini.uodbc.check-persistent',
            description: 'Tests a kept connection before it is used again.',
        },
        'odbc.max_persistent': {
            type: 'integer',
            anchor: 'ini.uodbc.max-persistent',
            description: 'How many persistent connections a process may keep; -1 sets no limit.',
        },
        'odbc.max_links': {
            type: 'integer',
            anchor: 'ini.uodbc.max-links',
            description: 'How many connections a process may have, persistent ones included; -1 sets no limit.',
        },
        'odbc.defaultlrl': {
            type: 'integer',
            anchor: 'ini.uodbc.defaultlrl',
            unit: 'bytes',
            description:
                'How much of a long column is returned; what is longer is cut off without a message. 0 sends it to the browser.',
        },
        'odbc.defaultbinmode': {
            type: 'integer',
            anchor: 'ini.uodbc.defaultbinmode',
            values: [
                { value: '0', description: 'Sent to the browser' },
                { value: '1', description: 'Returned as it is' },
                { value: '2', description: 'Returned in hexadecimal' },
            ],
            description: 'What happens to binary columns.',
        },
        'odbc.default_cursortype': {
            type: 'integer',
            anchor: 'ini.uodbc.defaultcursortype',
            values: [
                { value: '0', description: 'Forward only' },
                { value: '1', description: 'Keyset' },
                { value: '2', description: 'Dynamic' },
                { value: '3', description: 'Static' },
            ],
            description: 'Kind of cursor, as a number. Some drivers know only `0`.',
        },
        'odbc.default_db': {
            type: 'string',
            anchor: 'ini.uodbc.default-db',
            removed: '8.4',
            description: notImplemented,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'odbc.default_user': {
            type: 'string',
            anchor: 'ini.uodbc.default-user',
            removed: '8.4',
            description: notImplemented,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'odbc.default_pw': {
            type: 'string',
            anchor: 'ini.uodbc.default-pw',
            removed: '8.4',
            description: notImplemented,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'birdstep.max_links': {
            type: 'integer',
            anchor: '',
            removed: '7.3',
            description: 'How many connections to Birdstep databases a process could have.',
            unmeasured: { default: '-1', scope: 'SYSTEM', source: 'php-src 5.6 ext/odbc/birdstep.c' },
        },
    },
};
