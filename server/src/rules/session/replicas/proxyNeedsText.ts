import { PROXY_SOCKET } from '../../../phpIni/sessionSettings.ts';
import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../../support/fixes.ts';
import { inForce, memcachedPath } from '../../support/store.ts';

const path = `session.save_handler = memcached\nsession.save_path = "${PROXY_SOCKET}"\n`;
const text = 'memcached.sess_binary_protocol = 0\n';

/**
 * Measured, with php-memcached 3.3 and the proxy of memcached 1.6.38: it says nothing to a binary request, and each try
 * takes 5 s.
 */
export const proxyNeedsText: Rule = {
    code: 'proxy-needs-text',
    severity: 'error',
    title: 'Memcached\u2019s proxy speaks the text protocol only',
    reason: `In an environment that replicates its sessions, \`${PROXY_SOCKET}\` is memcached\u2019s proxy on the node itself. It does not answer the binary protocol, which the memcached extension speaks unless it is told: a request waits 15 s for a new session, which fails with an error then, and 5 s for each try to get the lock of one that is there, until \`session_start()\` returns false (measured).`,
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-binary-protocol',
    failing: [
        { text: path, marks: [`"${PROXY_SOCKET}"`], fixed: path + text },
        { text: `memcached.sess_binary_protocol = On\n${path}`, marks: ['On'], fixed: text + path },
    ],
    passing: [
        { text: path + text },
        { text: `${path}memcached.sess_binary_protocol = \${BINARY}\n` },
        { text: 'session.save_handler = memcached\nsession.save_path = "/run/memcached.sock"\n' },
        { text: `session.save_path = "${PROXY_SOCKET}"\n` },
    ],
    check(context) {
        const found = memcachedPath(context);
        const binary = inForce(context, 'memcached.sess_binary_protocol');
        const namesProxy = found?.servers.some(({ host }) => host.text === PROXY_SOCKET) === true;
        if (!found || !namesProxy || !binary || !isTrue(binary.value)) {
            return [];
        }
        const settings = [['memcached.sess_binary_protocol', '0']] as const;
        return [
            {
                range: valueOrName(binary.node ?? found.node),
                message: 'Memcached\u2019s proxy does not answer the binary protocol: no session can be started.',
                ...(binary.node && { related: [{ range: found.node.range, message: 'The proxy is named here.' }] }),
                fixes: () => [
                    settingsFix(context, 'Use the text protocol', { settings, near: found.node, preferred: true }),
                ],
            },
        ];
    },
};
