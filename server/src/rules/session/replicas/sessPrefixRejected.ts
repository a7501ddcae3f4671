import { valueOrName } from '../../support/assignments.ts';
import type { Rule } from '../../rule.ts';
import { valueFix } from '../../support/fixes.ts';

const most = 250;

/** PHP warns at each start, and goes on with the default prefix. */
export const sessPrefixRejected: Rule = {
    code: 'sess-prefix-rejected',
    severity: 'warning',
    title: 'The memcached extension refuses this prefix',
    reason: 'A prefix becomes a part of each key, and keys of memcached hold no white space and no control characters. The extension refuses a prefix with them, or of more than 250 characters, with a warning at each start of PHP, and uses `memc.sess.key.` instead: applications that share a memcached get in each other\u2019s way.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-prefix',
    failing: [
        {
            text: 'memcached.sess_prefix = "my shop."\n',
            marks: ['"my shop."'],
            fixed: 'memcached.sess_prefix = "my_shop."\n',
        },
    ],
    passing: [{ text: 'memcached.sess_prefix = "shop."\n' }, { text: 'memcached.sess_prefix =\n' }],
    check(context) {
        const prefix = context.effective('memcached.sess_prefix');
        const value = prefix?.value ?? '';
        const isRefused = /[\s\p{Cc}]/u.test(value);
        const isTooLong = Buffer.byteLength(value) > most;
        if (!prefix || !(isRefused || isTooLong)) {
            return [];
        }
        const { node } = prefix;
        const mended = value.replaceAll(/[\s\p{Cc}]+/gu, '_');
        return [
            {
                range: valueOrName(node),
                message: isTooLong
                    ? `The extension refuses more than ${most} characters, and uses memc.sess.key. instead.`
                    : 'The extension refuses white space in the prefix, and uses memc.sess.key. instead.',
                ...(!isTooLong && {
                    fixes: () => [valueFix(context, `Change to ${mended}`, { node, value: mended })],
                }),
            },
        ];
    },
};
