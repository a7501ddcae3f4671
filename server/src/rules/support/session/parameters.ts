import { parseMemcachedPath, type MemcachedServer } from '../../../phpIni/savePaths/memcached.ts';
import { parsePhpQuery } from '../../../phpIni/savePaths/phpQuery.ts';
import { part, type Piece } from '../../../phpIni/savePaths/pieces.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import type { Settings } from '../fixes.ts';

/** What stands behind a question mark, with it. */
export function queryOf({ whole, scheme }: MemcachedServer): Piece | undefined {
    const at = scheme ? -1 : whole.text.indexOf('?');
    return at < 0 ? undefined : part(whole, at);
}

/** A path for the memcached handler without the parameters that it does not take, and the settings that they meant. */
export function withoutParameters(value: string): { readonly path: string; readonly settings: Settings } {
    const queries = parseMemcachedPath(value).flatMap(server => queryOf(server) ?? []);
    const isPersistent = queries
        .flatMap(query => parsePhpQuery(part(query, 1)).parameters)
        .some(one => one.name === 'persistent' && isTrue(one.value));
    return {
        path: queries.reduceRight((path, { start, end }) => path.slice(0, start) + path.slice(end), value),
        settings: isPersistent ? [['memcached.sess_persistent', 'On']] : [],
    };
}
