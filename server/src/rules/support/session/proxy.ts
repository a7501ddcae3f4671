import type { DocumentContext } from '../../../model/documentContext.ts';
import { PROXY_SOCKET } from '../../../phpIni/sessionSettings.ts';
import type { AssignmentNode } from '../../../phpIni/syntax/nodes.ts';
import type { ServerPlace } from '../../../phpIni/savePaths/servers.ts';
import type { Fix } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../fixes.ts';
import { inForce } from '../store.ts';

/** Whether the server of a path is memcached's proxy on the node, which replicates. */
export function isProxy({ host, port }: ServerPlace): boolean {
    return port === 0 && host === PROXY_SOCKET;
}

/** Has sessions kept through the proxy: by the memcached extension, in text, as the proxy has no other protocol. */
export function proxyFix(
    context: DocumentContext,
    title: string,
    { near, preferred = false }: { readonly near: AssignmentNode; readonly preferred?: boolean },
): Fix {
    const settings = [
        ['session.save_handler', 'memcached'],
        ['session.save_path', PROXY_SOCKET],
        ['memcached.sess_binary_protocol', '0'],
    ] as const;
    const needed = settings.filter(([name, value]) => !isHeld(context, name, value));
    return settingsFix(context, title, { settings: needed, near, preferred });
}

function isHeld(context: DocumentContext, name: string, value: string): boolean {
    const held = inForce(context, name)?.value;
    return held !== undefined && (value === '0' ? !isTrue(held) : held.toLowerCase() === value);
}
