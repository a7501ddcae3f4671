/**
 * Files of others in which people set directives of PHP: pools of PHP-FPM, Apache's configuration, Dockerfiles and
 * Compose files. Which there are both sides know: the client starts the server for them, the server asks to be told of
 * them. None of them is of the language `php-ini`, and other extensions go on having them.
 */

/** `conf`: of a pool or of Apache, which its lines tell. */
export type EmbeddedKind = 'conf' | 'htaccess' | 'dockerfile' | 'compose';

/** As the protocol's document selectors and watchers have it. */
export const embeddedGlobs: readonly string[] = [
    '**/*.{conf,vhost}',
    '**/{.htaccess,*.htaccess}',
    '**/{Dockerfile,Dockerfile.*,*.Dockerfile,*.dockerfile,Containerfile,Containerfile.*}',
    '**/{compose,docker-compose}{,.*,-*}.{yml,yaml}',
];

const kinds: readonly (readonly [RegExp, EmbeddedKind])[] = [
    [/\.(?:conf|vhost)$/i, 'conf'],
    [/\.htaccess$/i, 'htaccess'],
    [/^(?:docker|container)file(?:\..+)?$|\.dockerfile$/i, 'dockerfile'],
    [/^(?:docker-)?compose(?:[.-].+)?\.ya?ml$/i, 'compose'],
];

/** By the name of the file; undefined for every other one. */
export function embeddedKind(path: string): EmbeddedKind | undefined {
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return kinds.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether there is anything in the text that PHP could be set by: for who has to decide before it is read. */
export function mayHoldSettings(text: string): boolean {
    return /\bphp_(?:admin_)?(?:value|flag)\b|\bPHP_[A-Z]|\.ini\b/i.test(text);
}
