import type { Overlay } from '../described.ts';

/** Of sessions; the save handlers have their own. */
export const session: Overlay = {
    extension: 'session',
    versions: 'php',
    page: 'https://www.php.net/manual/en/session.configuration.php',
    directives: {
        'session.save_handler': {
            type: 'enum',
            values: [
                { value: 'files', description: 'One file a session, on this machine' },
                { value: 'memcached', description: 'memcached servers, with the memcached extension' },
                { value: 'memcache', description: 'memcached servers, with the older memcache extension' },
                { value: 'redis', description: 'Redis, with the redis extension' },
                { value: 'rediscluster', description: 'A Redis cluster, with the redis extension' },
            ],
            openValues: true,
            description:
                'Where session data is kept. Each handler but `files` comes from an extension, which has to be loaded. A name that no extension registered is reported only when a session starts.',
        },
        'session.save_path': {
            type: 'string',
            description:
                'What the save handler needs to find its storage. `files`: a directory, or `depth;mode;directory` in quotes. `memcached`: `host:port`, several separated by commas, without a scheme. `memcache` and `redis`: URLs such as `tcp://host:port`.',
        },
        'session.name': {
            type: 'string',
            description:
                'Name of the session, and of the cookie that carries its id. It must not be empty or numeric; with a dot or a blank in it, PHP before 8.3 takes it and finds no session again. All nodes of a cluster need the same.',
            notes: [
                {
                    version: '8.3',
                    text: 'Names with `=`, `,`, `;`, `.`, `[` or white space are rejected; the default stays in force.',
                },
            ],
        },
        'session.auto_start': {
            type: 'boolean',
            description: 'Starts a session with every request, before the script runs.',
        },
        'session.gc_probability': {
            type: 'integer',
            minimum: 0,
            rangeSince: '8.4',
            description:
                'With `session.gc_divisor`, how likely a request is to clean up expired sessions: `gc_probability / gc_divisor`. Without effect with memcached, which expires sessions itself.',
            notes: [{ version: '8.4', text: 'A negative value is rejected.' }],
        },
        'session.gc_divisor': {
            type: 'integer',
            minimum: 1,
            rangeSince: '8.4',
            description: 'Divisor of `session.gc_probability`. Without effect with memcached.',
            notes: [{ version: '8.4', text: 'A value below 1 is rejected.' }],
        },
        'session.gc_maxlifetime': {
            type: 'integer',
            unit: 'seconds',
            description:
                'How long after its last use a session may be removed. With memcached it is the time to live of each session; there 0 or less means that sessions never expire.',
        },
        'session.serialize_handler': {
            type: 'enum',
            values: [
                { value: 'php', description: 'PHP\u2019s own format, a key and a value at a time' },
                { value: 'php_binary', description: 'The same with binary lengths' },
                { value: 'php_serialize', description: 'One `serialize()` of the whole session: no limits on keys' },
                { value: 'igbinary', description: 'Compact; with the igbinary extension' },
                { value: 'msgpack', description: 'Compact; with the msgpack extension' },
            ],
            openValues: true,
            description: 'Format of the stored data. Nodes that differ destroy each other\u2019s sessions.',
        },
        'session.cookie_lifetime': {
            type: 'integer',
            minimum: 0,
            unit: 'seconds',
            description: 'How long browsers keep the session cookie; 0 keeps it until the browser closes.',
            notes: [{ version: '8.6', text: 'A value that is no number, or too large, is reported.' }],
        },
        'session.cookie_path': { type: 'string', description: 'Path that the session cookie is valid for.' },
        'session.cookie_domain': {
            type: 'string',
            description: 'Domain that the session cookie is valid for; empty stands for the host that set it.',
            notes: [{ version: '8.6', text: 'A path with a NUL byte is rejected.' }],
        },
        'session.cookie_secure': {
            type: 'boolean',
            description: 'Sends the session cookie over HTTPS only. It works behind a balancer that ends TLS, too.',
        },
        'session.cookie_partitioned': {
            type: 'boolean',
            since: '8.5',
            description:
                'Marks the session cookie `Partitioned`. Sessions do not start where `session.cookie_secure` is not on as well.',
        },
        'session.cookie_httponly': {
            type: 'boolean',
            description: 'Keeps the session cookie away from JavaScript.',
            laterDefaults: [{ version: '8.6', default: '1' }],
        },
        'session.cookie_samesite': {
            type: 'enum',
            since: '7.3',
            values: [
                { value: 'Lax', description: 'Sent when a link leads here from another site' },
                { value: 'Strict', description: 'Never sent with requests that start on another site' },
                {
                    value: 'None',
                    description: 'Always sent; browsers demand `session.cookie_secure` as well. Needs the quotes',
                },
            ],
            description:
                'The `SameSite` attribute of the session cookie. `None` without quotes is a keyword for an empty value: the attribute is then left out.',
            notes: [{ version: '8.6', text: 'Anything but `Lax`, `Strict`, `None` and the empty value is rejected.' }],
            laterDefaults: [{ version: '8.6', default: 'Lax' }],
        },
        'session.use_strict_mode': {
            type: 'boolean',
            description:
                'Accepts only session ids that this server made: protection against session fixation. Works with memcached.',
            laterDefaults: [{ version: '8.6', default: '1' }],
        },
        'session.use_cookies': { type: 'boolean', description: 'Carries the session id in a cookie.' },
        'session.use_only_cookies': {
            type: 'boolean',
            description: 'Takes the session id from nowhere but the cookie.',
            notes: [{ version: '8.4', text: 'Turning it off is deprecated.' }],
        },
        'session.referer_check': {
            type: 'string',
            description: 'A text that the Referer header has to contain for a session id to be accepted.',
            notes: [{ version: '8.4', text: 'Any value is deprecated.' }],
        },
        'session.cache_limiter': {
            type: 'enum',
            values: [
                { value: 'nocache', description: 'No caching at all' },
                { value: 'private', description: 'The browser may cache, proxies may not' },
                { value: 'private_no_expire', description: 'The same, without an `Expires` header' },
                { value: 'public', description: 'Browser and proxies may cache' },
            ],
            description: 'Which caching headers go with pages that use a session; empty sends none.',
        },
        'session.cache_expire': {
            type: 'integer',
            unit: 'minutes',
            description: 'How long pages with a session may be cached; without effect with the limiter `nocache`.',
        },
        'session.use_trans_sid': {
            type: 'boolean',
            description: 'Writes the session id into links where cookies are off.',
            notes: [{ version: '8.4', text: 'Turning it on is deprecated.' }],
        },
        'session.sid_length': {
            type: 'integer',
            minimum: 22,
            maximum: 256,
            unit: 'characters',
            since: '7.1',
            deprecated: '8.4',
            description: 'Length of session ids.',
            notes: [{ version: '8.4', text: 'Any value but 32 is deprecated, and reported at every start.' }],
        },
        'session.sid_bits_per_character': {
            type: 'integer',
            minimum: 4,
            maximum: 6,
            unit: 'bits',
            since: '7.1',
            deprecated: '8.4',
            description: 'How many bits each character of a session id stands for: 4 (0-9, a-f), 5 (0-9, a-v) or 6.',
            notes: [{ version: '8.4', text: 'Any value but 4 is deprecated, and reported at every start.' }],
        },
        'session.lazy_write': {
            type: 'boolean',
            description:
                'Writes session data only where it changed. With memcached an unchanged session is touched in place of written; a touch does not reach replicas.',
        },
        'session.upload_progress.enabled': {
            type: 'boolean',
            description: 'Keeps the progress of uploads in the session.',
        },
        'session.upload_progress.cleanup': {
            type: 'boolean',
            description: 'Removes the progress of an upload as soon as all of it has been read.',
        },
        'session.upload_progress.prefix': {
            type: 'string',
            description: 'What the names of progress entries in `$_SESSION` start with.',
        },
        'session.upload_progress.name': {
            type: 'string',
            description:
                'The form field that asks for progress to be kept; its value becomes part of the entry\u2019s name.',
        },
        'session.upload_progress.freq': {
            type: 'string',
            description:
                'How often progress is written: after so many bytes, or after so many per cent of the upload (`1%`).',
        },
        'session.upload_progress.min_freq': {
            type: 'float',
            unit: 'seconds',
            description: 'The least time between two updates of the progress.',
        },
        'session.bug_compat_42': {
            type: 'boolean',
            removed: '5.4',
            page: '',
            description:
                'Let scripts of PHP 4.2 change global variables of a session. PHP ignores it without a message.',
        },
        'session.bug_compat_warn': {
            type: 'boolean',
            removed: '5.4',
            page: '',
            description: 'Warned where `session.bug_compat_42` mattered. PHP ignores it without a message.',
        },
        'session.hash_function': {
            type: 'string',
            removed: '7.1',
            description:
                'Hash that session ids were made with. PHP ignores it without a message; ids are random since.',
        },
        'session.hash_bits_per_character': {
            type: 'string',
            removed: '7.1',
            description: 'Bits in each character of a session id. PHP ignores it without a message.',
        },
        'session.entropy_file': {
            type: 'string',
            removed: '7.1',
            description: 'Source of randomness for session ids. PHP ignores it without a message.',
        },
        'session.entropy_length': {
            type: 'string',
            removed: '7.1',
            description: 'Bytes read from the source of randomness. PHP ignores it without a message.',
        },
    },
};
