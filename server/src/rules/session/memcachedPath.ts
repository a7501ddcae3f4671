import type { DocumentContext, Effective } from '../../documentContext.ts';

/** The save path, where this file says that it is for memcached. */
export function memcachedPath(context: DocumentContext): Effective | undefined {
    const handler = context.effective('session.save_handler');
    return handler?.value.toLowerCase() === 'memcached' ? context.effective('session.save_path') : undefined;
}

const scheme = /(?:^|[,;|\s])\s*([a-z][a-z0-9+.-]*):\/\//i;

/** `tcp` of the first server that is written as a URL. */
export function schemeOf(path: string): string | undefined {
    return scheme.exec(path)?.[1];
}
