import type { DocumentContext } from '../../model/documentContext.ts';
import { environmentsFor } from '../../model/facts.ts';
import type { EnvironmentFacts, StoreFacts } from '../../phpIni/protocol.ts';
import { storeFor, usesStores } from '../../rules/support/store.ts';
import { PROXY_SOCKET } from '../../phpIni/sessionSettings.ts';
import { listed } from '../values/words.ts';
import type { Candidate } from './candidate.ts';

/**
 * The stores that are known, in the form that the save handler of the file wants; for the files handler, directories.
 */
export function savePathCandidates(context: DocumentContext): readonly Candidate[] {
    const handler = context.effective('session.save_handler')?.value.toLowerCase();
    if (handler === 'files') {
        return directories;
    }
    if (handler !== undefined && !usesStores(handler)) {
        // The stores of environments are memcached; of other handlers only the form is known.
        return forms.get(handler) ?? [];
    }
    const { proxied = [], plain = [] } = Object.groupBy(environmentsFor(context.facts), ({ replicated }) =>
        replicated === true ? 'proxied' : 'plain',
    );
    // The memcache extension has no part in replication.
    const proxy = proxied.length > 0 && handler !== 'memcache' ? [proxyOf(proxied)] : [];
    const found = [...proxy, ...plain.flatMap(one => ofEnvironment(one, handler))];
    return found.length > 0 ? found : (forms.get(handler ?? '') ?? []);
}

function proxyOf(environments: readonly EnvironmentFacts[]): Candidate {
    return {
        value: PROXY_SOCKET,
        written: `"${PROXY_SOCKET}"`,
        detail: `memcached’s proxy on the nodes of ${listed(environments.map(({ name }) => name))}`,
        description:
            'Keeps every session on several stores; the same on each Apache node. It needs `memcached.sess_binary_protocol = 0`.',
    };
}

function ofEnvironment({ name, stores }: EnvironmentFacts, handler: string | undefined): Candidate[] {
    const write = (store: StoreFacts): string => storeFor(handler, store);
    const detail = (which: readonly StoreFacts[]): string =>
        which.map(({ node, running }) => (running ? node : `${node}, stopped`)).join(' and ');
    const all = stores.map(write).join(',');
    return [
        ...(stores.length > 1
            ? [{ value: all, written: `"${all}"`, detail: detail(stores), description: `All stores of ${name}.` }]
            : []),
        ...stores.map(store => ({
            value: write(store),
            written: `"${write(store)}"`,
            detail: detail([store]),
            description: `A store of ${name}.`,
        })),
    ];
}

const directories: readonly Candidate[] = [
    {
        value: '/var/lib/php/sessions',
        written: '"/var/lib/php/sessions"',
        description: 'Where Debian and Ubuntu keep sessions.',
    },
    { value: '/tmp', written: '"/tmp"', description: 'Where PHP keeps sessions when nothing is set.' },
    {
        value: '2;/var/lib/php/sessions',
        written: '"2;/var/lib/php/sessions"',
        description: 'In two levels of directories, which have to exist.',
    },
];

const forms: ReadonlyMap<string, readonly Candidate[]> = new Map(
    Object.entries({
        memcached: [
            { value: 'memcached:11211', written: '"memcached:11211"', description: 'One server, as `host:port`.' },
            {
                value: '/run/memcached/memcached.sock',
                written: '"/run/memcached/memcached.sock"',
                description: 'A Unix socket.',
            },
        ],
        memcache: [
            {
                value: 'tcp://memcached:11211',
                written: '"tcp://memcached:11211"',
                description: 'One server, as a URL.',
            },
        ],
        redis: [
            {
                value: 'tcp://redis:6379',
                written: '"tcp://redis:6379"',
                description: 'One server, as a URL; parameters are behind `?`, separated by `&`.',
            },
            { value: 'tls://redis:6379', written: '"tls://redis:6379"', description: 'One server, over TLS.' },
            {
                value: 'unix:///run/redis/redis.sock',
                written: '"unix:///run/redis/redis.sock"',
                description: 'A Unix socket.',
            },
        ],
        rediscluster: [
            {
                value: 'seed[]=redis-1:6379&seed[]=redis-2:6379',
                written: '"seed[]=redis-1:6379&seed[]=redis-2:6379"',
                description: 'Any nodes of the cluster, from which the others are learnt.',
            },
        ],
    }),
);
