import {
    parseMemcachedPath,
    parseParameters,
    type MemcachedServer,
    type Piece,
} from '../../../phpIni/syntax/savePath.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import type { Settings } from '../fixes.ts';

/** What stands behind a question mark, with it. */
export function queryOf({ whole, scheme }: MemcachedServer): Piece | undefined {
    const at = scheme ? -1 : whole.text.indexOf('?');
    return at < 0 ? undefined : { text: whole.text.slice(at), start: whole.start + at, end: whole.end };
}

/** A path for the memcached handler without the parameters that it does not take, and the settings that they meant. */
export function withoutParameters(value: string): { readonly path: string; readonly settings: Settings } {
    const queries = parseMemcachedPath(value).flatMap(server => queryOf(server) ?? []);
    const isPersistent = queries
        .flatMap(query => parseParameters({ ...query, text: query.text.slice(1) }))
        .some(one => one.name === 'persistent' && isTrue(one.value));
    return {
        path: queries.reduceRight((path, { start, end }) => path.slice(0, start) + path.slice(end), value),
        settings: isPersistent ? [['memcached.sess_persistent', 'On']] : [],
    };
}
