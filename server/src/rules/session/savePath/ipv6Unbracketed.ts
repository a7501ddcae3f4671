import type { MemcachedServer } from '../../../phpIni/savePaths/memcached.ts';
import type { Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { memcachedPath } from '../../support/store.ts';

/** The host ends at the first colon: `fe80::1:11211` is the host `fe80`, `::1` is the local machine by accident. */
export const ipv6Unbracketed: Rule = {
    code: 'ipv6-unbracketed',
    severity: 'error',
    title: 'An IPv6 address needs brackets',
    reason: 'libmemcached takes everything up to the first colon for the host: of `2001:db8::5:11211` that is `2001`. Of `::1` nothing is left, which happens to mean the local machine. In brackets the address stays whole.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = "2001:db8::5:11211"\n',
            marks: ['2001:db8::5:11211'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "[2001:db8::5]:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,fe80::1"\n',
            marks: ['fe80::1'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,[fe80::1]:11211"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "[2001:db8::5]:11211"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211:2,cafe:11211:1"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (!path) {
            return [];
        }
        const { node, value, servers } = path;
        return servers.flatMap(({ whole, host, scheme }) => {
            const bracketed = scheme ? undefined : inBrackets(whole.text);
            return bracketed === undefined
                ? []
                : [
                      {
                          range: placeOf(node, value, whole),
                          message: `libmemcached takes "${host.text.trim()}" for the host, up to the first colon. Write ${bracketed}.`,
                          fixes: () => {
                              const mended = value.slice(0, whole.start) + bracketed + value.slice(whole.end);
                              return [
                                  valueFix(context, `Write ${bracketed}`, { node, value: mended, preferred: true }),
                              ];
                          },
                      },
                  ];
        });
    },
};

/** A last group of four or five digits is more likely the port. */
function inBrackets(text: MemcachedServer['whole']['text']): string | undefined {
    if (!/^[\da-f]*(?::[\da-f]*){2,8}$/i.test(text) || !(text.includes('::') || text.split(':').length > 4)) {
        return undefined;
    }
    const [, address = '', port = ''] = /^(.*[^:]):(\d{4,5})$/.exec(text) ?? [];
    return port === '' ? `[${text}]:11211` : `[${address}]:${port}`;
}
