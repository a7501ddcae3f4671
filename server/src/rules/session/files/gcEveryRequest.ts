import type { Rule } from '../../rule.ts';
import { settingsFix } from '../../support/fixes.ts';
import { inForce, usesFiles } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** Each start of a session looks through all of them. */
export const gcEveryRequest: Rule = {
    code: 'gc-every-request',
    severity: 'information',
    title: 'Each request looks through all sessions',
    reason: '`session.gc_probability` / `session.gc_divisor` is the share of requests that look for sessions that are too old. At 1 every start of a session reads the whole directory of the files handler: the more sessions, the slower each request.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.gc-probability',
    failing: [
        {
            text: 'session.gc_probability = 1\nsession.gc_divisor = 1\n',
            marks: ['session.gc_divisor = 1'],
            fixed: 'session.gc_probability = 1\nsession.gc_divisor = 100\n',
        },
    ],
    passing: [
        { text: 'session.gc_probability = 1\nsession.gc_divisor = 100\n' },
        { text: 'session.gc_probability = 0\nsession.gc_divisor = 1\n' },
        { text: 'session.save_handler = memcached\nsession.gc_probability = 1\nsession.gc_divisor = 1\n' },
    ],
    check(context) {
        const divisor = inForce(context, 'session.gc_divisor');
        const probability = inForce(context, 'session.gc_probability');
        const [of, chances] = [integerOf(divisor?.value ?? ''), integerOf(probability?.value ?? '')];
        const node = divisor?.node ?? probability?.node;
        if (!usesFiles(context) || !node || of === undefined || chances === undefined || of < 1 || chances < of) {
            return [];
        }
        const settings = [['session.gc_divisor', String(chances * 100)]] as const;
        return [
            {
                range: node.range,
                message: 'Each start of a session looks through all session files for old ones.',
                fixes: () => [settingsFix(context, 'Let one request in a hundred do it', { settings, near: node })],
            },
        ];
    },
};
