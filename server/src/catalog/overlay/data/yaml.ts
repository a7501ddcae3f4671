import type { Overlay } from '../described.ts';

/** Of the yaml extension; measured with 2.2.4. */
export const yaml: Overlay = {
    extension: 'yaml',
    versions: 'extension',
    page: 'https://www.php.net/manual/en/yaml.configuration.php',
    directives: {
        'yaml.decode_php': {
            type: 'boolean',
            description:
                'Makes objects of `!php/object`. With documents from outside that lets strangers run code: leave it off. The default was On before 2.0.',
        },
        'yaml.decode_binary': { type: 'boolean', description: 'Decodes `!!binary`.' },
        'yaml.decode_timestamp': {
            type: 'integer',
            minimum: 0,
            maximum: 2,
            values: [
                { value: '0', description: 'Text' },
                { value: '1', description: 'By `strtotime()`' },
                { value: '2', description: 'By `date_create()`' },
            ],
            description: 'What becomes of `!!timestamp`.',
        },
        'yaml.output_canonical': { type: 'boolean', description: 'Writes YAML in its canonical form.' },
        'yaml.output_indent': {
            type: 'integer',
            minimum: 1,
            maximum: 10,
            unit: 'characters',
            description: 'How far each level is indented.',
        },
        'yaml.output_width': {
            type: 'integer',
            minimum: -1,
            unit: 'characters',
            description: 'Width after which lines are broken; -1 does not.',
        },
    },
};
