import type { Overlay } from '../described.ts';

/** PCOV, which measures how much of the code tests run. */
export const pcov: Overlay = {
    extension: 'pcov',
    versions: 'extension',
    page: 'https://github.com/krakjoe/pcov',
    directives: {
        'pcov.enabled': {
            type: 'boolean',
            description: 'Lets tests measure coverage. Off where PHP serves people: it slows every script down.',
        },
        'pcov.directory': {
            type: 'path',
            description:
                'Only files below it are measured. Not set: `src`, `lib` or `app` in the current directory, or that directory.',
        },
        'pcov.exclude': {
            type: 'string',
            description: 'A regular expression with delimiters: files below `pcov.directory` that are not measured.',
        },
        'pcov.initial.memory': {
            type: 'integer',
            unit: 'bytes',
            description: 'Memory that is taken at first; more is taken when it is needed.',
        },
        'pcov.initial.files': {
            type: 'integer',
            description: 'For how many files there is room at first.',
        },
    },
};
