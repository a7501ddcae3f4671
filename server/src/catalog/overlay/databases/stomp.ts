import type { Overlay } from '../described.ts';

/** Of the stomp extension; measured with 2.0.3. */
export const stomp: Overlay = {
    extension: 'stomp',
    versions: 'extension',
    page: 'https://www.php.net/manual/en/stomp.configuration.php',
    directives: {
        'stomp.default_broker': { type: 'string', description: 'Broker to connect to where the script names none.' },
        'stomp.default_username': { type: 'string', anchor: '', description: 'User name at the broker.' },
        'stomp.default_password': { type: 'string', anchor: '', description: 'Password at the broker.' },
        'stomp.default_connection_timeout_sec': {
            type: 'integer',
            unit: 'seconds',
            description: 'How long to wait for a connection.',
        },
        'stomp.default_connection_timeout_usec': {
            type: 'integer',
            unit: 'microseconds',
            description: 'What is added to the whole seconds of `stomp.default_connection_timeout_sec`.',
        },
        'stomp.default_read_timeout_sec': {
            type: 'integer',
            unit: 'seconds',
            description: 'How long to wait for a message.',
        },
        'stomp.default_read_timeout_usec': {
            type: 'integer',
            unit: 'microseconds',
            description: 'What is added to the whole seconds of `stomp.default_read_timeout_sec`.',
        },
    },
};
