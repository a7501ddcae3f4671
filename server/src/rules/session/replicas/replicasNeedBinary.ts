import type { Rule } from '../../rule.ts';
import { isTrue } from '../../../phpIni/syntax/switch.ts';
import { settingsFix } from '../../support/edits.ts';
import { inForce, mayUseMemcached } from '../../support/store.ts';
import { integerOf } from '../../../phpIni/syntax/quantity.ts';

/** Measured: no key is copied, and nothing says so. */
export const replicasNeedBinary: Rule = {
    code: 'replicas-need-binary',
    severity: 'warning',
    title: 'Replicas need the binary protocol',
    reason: 'With `memcached.sess_binary_protocol = Off`, libmemcached copies nothing: `memcached.sess_number_of_replicas` has no effect, and no message says so. When a server dies, its sessions are gone.',
    link: 'https://www.php.net/manual/en/memcached.configuration.php#ini.memcached.sess-number-of-replicas',
    failing: [
        {
            text: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_binary_protocol = Off\n',
            marks: ['Off'],
            fixed: 'memcached.sess_number_of_replicas = 1\nmemcached.sess_binary_protocol = On\n',
        },
    ],
    passing: [
        { text: 'memcached.sess_number_of_replicas = 1\n' },
        { text: 'memcached.sess_number_of_replicas = 0\nmemcached.sess_binary_protocol = Off\n' },
        {
            text: 'session.save_handler = redis\nmemcached.sess_number_of_replicas = 1\nmemcached.sess_binary_protocol = Off\n',
        },
    ],
    check(context) {
        const replicas = context.effective('memcached.sess_number_of_replicas');
        const binary = inForce(context, 'memcached.sess_binary_protocol');
        if (!replicas || !binary || isTrue(binary.value) || !((integerOf(replicas.value) ?? 0) > 0)) {
            return [];
        }
        const { node } = replicas;
        const setting = binary.node;
        const settings = [['memcached.sess_binary_protocol', 'On']] as const;
        return mayUseMemcached(context)
            ? [
                  {
                      range:
                          setting && setting.valueRange.start < setting.valueRange.end
                              ? setting.valueRange
                              : node.range,
                      message: 'Without the binary protocol nothing is copied: the replicas have no effect.',
                      related: [{ range: node.range, message: 'Replicas are asked for here.' }],
                      fixes: () => [
                          settingsFix(context, 'Use the binary protocol', { settings, near: node, preferred: true }),
                      ],
                  },
              ]
            : [];
    },
};
