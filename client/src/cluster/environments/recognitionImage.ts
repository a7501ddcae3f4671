/** The parts of `registry:5000/team/php:8.4-apache@sha256:…`. */
export interface ImageReference {
    /** Host and port of the registry; absent: the engine's default. */
    readonly registry?: string;
    /** `team/php` */
    readonly path: string;
    /** The last part of the path. */
    readonly name: string;
    readonly tag?: string;
}

/**
 * Undefined for an image's id, which engines list where the tag has gone to another image, and for what is no
 * reference.
 */
export function parseImageReference(reference: string): ImageReference | undefined {
    const [named = ''] = reference.trim().toLowerCase().split('@');
    const parts = named.split('/');
    const [first = ''] = parts;
    // The rule of distribution/reference: a first part is a host where it has a dot or a port, or is localhost.
    const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === 'localhost');
    const [path = '', tag] = parts
        .slice(hasRegistry ? 1 : 0)
        .join('/')
        .split(':');
    const name = path.split('/').at(-1) ?? '';
    if (name === '' || path === 'sha256' || (tag === undefined && /^(?:[0-9a-f]{12}|[0-9a-f]{64})$/.test(path))) {
        return undefined;
    }
    return { ...(hasRegistry && { registry: first }), path, name, ...(tag !== undefined && { tag }) };
}

/** `php`, `8`, `4`, `fpm`, `nginx` of `team/php:8.4-fpm-nginx`, and its name as a whole. */
export function wordsOf({ name, tag = '' }: ImageReference): ReadonlySet<string> {
    return new Set([name, ...`${name}-${tag}`.split(/[-_.]/)].filter(word => word !== ''));
}
