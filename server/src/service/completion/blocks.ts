import type { DocumentContext } from '../../model/documentContext.ts';
import { environmentsFor } from '../../model/facts.ts';
import { memcachedSessionSettings, PROXY_SOCKET } from '../../phpIni/sessionSettings.ts';
import { quoteValue } from '../../phpIni/syntax/quote.ts';
import { serverName } from '../../phpIni/savePaths/servers.ts';
import { kinds, type Offer } from './offer.ts';
import type { Place } from './place.ts';

interface Block {
    readonly label: string;
    readonly detail: string;
    readonly lines: readonly string[];
}

/** Whole blocks of lines, where a line is empty or being begun. */
export function blockOffers(
    context: DocumentContext,
    place: Extract<Place, { kind: 'name' }>,
    snippets: boolean,
): Offer[] {
    if (!place.alone) {
        return [];
    }
    const heading = place.section?.toLowerCase() === 'session' ? [] : ['[Session]'];
    return blocksFor(context).map(({ label, detail, lines }) => {
        const all = [...heading, ...lines];
        return {
            label,
            detail,
            kind: kinds.snippet,
            isSnippet: snippets,
            newText: (snippets ? all : all.map(withoutStops)).join(context.document.eol),
            sortText: `~${label}`,
        };
    });
}

/**
 * The lines of a block, for a person to read before they choose it; Markdown. Undefined where there is no block of that
 * label.
 */
export function blockDocumentation(context: DocumentContext, label: string): string | undefined {
    const block = blocksFor(context).find(candidate => candidate.label === label);
    return block && ['```ini', ...block.lines.map(withoutStops), '```'].join('\n');
}

function blocksFor({ facts }: DocumentContext): Block[] {
    const known = environmentsFor(facts).filter(({ stores }) => stores.length > 0);
    const clusters = known.map(({ name, stores, replicated = false }) => ({
        label: `session cluster of ${name}`,
        detail: `sessions in memcached, ${replicated ? 'replicated to' : 'on'} ${stores.map(({ node }) => node).join(' and ')}`,
        lines: replicated
            ? settingLines(quoteValue(PROXY_SOCKET), { throughProxy: true })
            : settingLines(quoteValue(stores.map(serverName).join(','))),
    }));
    const generic = {
        label: 'session cluster',
        detail: 'sessions in memcached, with locks that let go',
        lines: settingLines('"${1:memcached}:${2:11211}"'),
    };
    return [...(clusters.length > 0 ? clusters : [generic]), safeCookies];
}

function settingLines(savePath: string, options: { readonly throughProxy?: boolean } = {}): string[] {
    return Object.entries(memcachedSessionSettings('', options)).map(
        ([name, value]) => `${name} = ${name === 'session.save_path' ? savePath : value}`,
    );
}

const safeCookies: Block = {
    label: 'session cookie, safe',
    detail: 'strict ids; cookies over HTTPS only, not for scripts, not from other sites',
    lines: [
        'session.use_strict_mode = On',
        'session.use_only_cookies = On',
        'session.cookie_secure = On',
        'session.cookie_httponly = On',
        'session.cookie_samesite = "Lax"',
    ],
};

/** `${1:host}` becomes `host`. */
function withoutStops(line: string): string {
    return line.replace(/\$\{\d+:([^}]*)\}/g, '$1');
}
