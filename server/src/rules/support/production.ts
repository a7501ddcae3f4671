import type { DocumentContext } from '../../model/documentContext.ts';

/** Whether the file says by its name that it is for production: nothing in a php.ini itself tells. */
export function isForProduction({ uri }: DocumentContext): boolean {
    return /(?:^|[/._-])prod(?:uction)?(?:[/._-]|$)/i.test(uri);
}
