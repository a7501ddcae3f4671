import { describe, it } from 'mocha';
import { assertLinear } from './linear.ts';
import { DocumentContext } from '../../server/src/model/documentContext.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { checkDocument } from '../../server/src/service/ruleDiagnostics.ts';

/** What a save path is made of, and what it is not. */
const pieces = ['a', ' ', ',', 'h:1,', ';', '<', 'a;', 'a ', '&a=1', ':', '/', '[', '@a', '__', '\u00ab', '-', '1'];

/** All that is said of the text, and the first ways of mending it. */
function checking(text: string): () => void {
    return () => {
        const onFailure = (_: unknown, error: unknown): void => {
            throw error;
        };
        for (const { diagnostic } of checkDocument(new DocumentContext(parsePhpIni(text)), { onFailure }).slice(0, 3)) {
            diagnostic.fixes?.();
        }
    };
}

describe('the cost of checking a php.ini', () => {
    for (const handler of ['memcached', 'redis', 'files']) {
        it(`is linear in the save path of ${handler}`, () => {
            for (const piece of pieces) {
                for (const [before, after] of [['h:1 ', ''] as const, ['', '\u00ab:// <x>'] as const]) {
                    const head = `session.save_handler = ${handler}\nsession.save_path = "${before}`;
                    assertLinear(times => checking(`${head}${piece.repeat(times)}${after}"\n`), 500);
                }
            }
        });
    }

    it('is linear in extensions and settings that come in a wrong order', () => {
        const lines =
            'extension = memcached\nmemcached.sess_binary = 1\nsession.gc_divisor = 1\nextension = igbinary\n';
        assertLinear(times => checking(`session.save_handler = redis\n${lines.repeat(times)}`), 200);
    });
});
