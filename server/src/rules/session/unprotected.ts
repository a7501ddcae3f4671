import type { DocumentContext } from '../../documentContext.ts';
import { compareVersions } from '../../syntax/dialect.ts';
import type { Finding } from '../rule.ts';
import { settingsFix } from './edits.ts';
import { inForce, isOn, sharedHandler } from './store.ts';

/** The version whose defaults protect the cookie. */
const SAFE_DEFAULTS = '8.6';

export interface Protection {
    readonly name: string;
    /** What to set. */
    readonly value: string;
    readonly message: string;
    /** Whether the directive protects, by its value. */
    readonly isSafe?: (value: string) => boolean;
    /** Also where the file sets up no store for a cluster: somebody wrote `Off`, which PHP\u2019s own php.ini does not. */
    readonly alone?: boolean;
}

/**
 * A directive that leaves session cookies unprotected, in a file that sets up sessions for several machines. PHP's own php.ini files leave most of
 * them off: elsewhere that is nobody's decision, and nothing is said.
 */
export function unprotected(context: DocumentContext, protection: Protection): Finding[] {
    const { name, value, message, isSafe = isOn, alone = false } = protection;
    const found = inForce(context, name);
    if (!found || isSafe(found.value)) {
        return [];
    }
    const { node } = found;
    if (node && compareVersions(context.phpVersion, SAFE_DEFAULTS) >= 0) {
        return [];
    }
    const handler = sharedHandler(context);
    const isWritten = alone && node !== undefined && node.rawValue !== '';
    const near = node ?? handler?.node;
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
