import type { Rule } from '../rule.ts';
import { settingsOfType, valueOrName } from '../support/assignments.ts';
import { replacing } from '../support/fixes.ts';

/** The largest number that can only have been meant for megabytes. */
const limits: Readonly<Record<string, number>> = {
    memory_limit: 65_536,
    post_max_size: 1_024,
    upload_max_filesize: 1_024,
    'opcache.jit_buffer_size': 4_096,
};

/** A size without a letter counts bytes. */
export const sizeWithoutUnit: Rule = {
    code: 'size-without-unit',
    severity: 'warning',
    title: 'Without a unit the number counts bytes',
    reason: 'A size without K, M or G counts bytes. `upload_max_filesize = 20` allows uploads of 20 bytes; a memory limit below what PHP needs to start is not taken, and the default stays in force; so is 0.',
    link: 'https://www.php.net/manual/en/faq.using.php#faq.using.shorthandbytes',
    failing: [
        { text: 'upload_max_filesize = 20\n', marks: ['20'], fixed: 'upload_max_filesize = 20M\n' },
        { text: 'memory_limit = 0\n', marks: ['0'], fixed: 'memory_limit = -1\n' },
        { text: 'memory_limit = "512"\n', marks: ['"512"'], fixed: 'memory_limit = 512M\n' },
    ],
    passing: [
        { text: 'upload_max_filesize = 20M\nmemory_limit = -1\npost_max_size = 0\n' },
        { text: 'memory_limit = 134217728\nopcache.memory_consumption = 128\n' },
    ],
    check(context) {
        return settingsOfType(context, 'integer').flatMap(({ node, directive: { name }, value }) => {
            if (name === 'memory_limit' && /^0+[kmg]?$/i.test(value)) {
                const range = valueOrName(node);
                return [
                    {
                        range,
                        message: 'A limit of 0 is no limit that PHP takes: -1 stands for none.',
                        fixes: () => [replacing('Change to -1', range, '-1')],
                    },
                ];
            }
            const number = /^\d+$/.test(value) ? Number(value) : 0;
            if (number === 0 || number > (limits[name] ?? 0)) {
                return [];
            }
            const range = valueOrName(node);
            return [
                {
                    range,
                    message: `Without a unit PHP reads ${number} bytes. Write ${number}M for megabytes.`,
                    fixes: () => [replacing(`Change to ${number}M`, range, `${number}M`, true)],
                },
            ];
        });
    },
};
