import type { Overlay } from '../described.ts';

export const filter: Overlay = {
    extension: 'filter',
    versions: 'php',
    page: 'https://www.php.net/manual/en/filter.configuration.php',
    directives: {
        'filter.default': {
            type: 'enum',
            deprecated: '8.1',
            values: [
                { value: 'unsafe_raw', description: 'Leaves values alone' },
                { value: 'add_slashes' },
                { value: 'boolean' },
                { value: 'callback' },
                { value: 'email' },
                { value: 'encoded' },
                { value: 'float' },
                { value: 'full_special_chars' },
                { value: 'int' },
                { value: 'number_float' },
                { value: 'number_int' },
                { value: 'special_chars' },
                { value: 'string' },
                { value: 'stripped' },
                { value: 'url' },
                { value: 'validate_domain' },
                { value: 'validate_email' },
                { value: 'validate_ip' },
                { value: 'validate_mac' },
                { value: 'validate_regexp' },
                { value: 'validate_url' },
            ],
            openValues: true,
            description:
                'Filter that all of `$_GET`, `$_POST`, `$_COOKIE` and `$_REQUEST` go through. Anything but `unsafe_raw` changes what applications receive; an unknown name counts as `unsafe_raw`, without a message.',
            notes: [{ version: '8.1', text: 'Any other filter than `unsafe_raw` gives a deprecation at start.' }],
        },
        'filter.default_flags': {
            type: 'integer',
            description:
                'Flags for `filter.default`, as a number: names of constants of this extension are not known here.',
        },
    },
};
