import { findFunction, functionsOf, isFunctionOf } from '../../catalog/functions.ts';
import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode } from '../../phpIni/syntax/nodes.ts';
import type { Piece } from '../../phpIni/savePaths/pieces.ts';
import { isPlaceholder } from './assignments.ts';
import { nearest } from './nearest.ts';

/** Part of the language. */
const constructs = new Set(
    'array clone die echo empty eval exit include include_once isset list print require require_once unset'.split(' '),
);

/** Names below these belong to extensions that are not known here, or are no more: what is like them is chance. */
const elsewhere =
    /^(?:apc|apd|dbx|dio|ereg|eregi|event|expect|fbsql|ibase|ifx|imap|ldap|mcrypt|msql|mssql|mysql|oci|ora|runkit7?|sqlite|ssh2|sybase|uopz|w32api|win32|xmlrpc)_/;

const aliases: ReadonlyMap<string, string> = new Map([['passthrough', 'passthru']]);

/** What is wrong with a name of `disable_functions`, and what is meant. */
export type Verdict =
    /** Other signs than commas and blanks between names. */
    | { readonly kind: 'separator'; readonly meant: readonly string[] }
    /** Capitals, brackets or a backslash. */
    | { readonly kind: 'spelling'; readonly meant: string }
    | { readonly kind: 'slip'; readonly meant: string }
    | { readonly kind: 'absent'; readonly since?: string; readonly removed?: string }
    | { readonly kind: 'construct' };

/** A name that PHP finds in `disable_functions`, and cannot disable. */
export interface DisabledName {
    readonly node: AssignmentNode;
    /** The value of the setting. */
    readonly value: string;
    readonly name: Piece;
    readonly verdict: Verdict;
}

/** PHP separates names by commas and blanks. Work for `context.memo`. */
export function namesNotDisabled(context: DocumentContext): readonly DisabledName[] {
    const setting = context.effective('disable_functions');
    if (!setting || isPlaceholder(setting.node.rawValue)) {
        return [];
    }
    const { node, value } = setting;
    const parts = [...node.rawValue.matchAll(/(["'])(.*?)\1/gs)].flatMap(([, , part = '']) => part.split(/[ ,]+/));
    const found: DisabledName[] = [];
    for (const { 0: text, index } of value.matchAll(/[^ ,]+/g)) {
        const meant = isFunction(text, context.phpVersion) ? undefined : joinedParts(text, parts.filter(Boolean));
        const verdict: Verdict | undefined = meant ? { kind: 'separator', meant } : judge(text, context.phpVersion);
        if (verdict) {
            found.push({ node, value, name: { text, start: index, end: index + text.length }, verdict });
        }
    }
    return found;
}

/** Names that have been looked at, by version: the same stand in a file with each change of it. */
const judged = new Map<string, Verdict | undefined>();

function judge(name: string, phpVersion: string): Verdict | undefined {
    const key = `${phpVersion} ${name}`;
    if (!judged.has(key)) {
        if (judged.size > 1_000) {
            judged.clear();
        }
        judged.set(key, verdictOf(name, phpVersion));
    }
    return judged.get(key);
}

function verdictOf(name: string, phpVersion: string): Verdict | undefined {
    if (isFunction(name, phpVersion)) {
        return undefined;
    }
    const small = name.toLowerCase();
    if (constructs.has(small)) {
        return { kind: 'construct' };
    }
    const words = small.split(/\W+/).filter(Boolean);
    const [only = ''] = words;
    const areFunctions = words.length > 0 && words.every(word => isFunction(word, phpVersion) || constructs.has(word));
    if (areFunctions) {
        return words.length > 1 ? { kind: 'separator', meant: words } : { kind: 'spelling', meant: only };
    }
    const lifetime = findFunction(small);
    if (lifetime) {
        return { kind: 'absent', ...lifetime };
    }
    const meant = aliases.get(small) ?? (elsewhere.test(small) ? undefined : likeness(small, phpVersion));
    return meant === undefined ? { kind: 'absent' } : { kind: 'slip', meant };
}

function isFunction(name: string, phpVersion: string): boolean {
    const lifetime = findFunction(name);
    return lifetime !== undefined && isFunctionOf(lifetime, phpVersion);
}

/** The quoted strings that PHP has joined to the name: `"exec" "passthru"` is `execpassthru`. */
function joinedParts(name: string, parts: readonly string[]): string[] | undefined {
    for (let first = 0; first < parts.length; first++) {
        let joined = '';
        for (let last = first; last < parts.length && name.startsWith(joined); last++) {
            joined += parts[last] ?? '';
            if (joined === name && last > first) {
                return parts.slice(first, last + 1);
            }
        }
    }
    return undefined;
}

function likeness(name: string, phpVersion: string): string | undefined {
    const limit = Math.min(2, Math.floor(name.length / 4));
    return limit === 0 ? undefined : nearest(name, functionsOf(phpVersion), limit);
}
