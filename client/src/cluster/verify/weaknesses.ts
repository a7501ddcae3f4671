import { serversOf } from '../../../../server/src/phpIni/syntax/savePath.ts';
import type { ApplicationFacts } from '../node/applicationFacts.ts';
import { nodesOf, type Environment } from '../model/model.ts';
import type { Weakness } from '../report/report.ts';

type Facts = Pick<ApplicationFacts, 'settings' | 'sessionDirectory'>;

/** The environment, and what its Apache nodes say is in force. */
interface SetUp {
    readonly environment: Environment;
    /** By the nodes' names. */
    readonly facts: ReadonlyMap<string, Facts>;
    /** Of one Apache node: where they differ, that is a weakness of its own. */
    readonly settings: Readonly<Record<string, string>>;
    /** In lower case. */
    readonly handler: string;
    /** How many stores a session may be on. */
    readonly stores: number;
    /** PHP reaches them through a proxy beside it, which knows what to write where. */
    readonly hasProxy: boolean;
    /** php-memcached's own; without the binary protocol there are none, whatever is set. */
    readonly replicas: number;
    /** Seconds that the balancer waits for an answer. Undefined in adopted environments, whose balancer tells nobody. */
    readonly readTimeout: number | undefined;
}

/** What people wait for a page without a thought of leaving. */
const HANG_SECONDS = 2;

/** What it finds is told in two sentences: what happens, and what to do. */
type Rule = (setUp: SetUp) => Omit<Weakness, 'code'> | undefined;

const RULES: Readonly<Record<string, Rule>> = {
    filesNotShared,
    singleStore,
    storesWithoutReplicas,
    replicasReturnEmpty,
    lazyWriteWithReplicas,
    lockOutlastsPatience,
    lockOutlastsReadTimeout,
    sessionsNotLocked,
    nodesDiffer,
    hangingNode,
    oneApplicationNode,
    oneBalancer,
};

/**
 * The weaknesses of a set-up that can be told without any fault, from what its nodes say.
 * @param facts of Apache nodes, by their names; one at least
 * @param readTimeout that the balancer goes by, in seconds; undefined where nobody knows
 */
export function findWeaknesses(
    environment: Environment,
    facts: ReadonlyMap<string, Facts>,
    readTimeout: number | undefined,
): Weakness[] {
    const settings = [...facts.values()][0]?.settings ?? {};
    const handler = textOf(settings, 'session.save_handler').toLowerCase();
    const servers = serversOf(handler, textOf(settings, 'session.save_path'));
    // A socket leads to a proxy beside Apache, and through it to whatever stores there are.
    const hasProxy = servers.some(({ port }) => port === 0);
    const setUp: SetUp = {
        environment,
        facts,
        settings,
        handler,
        hasProxy,
        stores: hasProxy ? nodesOf(environment, 'store').length : servers.length,
        replicas: isOn(settings, 'memcached.sess_binary_protocol')
            ? numberOf(settings, 'memcached.sess_number_of_replicas')
            : 0,
        readTimeout,
    };
    return Object.entries(RULES).flatMap(([code, rule]) => {
        const found = rule(setUp);
        return found ? [{ code, ...found }] : [];
    });
}

function filesNotShared({ environment, facts, handler }: SetUp) {
    const directories = new Set([...facts.values()].map(({ sessionDirectory }) => sessionDirectory));
    const isShared = directories.size === 1 && !directories.has(null);
    return handler === 'files' && nodesOf(environment, 'application').length > 1 && !isShared
        ? {
              what: 'Each Apache node keeps its sessions in files of its own: another node does not know them.',
              next: 'Keep the sessions in memcached, with session.save_handler and session.save_path.',
          }
        : undefined;
}

function singleStore({ stores, handler }: SetUp) {
    return stores === 1
        ? {
              what: `All sessions are in one ${handler.startsWith('redis') ? 'Redis' : 'memcached'}: when it dies or restarts, every session is lost.`,
              next: 'Add a second store, and keep every session on both.',
          }
        : undefined;
}

