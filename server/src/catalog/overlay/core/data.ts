import type { Described } from '../described.ts';

const encoding =
    'Not set it is `default_charset`. The `mbstring` and `iconv` extensions take it where their own settings are empty.';

/** Input and output: requests, variables, encodings, buffers. */
export const data: Readonly<Record<string, Described>> = {
    'arg_separator.input': {
        type: 'string',
        description:
            'Characters that separate the arguments in an address that PHP reads; each of them counts by itself.',
    },
    'arg_separator.output': {
        type: 'string',
        description: 'What separates arguments in addresses that PHP writes; in HTML that would be `&amp;`.',
    },
    auto_append_file: {
        type: 'path',
        values: [{ value: 'none', description: 'No file' }],
        openValues: true,
        description:
            'A script that runs behind each script, as if it were required there. Not after `exit`. `none` turns it off again.',
    },
    auto_globals_jit: {
        type: 'boolean',
        description:
            'Makes `$_SERVER`, `$_ENV` and `$_REQUEST` when a script first mentions them in place of at its start. Scripts that reach them through variable names do not find them.',
    },
    auto_prepend_file: {
        type: 'path',
        values: [{ value: 'none', description: 'No file' }],
        openValues: true,
        description: 'A script that runs before each script, as if it were required there. `none` turns it off again.',
    },
    default_charset: {
        type: 'string',
        description:
            'The encoding in the `Content-Type` header of pages, and of many functions that deal with text. Other than `UTF-8` is for old applications.',
    },
    default_mimetype: {
        type: 'string',
        description: 'Media type in the `Content-Type` header of pages that set none.',
    },
    enable_post_data_reading: {
        type: 'boolean',
        description:
            'Reads the body of POST requests into `$_POST` and `$_FILES`. Off: scripts read `php://input` themselves, uploads included.',
    },
    implicit_flush: {
        type: 'boolean',
        description:
            'Sends output on after every `echo`. Slow on a web server; the command line turns it on whatever php.ini says.',
    },
    input_encoding: { type: 'string', description: `Encoding of text that comes in. ${encoding}` },
    internal_encoding: { type: 'string', description: `Encoding that scripts work with. ${encoding}` },
    output_encoding: { type: 'string', description: `Encoding of text that goes out. ${encoding}` },
    max_input_nesting_level: {
        type: 'integer',
        description: 'How deep arrays in `$_GET`, `$_POST` and `$_COOKIE` may be nested; what lies deeper is dropped.',
    },
    max_input_vars: {
        type: 'integer',
        description:
            'How many variables a request may have, counted for `$_GET`, `$_POST` and `$_COOKIE` each. Further ones are dropped, with a warning in the log only: large forms lose their last fields.',
    },
    max_multipart_body_parts: {
        type: 'integer',
        description:
            'How many parts a `multipart/form-data` body may have; -1 is the sum of `max_input_vars` and `max_file_uploads`. Came with the security fixes 8.0.28, 8.1.16 and 8.2.3.',
    },
    output_buffering: {
        type: 'integer',
        unit: 'bytes',
        alsoBoolean: true,
        values: [
            { value: 'Off', description: 'Output is sent on at once' },
            { value: 'On', description: 'A buffer without a limit' },
            { value: '4096', description: 'A buffer of 4096 bytes' },
        ],
        openValues: true,
        description:
            'Collects output before it is sent, up to so many bytes. `On` is 1 to PHP, and means a buffer without a limit. With a buffer, headers and cookies may be set after the first output. The command line turns it off whatever php.ini says.',
    },
    output_handler: {
        type: 'string',
        description:
            'A function that all output goes through, such as `ob_gzhandler` or `mb_output_handler`. Compression is better left to `zlib.output_compression` or to the web server; both at once break pages.',
    },
    post_max_size: {
        type: 'integer',
        unit: 'bytes',
        description:
            'Largest body of a POST request. It must be larger than `upload_max_filesize`. Of a larger request `$_POST` and `$_FILES` are empty. 0 sets no limit.',
    },
    register_argc_argv: {
        type: 'boolean',
        description:
            'Fills `$argv` and `$argc`; on a web server from the query string. The command line turns it on whatever php.ini says.',
        notes: [{ version: '8.5', text: 'Taking them from the query string is deprecated.' }],
    },
    request_order: {
        type: 'string',
        values: [
            { value: 'GP', description: 'Query string and form: cookies stay out of `$_REQUEST`' },
            { value: 'CGP', description: 'Cookies as well, with the lowest precedence' },
        ],
        openValues: true,
        description:
            'What `$_REQUEST` is made of, later letters win: `G` query string, `P` form, `C` cookies. Empty: as in `variables_order`, so cookies may replace form fields.',
    },
    variables_order: {
        type: 'string',
        values: [
            { value: 'GPCS', description: 'All but `$_ENV`' },
            { value: 'EGPCS', description: 'All' },
        ],
        openValues: true,
        description:
            'Which of the superglobals are made, and in which order: `E` `$_ENV`, `G` `$_GET`, `P` `$_POST`, `C` `$_COOKIE`, `S` `$_SERVER`. Without `E`, `getenv()` still works.',
    },
    short_open_tag: {
        type: 'boolean',
        description:
            'Takes `<?` for the start of PHP. `<?=` always works. Code with `<?` is shown to visitors where this is off; XML with `<?xml` breaks where it is on.',
    },
    unserialize_callback_func: {
        type: 'string',
        description: 'A function that is called where `unserialize()` meets a class that does not exist.',
    },
    precision: {
        type: 'integer',
        minimum: -1,
        unit: 'digits',
        description:
            'How many significant digits of a floating point number `echo` shows; -1: as many as are needed to tell it from others.',
    },
    serialize_precision: {
        type: 'integer',
        minimum: -1,
        unit: 'digits',
        description:
            'The same for `serialize()`, `json_encode()` and `var_export()`. With the `17` of old files `0.1` becomes `0.10000000000000001`.',
    },
    'highlight.comment': {
        type: 'string',
        anchor: 'ini.syntax-highlighting',
        description: 'Colour of comments in highlighted source code.',
    },
    'highlight.default': {
        type: 'string',
        anchor: 'ini.syntax-highlighting',
        description: 'Colour of names in highlighted source code.',
    },
    'highlight.html': {
        type: 'string',
        anchor: 'ini.syntax-highlighting',
        description: 'Colour of HTML in highlighted source code.',
    },
    'highlight.keyword': {
        type: 'string',
        anchor: 'ini.syntax-highlighting',
        description: 'Colour of keywords in highlighted source code.',
    },
    'highlight.string': {
        type: 'string',
        anchor: 'ini.syntax-highlighting',
        description: 'Colour of strings in highlighted source code.',
    },
};
