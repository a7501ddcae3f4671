import type { Directive } from '../../catalog/directive.ts';
import { directiveNames, findDirective, findSimilar, isKnown } from '../../catalog/lookup.ts';
import { isThirdParty } from '../../catalog/namespaces.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import { compareVersions } from '../../phpIni/syntax/dialect.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import { isExtensionName } from '../../phpIni/syntax/evaluate.ts';
import { NEWEST_PROVEN, OLDEST_PROVEN } from '../../phpIni/versions.ts';
import { extensionLines, isPlaceholder } from './assignments.ts';
import { nearest } from './nearest.ts';
import { isOfPool } from './poolDirectives.ts';

/** A setting whose name no PHP and no extension that is known here has. */
export interface UnknownName {
    readonly node: AssignmentNode;
    /**
     * `case`: differs in capitals only. `slip`: surely a slip of the pen. `own`: nobody but PHP has names that begin
     * like this. `likeness`: only a name like it, if any.
     */
    readonly kind: 'case' | 'slip' | 'own' | 'likeness';
    readonly meant?: Directive;
}

/**
 * How many different unknown names are compared with all that are known: a file with more than these is about something
 * else.
 */
const comparisons = 40;

/** Names that people write for others, and that no extension has. */
const aliases: ReadonlyMap<string, string> = new Map(
    Object.entries({
        upload_max_size: 'upload_max_filesize',
        max_upload_size: 'upload_max_filesize',
        upload_max_file_size: 'upload_max_filesize',
        upload_maxfilesize: 'upload_max_filesize',
        post_max_filesize: 'post_max_size',
        timezone: 'date.timezone',
        'date.default_timezone': 'date.timezone',
        max_memory: 'memory_limit',
        max_memory_limit: 'memory_limit',
        'opcache.max_memory': 'opcache.memory_consumption',
        'opcache.memory_limit': 'opcache.memory_consumption',
        'opcache.max_files': 'opcache.max_accelerated_files',
    }),
);

/** Names that the rule of renamed directives of memcached tells of. */
const renamed =
    /^memcached\.(?:sess_num_replicas|allow_failover|chunk_size|default_port|hash_(?:function|strategy))$|^session\.sess_locking$/;

/** Work for `context.memo`. */
export function unknownNames(context: DocumentContext): readonly UnknownName[] {
    const found: UnknownName[] = [];
    const seen = new Map<string, Omit<UnknownName, 'node'> | undefined>();
    for (const node of context.document.assignments) {
        const { name, reached, key } = node;
        if (!reached || key || findDirective(name) || isExtensionName(name)) {
            continue;
        }
        if (!seen.has(name)) {
            seen.set(name, judge(context, name, seen.size < comparisons));
        }
        const judged = seen.get(name);
        if (judged) {
            found.push({ node, ...judged });
        }
    }
    return found;
}

function judge(context: DocumentContext, name: string, compare: boolean): Omit<UnknownName, 'node'> | undefined {
    if (!/^[A-Za-z_][\w.:-]*$/.test(name) || isPlaceholder(name) || renamed.test(name) || isOfPool(name)) {
        // What is no name at all is the business of other rules, or of nobody.
        return undefined;
    }
    const known = meaningOf(name, compare);
    const { similar, slip } = known;
    const sure = similar ?? slip;
    if (sure && isKnown(sure, context.phpVersion)) {
        return { kind: similar ? 'case' : 'slip', meant: sure };
    }
    if (isThirdParty(name) || belongsToLoaded(context, name)) {
        return undefined;
    }
    const like = known.like && isKnown(known.like, context.phpVersion) ? known.like : undefined;
    return { kind: isOfPhp(name, context.phpVersion) ? 'own' : 'likeness', ...(like && { meant: like }) };
}

let ownSpaces: ReadonlySet<string> | undefined;

/** Whether the name begins as only directives of PHP itself do, up to the dot: `session.`. */
function isOfPhp(name: string, phpVersion: string): boolean {
    ownSpaces ??= spacesOfPhp();
    return (
        ownSpaces.has(spaceOf(name)) &&
        compareVersions(phpVersion, OLDEST_PROVEN) >= 0 &&
        compareVersions(phpVersion, NEWEST_PROVEN) <= 0
    );
}

/** Words that scripts may well choose for settings of their own, to be read with `get_cfg_var()`. */
const plainWords = new Set('cli. com. curl. filter. fpm. imap. ldap. mail. sql. syslog. windows.'.split(' '));

function spacesOfPhp(): ReadonlySet<string> {
    const own = new Set<string>();
    const others = new Set(plainWords);
    for (const name of directiveNames()) {
        const directive = findDirective(name);
        if (directive?.ofPhp === false) {
            others.add(spaceOf(name));
        } else if (directive && name.includes('.') && !isThirdParty(name) && isKnown(directive, OLDEST_PROVEN)) {
            // Of what went before, another extension may have the names now.
            own.add(spaceOf(name));
        }
    }
    others.forEach(space => own.delete(space));
    return own;
}

/** With its dot; empty for a name without one. */
function spaceOf(name: string): string {
    return name.slice(0, name.indexOf('.') + 1);
}

