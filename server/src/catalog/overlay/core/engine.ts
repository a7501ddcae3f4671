import type { Described } from '../described.ts';

/** The engine itself. */
export const engine: Readonly<Record<string, Described>> = {
    'zend.assertions': {
        type: 'integer',
        values: [
            { value: '-1', description: 'No code is made for them: for production' },
            { value: '0', description: 'Code is made, and skipped' },
            { value: '1', description: 'Assertions run: for development' },
        ],
        description: 'What becomes of `assert()`. Between -1 and the others only php.ini can switch, not a script.',
    },
    'zend.detect_unicode': {
        type: 'boolean',
        description: 'With `zend.multibyte`, finds out the encoding of scripts by their first bytes.',
    },
    'zend.enable_gc': {
        type: 'boolean',
        description: 'Frees objects that only refer to each other. Off, memory of long running scripts may grow.',
    },
    'zend.exception_ignore_args': {
        type: 'boolean',
        since: '7.4',
        description:
            'Leaves the arguments of functions out of stack traces: passwords and keys then stay out of logs. On in production.',
    },
    'zend.exception_string_param_max_len': {
        type: 'integer',
        minimum: 0,
        maximum: 1_000_000,
        unit: 'bytes',
        description: 'How much of a text among the arguments a stack trace shows.',
    },
    'zend.multibyte': {
        type: 'boolean',
        description:
            'Reads scripts in encodings such as SJIS and BIG5, whose characters may look like PHP\u2019s. UTF-8 does not need it.',
    },
    'zend.script_encoding': {
        type: 'string',
        description: 'With `zend.multibyte`, the encoding of scripts that do not declare one.',
    },
    'zend.signal_check': {
        type: 'boolean',
        description: 'For those who develop extensions: reports signal handlers that were replaced.',
    },
};
