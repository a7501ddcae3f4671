import type { DocumentContext } from '../../../model/documentContext.ts';
import { compareVersions } from '../../../phpIni/syntax/dialect.ts';
import type { RuleDiagnostic } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../fixes.ts';
import { inForce, sharedHandler } from '../store.ts';

/** The version whose defaults protect the cookie. */
const SAFE_DEFAULTS = '8.6';

export interface Protection {
    readonly name: string;
    /** What to set. */
    readonly value: string;
    readonly message: string;
    /** Whether the directive protects, by its value. */
    readonly isSafe?: (value: string) => boolean;
    /**
     * Also where the file sets up no store for a cluster: somebody wrote `Off`, which PHP\u2019s own php.ini does not.
     */
    readonly alone?: boolean;
}

/** Where one of these is set, the others would be as well. */
const neighbours = ['use_strict_mode', 'cookie_httponly', 'cookie_secure', 'cookie_samesite', 'cookie_domain'];

/**
 * A directive that leaves session cookies unprotected, in a file that sets up sessions for several machines. PHP's own
 * php.ini files leave most of them off: elsewhere that is nobody's decision, and nothing is said. Nor is it of what the
 * file leaves out, unless this is where cookies are set up, or the node says that nothing else sets it.
 */
export function unprotected(context: DocumentContext, protection: Protection): RuleDiagnostic[] {
    const { name, value, message, isSafe = isTrue, alone = false } = protection;
    const found = inForce(context, name);
    if (!found || isSafe(found.value)) {
        return [];
    }
    const { node } = found;
    // `None` without quotes, and what a newer PHP protects by itself, are other rules' matter.
    if (/^none$/i.test(node?.rawValue ?? '') || (node && compareVersions(context.phpVersion, SAFE_DEFAULTS) >= 0)) {
        return [];
    }
    const handler = sharedHandler(context);
    const isWritten = alone && node !== undefined && node.rawValue !== '';
    const isKnown = context.facts.node?.php !== undefined || setsUpCookies(context);
    const near = node ?? (isKnown ? handler?.node : undefined);
    if (!near || !(handler || isWritten)) {
        return [];
    }
    const settings = [[name, value]] as const;
    return [
        {
            range: node ? node.range : near.valueRange,
            message,
            fixes: () => [settingsFix(context, `Set ${name} to ${value}`, { settings, near })],
        },
    ];
}

function setsUpCookies(context: DocumentContext): boolean {
    return neighbours.some(name => context.globalsOf(`session.${name}`).length > 0);
}