interface Meaning {
    readonly similar: Directive | undefined;
    readonly slip: Directive | undefined;
    readonly like: Directive | undefined;
}

/** Names that have been looked at: the same stand in a file with each change of it. */
const meanings = new Map<string, Meaning>();

function meaningOf(name: string, compare: boolean): Meaning {
    const before = meanings.get(name);
    if (before || !compare) {
        return before ?? { similar: findSimilar(name), slip: undefined, like: undefined };
    }
    const similar = findSimilar(name);
    const slip = similar ? undefined : slipOf(name);
    const meaning = { similar, slip, like: similar || slip ? undefined : likeness(name) };
    if (meanings.size > 1_000) {
        meanings.clear();
    }
    meanings.set(name, meaning);
    return meaning;
}

/** An extension that the file loads brings its own directives: `yaf.library` with `extension = yaf`. */
function belongsToLoaded(context: DocumentContext, name: string): boolean {
    const space = name.slice(0, name.indexOf('.'));
    return name.includes('.') && context.memo(extensionLines).some(({ base }) => base === space.toLowerCase());
}

/** The directive that was surely meant. */
function slipOf(name: string): Directive | undefined {
    const alias = aliases.get(name);
    if (alias !== undefined) {
        return findDirective(alias);
    }
    byWords ??= namesByWords();
    const same = byWords.get(words(name));
    return same === undefined
        ? (nearestOf(name, rest => (rest.length < 5 ? 0 : rest.length < 10 ? 1 : 2)) ?? otherSpace(name))
        : findDirective(same);
}

/** `mbsting.language`: only what stands before the dot is misspelt, and no extension is called that. */
function otherSpace(name: string): Directive | undefined {
    const dot = name.indexOf('.');
    const rest = name.slice(dot);
    if (dot < 5 || isThirdParty(name) || siblings(name.slice(0, dot + 1)).next().done !== true) {
        return undefined;
    }
    const near = nearest(
        name,
        directiveNames().filter(known => known.endsWith(rest)),
        1,
    );
    return near === undefined ? undefined : findDirective(near);
}

let byWords: ReadonlyMap<string, string> | undefined;

/** Without those that two directives share. */
function namesByWords(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const shared = new Set<string>();
    for (const name of directiveNames()) {
        const own = words(name);
        if (names.has(own)) {
            shared.add(own);
        }
        names.set(own, name);
    }
    shared.forEach(own => names.delete(own));
    return names;
}

/**
 * The words of the name in alphabetical order: `max_upload_filesize` and `upload_max_filesize` are the same,
 * `session-name` and `session.name`.
 */
function words(name: string): string {
    return name
        .toLowerCase()
        .split(/[._:-]+/)
        .filter(Boolean)
        .sort()
        .join(' ');
}

function likeness(name: string): Directive | undefined {
    return (
        findDirective(habits.get(name) ?? '') ??
        nearestOf(name, rest => Math.floor(rest.length / 4)) ??
        withWordsOf(name) ??
        (name.includes('.') ? undefined : (findDirective(`session.${name}`) ?? findDirective(`opcache.${name}`)))
    );
}

/** What other software calls it; here it may mean another directive as well. */
const habits: ReadonlyMap<string, string> = new Map(
    Object.entries({
        'session.timeout': 'session.gc_maxlifetime',
        'session.lifetime': 'session.gc_maxlifetime',
        'session.expire': 'session.gc_maxlifetime',
        'session.handler': 'session.save_handler',
        'opcache.size': 'opcache.memory_consumption',
        'opcache.ttl': 'opcache.revalidate_freq',
    }),
);

/**
 * The directive of the same extension that has all the words, at its beginning rather than elsewhere, and few others:
 * `opcache.memory_consumption` for `opcache.memory`.
 */
function withWordsOf(name: string): Directive | undefined {
    const space = spaceOf(name);
    const own = name
        .slice(space.length)
        .toLowerCase()
        .split(/[._-]+/)
        .filter(Boolean);
    if (space === '' || own.join('').length < 4) {
        return undefined;
    }
    const fitting = [...siblings(space)].filter(known => own.every(word => known.slice(space.length).includes(word)));
    const beginning = fitting.filter(known => known.startsWith(name));
    const [shortest] = (beginning.length > 0 ? beginning : fitting).sort(
        (a, b) => a.length - b.length || (a < b ? -1 : 1),
    );
    return shortest === undefined ? undefined : findDirective(shortest);
}

/** The nearest directive of the same extension, up to the number of typing errors that `limitOf` allows. */
function nearestOf(name: string, limitOf: (rest: string) => number): Directive | undefined {
    const space = spaceOf(name);
    const limit = limitOf(name.slice(space.length));
    if (limit === 0) {
        return undefined;
    }
    const near = nearest(name, siblings(space), limit);
    return near === undefined ? undefined : findDirective(near);
}

/** The directives whose names begin like this up to the first dot; those without a dot for an empty one. */
function* siblings(space: string): Generator<string> {
    for (const known of directiveNames()) {
        if (space === '' ? !known.includes('.') : known.startsWith(space)) {
            yield known;
        }
    }
}
