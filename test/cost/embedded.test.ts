import { describe, it } from 'mocha';
import { embeddedContexts } from '../../server/src/model/embeddedContexts.ts';
import { assertLinear } from './linear.ts';

/** A file that embeds settings, what stands in front in it, and what may follow any number of times. */
const files: Readonly<Record<string, { readonly head: string; readonly pieces: readonly string[] }>> = {
    'file:///etc/php/8.4/fpm/pool.d/www.conf': {
        head: '[www]\nphp_value[memory_limit] = 128M\n',
        pieces: [
            'php_value[a] = 1\n',
            'php_value[a] = "\n',
            'php_value[ ',
            ' ',
            '[x]\n',
            '; x\n',
            'php_flag',
            '=',
            ']',
        ],
    },
    'file:///srv/shop/.htaccess': {
        head: 'php_value memory_limit 128M\n',
        pieces: ['php_value a 1\n', '<IfModule x>\n', '</IfModule>\n', 'x \\\n', ' ', '"', '\\"', '# x\n'],
    },
    'file:///srv/shop/Dockerfile': {
        head: 'FROM php\nENV PHP_MEMORY_LIMIT=128M\n',
        pieces: [
            'RUN echo "a=1" > /etc/php/x.ini\n',
            'RUN x \\\n',
            'RUN cat <<A > /etc/php/x.ini\n',
            'COPY <<A /etc/php/x.ini\na=1\nA\n',
            'ENV PHP_MEMORY_LIMIT=1\n',
            '"',
            ' && ',
            '<<A ',
            '\\\n',
        ],
    },
    'file:///srv/shop/compose.yaml': {
        head: 'services:\n  php:\n    environment:\n      PHP_MEMORY_LIMIT: 128M\n',
        pieces: ['      PHP_MEMORY_LIMIT: 1\n', '  x:\n', '      - ', ' ', '"', ' #', ':'],
    },
};

describe('the cost of reading settings in files of others', () => {
    for (const [uri, { head, pieces }] of Object.entries(files)) {
        for (const piece of pieces) {
            it(`is linear in ${JSON.stringify(piece)}, in ${uri.slice(uri.lastIndexOf('/') + 1)}`, () => {
                assertLinear(times => {
                    const text = head + piece.repeat(times);
                    return () => embeddedContexts(text, { uri, facts: { environments: [] } });
                }, 200);
            });
        }
    }
});
