import type { Overlay } from '../described.ts';

export const intl: Overlay = {
    extension: 'intl',
    versions: 'php',
    page: 'https://www.php.net/manual/en/intl.configuration.php',
    directives: {
        'intl.default_locale': {
            type: 'string',
            description:
                'Locale of ICU, such as `de_DE`, where a call names none. Empty leaves it to the environment, which may differ between nodes and between the command line and the web.',
        },
        'intl.error_level': {
            type: 'bitmask',
            deprecated: '8.5',
            replacement: 'intl.use_exceptions',
            description:
                'Level of the message that PHP gives when a function of ICU fails, `E_WARNING` say; 0 gives none.',
            notes: [{ version: '8.5', text: 'Any value but 0 gives a deprecation.' }],
        },
        'intl.use_exceptions': {
            type: 'boolean',
            description:
                'Throws `IntlException` when a function of ICU fails. Applications that test for `false` may not expect that.',
        },
    },
};