/** The lock of a session is a key of its own, hashed apart from the session: with two stores three of four sessions need the dead one. */
function storesWithoutReplicas({ handler, hasProxy, stores, replicas, settings }: SetUp) {
    if (handler !== 'memcached' || hasProxy || stores < 2 || replicas > 0) {
        return undefined;
    }
    const stays = 1 - 1 / stores;
    const isLocked = isOn(settings, 'memcached.sess_locking');
    const share = Math.round(100 * (1 - (isLocked ? stays ** 2 : stays)));
    const inert =
        numberOf(settings, 'memcached.sess_number_of_replicas') > 0
            ? ' (memcached.sess_number_of_replicas means nothing without memcached.sess_binary_protocol)'
            : '';
    return {
        what: `Each session is on one of ${stores} stores${isLocked ? ', and its lock on any of them' : ''}: when one store dies, ${share} % of the sessions fail${inert}.`,
        next: 'Keep every session on two stores, by a memcached proxy beside Apache: more stores without copies fail more often, not less.',
    };
}

function replicasReturnEmpty({ handler, replicas }: SetUp) {
    return handler === 'memcached' && replicas > 0
        ? {
              // Measured: 9 to 10 of 16.
              what: 'The copies that php-memcached itself keeps are not read where the first store has come back empty: more than half of the sessions are lost then.',
              next: 'Let a memcached proxy beside Apache write to all stores, and read from the next one what the first does not have.',
          }
        : undefined;
}

function lazyWriteWithReplicas({ handler, replicas, settings }: SetUp) {
    return handler === 'memcached' && replicas > 0 && isOn(settings, 'session.lazy_write')
        ? {
              what: 'A request that only reads its session renews the time of the first copy alone: the other copies expire while the session is in use.',
              next: 'Set session.lazy_write = Off.',
          }
        : undefined;
}

interface Lock {
    readonly isOn: boolean;
    /** Milliseconds until a lock that nobody takes away lets go; Infinity: never. */
    readonly expiry: number;
    /** Milliseconds that a request waits for it. */
    readonly patience: number;
    readonly directive: string;
}

/** Undefined for handlers whose locks end with their holder. */
function lockOf({ handler, settings }: SetUp): Lock | undefined {
    const expiryOf = (directive: string) =>
        1000 * (numberOf(settings, directive) || numberOf(settings, 'max_execution_time') || Infinity);
    if (handler === 'memcached') {
        const directive = 'memcached.sess_lock_expire';
        return {
            isOn: isOn(settings, 'memcached.sess_locking'),
            expiry: expiryOf(directive),
            patience: memcachedPatience(settings),
            directive,
        };
    }
    if (handler === 'redis' || handler === 'rediscluster') {
        const directive = 'redis.session.lock_expire';
        const retries = numberOf(settings, 'redis.session.lock_retries');
        return {
            isOn: isOn(settings, 'redis.session.locking_enabled'),
            expiry: expiryOf(directive),
            patience: retries < 0 ? Infinity : (retries * numberOf(settings, 'redis.session.lock_wait_time')) / 1000,
            directive,
        };
    }
    return undefined;
}

/** The first wait is the shortest; each is twice the one before, up to the longest. */
function memcachedPatience(settings: SetUp['settings']): number {
    const longest = numberOf(settings, 'memcached.sess_lock_wait_max');
    let left = numberOf(settings, 'memcached.sess_lock_retries');
    let wait = numberOf(settings, 'memcached.sess_lock_wait_min');
    let patience = 0;
    for (; left > 0 && wait < longest && wait > 0; left--) {
        patience += wait;
        wait *= 2;
    }
    return patience + left * Math.min(Math.max(wait, 0), Math.max(longest, 0));
}

