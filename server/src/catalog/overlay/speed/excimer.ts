import type { Overlay } from '../described.ts';

/** Of the excimer extension; measured with 1.2.3. */
export const excimer: Overlay = {
    extension: 'excimer',
    versions: 'extension',
    page: 'https://www.mediawiki.org/wiki/Excimer',
    directives: {
        'excimer.default_max_depth': {
            type: 'integer',
            minimum: 0,
            anchor: '',
            description: 'How many calls of a stack the profiler keeps; 0 keeps all.',
        },
    },
};
