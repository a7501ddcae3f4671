import type { DocumentContext } from '../../../model/documentContext.ts';
import type { AssignmentNode, Range } from '../../../phpIni/syntax/nodes.ts';
import type { Fix, RuleDiagnostic } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix, valueFix } from '../fixes.ts';
import { inForce } from '../store.ts';

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
            fixes: () => [
                settingsFix(context, 'Set session.cookie_secure', { settings, near, preferred: !secure.node }),
            ],
        },
    ];
}

/**
 * Writes `"None"` for SameSite. Browsers refuse that of a cookie that is not secure: where it is not, it becomes so.
 * Where a line says that it should not, that is not sure.
 */
export function sameSiteNoneFix(context: DocumentContext, title: string, node: AssignmentNode): Fix {
    const isInForce = context.effective('session.cookie_samesite')?.node === node;
    const secure = isInForce ? inForce(context, 'session.cookie_secure') : undefined;
    if (!secure || isTrue(secure.value)) {
        return valueFix(context, title, { node, value: 'None', preferred: true });
    }
    const settings = [
        ['session.cookie_samesite', 'None'],
        ['session.cookie_secure', 'On'],
    ] as const;
    const preferred = secure.node === undefined;
    return settingsFix(context, `${title}, and set session.cookie_secure`, { settings, near: node, preferred });
}
