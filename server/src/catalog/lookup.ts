import { compareVersions } from '../syntax/dialect.ts';
import { memcachedDirectives } from './data/memcached.ts';
import { sessionDirectives } from './data/session.ts';
import type { Directive } from './directive.ts';

const directives: readonly Directive[] = [...sessionDirectives, ...memcachedDirectives];
const byName = new Map(directives.map(directive => [directive.name, directive]));

/** By its exact name: PHP tells capitals from small letters. */
export function findDirective(name: string): Directive | undefined {
    return byName.get(name);
}

/** All that this PHP knows. */
export function directivesOf(phpVersion: string): Directive[] {
    return directives.filter(directive => isKnown(directive, phpVersion));
}

/** False where the directive is not yet, or no longer, part of this PHP. Versions of extensions are not judged. */
export function isKnown(directive: Directive, phpVersion: string): boolean {
    if (!directive.ofPhp) {
        return true;
    }
    const notYet = directive.since !== undefined && compareVersions(phpVersion, directive.since) < 0;
    const noLonger = directive.removed !== undefined && compareVersions(phpVersion, directive.removed) >= 0;
    return !notYet && !noLonger;
}

export function isDeprecated(directive: Directive, phpVersion: string): boolean {
    const { deprecated } = directive;
    return deprecated !== undefined && (!directive.ofPhp || compareVersions(phpVersion, deprecated) >= 0);
}

export function defaultOf(directive: Directive, phpVersion: string): string {
    const later = directive.laterDefaults?.findLast(({ version }) => compareVersions(phpVersion, version) >= 0);
    return later?.default ?? directive.default;
}
