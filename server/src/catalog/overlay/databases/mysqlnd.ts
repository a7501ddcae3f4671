import type { Overlay } from '../described.ts';

export const mysqlnd: Overlay = {
    extension: 'mysqlnd',
    versions: 'php',
    page: 'https://www.php.net/manual/en/mysqlnd.config.php',
    directives: {
        'mysqlnd.collect_statistics': {
            type: 'boolean',
            description:
                'Counts queries, bytes and connections, for `mysqli_get_client_stats()` and `phpinfo()`. Costs little.',
        },
        'mysqlnd.collect_memory_statistics': {
            type: 'boolean',
            description: 'Counts memory too. For hunting leaks only.',
        },
        'mysqlnd.debug': {
            type: 'string',
            description:
                'What to trace and to which file, `d:t:x:O,/tmp/mysqlnd.trace` say. Works in debug builds of PHP only.',
        },
        'mysqlnd.log_mask': {
            type: 'integer',
            description:
                'Bits that choose which slow queries are reported: 16 for a poor index, 32 for none, 1024 for slow ones; 0 for nothing. As a number.',
        },
        'mysqlnd.trace_alloc': {
            type: 'string',
            description: 'Trace of memory, for debugging mysqlnd. Works in debug builds of PHP only.',
        },
        'mysqlnd.mempool_default_size': {
            type: 'integer',
            unit: 'bytes',
            description: 'Size of the pieces of memory that results are kept in.',
        },
        'mysqlnd.net_cmd_buffer_size': {
            type: 'integer',
            unit: 'bytes',
            minimum: 4096,
            description:
                'Buffer for commands, of each connection; it grows when a query is longer. As a plain number: the letter of `8K` is not read, so that it counts as 8 and the default stays in force.',
        },
        'mysqlnd.net_read_buffer_size': {
            type: 'integer',
            unit: 'bytes',
            description: 'How much is read from the server at once.',
        },
        'mysqlnd.net_read_timeout': {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long to wait for an answer of the server; the default is a day. Used in place of `default_socket_timeout` by all that talk to MySQL.',
        },
        'mysqlnd.sha256_server_public_key': {
            type: 'path',
            description:
                'File with the public key of the server, for passwords over connections without TLS. Empty asks the server for it.',
        },
        'mysqlnd.fetch_data_copy': {
            type: 'boolean',
            anchor: 'ini.mysqlnd.fetch_data_copy',
            description: 'Copied results into variables in place of sharing the memory.',
        },
    },
};
