import type { DocumentContext } from '../../../model/documentContext.ts';
import { savePathOf, type SessionSetUp } from '../../../phpIni/sessionKnowledge/setUp.ts';
import { handlerOf, inForce, isOfCommandLine, mayUseMemcached, memcachedPath } from '../store.ts';
import { phpredisOf } from './redisPath.ts';

/**
 * How sessions are kept by what the file says, and where it does not, by what is in force on its node, else by PHP. A
 * file that names no handler is taken for one of memcached.
 */
export function sessionSetUp(context: DocumentContext): SessionSetUp {
    return context.memo(readSetUp);
}

function readSetUp(context: DocumentContext): SessionSetUp {
    const { stores, hasProxy } = savePathOf('memcached', memcachedPath(context)?.value ?? '');
    const phpredis = phpredisOf(context);
    return {
        handler: mayUseMemcached(context) ? 'memcached' : (handlerOf(context) ?? ''),
        stores,
        // Where a proxy replicates, servers in the path are another mistake: storesPastProxy.
        hasProxy: hasProxy || context.facts.environment?.replicated === true,
        phpredis,
        read: name => {
            const isUnlimited = name === 'max_execution_time' && isOfCommandLine(context);
            // 0 stands for the default, which is another one with each version.
            const isOfVersion = phpredis === undefined && redisWaits.has(name) && context.globalsOf(name).length === 0;
            return isUnlimited || isOfVersion ? '0' : inForce(context, name)?.value;
        },
    };
}

const redisWaits: ReadonlySet<string> = new Set(['redis.session.lock_retries', 'redis.session.lock_wait_time']);
