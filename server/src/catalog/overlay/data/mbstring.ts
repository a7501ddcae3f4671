import type { Described, Overlay } from '../described.ts';

/** From PHP 8.0 on any value is reported at every start. */
function old(description: string, replacement: string): Described {
    return {
        type: 'string',
        deprecated: '5.6',
        deprecatedAloud: '8.0',
        replacement,
        description,
    };
}

/** Texts in encodings whose characters take more than one byte. */
export const mbstring: Overlay = {
    extension: 'mbstring',
    versions: 'php',
    page: 'https://www.php.net/manual/en/mbstring.configuration.php',
    directives: {
        'mbstring.language': {
            type: 'enum',
            values: [
                { value: 'neutral', description: 'UTF-8' },
                { value: 'uni', description: 'UTF-8' },
                { value: 'English' },
                { value: 'German' },
                { value: 'Japanese' },
                { value: 'Korean' },
                { value: 'Russian' },
                { value: 'Armenian' },
                { value: 'Turkish' },
                { value: 'Ukrainian' },
                { value: 'zh-cn', description: 'Simplified Chinese' },
                { value: 'zh-tw', description: 'Traditional Chinese' },
            ],
            openValues: true,
            description:
                'Language that decides on the encoding of mail, and on what `auto` means for `mbstring.detect_order`.',
        },
        'mbstring.encoding_translation': {
            type: 'boolean',
            description: 'Converts everything that comes with a request to the internal encoding.',
        },
        'mbstring.internal_encoding': old('Encoding that functions of the extension work with.', 'internal_encoding'),
        'mbstring.http_input': old('Encoding of what comes with requests.', 'input_encoding'),
        'mbstring.http_output': old('Encoding that `mb_output_handler` converts pages to.', 'output_encoding'),
        'mbstring.detect_order': {
            type: 'list',
            description:
                'Encodings that are tried in this order where one has to be found out; `auto` goes by `mbstring.language`.',
        },
        'mbstring.substitute_character': {
            type: 'string',
            values: [
                {
                    value: 'none',
                    description: 'They are left out. Needs the quotes: without them PHP reads an empty value',
                },
                { value: 'long', description: 'Their code: `U+3000`' },
                { value: 'entity', description: 'As in HTML: `&#x3000;`' },
            ],
            openValues: true,
            description: 'What stands for characters that an encoding does not have, or the number of one.',
        },
        'mbstring.func_overload': {
            type: 'integer',
            deprecated: '7.2',
            description:
                'Replaced functions such as `strlen()` and `mail()` by those for several bytes; scripts call `mb_strlen()` themselves.',
        },
        'mbstring.http_output_conv_mimetypes': {
            type: 'string',
            description: 'A regular expression: which media types `mb_output_handler` converts.',
        },
        'mbstring.strict_detection': {
            type: 'boolean',
            description: 'Accepts an encoding only where the whole text is valid in it.',
        },
        'mbstring.regex_stack_limit': {
            type: 'integer',
            since: '7.3',
            description: 'How deep the stack of a regular expression of `mb_ereg()` and its like may grow.',
        },
        'mbstring.regex_retry_limit': {
            type: 'integer',
            since: '7.4',
            description: 'How many steps back a match of `mb_ereg()` and its like may take.',
        },
        'mbstring.script_encoding': {
            type: 'string',
            removed: '5.4',
            replacement: 'zend.script_encoding',
            description: 'Encoding of scripts.',
        },
    },
};
