/** The extension that each session handler comes from. */
export const handlerExtensions: ReadonlyMap<string, string> = new Map([
    ['memcached', 'memcached'],
    ['memcache', 'memcache'],
    ['redis', 'redis'],
    ['rediscluster', 'redis'],
]);
