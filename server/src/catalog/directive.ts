/**
 * What a directive's text becomes. `boolean`: by `true/yes/on` or atoi. `integer`: with K, M, G. `bitmask`: constants
 * such as `E_ALL & ~E_NOTICE`. `path`: a file or directory; `pathList`: several, separated by `:` (`;` on Windows).
 * `list`: several words, separated by commas.
 */
export type DirectiveType =
    'boolean' | 'integer' | 'float' | 'string' | 'enum' | 'bitmask' | 'path' | 'pathList' | 'list';

/** What a number counts. */
export type Unit =
    | 'seconds'
    | 'milliseconds'
    | 'microseconds'
    | 'minutes'
    | 'hours'
    | 'days'
    | 'bytes'
    | 'kilobytes'
    | 'megabytes'
    | 'characters'
    | 'bits'
    | 'digits'
    | 'degrees'
    | 'percent';

/**
 * Where a directive may be set. `ALL`: also by scripts. `PERDIR`: not by scripts. `SYSTEM`: in php.ini and the server's
 * own configuration only.
 */
export type Scope = 'ALL' | 'PERDIR' | 'SYSTEM';

export interface AllowedValue {
    /** Plain, as PHP is to hold it; whoever writes it quotes it where that is needed. */
    readonly value: string;
    readonly description?: string;
    /** The PHP version from which on it is known. */
    readonly since?: string;
}

export interface VersionNote {
    /** `8.4`: from this PHP version on. */
    readonly version: string;
    readonly text: string;
}

/** What is known of one directive; texts are Markdown, in our own words. */
export interface Directive {
    readonly name: string;
    /** As PHP calls it, in lower case: `session`, `core`. */
    readonly extension: string;
    /** True where the directive's version numbers are PHP's own; of an extension with versions of its own otherwise. */
    readonly ofPhp: boolean;
    readonly type: DirectiveType;
    /**
     * As `ini_get_all()` has it without any php.ini: booleans are `0` and `1`. Empty where it is not known: see
     * `dependsOnBuild`, and `removed`.
     */
    readonly default: string;
    /** The default is set when PHP is built: a path of that machine, say. */
    readonly dependsOnBuild?: true;
    /** Defaults of later versions, ascending. */
    readonly laterDefaults?: readonly { readonly version: string; readonly default: string }[];
    readonly values?: readonly AllowedValue[];
    /** True where values besides those listed may work: handlers come from extensions. */
    readonly openValues?: boolean;
    /** An integer or enum that also takes `On` and `Off`: `output_buffering`. */
    readonly alsoBoolean?: true;
    /** Smallest and largest value that is accepted. */
    readonly minimum?: number;
    readonly maximum?: number;
    /** The PHP version that began to reject what is out of that range. */
    readonly rangeSince?: string;
    readonly unit?: Unit;
    readonly scope: Scope;
    /** Of PHP; for directives of an extension outside PHP's source, of that extension. */
    readonly since?: string;
    readonly deprecated?: string;
    /**
     * The PHP version from which on PHP says so at each start, where that is not the one that deprecated it; `never`
     * where it does not.
     */
    readonly deprecatedAloud?: string;
    /** From this PHP version on PHP does not start where the value is a number other than 0; `On` is 1. */
    readonly refusedSince?: string;
    /** From this version on PHP does not know it any more, and says nothing about it. */
    readonly removed?: string;
    /** Of an extension with versions of its own: no release of it for this PHP or a later one has the directive. */
    readonly removedWithPhp?: string;
    readonly replacement?: string;
    readonly description: string;
    readonly notes?: readonly VersionNote[];
    readonly manual: string;
}

/** As the generated data hold it: what the extension has for all of its directives is not repeated. */
export interface GeneratedDirective extends Omit<Directive, 'name' | 'ofPhp' | 'manual'> {
    /** Of the manual's page, where it is not made from the name; empty where the page has none. */
    readonly anchor?: string;
    /** Another page of the manual than the extension's. */
    readonly page?: string;
}

/** Where the pages of PHP's manual are. */
export const MANUAL = 'https://www.php.net/manual/en/';

/** The manual's anchor for most directives. */
export function usualAnchor(name: string): string {
    return `ini.${name.replaceAll('_', '-')}`;
}
