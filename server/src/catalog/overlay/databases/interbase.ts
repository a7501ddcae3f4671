import type { Overlay } from '../described.ts';

const source = 'manual, ibase.configuration';
const left = 'Of the extension for Firebird and InterBase, which PHP no longer ships since 7.4.';
/** Left PHP with 7.4, and lives on outside of it: so these are not marked as removed. */
export const interbase: Overlay = {
    extension: 'interbase',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ibase.configuration.php',
    directives: {
        'ibase.allow_persistent': {
            type: 'boolean',
            description: `Allows connections that outlive a request. ${left}`,
            unmeasured: { default: '1', scope: 'SYSTEM', source },
        },
        'ibase.max_persistent': {
            type: 'integer',
            description: `How many persistent connections a process may keep; -1 sets no limit. ${left}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'ibase.max_links': {
            type: 'integer',
            description: `How many connections a process may have; -1 sets no limit. ${left}`,
            unmeasured: { default: '-1', scope: 'SYSTEM', source },
        },
        'ibase.default_db': {
            type: 'string',
            description: `Database for \`ibase_connect()\` where the call names none. ${left}`,
            unmeasured: { default: '', scope: 'SYSTEM', source },
        },
        'ibase.default_user': {
            type: 'string',
            description: `User for \`ibase_connect()\` where the call names none. ${left}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'ibase.default_password': {
            type: 'string',
            description: `Password for \`ibase_connect()\` where the call has none. Every script can read it. ${left}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'ibase.default_charset': {
            type: 'string',
            description: `Character set of connections where the call names none. ${left}`,
            unmeasured: { default: '', scope: 'ALL', source },
        },
        'ibase.timestampformat': {
            type: 'string',
            description: `How time stamps are written, in the form of \`strftime()\`. ${left}`,
            unmeasured: { default: '%Y-%m-%d %H:%M:%S', scope: 'ALL', source },
        },
        'ibase.dateformat': {
            type: 'string',
            description: `How dates are written, in the form of \`strftime()\`. ${left}`,
            unmeasured: { default: '%Y-%m-%d', scope: 'ALL', source },
        },
        'ibase.timeformat': {
            type: 'string',
            description: `How times are written, in the form of \`strftime()\`. ${left}`,
            unmeasured: { default: '%H:%M:%S', scope: 'ALL', source },
        },
    },
};
