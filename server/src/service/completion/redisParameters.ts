import type { DocumentContext } from '../../model/documentContext.ts';
import {
    REDIS_PARAMETERS,
    TLS_OPTIONS,
    redisParameter,
    standardOf,
    type RedisHandler,
    type RedisParameter,
} from '../../phpIni/savePaths/redisParameters.ts';
import type { Range } from '../../phpIni/syntax/nodes.ts';
import { handlerOf } from '../../rules/support/store.ts';
import { kinds, type Offer } from './offer.ts';
import type { Place } from './place.ts';

/** What may stand at the cursor within a save path of phpredis. */
export interface ParameterOffers {
    readonly replaced: Range;
    readonly offers: readonly Offer[];
}

/** Parameters, behind `?` and `&`, and their values behind `=`; undefined where neither belongs. */
export function parameterOffers(
    context: DocumentContext,
    place: Extract<Place, { kind: 'value' }>,
    offset: number,
    snippets: boolean,
): ParameterOffers | undefined {
    const handler = handlerOf(context);
    if (place.name !== 'session.save_path' || (handler !== 'redis' && handler !== 'rediscluster')) {
        return undefined;
    }
    const { text } = context.document;
    const start = place.replaced.start + place.quote.length;
    const before = text.slice(start, offset);
    // The parameters of the server that one is in; of a cluster, all there are.
    const own = handler === 'redis' ? (/(?<![^\s,])[^\s,]*$/.exec(before)?.[0] ?? '') : `?${before}`;
    const query = own.slice(own.indexOf('?') + 1);
    if (!own.includes('?')) {
        return undefined;
    }
    const written = query.slice(query.lastIndexOf('&') + 1);
    const behind = /^[^&\s,"'#;]*/.exec(text.slice(offset, place.replaced.end))?.[0] ?? '';
    const equals = written.indexOf('=');
    if (equals >= 0) {
        const known = redisParameter(handler, written.slice(0, equals));
        const replaced = { start: offset - (written.length - equals - 1), end: offset + behind.length };
        return known?.values && { replaced, offers: valuesOf(known) };
    }
    const all = query + behind + (/^[^\s,"']*/.exec(text.slice(offset + behind.length, place.replaced.end))?.[0] ?? '');
    const there = new Set(all.split('&').map(one => /^[^=[%]*/.exec(one)?.[0] ?? ''));
    const [name = ''] = /^[^=]*/.exec(behind) ?? [];
    const replaced = { start: offset - written.length, end: offset + name.length };
    const isAssigned = text.charAt(replaced.end) === '=';
    return { replaced, offers: namesOf(handler, { there, written: written + name, isAssigned, snippets }) };
}

interface Written {
    /** Names that the server has already. */
    readonly there: ReadonlySet<string>;
    /** What is replaced. */
    readonly written: string;
    readonly isAssigned: boolean;
    readonly snippets: boolean;
}

function namesOf(handler: RedisHandler, { there, written, isAssigned, snippets }: Written): Offer[] {
    const own = /^[^[%]*/.exec(written)?.[0] ?? '';
    const equals = isAssigned ? '' : '=';
    const known = REDIS_PARAMETERS.filter(
        ({ name, handlers, type }) =>
            handlers.includes(handler) &&
            (name === own || !there.has(name) || type === 'seed' || type === 'tls') &&
            // Each option of TLS is offered by itself.
            type !== 'tls',
    );
    const offers = known.flatMap(one =>
        one.type === 'login' ? loginsOf(one, { isAssigned, snippets }) : [offerOf(one, handler, equals)],
    );
    const options = TLS_OPTIONS.map(({ name, description }) => ({
        label: `stream[${name}]`,
        newText: `stream[${name}]${equals}`,
        detail: 'of TLS',
        documentation: description,
    }));
    const all = [...offers, ...options];
    const digits = String(all.length).length;
    return all.map((offer, index) => ({ ...offer, kind: kinds.value, sortText: String(index).padStart(digits, '0') }));
}

type Named = Omit<Offer, 'kind' | 'sortText'>;

function offerOf(parameter: RedisParameter, handler: RedisHandler, equals: string): Named {
    const name = parameter.type === 'seed' ? 'seed[]' : parameter.name;
    const standard = standardOf(parameter, handler);
    return {
        label: name,
        newText: name + equals,
        documentation: parameter.description,
        ...(standard !== undefined && { detail: `${standard.replaceAll('`', '')} unless set` }),
    };
}

/** A password alone, or a user with one. */
function loginsOf(
    { name, description }: RedisParameter,
    { isAssigned, snippets }: Pick<Written, 'isAssigned' | 'snippets'>,
): Named[] {
    const both = `${name}[]=user&${name}[]=password`;
    const password = {
        label: name,
        newText: name + (isAssigned ? '' : '='),
        detail: 'password',
        documentation: description,
    };
    return isAssigned
        ? [password]
        : [
              password,
              {
                  label: both,
                  newText: snippets ? `${name}[]=\${1:user}&${name}[]=\${2:password}` : both,
                  isSnippet: snippets,
                  detail: 'user and password',
                  documentation: description,
              },
          ];
}

function valuesOf({ values = [], standard }: RedisParameter): Offer[] {
    return values.map(({ value, description }, index) => ({
        label: value,
        kind: kinds.value,
        sortText: String(index),
        ...(description !== undefined && { documentation: description }),
        ...(value === standard && { detail: 'default' }),
    }));
}
