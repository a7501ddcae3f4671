import type { Described } from '../described.ts';

/** Of the function `mail()`. */
export const mail: Readonly<Record<string, Described>> = {
    SMTP: {
        anchor: 'ini.smtp',
        type: 'string',
        description:
            'On Windows: the mail server that `mail()` talks to. Elsewhere without effect: see `sendmail_path`.',
    },
    smtp_port: {
        type: 'integer',
        description: 'On Windows: the port of the server that `SMTP` names.',
    },
    sendmail_from: {
        type: 'string',
        description: 'On Windows: the sender of mail that names none.',
    },
    sendmail_path: {
        type: 'string',
        buildDefault: '/usr/sbin/sendmail -t -i',
        description:
            'The command that `mail()` hands a message to, with its options. Set on Windows too, it replaces `SMTP`.',
    },
    'mail.add_x_header': {
        type: 'boolean',
        description:
            'Adds a header `X-PHP-Originating-Script` with the script and its user to each mail: finds the script that sends spam, and tells strangers about it.',
    },
    'mail.cr_lf_mode': {
        page: 'https://www.php.net/manual/en/mail.configuration.php',
        type: 'enum',
        values: [
            { value: 'crlf', description: 'CR LF, as the standard demands' },
            { value: 'lf', description: 'LF for all' },
            { value: 'mixed', description: 'LF in the headers' },
            { value: 'os', description: 'As the system has it' },
        ],
        description: 'How lines of a mail end when it is handed on.',
    },
    'mail.force_extra_parameters': {
        anchor: 'ini.mail.force_extra_parameters',
        type: 'string',
        description: 'Options for the command of `sendmail_path`, in place of those that scripts give to `mail()`.',
    },
    'mail.log': {
        type: 'path',
        values: [{ value: 'syslog', description: 'To the system log' }],
        openValues: true,
        description: 'A file that each call of `mail()` is noted in, with script, line and recipient.',
    },
    'mail.mixed_lf_and_crlf': {
        anchor: 'ini.mail.mixed_lf_and_crlf',
        type: 'boolean',
        description:
            'Separates lines of a mail as PHP 7 did, for mail programs that cannot deal with CR LF. Came with 8.2.4.',
    },
};
