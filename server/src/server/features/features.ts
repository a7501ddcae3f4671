import { registerAppearance } from './appearance.ts';
import { registerCompletion } from './completion.ts';
import { registerDiagnostics, type Diagnose } from './diagnostics.ts';
import { registerFormatting } from './formatting.ts';
import type { FeatureHost } from './host.ts';
import { registerOccurrences } from './occurrences.ts';
import { registerOwnRequests } from './ownRequests.ts';
import { registerStructure } from './structure.ts';

/**
 * Answers what clients ask about open documents; about others: nothing, or null. Returns what diagnostics are pushed
 * with.
 */
export function registerFeatures(host: FeatureHost): Diagnose {
    registerCompletion(host);
    registerAppearance(host);
    registerStructure(host);
    registerFormatting(host);
    registerOccurrences(host);
    registerOwnRequests(host);
    return registerDiagnostics(host);
}
