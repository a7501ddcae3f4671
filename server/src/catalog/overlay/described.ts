import type { AllowedValue, DirectiveType, Scope, Unit, VersionNote } from '../directive.ts';

/** What nobody can measure of a directive: people wrote it down. */
export interface Described {
    readonly type: DirectiveType;
    readonly unit?: Unit;
    readonly values?: readonly AllowedValue[];
    /** True where values besides those listed may work. */
    readonly openValues?: boolean;
    /** An integer or enum that also takes `On` and `Off`: `output_buffering`. */
    readonly alsoBoolean?: true;
    /** Smallest and largest value that is accepted. */
    readonly minimum?: number;
    readonly maximum?: number;
    /** The PHP version that began to reject what is out of that range. */
    readonly rangeSince?: string;
    /** The PHP version from which on setting it is deprecated. */
    readonly deprecated?: string;
    /**
     * The PHP version from which on PHP says so at each start, where that is not the one that deprecated it; `never`
     * where it does not.
     */
    readonly deprecatedAloud?: string;
    /** From this PHP version on PHP does not start where the value is a number other than 0; `On` is 1. */
    readonly refusedSince?: string;
    /** The version that added it, where that is older than what is measured or is an extension's own version. */
    readonly since?: string;
    /** The version that removed it, where that is older than what is measured, or is an extension's own version. */
    readonly removed?: string;
    /** The directive that took its place. */
    readonly replacement?: string;
    /** In our own words, Markdown, whole sentences: what it does, and what goes wrong with it. */
    readonly description: string;
    readonly notes?: readonly VersionNote[];
    /** Defaults of versions before the oldest that is measured, ascending. */
    readonly earlierDefaults?: readonly { readonly version: string; readonly default: string }[];
    /** Where builds of PHP have their own default: what PHP's source has where its builder says nothing. */
    readonly buildDefault?: string;
    /** Defaults of versions that no measurement reaches yet, ascending. */
    readonly laterDefaults?: readonly { readonly version: string; readonly default: string }[];
    /** Of the manual's page, where it is not made from the name in the manual's way; empty where the page has none. */
    readonly anchor?: string;
    /** Another page of the manual than the extension's. */
    readonly page?: string;
    /** For what no PHP that we can run has: default and scope, and where they were read: `php-src main/main.c`. */
    readonly unmeasured?: { readonly default: string; readonly scope: Scope; readonly source: string };
}

/** The directives of one extension. */
export interface Overlay {
    /** As PHP calls it, in lower case: `session`, `zend opcache`, `core`. */
    readonly extension: string;
    /** Whose version numbers `since`, `deprecated` and `removed` are: PHP's, or the extension's own. */
    readonly versions: 'php' | 'extension';
    /**
     * Of an extension with versions of its own: the oldest release that a PHP version can load. What older ones removed
     * is then gone for sure.
     */
    readonly oldestReleases?: readonly { readonly php: string; readonly release: string }[];
    /** Of the manual: `https://www.php.net/manual/en/session.configuration.php`. */
    readonly page: string;
    readonly directives: Readonly<Record<string, Described>>;
}
