import { join } from 'node:path';
import fc from 'fast-check';
import { parseRedisPath } from '../../../server/src/phpIni/savePaths/redis.ts';
import { parseRedisClusterPath } from '../../../server/src/phpIni/savePaths/redisCluster.ts';
import type { Place, SessionCase } from './phpredis.ts';

const id = fc.string({ unit: fc.constantFrom(...Array.from('abcxyz059')), minLength: 22, maxLength: 26 });

const numbers = [
    '1',
    '1',
    '2',
    '3',
    '2',
    '1.5',
    '.5',
    '0',
    '-1',
    '',
    'x',
    '3x',
    '%202',
    '+2',
    '1e1',
    '2e-1',
    '0x3',
    '4294967297',
    '7',
];
const words = [
    '',
    'a',
    'geheim',
    'a:b',
    'a+b',
    'a%2Bb',
    'a%20b',
    'a%26b',
    'a=b',
    'a?b',
    'a/b',
    'a@b',
    'a;b',
    'a#b',
    '%C3%A9\u00e9',
    '%zz%4',
    'a%25b',
    'a[b]',
    '%',
    '~',
];
const parameter = fc.oneof(
    { weight: 3, arbitrary: named('weight', numbers) },
    { weight: 3, arbitrary: named('database', [...numbers, '15', '16', '99']) },
    { weight: 2, arbitrary: named('timeout', [...numbers, '2', '0.25', '0,25', '1s']) },
    { weight: 1, arbitrary: named('read_timeout', ['5', '2.5', 'x', '', '10']) },
    { weight: 1, arbitrary: named('retry_interval', numbers) },
    { weight: 2, arbitrary: named('persistent', ['1', '0', 'true', 'TRUE', 'yes', 'On', '2', '', 'false']) },
    { weight: 1, arbitrary: named('persistent_id', words) },
    { weight: 3, arbitrary: named('prefix', words) },
    { weight: 6, arbitrary: auth() },
    { weight: 2, arbitrary: named('db', ['3']) },
    { weight: 1, arbitrary: named('password', words) },
    { weight: 1, arbitrary: fc.constantFrom('b', '', '=', 'failover=error', 'Database=3', 'pre.fix=x', '%70refix=x', '+prefix=y', 'prefix[]=z', 'weight[]=0', 'x[', 'amp;prefix=q') },
); // prettier-ignore

function named(name: string, values: readonly string[]): fc.Arbitrary<string> {
    return fc.constantFrom(...values).map(value => `${name}=${value}`);
}

function auth(): fc.Arbitrary<string> {
    const word = fc.constantFrom(...words);
    const user = fc.constantFrom('bob', 'default', 'a%2Bb', 'a:b', '');
    return fc.oneof(
        { weight: 4, arbitrary: word.map(one => `auth=${one}`) },
        { weight: 2, arbitrary: fc.tuple(user, word).map(([name, one]) => `auth[]=${name}&auth[]=${one}`) },
        { weight: 2, arbitrary: fc.tuple(user, word).map(([name, one]) => `auth[user]=${name}&auth[pass]=${one}`) },
        { weight: 1, arbitrary: fc.tuple(user, word).map(([name, one]) => `auth%5B1%5D=${one}&auth[0]=${name}`) },
        {
            weight: 2,
            arbitrary: word.chain(one =>
                fc.constantFrom(`auth[]=${one}`, `auth[pass]=${one}`, `auth[user]=${one}`, `auth[x]=${one}&auth[y]=${one}`, `auth[]=a&auth[]=b&auth[]=${one}`, `auth[][]=${one}`, `auth=b&auth[]=${one}`, `auth[=${one}`),
            ),
        },
    ); // prettier-ignore
}

const parameters = fc
    .tuple(fc.array(parameter, { maxLength: 3 }), fc.constantFrom('&', '&', '&', '&', '&&', ';'))
    .map(([all, separator]) => all.join(separator));

/** To the one server that speaks TLS, and nowhere else: others would wait for the rest of what they cannot read. */
function tlsServer({ folder, net }: Place): fc.Arbitrary<string> {
    const scheme = fc.constantFrom('tls://', 'tls://', 'ssl://', 'tlsv1.2://', 'TLS://');
    const file = join(folder, 'certificate.pem');
    const option = fc.constantFrom(
        ...['verify_peer=0', 'verify_peer=', 'verify_peer=false', 'verify_peer_name=0', 'allow_self_signed=1'],
        ...[`cafile=${file}`, `cafile=${file}`, `cafile=${encodeURIComponent(file)}`, 'cafile=/none', 'Verify_peer=0'],
    );
    const written = option.map(one => `stream[${one.replace('=', ']=')}`);
    const other = fc.constantFrom(
        'ssl[verify_peer]=0',
        'stream=x',
        'verify_peer=0',
        'database=3',
        'prefix=a',
        'timeout=2',
    );
    const all = fc.array(fc.oneof({ weight: 3, arbitrary: written }, { weight: 1, arbitrary: other }), {
        maxLength: 3,
    });
    return fc
        .tuple(scheme, all)
        .map(([start, options]) => `${start}${net}.1:6391${options.length > 0 ? `?${options.join('&')}` : ''}`);
}

