import type { DocumentContext } from '../../../model/documentContext.ts';
import { savePathOf, type SessionSetUp } from '../../../phpIni/sessionKnowledge/setUp.ts';
import { handlerOf, inForce, isOfCommandLine, mayUseMemcached, memcachedPath } from '../store.ts';

/**
 * How sessions are kept by what the file says, and where it does not, by what is in force on its node, else by PHP. A
 * file that names no handler is taken for one of memcached.
 */
export function sessionSetUp(context: DocumentContext): SessionSetUp {
    return context.memo(readSetUp);
}

function readSetUp(context: DocumentContext): SessionSetUp {
    const { stores, hasProxy } = savePathOf('memcached', memcachedPath(context)?.value ?? '');
    return {
        handler: mayUseMemcached(context) ? 'memcached' : (handlerOf(context) ?? ''),
        stores,
        // Where a proxy replicates, servers in the path are another mistake: storesPastProxy.
        hasProxy: hasProxy || context.facts.environment?.replicated === true,
        read: name => {
            const isUnlimited = name === 'max_execution_time' && isOfCommandLine(context);
            return isUnlimited ? '0' : inForce(context, name)?.value;
        },
    };
}
