import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import { parseParameters, parseUrlPath } from '../../../phpIni/syntax/savePath.ts';
import { valueOrName } from '../../support/assignments.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { pathFor } from '../../support/store.ts';

/** A query string, and nothing else. */
export const redisclusterSeeds: Rule = {
    code: 'rediscluster-seeds',
    severity: 'error',
    title: 'The rediscluster handler needs seed[]=host:port',
    reason: 'The path of the rediscluster handler is a query string: `seed[]=h:7000&seed[]=i:7000&timeout=2`. Of anything else, a URL for example, it makes nothing: *Failed to initialize storage module: rediscluster*. A seed without a port is left out.',
    link: 'https://github.com/phpredis/phpredis#php-session-handler',
    failing: [
        {
            text: 'session.save_handler = rediscluster\nsession.save_path = "tcp://h:7000,tcp://i:7000"\n',
            marks: ['"tcp://h:7000,tcp://i:7000"'],
            fixed: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&seed[]=i:7000"\n',
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
    ],
    passing: [
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[]=h:7000&seed[]=i:7000"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = "seed[a]=tls://h:7000&failover=error"\n' },
        { text: 'session.save_handler = rediscluster\nsession.save_path = ${SEEDS}\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:7000"\n' },
    ],
    check(context) {
        const path = pathFor(context, 'rediscluster');
        if (!path) {
            return [];
        }
        const { node, value } = path;
        const parameters = parseParameters({ text: value, start: 0, end: value.length });
        const seeds = parameters.filter(({ name }) => /^seed(?:\[.*\]|%5B.*%5D)$/i.test(name));
        if (seeds.length === 0) {
            return [withoutSeeds(context, path)];
        }
        return seeds
            .filter(seed => /^[\w.-]+$/.test(seed.value))
            .map(({ whole, value: host }) => ({
                range: placeOf(node, value, whole),
                message: `The seed ${host} has no port, and is left out.`,
                fixes: () => {
                    const mended = `${value.slice(0, whole.end)}:6379${value.slice(whole.end)}`;
                    return [valueFix(context, 'Write the port 6379', { node, value: mended })];
                },
            }));
    },
};

function withoutSeeds(context: DocumentContext, { node, value }: Effective): RuleDiagnostic {
    const mended = /(?:^|&)seed=/.test(value)
        ? value.replaceAll(/(^|&)seed=/g, '$1seed[]=')
        : parseUrlPath(value)
              .filter(({ host, port }) => /^[\w.-]+$/.test(host.text) && port)
              .map(({ host, port }) => `seed[]=${host.text}:${port?.text ?? ''}`)
              .join('&');
    return {
        range: valueOrName(node),
        message: 'No seed[]=host:port: the rediscluster handler starts no session.',
        fixes: () => (mended === '' ? [] : [valueFix(context, 'Write the servers as seeds', { node, value: mended })]),
    };
}
