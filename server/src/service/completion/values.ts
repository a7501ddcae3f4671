import type { Directive } from '../../catalog/directive.ts';
import { defaultOf, findDirective } from '../../catalog/lookup.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { quoteValue } from '../../phpIni/syntax/quote.ts';
import type { Candidate } from './candidate.ts';
import { extensionCandidates } from './extensions.ts';
import { kinds, type Offer } from './offer.ts';
import type { Place } from './place.ts';
import { savePathCandidates } from './savePaths.ts';
import { sizeCandidates } from './sizes.ts';

type Source = (context: DocumentContext, directive: Directive | undefined) => readonly Candidate[];

/** Where the catalogue is not all that there is to say. */
const sources: ReadonlyMap<string, Source> = new Map(
    Object.entries<Source>({
        extension: context => extensionCandidates(context, 'extension'),
        zend_extension: context => extensionCandidates(context, 'zend_extension'),
        'session.save_path': savePathCandidates,
        'session.save_handler': handlersFirst,
        'session.serialize_handler': handlersFirst,
        'date.timezone': timeZones,
    }),
);

/** In the order of the catalogue, which puts first what is asked for most. */
export function valueOffers(context: DocumentContext, place: Extract<Place, { kind: 'value' }>): Offer[] {
    const directive = findDirective(place.name);
    const source = sources.get(place.name) ?? sources.get(place.name.toLowerCase());
    const candidates = source?.(context, directive) ?? (directive ? candidatesOf(context, directive) : []);
    const digits = String(candidates.length).length;
    return candidates.map(({ value, written, detail, description }, index) => {
        const newText = place.quote === '' ? (written ?? quoted(value)) : `${place.quote}${value}${place.quote}`;
        return {
            label: value,
            kind: kinds.value,
            newText,
            sortText: String(index).padStart(digits, '0'),
            filterText: newText.startsWith(place.quote) && place.quote !== '' ? newText : value,
            ...(detail !== undefined && { detail }),
            ...(description !== undefined && { documentation: description }),
        };
    });
}

function quoted(value: string): string {
    return /^[A-Za-z0-9_.:/-]+$/.test(value) && !/^(?:none|null|no|yes|on|off|true|false)$/i.test(value)
        ? value
        : quoteValue(value);
}

const switches: readonly Candidate[] = [
    { value: 'On', written: 'On' },
    { value: 'Off', written: 'Off' },
];

function candidatesOf(context: DocumentContext, directive: Directive): readonly Candidate[] {
    const { phpVersion } = context;
    if (directive.type === 'boolean') {
        return switches;
    }
    const listed = (directive.values ?? []).map(candidateOf);
    const also = directive.alsoBoolean === true ? switches : [];
    const found = [...listed, ...also, ...sizeCandidates(directive, phpVersion)];
    const standard = defaultOf(directive, phpVersion);
    if (directive.type === 'bitmask') {
        return found.length > 0 ? found : errorLevels;
    }
    const known = found.some(({ value }) => value === standard);
    return known || standard === '' ? found : [...found, { value: standard, detail: 'default' }];
}

function candidateOf({ value, description }: { readonly value: string; readonly description?: string }): Candidate {
    // Switches of other types are keywords as well; anything else that looks like one has to be quoted.
    const isSwitch = /^(?:on|off)$/i.test(value);
    return { value, ...(isSwitch && { written: value }), ...(description !== undefined && { description }) };
}

const errorLevels: readonly Candidate[] = [
    { value: 'E_ALL', description: 'Everything.' },
    { value: 'E_ALL & ~E_DEPRECATED', description: 'Everything but what will stop working in a later PHP.' },
    { value: 'E_ALL & ~E_NOTICE', description: 'Everything but notices.' },
    { value: 'E_ALL & ~E_DEPRECATED & ~E_NOTICE', description: 'Neither notices nor what is deprecated.' },
    { value: 'E_ERROR | E_WARNING | E_PARSE', description: 'What goes wrong only.' },
    { value: '0', description: 'Nothing.' },
].map(candidate => ({ ...candidate, written: candidate.value }));

/** Those whose extension the node has come first, and say so. */
function handlersFirst(context: DocumentContext, directive: Directive | undefined): readonly Candidate[] {
    const { node } = context.facts;
    const loaded = node?.php?.extensions;
    const all = (directive?.values ?? []).map(candidateOf);
    if (!loaded) {
        return all;
    }
    const builtIn = new Set(['files', 'php', 'php_binary', 'php_serialize']);
    const has = ({ value }: Candidate): boolean =>
        builtIn.has(value) || loaded.includes(value.replace(/^rediscluster$/, 'redis'));
    return [
        ...all.filter(has).map(candidate => ({ ...candidate, detail: `available on ${node.node}` })),
        ...all
            .filter(candidate => !has(candidate))
            .map(candidate => ({ ...candidate, detail: 'extension not loaded' })),
    ];
}

function timeZones(): readonly Candidate[] {
    return ['UTC', ...Intl.supportedValuesOf('timeZone')].map(value => ({ value, written: value }));
}
