import type { Overlay } from '../described.ts';

/** Of the uploadprogress extension; measured with 2.0.2. */
export const uploadprogress: Overlay = {
    extension: 'uploadprogress',
    versions: 'extension',
    page: 'https://github.com/php/pecl-php-uploadprogress',
    directives: {
        'uploadprogress.file.filename_template': {
            type: 'path',
            anchor: '',
            description:
                'File that holds how far an upload is, with `%s` for its identifier; an absolute path. A load balancer has to send both requests to one node, or the file has to lie on a shared volume.',
        },
        'uploadprogress.file.contents_template': {
            type: 'path',
            anchor: '',
            description: 'File that holds what has arrived, with `%s` for the identifier; an absolute path.',
        },
        'uploadprogress.get_contents': {
            type: 'boolean',
            anchor: '',
            description: 'Lets scripts read what has arrived of an upload that is still under way.',
        },
    },
};
