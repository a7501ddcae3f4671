import type { Described, Overlay } from '../described.ts';

/** All of them are deprecated since 8.3: `zend.assertions` says what becomes of assertions, and they throw. */
function assertion(description: string, rest: Partial<Described> = {}): Described {
    return {
        type: 'boolean',
        deprecated: '8.3',
        description,
        notes: [{ version: '8.3', text: 'Any value but the default is reported as deprecated at every start.' }],
        ...rest,
    };
}

const transparentIds = [
    { version: '8.4', text: 'Any value but the default is reported as deprecated at every start.' },
] as const;

/** The functions that are always there. */
export const standard: Overlay = {
    extension: 'standard',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ini.core.php',
    directives: {
        'assert.active': assertion('Checks assertions.', { replacement: 'zend.assertions' }),
        'assert.bail': assertion('Ends the script where an assertion fails.'),
        'assert.callback': assertion('A function that is called where an assertion fails.', { type: 'string' }),
        'assert.exception': assertion('Throws an `AssertionError` where an assertion fails.'),
        'assert.quiet_eval': {
            type: 'boolean',
            description: 'Hid errors while an assertion that was given as text was evaluated.',
        },
        'assert.warning': assertion('Gives a warning where an assertion fails and throws nothing.'),
        auto_detect_line_endings: {
            type: 'boolean',
            deprecated: '8.1',
            description:
                'Lets functions that read lines accept a lone CR as their end, as old Macintosh files have it.',
            notes: [{ version: '8.1', text: 'Turning it on is reported as deprecated at every start.' }],
        },
        default_socket_timeout: {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long reading from a network address may take in streams such as `file_get_contents()` and SOAP; negative: no limit. A server that does not answer holds a process for that long.',
        },
        from: {
            type: 'string',
            description: 'Mail address for anonymous FTP, and for the header `From` of HTTP requests that PHP makes.',
        },
        user_agent: {
            type: 'string',
            description: 'The header `User-Agent` of HTTP requests that PHP\u2019s own streams make.',
        },
        unserialize_max_depth: {
            type: 'integer',
            since: '7.4',
            description: 'How deep the data that `unserialize()` reads may be nested; 0 sets no limit.',
        },
        'url_rewriter.hosts': {
            type: 'list',
            since: '7.1',
            description:
                'Hosts whose links get the variables of `output_add_rewrite_var()`; empty stands for this one.',
        },
        'url_rewriter.tags': {
            type: 'string',
            description: 'Attributes of tags that get the variables of `output_add_rewrite_var()`: `a=href,form=`.',
        },
        'session.trans_sid_hosts': {
            type: 'string',
            since: '7.1',
            deprecated: '8.4',
            description: 'Hosts whose links get the session id, separated by commas; empty stands for this one.',
            notes: transparentIds,
        },
        'session.trans_sid_tags': {
            type: 'string',
            since: '7.1',
            deprecated: '8.4',
            description: 'Which attributes of which tags get the session id.',
            notes: transparentIds,
        },
    },
};
