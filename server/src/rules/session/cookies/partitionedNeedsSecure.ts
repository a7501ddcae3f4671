import { compareVersions } from '../../../phpIni/syntax/dialect.ts';
import type { Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { needsSecure } from '../../support/session/secureCookie.ts';

/** New in 8.5; the session does not start. */
export const partitionedNeedsSecure: Rule = {
    code: 'partitioned-needs-secure',
    severity: 'error',
    title: 'A partitioned cookie has to be secure',
    reason: 'With `session.cookie_partitioned` on and `session.cookie_secure` off, PHP starts no session: *Partitioned session cookie cannot be used without also configuring it as secure*. Versions before 8.5 do not know the directive.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.cookie-partitioned',
    failing: [
        {
            text: 'session.cookie_partitioned = On\n',
            phpVersion: '8.5',
            marks: ['session.cookie_partitioned = On'],
            fixed: 'session.cookie_partitioned = On\nsession.cookie_secure = On\n',
        },
        {
            text: 'session.cookie_partitioned = 1\nsession.cookie_secure = 0\n',
            phpVersion: '8.5',
            marks: ['session.cookie_partitioned = 1'],
            fixed: 'session.cookie_partitioned = 1\nsession.cookie_secure = On\n',
        },
    ],
    passing: [
        { text: 'session.cookie_partitioned = On\nsession.cookie_secure = On\n', phpVersion: '8.5' },
        { text: 'session.cookie_partitioned = Off\n', phpVersion: '8.5' },
        { text: 'session.cookie_partitioned = On\n', phpVersion: '8.4' },
    ],
    check(context) {
        const partitioned = context.effective('session.cookie_partitioned');
        if (!partitioned || !isTrue(partitioned.value) || compareVersions(context.phpVersion, '8.5') < 0) {
            return [];
        }
        return needsSecure(context, partitioned.node, {
            range: partitioned.node.range,
            message:
                'PHP starts no session with a partitioned cookie that is not secure: set session.cookie_secure = On.',
        });
    },
};