function server({ folder, net }: Place): fc.Arbitrary<string> {
    const scheme = fc.oneof(
        { weight: 6, arbitrary: fc.constant('tcp://') },
        { weight: 2, arbitrary: fc.constantFrom('', '//') },
        { weight: 1, arbitrary: fc.constantFrom('tcp:', 'tcp:/', 'TCP://', 'redis://', 'http://', 'udg://', 'file://') },
    ); // prettier-ignore
    const login = fc.constantFrom('', '', '', '', '', 'bob:pw@', ':pw@', 'bob@', 'a@b:c@', '@');
    const host = fc.constantFrom(
        ...[1, 1, 1, 2, 2].map(last => `${net}.${last}`),
        `[::ffff:${net}.1]`,
        `::ffff:${net}.1`,
        '',
    );
    const port = fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom('', ':6379', ':6390') },
        { weight: 1, arbitrary: fc.constantFrom(':', ':0', ':06390', ':6390x', ':abc', ':637900', ':70000', ':-1', ':+6390') },
    ); // prettier-ignore
    const path = fc.constantFrom('', '', '', '', '/', '/3', '/6390', '/x');
    const sockets = ['a', 'b', 'none'].map(name => join(folder, `${name}.sock`));
    const socket = fc
        .tuple(fc.constantFrom('unix://', 'unix://', 'unix:', '', 'file://', 'tcp://', 'tcp:', 'UNIX://', '/', 'unix:/', 'tls:'), fc.constantFrom(...sockets), fc.constantFrom('', '', '', ':0', ':6379', '/x'))
        .map(all => all.join('')); // prettier-ignore
    const query = parameters.map(all => (all === '' ? '' : `?${all}`));
    const fragment = fc.constantFrom('', '', '', '', '#', '#x');
    return fc
        .tuple(
            fc.oneof(
                { weight: 3, arbitrary: fc.tuple(scheme, login, host, port, path).map(all => all.join('')) },
                { weight: 1, arbitrary: socket },
            ),
            query,
            fragment,
        )
        .map(all => all.join(''));
}

/**
 * Whether nobody but our own servers, and those who are nowhere, would be asked. `host:6379?…` without a scheme, to PHP
 * the host 6379, is 0.0.24.235, and somebody may answer there, or nobody ever.
 */
function staysHere({ path }: SessionCase, { net }: Place): boolean {
    const connections = [...parseRedisPath(path), ...parseRedisClusterPath(path).seeds].map(one => one.connection);
    return connections.every(
        one =>
            !one ||
            one.transport === 'unix' ||
            one.host.includes(net) ||
            (one.transport === 'tcp' && /^[a-z]+$/i.test(one.host)) ||
            !/^[\d.]*$/.test(one.host),
    );
}

/** Paths as people write and break them. */
export function redisCase(place: Place): fc.Arbitrary<SessionCase> {
    const separator = fc.constantFrom(',', ', ', ' ', '\t', ',,', ';', '|');
    return fc
        .tuple(
            id,
            fc.oneof(
                { weight: 6, arbitrary: fc.tuple(server(place)) },
                { weight: 3, arbitrary: fc.array(server(place), { minLength: 2, maxLength: 3 }) },
                { weight: 1, arbitrary: fc.tuple(tlsServer(place)) },
            ),
            separator,
        )
        .map(([one, servers, between]) => ({ handler: 'redis' as const, id: one, path: servers.join(between) }))
        .filter(one => staysHere(one, place));
}

export function redisClusterCase(place: Place): fc.Arbitrary<SessionCase> {
    const { folder, net } = place;
    const hosts = ['', 'tcp://', 'TCP://', 'redis://'].flatMap(scheme => [
        `${scheme}${net}.1:7000`,
        `${scheme}${net}.1:7000x`,
        `${scheme}${net}.1`,
        `${scheme}${net}.1:`,
        `${scheme}[::ffff:${net}.1]:7000`,
        `${scheme}::ffff:${net}.1:7000`,
        `${scheme}${net}.1%3A7000`,
        `${scheme}${net}.2:7000`,
        `${scheme}+${net}.1:7000`,
        `${scheme}${net}.1:7000,${net}.2:7000`,
        `${scheme}${net}.1:7000;seed[]=${net}.2:7000`,
        `${scheme}${folder}/cluster.sock:0`,
    ]);
    const name = fc.constantFrom('seed[]', 'seed[]', 'seed[]', 'seed[a]', 'seed[0]', 'seed%5B%5D', ' seed[]', 'seed', 'Seed[]', 'seed[][]', 'seeds[]'); // prettier-ignore
    const seed = fc.tuple(name, fc.constantFrom(...hosts)).map(([one, host]) => `${one}=${host}`);
    return fc
        .tuple(id, fc.array(seed, { minLength: 1, maxLength: 3 }), parameters)
        .map(([one, seeds, others]) => ({
            handler: 'rediscluster' as const,
            id: one,
            path: [...seeds, ...(others === '' ? [] : [others])].join('&'),
        }))
        .filter(one => staysHere(one, place));
}
