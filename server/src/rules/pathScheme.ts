import { memcachedPath, schemeOf } from './memcachedPath.ts';
import type { Rule } from './rule.ts';

/** The memcached handler (other than memcache and redis) takes `host:port`: it looks a host named `tcp` up. */
export const pathScheme: Rule = {
    code: 'path-scheme',
    severity: 'error',
    check(context) {
        const path = memcachedPath(context);
        const scheme = schemeOf(path?.value ?? '');
        if (!path || scheme === undefined) {
            return [];
        }
        const message = `The memcached handler takes no ${scheme}:// and would look for a host named "${scheme}". Write host:port.`;
        return [{ range: path.node.valueRange, message }];
    },
};
