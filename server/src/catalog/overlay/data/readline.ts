import type { Overlay } from '../described.ts';

export const readline: Overlay = {
    extension: 'readline',
    versions: 'php',
    page: 'https://www.php.net/manual/en/readline.configuration.php',
    directives: {
        'cli.pager': {
            type: 'string',
            description: 'Program that shows the output of `php -a`, `less` say.',
        },
        'cli.prompt': {
            type: 'string',
            description:
                'Prompt of `php -a`. `\\b` is the kind of code, `\\>` the prompt character, `\\v` the version; code may stand in back-ticks.',
        },
    },
};
