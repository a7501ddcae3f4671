import type { Overlay } from '../described.ts';

/** Of the imagick extension; measured with 3.8.0. */
export const imagick: Overlay = {
    extension: 'imagick',
    versions: 'extension',
    page: 'https://www.php.net/manual/en/imagick.configuration.php',
    directives: {
        'imagick.locale_fix': {
            type: 'boolean',
            description: 'Draws with a full stop in numbers whatever the locale says.',
        },
        'imagick.progress_monitor': {
            type: 'boolean',
            description: 'Lets scripts follow the progress of an operation, and stop it.',
        },
        'imagick.skip_version_check': {
            type: 'boolean',
            since: '3.3',
            description:
                'Does not warn where ImageMagick is another version than the extension was built with. Debian\u2019s package has it On.',
        },
        'imagick.set_single_thread': {
            type: 'boolean',
            since: '3.5',
            anchor: '',
            description: 'Has ImageMagick use one thread: several can hang PHP.',
        },
        'imagick.shutdown_sleep_count': {
            type: 'integer',
            since: '3.5',
            anchor: '',
            description: 'How often to wait, at the end of the process, for threads of ImageMagick to end.',
        },
        'imagick.allow_zero_dimension_images': {
            type: 'boolean',
            since: '3.5',
            anchor: '',
            description: 'Allows images without width or height, which otherwise throw an exception.',
        },
    },
};
