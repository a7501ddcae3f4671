/** A parameter that phpredis knows, of the save paths of one or both of its handlers. */
export interface RedisParameter {
    readonly name: string;
    readonly handlers: readonly RedisHandler[];
    readonly type: 'integer' | 'seconds' | 'milliseconds' | 'switch' | 'text' | 'login' | 'seed' | 'tls' | 'word';
    /** As it is said to a person; of a cluster, where that differs. */
    readonly standard?: string;
    readonly standardOfCluster?: string;
    /** What may be written, most wanted first. */
    readonly values?: readonly { readonly value: string; readonly description?: string }[];
    /** Markdown. */
    readonly description: string;
}

export type RedisHandler = 'redis' | 'rediscluster';

const both: readonly RedisHandler[] = ['redis', 'rediscluster'];
const redisOnly: readonly RedisHandler[] = ['redis'];
const clusterOnly: readonly RedisHandler[] = ['rediscluster'];

/** All of them, as both versions read them unless told; those that are asked for most come first. */
export const REDIS_PARAMETERS: readonly RedisParameter[] = [
    {
        name: 'seed',
        handlers: clusterOnly,
        type: 'seed',
        description:
            'A server of the cluster, `seed[]=host:port`, once for each; any of them tells phpredis the others. `tls://host:port` for an encrypted connection.',
    },
    {
        name: 'auth',
        handlers: both,
        type: 'login',
        description:
            'The password: `auth=password`. With a user: `auth[]=user&auth[]=password`, or `auth[user]=user&auth[pass]=password`. Write `%2B` for `+`, `%26` for `&`, `%2C` for a comma, `%20` for a blank.',
    },
    {
        name: 'database',
        handlers: redisOnly,
        type: 'integer',
        standard: '0',
        description:
            'The database. Redis has 16, 0 to 15, unless its `databases` says otherwise; of one that it does not have, phpredis 6 starts no session, and 5.3 uses 0 without a word.',
    },
    {
        name: 'prefix',
        handlers: both,
        type: 'text',
        standard: 'PHPREDIS_SESSION:',
        standardOfCluster: 'PHPREDIS_CLUSTER_SESSION:',
        description: 'What is in front of each session\u2019s id, in the name of its key.',
    },
    {
        name: 'timeout',
        handlers: both,
        type: 'seconds',
        standard: '86400',
        standardOfCluster: 'none',
        description:
            'Seconds to wait for a connection, also `0.5`. Without it, a host that does not answer holds every page up.',
    },
    {
        name: 'read_timeout',
        handlers: both,
        type: 'seconds',
        standard: '`default_socket_timeout`',
        description: 'Seconds to wait for an answer, also `0.5`.',
    },
    {
        name: 'persistent',
        handlers: both,
        type: 'switch',
        standard: '0',
        values: [
            { value: '1', description: 'Connections are kept for the next request.' },
            { value: '0', description: 'Each request connects anew.' },
        ],
        description: 'Whether connections are kept between requests: `1`, `true` or `yes`; anything else is no.',
    },
    {
        name: 'persistent_id',
        handlers: redisOnly,
        type: 'text',
        description: 'Keeps these connections apart from others to the same server; with `persistent=1`.',
    },
    {
        name: 'weight',
        handlers: redisOnly,
        type: 'integer',
        standard: '1',
        description: 'The server\u2019s share of the sessions, where there are several; a whole number above 0.',
    },
    {
        name: 'retry_interval',
        handlers: redisOnly,
        type: 'milliseconds',
        standard: '0',
        description: 'Milliseconds to wait before a lost connection is made again.',
    },
    {
        name: 'failover',
        handlers: clusterOnly,
        type: 'word',
        standard: 'none',
        values: [
            { value: 'none', description: 'Masters alone are read.' },
            { value: 'error', description: 'Replicas are read where their master cannot be reached.' },
            { value: 'distribute', description: 'Masters and replicas are read in turn.' },
        ],
        description: 'Whether sessions are read from replicas; they may be a little behind.',
    },
    {
        name: 'stream',
        handlers: both,
        type: 'tls',
        description:
            'Options of TLS, `stream[verify_peer]=0`: those of PHP\u2019s context `ssl`. With `tls://`. Under the handler `redis` from phpredis 6.0 on.',
    },
];

const byName: ReadonlyMap<string, RedisParameter> = new Map(REDIS_PARAMETERS.map(one => [one.name, one]));

/** The parameter that the handler knows by just that name. */
export function redisParameter(handler: RedisHandler, name: string): RedisParameter | undefined {
    const found = byName.get(name);
    return found?.handlers.includes(handler) ? found : undefined;
}

/** What the handler takes where the parameter is not there; Markdown. */
export function standardOf({ standard, standardOfCluster }: RedisParameter, handler: RedisHandler): string | undefined {
    return handler === 'rediscluster' ? (standardOfCluster ?? standard) : standard;
}

/** Options of `stream[…]`, PHP's context `ssl`, that sessions have a use for. */
export const TLS_OPTIONS: readonly { readonly name: string; readonly isSwitch?: true; readonly description: string }[] =
    [
        { name: 'cafile', description: 'The file of certificates by which the server\u2019s is checked.' },
        {
            name: 'peer_name',
            description: 'The name that the server\u2019s certificate is for; that of the host unless set.',
        },
        {
            name: 'verify_peer',
            isSwitch: true,
            description: 'Whether the certificate is checked; `0` switches it off, `false` does not.',
        },
        {
            name: 'verify_peer_name',
            isSwitch: true,
            description: 'Whether it has to be for this name; `0` switches it off.',
        },
        {
            name: 'allow_self_signed',
            isSwitch: true,
            description: 'Whether one that nobody else has signed will do; `1`.',
        },
        { name: 'local_cert', description: 'The file of our own certificate, where the server asks for one.' },
        { name: 'local_pk', description: 'The file of its key.' },
        { name: 'passphrase', description: 'Of that key.' },
        { name: 'capath', description: 'A directory of such certificates.' },
        { name: 'ciphers', description: 'Which ciphers may be used.' },
        { name: 'crypto_method', description: 'Which versions of TLS may be used, as PHP\u2019s number for them.' },
        { name: 'SNI_enabled', isSwitch: true, description: 'Whether the server is told the name that is wanted.' },
        { name: 'peer_fingerprint', description: 'The certificate\u2019s fingerprint.' },
        { name: 'security_level', description: 'OpenSSL\u2019s, 0 to 5.' },
        { name: 'disable_compression', isSwitch: true, description: 'On unless switched off.' },
        { name: 'verify_depth', description: 'How long a chain of certificates may be.' },
        { name: 'no_ticket', isSwitch: true, description: 'Whether session tickets are left out.' },
    ];
