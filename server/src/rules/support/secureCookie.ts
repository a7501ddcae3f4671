import type { DocumentContext } from '../../model/documentContext.ts';
import type { AssignmentNode, Range } from '../../phpIni/syntax/nodes.ts';
import type { RuleDiagnostic } from '../rule.ts';
import { isTrue } from '../../phpIni/syntax/switch.ts';
import { settingsFix } from './fixes.ts';
import { inForce } from './store.ts';

/**
 * Tells of a setting that makes a cookie which is refused as long as `session.cookie_secure` is off; nothing where it
 * is on, or nobody knows.
 */
export function needsSecure(
    context: DocumentContext,
    near: AssignmentNode,
    { range, message }: { readonly range: Range; readonly message: string },
): RuleDiagnostic[] {
    const secure = inForce(context, 'session.cookie_secure');
    if (!secure || isTrue(secure.value)) {
        return [];
    }
    const settings = [['session.cookie_secure', 'On']] as const;
    return [
        {
            range,
            message,
            ...(secure.node && { related: [{ range: secure.node.range, message: 'Secure is switched off here.' }] }),
            fixes: () => [settingsFix(context, 'Set session.cookie_secure', { settings, near, preferred: true })],
        },
    ];
}
