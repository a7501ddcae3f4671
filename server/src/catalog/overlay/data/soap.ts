import type { Overlay } from '../described.ts';

export const soap: Overlay = {
    extension: 'soap',
    versions: 'php',
    page: 'https://www.php.net/manual/en/soap.configuration.php',
    directives: {
        'soap.wsdl_cache_enabled': {
            type: 'boolean',
            description: 'Keeps parsed WSDL files. Off, every request fetches and parses them.',
        },
        'soap.wsdl_cache_dir': {
            type: 'path',
            description:
                'Directory of cached WSDL files. In one that other users of the machine can write to, as the default is, they can plant files that PHP will trust.',
        },
        'soap.wsdl_cache_ttl': {
            type: 'integer',
            unit: 'seconds',
            description: 'How long a cached WSDL file is used before it is fetched again.',
        },
        'soap.wsdl_cache': {
            type: 'integer',
            values: [
                { value: '0', description: 'No cache' },
                { value: '1', description: 'Files' },
                { value: '2', description: 'Memory of the process' },
                { value: '3', description: 'Both' },
            ],
            description:
                'Where WSDL files are cached. Write the number: a name such as `WSDL_CACHE_BOTH` is not known yet when php.ini is read, and counts as 0.',
        },
        'soap.wsdl_cache_limit': {
            type: 'integer',
            description: 'How many WSDL files are cached in memory; the oldest goes when it is full.',
        },
    },
};
