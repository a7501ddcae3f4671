import type { DocumentContext, Effective } from '../../../model/documentContext.ts';
import type { MemcachedServer } from '../../../phpIni/savePaths/memcached.ts';
import type { RuleDiagnostic, Rule } from '../../rule.ts';
import { placeOf, valueFix } from '../../support/fixes.ts';
import { memcachedPath } from '../../support/store.ts';

/**
 * libmemcached skips one blank behind a comma; others belong to the host, and between two commas there is a server too.
 */
export const straySpace: Rule = {
    code: 'stray-space',
    severity: 'error',
    title: 'A blank belongs to the host, or a server has no name',
    reason: 'libmemcached skips one blank behind a comma, and no others: a blank in front of the first server, a second one behind a comma, or one in front of the colon is looked up as a part of the host\u2019s name. Nothing between two commas is a server as well: part of the sessions goes to the machine that PHP runs on.',
    link: 'https://www.php.net/manual/en/memcached.sessions.php',
    failing: [
        {
            text: 'session.save_handler = memcached\nsession.save_path = " h:11211"\n',
            marks: [' h'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,  i:11211"\n',
            marks: [' i'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h :11211"\n',
            marks: ['h '],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211"\n',
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "h:11211,,i:11211"\n',
            marks: [',,'],
            fixed: 'session.save_handler = memcached\nsession.save_path = "h:11211,i:11211"\n',
        },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211, i:11211,"\n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "h:11211 , i:11211 "\n' },
        { text: 'session.save_handler = memcached\nsession.save_path =   h:11211   \n' },
        { text: 'session.save_handler = memcached\nsession.save_path = "< server >:11211"\n' },
    ],
    check(context) {
        const path = memcachedPath(context);
        if (!path || path.value.trim() === '' || /[<>]|PERSISTENT=/.test(path.value)) {
            return [];
        }
        return path.servers.flatMap(server => diagnostic(context, path, server) ?? []);
    },
};

function diagnostic(
    context: DocumentContext,
    { node, value }: Effective,
    server: MemcachedServer,
): RuleDiagnostic | undefined {
    const { host, whole, scheme } = server;
    const fixes = () => [valueFix(context, 'Tidy the servers', { node, value: tidy(value), preferred: true })];
    if (whole.text === '') {
        const range = placeOf(node, value, aroundGap(value, whole.start));
        return { range, message: 'Nothing between commas is a server too: sessions would go to localhost.', fixes };
    }
    if (scheme || host.text === host.text.trim()) {
        return undefined;
    }
    // A blank within is a matter of separators.
    return /\S\s+\S/.test(host.text)
        ? undefined
        : {
              range: placeOf(node, value, host),
              message: `The blank belongs to the host: "${host.text}" is looked up, and not found.`,
              fixes,
          };
}

/** The commas, with what is between them. */
function aroundGap(value: string, place: number): { start: number; end: number } {
    const start = value.lastIndexOf(',', place - 1);
    const end = value.indexOf(',', place);
    return { start: Math.max(0, start), end: end < 0 ? value.length : end + 1 };
}

function tidy(value: string): string {
    return value
        .split(',')
        .map(server => server.trim().replace(/(?<!\s)\s+:/, ':'))
        .filter(server => server !== '')
        .join(',');
}
