import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../../../server/src/rules/support/exampleNodes.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { complete } from '../../../server/src/service/completion/complete.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { inlayHints } from '../../../server/src/service/inlayHints.ts';
import { toPosition } from '../../../server/src/service/positions.ts';
import { contextOf } from '../support/cursor.ts';

/** What every object has is none of what our tables hold. */
const words = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

const textOf = (name: string, word: string): string =>
    `[${word}]\n${name} = ${word}\nsession.save_path = \${${word}}\nsession.save_path = ""\n`;

function contextsOf(name: string, word: string) {
    const text = textOf(name, word);
    const settings = { 'session.save_handler': word, 'session.save_path': word };
    const facts = exampleFacts(examplePhp(text, { settings }), { second: examplePhp('', { settings }) });
    return [contextOf(text), contextOf(text, { uri: EXAMPLE_URI, facts })];
}

function fail(_rule: unknown, error: unknown): never {
    throw error;
}

describe('names that every object has', () => {
    for (const name of ['session.save_handler', 'session.serialize_handler', 'extension', 'zend_extension', 'own']) {
        it(`are nothing special as values of ${name}, or as names`, () => {
            for (const word of words) {
                for (const context of [...contextsOf(name, word), ...contextsOf(word, word)]) {
                    const said = checkDocument(context, { onFailure: fail, rules }).flatMap(({ diagnostic }) => [
                        diagnostic.message,
                        ...(diagnostic.fixes?.() ?? []).map(({ title }) => title),
                    ]);
                    for (let offset = 0; offset <= context.document.text.length; offset++) {
                        const position = toPosition(context.document, offset);
                        said.push(JSON.stringify([complete(context, position), hover(context, position)]));
                    }
                    const end = toPosition(context.document, context.document.text.length);
                    said.push(JSON.stringify(inlayHints(context, { start: { line: 0, character: 0 }, end })));
                    assert.doesNotMatch(said.join('\n'), /native code|\[object/, word);
                }
            }
        });
    }
});
