import * as v from 'valibot';
import { AUDIT_PROFILES, type AuditProfile } from '../phpIni/audit.ts';
import type { RuleSeverity, ServerOptions, ServerSettings } from '../phpIni/protocol.ts';
import { optional } from '../phpIni/schema.ts';

const OPTIONS = v.fallback(
    v.object({
        phpVersion: optional(v.string()),
        showsPhpVersion: v.fallback(v.optional(v.boolean(), false), false),
        writesBehindNames: v.fallback(v.optional(v.boolean(), false), false),
    }),
    { phpVersion: undefined, showsPhpVersion: false, writesBehindNames: false },
);

const severity = v.picklist(['error', 'warning', 'information', 'hint', 'off'] satisfies RuleSeverity[]);

const PROFILE = v.picklist(AUDIT_PROFILES);

const SETTINGS = optional(
    v.object({
        php: optional(v.object({ version: optional(v.string()) })),
        diagnostics: optional(v.object({ severity: optional(v.record(v.string(), v.unknown())) })),
        audit: optional(
            v.object({ profile: optional(PROFILE), environments: optional(v.record(v.string(), v.unknown())) }),
        ),
        format: optional(v.object({ alignEquals: optional(v.boolean()) })),
    }),
);

/** What a client sends as `initializationOptions`. */
export function readOptions(options: unknown): ServerOptions {
    const { phpVersion, ...others } = v.parse(OPTIONS, options);
    return { ...(phpVersion !== undefined && { phpVersion }), ...others };
}

/** What a client has in its settings. */
export function readSettings(settings: unknown): ServerSettings {
    const { php, diagnostics, audit, format } = v.parse(SETTINGS, settings) ?? {};
    const version = php?.version;
    const alignEquals = format?.alignEquals;
    return {
        php: version === undefined ? {} : { version },
        diagnostics: { severity: knownSeverities(diagnostics?.severity ?? {}) },
        audit: {
            ...(audit?.profile !== undefined && { profile: audit.profile }),
            environments: knownProfiles(audit?.environments ?? {}),
        },
        format: alignEquals === undefined ? {} : { alignEquals },
    };
}

function knownSeverities(given: Readonly<Record<string, unknown>>): Record<string, RuleSeverity> {
    return Object.fromEntries(
        Object.entries(given).filter((entry): entry is [string, RuleSeverity] => v.is(severity, entry[1])),
    );
}

function knownProfiles(given: Readonly<Record<string, unknown>>): Record<string, AuditProfile | 'off'> {
    const known = v.union([PROFILE, v.literal('off')]);
    return Object.fromEntries(
        Object.entries(given).filter((entry): entry is [string, AuditProfile | 'off'] => v.is(known, entry[1])),
    );
}
