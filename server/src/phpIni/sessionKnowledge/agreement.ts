import { isMasked, mayBe } from '../masked.ts';
import { withoutSecret } from '../secrets.ts';
import { serverName, serversOf } from '../savePaths/servers.ts';
import { copiesWanted } from './copies.ts';
import { numberIn, switchIn, type ReadSetting } from './setUp.ts';
import type { Weakness } from './weakness.ts';

/** A directive that has to be the same on all nodes of an environment, as any of them may answer any request. */
interface Agreement {
    /** What happens to a session where it is not; measured. */
    readonly effect: string;
    readonly kind: 'text' | 'word' | 'switch' | 'number';
    /** The handlers for which it counts; all, where there are none. */
    readonly handlers?: readonly string[];
}

const LOST = 'a session that one of them keeps is not found by the other';
const COOKIE = 'the browser gets a session of its own from each of them';
const UNLOCKED = 'a request on the one that does not lock undoes what one on the other writes';
const MEMCACHED = ['memcached'];
const MEMCACHE = ['memcache'];

/** The handler comes first: where it differs, all that belongs to it differs as well. */
const MUST_AGREE: Readonly<Record<string, Agreement>> = {
    'session.save_handler': { effect: LOST, kind: 'word' },
    'session.save_path': { effect: LOST, kind: 'text' },
    'session.name': { effect: COOKIE, kind: 'text' },
    'session.cookie_domain': { effect: COOKIE, kind: 'text' },
    'session.cookie_path': { effect: COOKIE, kind: 'text' },
    'session.serialize_handler': {
        effect: 'the other cannot decode what one of them wrote, and destroys the session',
        kind: 'text',
    },
    'session.gc_maxlifetime': {
        effect: 'the one with the shorter time ends sessions that the other still keeps',
        kind: 'number',
    },
    'memcached.sess_prefix': { effect: LOST, kind: 'text', handlers: MEMCACHED },
    'memcached.sess_consistent_hash': { effect: LOST, kind: 'switch', handlers: MEMCACHED },
    'memcached.sess_consistent_hash_type': { effect: LOST, kind: 'text', handlers: MEMCACHED },
    'memcached.sess_number_of_replicas': { effect: LOST, kind: 'number', handlers: MEMCACHED },
    'memcached.sess_locking': { effect: UNLOCKED, kind: 'switch', handlers: MEMCACHED },
    'memcache.hash_strategy': { effect: LOST, kind: 'text', handlers: MEMCACHE },
    'memcache.hash_function': { effect: LOST, kind: 'text', handlers: MEMCACHE },
    'memcache.session_prefix_static_key': { effect: LOST, kind: 'text', handlers: MEMCACHE },
    'memcache.session_save_path': { effect: LOST, kind: 'text', handlers: MEMCACHE },
    'redis.session.locking_enabled': { effect: UNLOCKED, kind: 'number', handlers: ['redis'] },
};

/** Whether nodes that differ in the directive harm sessions. */
export function mustAgree(name: string): boolean {
    return Object.hasOwn(MUST_AGREE, name);
}

/** What one node's PHP says is in force. */
export interface NodeSettings {
    readonly node: string;
    readonly settings: Readonly<Record<string, string>>;
}

/** A directive that is not on all nodes what it is on the first. */
export interface Disagreement {
    readonly name: string;
    /** On the first node. */
    readonly value: string;
    readonly others: readonly (NodeSettings & { readonly value: string })[];
    readonly weakness: Weakness;
}

/**
 * The directives in which other nodes differ from the first so that sessions suffer. What a node does not have is
 * nothing to differ in.
 */
export function disagreements(first: NodeSettings, others: readonly NodeSettings[]): Disagreement[] {
    const handler = first.settings['session.save_handler']?.toLowerCase() ?? '';
    const names = Object.entries(MUST_AGREE).filter(([, { handlers }]) => handlers?.includes(handler) ?? true);
    const found = names.flatMap(([name, agreement]) => disagreementIn(name, agreement, first, others) ?? []);
    return found[0]?.name === 'session.save_handler' ? found.slice(0, 1) : found;
}

function disagreementIn(
    name: string,
    { effect, kind }: Agreement,
    first: NodeSettings,
    others: readonly NodeSettings[],
): Disagreement | undefined {
    const value = first.settings[name];
    if (value === undefined) {
        return undefined;
    }
    const differing = others.flatMap(other => {
        const its = other.settings[name];
        return its === undefined || isAlike(name, kind, first, other) ? [] : [{ ...other, value: its }];
    });
    if (differing.length === 0) {
        return undefined;
    }
    const quoted = (text: string) => `"${withoutSecret(name, text)}"`;
    const held = differing.map(other => `${quoted(other.value)} on ${other.node}`).join(', ');
    return {
        name,
        value,
        others: differing,
        weakness: {
            code: 'drift',
            what: `${name} is ${quoted(value)} on ${first.node}, and ${held}: ${effect}.`,
            next: 'Apply the same php.ini to all of them.',
        },
    };
}

function isAlike(name: string, kind: Agreement['kind'], first: NodeSettings, other: NodeSettings): boolean {
    const [read, readOther] = [readerOf(first), readerOf(other)];
    switch (kind) {
        case 'switch':
            return switchIn(read, name) === switchIn(readOther, name);
        case 'number':
            return numberIn(read, name) === numberIn(readOther, name);
        case 'word':
            return read(name)?.toLowerCase() === readOther(name)?.toLowerCase();
        case 'text':
            return isSameText(read(name) ?? '', readOther(name) ?? '') || isSameRing(name, read, readOther);
    }
}

/** Of what is masked nobody can say that it differs. */
function isSameText(mine: string, other: string): boolean {
    return mine === other || (isMasked(mine) && mayBe(mine, other)) || (isMasked(other) && mayBe(other, mine));
}

/** With a consistent hash the order of servers does not count, as long as there are no copies (measured). */
function isSameRing(name: string, read: ReadSetting, readOther: ReadSetting): boolean {
    const isOrdered =
        read('session.save_handler')?.toLowerCase() !== 'memcached' ||
        switchIn(read, 'memcached.sess_consistent_hash') !== true ||
        (copiesWanted(read) ?? 0) !== 0;
    if (name !== 'session.save_path' || isOrdered) {
        return false;
    }
    const [mine, other] = [read, readOther].map(one =>
        serversOf('memcached', one(name) ?? '')
            .map(serverName)
            .sort()
            .join(),
    );
    return mine !== '' && mine === other;
}

function readerOf({ settings }: NodeSettings): ReadSetting {
    return name => settings[name];
}
