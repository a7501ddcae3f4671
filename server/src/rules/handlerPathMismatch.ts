import type { Rule } from './rule.ts';

/** Unix sockets are paths as well: only what is surely a directory of session files counts. */
const sessionDirectory = /^(?:\d+;)*\/(?:tmp|var\/tmp|var\/lib\/php\d*(?:\/\S*)?|(?:\S*\/)?sessions?)\/?$/i;
const hostAndPort = /^(?:[a-z]+:\/\/)?[a-z0-9_.-]+:\d{2,5}(?:[,?].*)?$/i;

/** Handler and path that belong to different ways of keeping sessions: no session would start. */
export const handlerPathMismatch: Rule = {
    code: 'handler-path-mismatch',
    severity: 'error',
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
