import type { Overlay } from '../described.ts';

export const iconv: Overlay = {
    extension: 'iconv',
    versions: 'php',
    page: 'https://www.php.net/manual/en/iconv.configuration.php',
    directives: {
        'iconv.input_encoding': {
            type: 'string',
            deprecated: '5.6',
            deprecatedAloud: 'never',
            replacement: 'input_encoding',
            description:
                'Encoding of input, for iconv alone. Empty stands for `input_encoding`, and that for `default_charset`.',
        },
        'iconv.internal_encoding': {
            type: 'string',
            deprecated: '5.6',
            deprecatedAloud: 'never',
            replacement: 'internal_encoding',
            description:
                'Encoding inside scripts, for iconv alone. Empty stands for `internal_encoding`, and that for `default_charset`.',
        },
        'iconv.output_encoding': {
            type: 'string',
            deprecated: '5.6',
            deprecatedAloud: 'never',
            replacement: 'output_encoding',
            description:
                'Encoding of output, for iconv alone. Empty stands for `output_encoding`, and that for `default_charset`.',
        },
    },
};