function lockOutlastsPatience(setUp: SetUp) {
    const lock = lockOf(setUp);
    if (!lock?.isOn || lock.expiry <= lock.patience) {
        return undefined;
    }
    const lasts = lock.expiry === Infinity ? 'for ever' : `for ${lock.expiry / 1000} s`;
    return {
        what: `The lock of a request whose server dies stays ${lasts}, and other requests of the session wait for ${lock.patience / 1000} s: session_start() fails meanwhile.`,
        next: `Set ${lock.directive} to less than requests wait, and not less than the slowest page takes.`,
    };
}

function lockOutlastsReadTimeout(setUp: SetUp) {
    const lock = lockOf(setUp);
    const { readTimeout } = setUp;
    return lock?.isOn && readTimeout !== undefined && lock.expiry >= 1000 * readTimeout && lock.expiry <= lock.patience
        ? {
              what: `The lock of a request whose server dies stays for ${lock.expiry / 1000} s, and the balancer gives up a request after ${readTimeout} s: another request of the session, which waits for it, may be an error.`,
              next: `Set ${lock.directive} to less than read_timeout, or read_timeout to more.`,
          }
        : undefined;
}

function sessionsNotLocked(setUp: SetUp) {
    return lockOf(setUp)?.isOn === false
        ? {
              what: 'Sessions are not locked: of two requests of one session at the same time, one undoes what the other wrote.',
              next: `Set ${setUp.handler === 'memcached' ? 'memcached.sess_locking' : 'redis.session.locking_enabled'} = On.`,
          }
        : undefined;
}

/** Whatever of it differs, one node does not find, or cannot read, the sessions of another; measured. */
const MUST_AGREE = [
    'session.save_handler',
    'session.save_path',
    'session.name',
    'session.serialize_handler',
    'memcached.sess_prefix',
    'memcached.sess_consistent_hash',
    'memcached.sess_consistent_hash_type',
    'memcached.sess_number_of_replicas',
    'redis.session.locking_enabled',
];

function nodesDiffer({ facts }: SetUp) {
    const nodes = [...facts];
    const different = MUST_AGREE.filter(
        name => new Set(nodes.map(([, { settings }]) => textOf(settings, name))).size > 1,
    );
    const others = nodes.filter(([, { settings }]) =>
        different.some(name => textOf(settings, name) !== textOf(nodes[0]?.[1].settings ?? {}, name)),
    );
    return different.length > 0
        ? {
              what: `The Apache nodes differ in ${different.join(', ')} (${others.map(([name]) => name).join(', ')} from ${nodes[0]?.[0]}): sessions of one are unknown to another.`,
              next: 'Apply the same php.ini to all of them.',
          }
        : undefined;
}

/** One that accepts connections and never answers, as a paused one does. */
function hangingNode({ environment, readTimeout = 0 }: SetUp) {
    return readTimeout > HANG_SECONDS && nodesOf(environment, 'application').length > 1
        ? {
              what: `A request to an Apache node that hangs waits for up to ${readTimeout} s before another node gets it.`,
              next: 'Set read_timeout in the topology file to little more than the slowest page takes.',
          }
        : undefined;
}

function oneApplicationNode({ environment }: SetUp) {
    return nodesOf(environment, 'application').length === 1
        ? {
              what: 'There is one Apache node: while it is away, nobody is served.',
              next: 'Add a second one.',
          }
        : undefined;
}

function oneBalancer({ environment }: SetUp) {
    return nodesOf(environment, 'balancer').length === 1
        ? {
              what: 'There is one balancer: while it is away, nobody is served; no session is lost by that.',
              next: 'Where that matters, have a second one with an address that moves, or the balancer of a hosting provider.',
          }
        : undefined;
}

function textOf(settings: SetUp['settings'], name: string): string {
    return settings[name] ?? '';
}

/** As PHP reads a number: what is none is 0. */
function numberOf(settings: SetUp['settings'], name: string): number {
    return Number.parseInt(textOf(settings, name), 10) || 0;
}

/** As PHP reads a switch. */
function isOn(settings: SetUp['settings'], name: string): boolean {
    return /^(?:on|yes|true)$/i.test(textOf(settings, name).trim()) || numberOf(settings, name) !== 0;
}
