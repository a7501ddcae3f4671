import type { Overlay } from '../described.ts';

export const openssl: Overlay = {
    extension: 'openssl',
    versions: 'php',
    page: 'https://www.php.net/manual/en/openssl.configuration.php',
    directives: {
        'openssl.cafile': {
            type: 'path',
            description:
                'File with the certificates that PHP trusts when it opens `https://` and other encrypted streams; curl has `curl.cainfo`. Empty leaves it to OpenSSL. Where the file is missing, all such connections fail.',
        },
        'openssl.capath': {
            type: 'path',
            description:
                'Directory with trusted certificates, prepared by `c_rehash`, for what `openssl.cafile` does not hold.',
        },
        'openssl.libctx': {
            type: 'enum',
            values: [
                { value: 'custom', description: 'A context of its own for each process or thread' },
                { value: 'default', description: 'The one that all libraries of the process share' },
            ],
            description:
                'Which context of OpenSSL is used. `default` shares settings and providers with other libraries in the process.',
        },
    },
};
