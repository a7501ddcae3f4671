import { valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';
import { readQuantity } from '../../phpIni/syntax/quantity.ts';
import type { Rule } from '../rule.ts';

/** Some forty paths. */
const tooSmall = 16_384;

/** The K of the recommended `4096K` is easily lost. */
export const realpathCacheSmall: Rule = {
    code: 'realpath-cache-small',
    severity: 'hint',
    title: 'The cache of paths holds a few only',
    reason: 'Each resolved path takes some hundred bytes. A size without a letter counts bytes: `realpath_cache_size = 4096` is smaller than the default of `4096K` by a thousand times, and PHP looks the directories of included files up again and again.',
    link: 'https://www.php.net/manual/en/ini.core.php#ini.realpath-cache-size',
    failing: [
        { text: 'realpath_cache_size = 4096\n', marks: ['4096'], fixed: 'realpath_cache_size = 4096K\n' },
        { text: 'realpath_cache_size = 8k\n', marks: ['8k'] },
    ],
    passing: [{ text: 'realpath_cache_size = 4096K\n' }, { text: 'realpath_cache_size = 0\n' }],
    check(context) {
        const setting = context.effective('realpath_cache_size');
        const { value: bytes, junk } = readQuantity(setting?.value ?? '');
        if (!setting || junk || bytes <= 0 || bytes >= tooSmall) {
            return [];
        }
        const range = valueOrName(setting.node);
        const plain = /^\d+$/.test(setting.value);
        return [
            {
                range,
                message: `${bytes} bytes hold a few paths only.${plain ? ` Write ${bytes}K for kilobytes.` : ''}`,
                ...(plain && { fixes: () => [replacing(`Change to ${bytes}K`, range, `${bytes}K`)] }),
            },
        ];
    },
};
