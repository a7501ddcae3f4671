import type { Rule } from '../rule.ts';

/** Unix sockets are paths as well: only what is surely a directory of session files counts. */
const sessionDirectory = /^(?:\d+;)*\/(?:tmp|var\/tmp|var\/lib\/php\d*(?:\/\S*)?|(?:\S*\/)?sessions?)\/?$/i;
const hostAndPort = /^(?:[a-z]+:\/\/)?[a-z0-9_.-]+:\d{2,5}(?:[,?].*)?$/i;

/** Handler and path that belong to different ways of keeping sessions: no session would start. */
export const handlerPathMismatch: Rule = {
    code: 'handler-path-mismatch',
    severity: 'error',
    title: 'Save handler and save path do not belong together',
    reason: 'Each save handler has its own form of path. The memcached handler takes a directory for a Unix socket, the files handler takes `host:port` for a directory: in both cases no session starts.',
    link: 'https://www.php.net/manual/en/session.configuration.php#ini.session.save-path',
    failing: [
        {
            text: 'session.save_handler = files\nsession.save_path = "sessions.internal:11211"\n',
            marks: ['"sessions.internal:11211"'],
        },
        {
            text: 'session.save_handler = memcached\nsession.save_path = "/var/lib/php/sessions"\n',
            marks: ['"/var/lib/php/sessions"'],
        },
        { text: 'session.save_handler = memcached\nsession.save_path =\n', marks: ['session.save_path'] },
    ],
    passing: [
        { text: 'session.save_handler = memcached\nsession.save_path = "/run/memcached.sock"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "5;/tmp"\n' },
        { text: 'session.save_handler = files\nsession.save_path = "C:\\sessions"\n' },
    ],
    check(context) {
        const handler = context.effective('session.save_handler')?.value.toLowerCase();
        const path = context.effective('session.save_path');
        if (!path) {
            return [];
        }
        const { value, node } = path;
        const range = node.valueRange.start < node.valueRange.end ? node.valueRange : node.nameRange;
        if (handler === 'memcached' && value === '') {
            return [
                {
                    range,
                    message:
                        'The memcached handler needs servers, as host:port: with an empty path sessions do not start.',
                },
            ];
        }
        if (handler === 'memcached' && sessionDirectory.test(value)) {
            return [
                {
                    range,
                    message: `The memcached handler would take ${value} for a Unix socket. Write the servers, as host:port.`,
                },
            ];
        }
        if (handler === 'files' && hostAndPort.test(value)) {
            return [
                {
                    range,
                    message: `The files handler would look for a directory named ${value}. Set session.save_handler to what keeps sessions there.`,
                },
            ];
        }
        return [];
    },
};
