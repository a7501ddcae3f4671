import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Position } from 'vscode-languageserver';
import { codeLenses } from '../../../server/src/service/codeLenses.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { inlayHints } from '../../../server/src/service/inlayHints.ts';
import { toOffset, toPosition } from '../../../server/src/service/positions.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { contextOf } from '../support/cursor.ts';
import { nodeUri, phpFacts, shop, store } from '../support/nodes.ts';
import { mutated, phpVersion } from '../support/property.ts';

const settings = { memory_limit: '128M', 'session.save_path': 'tcp://h:1?auth=geheim', 'mysqli.default_pw': 'geheim' };
const facts = shop(
    [
        phpFacts(settings, { environmentVariables: ['HOST'], availableExtensions: ['redis'] }),
        phpFacts({ memory_limit: '256M' }, { files: { '/etc/php/8.4/apache2/php.ini': 'memory_limit = 1' } }),
    ],
    [store(1)],
);

const texts = fc
    .tuple(
        anyText,
        fc.constantFrom(
            'memory_limit = 1G',
            'session.save_handler = memcached\nsession.save_path = "shop-store-1:11211,${HOST:-localhost}:1"',
            'error_reporting = E_ALL & ~E_NOTICE | E_STRICT',
            'mysqli.default_pw = "a"',
            '[HOST=x]\nsession.name = ${memory_limit}\n[Session]',
            'extension = redis.so\nzend_extension=opcache',
            'a = 2\nb = x${a}y\nc = ${b}',
            ';session.gc_maxlifetime = 1440',
        ),
        anyText,
    )
    .map(parts => parts.join('\n'));

function isBefore(a: Position, b: Position): boolean {
    return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

describe('hover, inlay hints and code lenses on any text', () => {
    it('stay within it, give the same when asked again, and never tell passwords of nodes', () => {
        fc.assert(
            fc.property(mutated(texts), phpVersion, fc.nat(), (text, version, place) => {
                const context = contextOf(text, { phpVersion: version, uri: nodeUri, facts });
                const { document } = context;
                const offset = place % (text.length + 1);
                const position = toPosition(document, offset);
                const shown = hover(context, position);
                if (shown?.range) {
                    const { start, end } = shown.range;
                    assert.ok(isBefore(start, position) && isBefore(position, end), text);
                    assert.ok(toOffset(document, end) <= text.length);
                }
                const end = toPosition(document, text.length);
                const hints = inlayHints(context, { start: { line: 0, character: 0 }, end });
                assert.ok(hints.every(hint => isBefore(hint.position, end)));
                const later = inlayHints(context, { start: position, end });
                assert.deepEqual(
                    later,
                    hints.filter(hint => isBefore(position, hint.position)),
                );
                const said = JSON.stringify([shown, hints, codeLenses(context)]);
                assert.ok(text.includes('geheim') || !said.includes('geheim'), said);
            }),
            { numRuns: 2_000 },
        );
    });
});
