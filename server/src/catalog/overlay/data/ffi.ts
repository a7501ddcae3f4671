import type { Overlay } from '../described.ts';

export const ffi: Overlay = {
    extension: 'ffi',
    versions: 'php',
    page: 'https://www.php.net/manual/en/ffi.configuration.php',
    directives: {
        'ffi.enable': {
            type: 'enum',
            alsoBoolean: true,
            values: [
                { value: 'preload', description: 'In `opcache.preload` scripts and on the command line only' },
                { value: '1', description: 'Everywhere' },
                { value: '0', description: 'Nowhere' },
            ],
            description:
                'Where scripts may call C functions. `On` lets any script read and write all memory of the process; leave that to development.',
        },
        'ffi.preload': {
            type: 'pathList',
            description: 'C headers to read when the server starts, for `FFI::scope()`; patterns are allowed.',
        },
    },
};
