import { compareVersions } from '../phpIni/syntax/dialect.ts';
import { type Directive, type GeneratedDirective, usualAnchor } from './directive.ts';
import { directives, extensions } from './generated.ts';

const read = new Map<string, Directive>();
const listed = new Map<string, readonly Directive[]>();
let bySmallName: ReadonlyMap<string, string> | undefined;

/** By its exact name: PHP tells capitals from small letters. */
export function findDirective(name: string): Directive | undefined {
    const known = read.get(name);
    if (known || !Object.hasOwn(directives, name)) {
        return known;
    }
    const generated = JSON.parse(directives[name] ?? '') as GeneratedDirective;
    const extension = extensions[generated.extension];
    // In place: a copy of each costs more than reading it.
    const directive: Directive = Object.assign(generated, {
        name,
        ofPhp: extension?.versions === 'php',
        manual: address(generated.page ?? extension?.page ?? '', generated.anchor ?? usualAnchor(name)),
    });
    read.set(name, directive);
    return directive;
}

/**
 * The manual's page about the directives of an extension, by its name or by how headings of PHP's own php.ini call it.
 */
export function manualPageOf(heading: string): string | undefined {
    const name = heading.toLowerCase();
    const extension = headings.get(name) ?? name;
    return Object.hasOwn(extensions, extension) ? extensions[extension]?.page : undefined;
}

const headings: ReadonlyMap<string, string> = new Map([
    ['php', 'core'],
    ['opcache', 'zend opcache'],
    ['postgresql', 'pgsql'],
    ['cli server', 'cli_server'],
]);

/** The directive that was meant, where only capitals and small letters differ; the exact one too. */
export function findSimilar(name: string): Directive | undefined {
    bySmallName ??= new Map(Object.keys(directives).map(known => [known.toLowerCase(), known]));
    const known = bySmallName.get(name.toLowerCase());
    return known === undefined ? undefined : findDirective(known);
}

/** Every name in the catalogue, of whichever version. */
export function directiveNames(): readonly string[] {
    return Object.keys(directives);
}

/** All that this PHP knows, in alphabetical order. */
export function directivesOf(phpVersion: string): readonly Directive[] {
    const known = listed.get(phpVersion);
    if (known) {
        return known;
    }
    const list = directiveNames()
        .map(findDirective)
        .filter(directive => directive !== undefined && isKnown(directive, phpVersion)) as Directive[];
    listed.set(phpVersion, list);
    return list;
}

/**
 * False where the directive is not yet, or no longer, part of this PHP. What depends on an extension's own version
 * counts as known.
 */
export function isKnown(directive: Directive, phpVersion: string): boolean {
    const { ofPhp, since } = directive;
    const notYet = ofPhp && since !== undefined && compareVersions(phpVersion, since) < 0;
    return !notYet && !isRemoved(directive, phpVersion);
}

/** Whether this PHP, or every release of the extension for it, has dropped the directive. */
export function isRemoved({ ofPhp, removed, removedWithPhp }: Directive, phpVersion: string): boolean {
    const gone = ofPhp ? removed : removedWithPhp;
    return gone !== undefined && compareVersions(phpVersion, gone) >= 0;
}

export function isDeprecated({ ofPhp, deprecated }: Directive, phpVersion: string): boolean {
    return deprecated !== undefined && (!ofPhp || compareVersions(phpVersion, deprecated) >= 0);
}

/** Whether PHP does not even start with this value: `Directive '…' is no longer available in PHP`. */
export function isRefused({ refusedSince }: Directive, phpVersion: string, value: string): boolean {
    const isOld = refusedSince !== undefined && compareVersions(phpVersion, refusedSince) >= 0;
    return isOld && /^\s*[+-]?0*[1-9]/.test(value);
}

/** The smallest and the largest number that this PHP takes. */
export function rangeOf(directive: Directive, phpVersion: string): { minimum: number; maximum: number } {
    const { minimum = -Infinity, maximum = Infinity, rangeSince = '0.0' } = directive;
    const isEnforced = compareVersions(phpVersion, rangeSince) >= 0;
    return isEnforced ? { minimum, maximum } : { minimum: -Infinity, maximum: Infinity };
}

/** As `ini_get_all()` has it without any php.ini. */
export function defaultOf(directive: Directive, phpVersion: string): string {
    const later = directive.laterDefaults?.findLast(({ version }) => compareVersions(phpVersion, version) >= 0);
    return later?.default ?? directive.default;
}

function address(page: string, anchor: string): string {
    return anchor === '' || page === '' ? page : `${page}#${anchor}`;
}
