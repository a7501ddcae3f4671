import * as v from 'valibot';
import { type PhpRelease, releaseOf } from '../versions.ts';
import { allowedReleases } from './constraint.ts';
import type { Told } from './told.ts';

const COMPOSER = v.object({
    config: v.fallback(v.optional(v.object({ platform: v.optional(v.object({ php: v.optional(v.string()) })) })), {}),
    require: v.fallback(v.optional(v.object({ php: v.optional(v.string()) })), {}),
});

/** What a composer.json says: `config.platform.php` is one version, `require` leaves it open. */
export function readComposer(text: string): Told | undefined {
    const read = v.safeParse(COMPOSER, parsed(text));
    if (!read.success) {
        return undefined;
    }
    const platform = read.output.config?.platform?.php;
    const constraint = read.output.require?.php;
    return (
        told('config.platform.php', platform, releaseOf(platform ?? '')) ??
        told('require.php', constraint, allowedReleases(constraint ?? ''))
    );
}

function told(key: string, value: string | undefined, release: PhpRelease | undefined): Told | undefined {
    return release && { release, evidence: `${key}: ${value ?? ''}` };
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
        if (error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
}
