import type { RedisServer } from '../../../phpIni/savePaths/redis.ts';
import type { Rule } from '../../rule.ts';
import { placeOf } from '../../support/fixes.ts';
import { redisPath } from '../../support/session/redisPath.ts';
import { portIn } from '../../support/session/ports.ts';
import { socketIn } from './redisSocket.ts';

/** PHP's parse_url() gives up, or finds neither a host nor a path. */
export const redisUrlInvalid: Rule = {
    code: 'redis-url-invalid',
    severity: 'error',
    title: 'There is no server in this URL',
    reason: 'phpredis takes the save path apart with PHP\u2019s `parse_url()`. Where that fails, or finds no host, it refuses the whole path, however many of its servers are well written: *Failed to parse session.save_path*, and no session starts.',
    link: 'https://www.php.net/manual/en/function.parse-url.php',
    failing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://:6379"\n', marks: ['tcp://:6379'] },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:6379,:6380"\n', marks: [':6380'] },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://?auth=x"\n', marks: ['tcp://?auth=x'] },
        { text: 'session.save_handler = redis\nsession.save_path = "?weight=1"\n', marks: ['?weight=1'] },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://me@:6379"\n', marks: ['tcp://me@:6379'] },
    ],
    passing: [
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "h"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = "tcp://h:port"\n' },
        { text: 'session.save_handler = redis\nsession.save_path = ""\n' },
        { text: 'session.save_handler = memcache\nsession.save_path = "tcp://:11211"\n' },
    ],
    check(context) {
        const path = redisPath(context);
        // Those of a wrong port, or a socket, are other rules' matter.
        const refused = path?.servers.filter(server => isNone(server) && !socketIn(server));
        if (!path || !refused) {
            return [];
        }
        return refused.map(({ url: { whole } }) => ({
            range: placeOf(path.node, path.value, whole),
            message:
                'phpredis finds no server here, refuses the whole path, and no session starts. Write tcp://host:port.',
        }));
    },
};

/** Refused for another thing than a wrong port, or a path that starts with the colon of a port. */
function isNone({ refusal, url: { whole, host, path } }: RedisServer): boolean {
    const isRefused = (refusal === 'url' || refusal === 'place') && portIn(whole)?.isWrong !== true;
    return isRefused || (!host && /^:(?!:)/.test(path?.text ?? ''));
}
