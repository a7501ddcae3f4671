import type { DocumentContext } from '../../../model/documentContext.ts';
import { REDIS_PORT } from '../../../phpIni/savePaths/redisConnection.ts';
import { parseRedisPath, type RedisServer } from '../../../phpIni/savePaths/redis.ts';
import type { Parameter } from '../../../phpIni/savePaths/phpQuery.ts';
import { redisParameter } from '../../../phpIni/savePaths/redisParameters.ts';
import { valueOrName } from '../../support/assignments.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { clusterPath, pathFix, type ClusterPath } from '../../support/session/redisPath.ts';

/** A query string, and nothing else. */
export const redisclusterSeeds: Rule = {
    code: 'rediscluster-seeds',
    severity: 'error',
    title: 'The rediscluster handler needs seed[]=host:port',
    reason: 'The path of the rediscluster handler is a query string: `seed[]=h:7000&seed[]=i:7000&timeout=2`. Of anything else, a URL for example, it makes nothing: *Failed to initialize storage module: rediscluster*. A seed without a port is left out; of `tls://h`, the port is thought to be behind the colon, and the host to be `tls`. Between seeds is `&seed[]=`: with a comma, a blank or a semicolon, all of it is one seed.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "tcp://h:7000,tcp://i:7000"\n',
            marks: ['"tcp://h:7000,tcp://i:7000"'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&seed[]=i:7000"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "tls://h?auth=x&weight=2"\n',
            marks: ['"tls://h?auth=x&weight=2"'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:6379&auth=x"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed=h:7000&timeout=2"\n',
            marks: ['"seed=h:7000&timeout=2"'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&timeout=2"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h"\n',
            marks: ['seed[]=h'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:6379"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h&seed[]=tls://i:7000"\n',
            marks: ['seed[]=tls://h'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=tls://h:6379&seed[]=tls://i:7000"\n',
        },
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000,i:7000;seed[]=j:7000&timeout=1"\n',
            marks: ['h:7000,i:7000;seed[]=j:7000'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&seed[]=i:7000&seed[]=j:7000&timeout=1"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&seed[]=i:7000"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[a]=tls://h:7000&failover=error"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed%5B%5D=h%3A7000"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&timeout=-1"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = ${SEEDS}\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:7000"\n' },
    ],
    check(context) {
        const path = clusterPath(context);
        if (!path) {
            return [];
        }
        return path.seeds.length === 0
            ? [withoutSeeds(context, path)]
            : path.seeds.flatMap(seed => diagnostic(context, path, seed) ?? []);
    },
};

/** It answers on this port, and keeps no sessions. */
const SENTINEL = 26_379;

const separator = /[,;\s]+(?:seed\[\w*\]=)?/g;

function diagnostic(
    context: DocumentContext,
    path: ClusterPath,
    { parameter }: ClusterPath['seeds'][number],
): RuleDiagnostic | undefined {
    const { whole, value, writtenValue } = parameter;
    if (!writtenValue) {
        return undefined;
    }
    const several = writtenValue.text.trim().split(separator);
    if (several.length > 1 && several.every(one => /^(?:[a-z]+:\/\/)?[\w.-]+:\d+$/i.test(one))) {
        const text = several.join('&seed[]=');
        // Of two seeds with one key, PHP keeps the last.
        const hasKeys = path.seeds.some(
            seed => seed.parameter !== parameter && /\[\d/.test(seed.parameter.writtenName.text),
        );
        return {
            range: placeOf(path.node, path.value, writtenValue),
            message: 'All of this is one seed: between seeds is &seed[]=.',
            fixes: () =>
                hasKeys
                    ? []
                    : [
                          pathFix(context, 'Write each as a seed', {
                              path,
                              changes: [{ piece: writtenValue, text }],
                              preferred: true,
                          }),
                      ],
        };
    }
    const bare = /^(?:([a-z]+):\/\/)?[\w.-]+$/i.exec(value);
    const scheme: string | undefined = bare?.[1];
    const consequence = scheme === undefined ? 'is left out' : `leads to a host named ${scheme}`;
    return !bare
        ? undefined
        : {
              range: placeOf(path.node, path.value, whole),
              message: `The seed ${value} has no port, and ${consequence}.`,
              fixes: () => {
                  const changes = [
                      { piece: { start: writtenValue.end, end: writtenValue.end }, text: `:${REDIS_PORT}` },
                  ];
                  return [pathFix(context, `Write the port ${REDIS_PORT}`, { path, changes })];
              },
          };
}

function withoutSeeds(context: DocumentContext, { node, value, parameters }: ClusterPath): RuleDiagnostic {
    const mended = /(?:^|&)seed=/.test(value) ? inBrackets(parameters) : asSeeds(parseRedisPath(value));
    return {
        range: valueOrName(node),
        message: 'No seed[]=host:port: the rediscluster handler starts no session.',
        fixes: () =>
            mended === undefined ? [] : [valueFix(context, 'Write the servers as seeds', { node, value: mended })],
    };
}

const host = /^(?:(?:tcp|tls|ssl):\/\/)?[\w.-]+$/;

/** `seed[]=` for `seed=`, with a port; undefined where one of them is no server. */
function inBrackets(parameters: readonly Parameter[]): string | undefined {
    const written = parameters.map(({ name, keys, whole, value }) => {
        const port = /:\d{1,5}$/.exec(value)?.[0] ?? '';
        const bare = value.slice(0, value.length - port.length);
        return name !== 'seed'
            ? whole.text
            : keys.length === 0 && host.test(bare)
              ? `seed[]=${bare}${port === '' ? `:${REDIS_PORT}` : port}`
              : undefined;
    });
    return written.includes(undefined) ? undefined : written.join('&');
}

/** With the parameters of the first that a cluster knows as well; undefined where one is no server of a cluster. */
function asSeeds(servers: readonly RedisServer[]): string | undefined {
    const seeds = servers.map(({ connection }) => {
        const { transport = 'unix', host: name = '', port = 0 } = connection ?? {};
        return transport !== 'unix' && host.test(name) && port !== SENTINEL && port > 0 && port <= 65_535
            ? `seed[]=${transport === 'tcp' ? '' : `${transport}://`}${name}:${port}`
            : undefined;
    });
    const parameters = servers[0]?.url.parameters ?? [];
    const known = parameters.filter(
        ({ name, value }) => redisParameter('rediscluster', name) && name !== 'seed' && /^[\w.:/-]+$/.test(value),
    );
    const isWhole = seeds.length > 0 && !seeds.includes(undefined);
    return isWhole ? [...seeds, ...known.map(({ whole }) => whole.text)].join('&') : undefined;
}
