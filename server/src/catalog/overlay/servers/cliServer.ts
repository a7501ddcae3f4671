import type { Overlay } from '../described.ts';

/** Of the web server in the command line program, `php -S`. */
export const cliServer: Overlay = {
    extension: 'cli_server',
    versions: 'php',
    page: 'https://www.php.net/manual/en/features.commandline.webserver.php',
    directives: {
        'cli_server.color': { type: 'boolean', description: 'Colours in what `php -S` prints.' },
    },
};
