import type { Overlay } from '../described.ts';

export const curl: Overlay = {
    extension: 'curl',
    versions: 'php',
    page: 'https://www.php.net/manual/en/curl.configuration.php',
    directives: {
        'curl.cainfo': {
            type: 'path',
            description:
                'File with the certificates that curl trusts, as an absolute path; empty leaves it to libcurl. Where the file is missing, every HTTPS request of curl fails.',
        },
    },
};
