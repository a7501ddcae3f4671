import type { RuleSeverity, ServerOptions, ServerSettings } from '../phpIni/protocol.ts';

const severities: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies RuleSeverity[];

/** What a client sends as `initializationOptions`; what is not of their form counts as not said. */
export function readOptions(options: unknown): ServerOptions {
    const { phpVersion, writesBehindNames } = objectOf(options);
    return { ...(typeof phpVersion === 'string' && { phpVersion }), writesBehindNames: writesBehindNames === true };
}

/** What a client has in its settings; what is not of their form counts as not said. */
export function readSettings(settings: unknown): ServerSettings {
    const { php, diagnostics, format } = objectOf(settings);
    const { version } = objectOf(php);
    const { alignEquals } = objectOf(format);
    return {
        php: typeof version === 'string' ? { version } : {},
        diagnostics: { severity: readSeverities(objectOf(diagnostics).severity) },
        format: typeof alignEquals === 'boolean' ? { alignEquals } : {},
    };
}

function readSeverities(value: unknown): Record<string, RuleSeverity> {
    return Object.fromEntries(
        Object.entries(objectOf(value)).filter((entry): entry is [string, RuleSeverity] => isSeverity(entry[1])),
    );
}

function isSeverity(value: unknown): value is RuleSeverity {
    return typeof value === 'string' && severities.includes(value);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
