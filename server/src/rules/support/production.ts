import type { DocumentContext } from '../../model/documentContext.ts';

/**
 * Whether the file is for production: by the profile that somebody has chosen, else by its name. Nothing in a php.ini
 * itself tells.
 */
export function isForProduction({ uri, profile }: DocumentContext): boolean {
    return profile === undefined ? /(?:^|[/._-])prod(?:uction)?(?:[/._-]|$)/i.test(uri) : profile !== 'development';
}
