import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../../server/src/rules/table.ts';
import { mutated, mutation, spanOf } from '../../support/php/mutations.ts';
import { phpVersions } from '../../support/php/phpWasm.ts';
import { runsOr, seed } from '../../support/run/runs.ts';
import { anyText } from '../../unit/syntax/generators.ts';
import { embeddingTexts } from '../support/embeddingTexts.ts';
import { recordServer, type RecordedServer } from '../support/recordedServer.ts';

const runs = runsOr(20_000);
const uris = [
    'php-node://shop/application/1/etc/php/8.4/apache2/php.ini',
    'file:///etc/php/8.4/fpm/pool.d/www.conf',
    'file:///etc/apache2/sites-available/shop.conf',
    'file:///srv/shop/.htaccess',
    'file:///srv/shop/Dockerfile',
    'file:///srv/shop/compose.yaml',
];

const examples = rules.flatMap(({ failing, passing }) => [...failing, ...passing]);
const text = mutated(
    fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...examples.map(example => example.text), ...embeddingTexts) },
        { weight: 1, arbitrary: anyText },
    ),
);
const facts = fc.constantFrom({ environments: [] }, ...examples.flatMap(example => example.facts ?? []));
const version = fc.constantFrom('auto', ...phpVersions);
const place = fc.double({ min: 0, max: 1, noNaN: true });

interface Point {
    readonly line: number;
    readonly character: number;
}

/** One set of parameters that each handler finds in it what it asks for. */
function parameters(document: TextDocument, from: number, to: number, query: string): object {
    const { uri } = document;
    const position = document.positionAt(Math.floor(to * document.getText().length));
    const [start, end] = [from, to]
        .sort((a, b) => a - b)
        .map(at => document.positionAt(Math.floor(at * document.getText().length)));
    return {
        textDocument: { uri },
        position,
        positions: [position, start],
        range: { start, end },
        query,
        newName: query,
        code: rules[query.length % rules.length]?.code,
        options: { tabSize: 4, insertSpaces: true, trimFinalNewlines: true, insertFinalNewline: true },
        context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    };
}

/** Every place that an answer names lies in the document. */
function checkPlaces(document: TextDocument, answer: unknown): void {
    if (Array.isArray(answer)) {
        for (const one of answer) {
            checkPlaces(document, one);
        }
    } else if (isObject(answer)) {
        if (isPoint(answer)) {
            const { line, character } = answer;
            const whole = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
            // Between the two characters of a line ending is still on the line.
            assert.ok(line >= 0 && line < document.lineCount && character >= 0 && character <= whole.length);
        } else if (isPoint(answer.start) && isPoint(answer.end)) {
            assert.ok(
                document.offsetAt(answer.start) <= document.offsetAt(answer.end),
                'a range begins before it ends',
            );
        }
        for (const one of Object.values(answer)) {
            checkPlaces(document, one);
        }
    }
}

/** Names the feature in what is thrown. */
function within(what: string, action: () => void): void {
    try {
        action();
    } catch (error) {
        throw new Error(`${what} answers about places that are not there`, { cause: error });
    }
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}

function isPoint(value: unknown): value is Point {
    return isObject(value) && typeof value.line === 'number' && typeof value.character === 'number';
}

/** Asks everything there is to ask. */
function askAll(server: RecordedServer, uri: string, from: number, to: number, query: string): void {
    const document = TextDocument.create(uri, 'php-ini', 1, server.textOf(uri));
    const asked = parameters(document, from, to, query);
    const pushed = server.diagnose(uri);
    within('Diagnostics', () => {
        checkPlaces(document, pushed);
    });
    for (const [name, handler] of server.handlers) {
        if (name !== 'onCompletionResolve') {
            const answer = handler(asked);
            within(name, () => {
                checkPlaces(document, answer);
            });
            if (name === 'onCompletion') {
                resolveSome(server, answer);
            }
        }
    }
    assert.deepEqual(server.failures, []);
}

function resolveSome(server: RecordedServer, answer: unknown): void {
    const items = isObject(answer) && Array.isArray(answer.items) ? (answer.items as unknown[]) : [];
    for (const item of [items.at(0), items.at(-1)]) {
        if (item !== undefined) {
            assert.ok(isObject(server.handlers.get('onCompletionResolve')?.(item)));
        }
    }
}

describe(`every feature, on mutated documents (seed ${seed})`, function () {
    this.timeout(Math.max(300_000, runs * 60));

    it('there are handlers to ask', () => {
        const { handlers } = recordServer();
        assert.ok(handlers.size > 15, [...handlers.keys()].join(', '));
    });

    it(`answers about ${runs} of them, with a change half typed`, () => {
        const property = fc.property(
            fc.record({
                text,
                facts,
                version,
                uri: fc.oneof(fc.constant(uris[0] ?? ''), fc.constantFrom(...uris)),
                change: mutation,
                from: place,
                to: place,
                query: fc.constantFrom('', 'x', 'session.name', 'a=b'),
            }),
            ({ text: before, facts: known, version: php, uri, change, from, to, query }) => {
                const server = recordServer();
                server.facts(known);
                server.settings({ php: { version: php } });
                server.open(uri, before);
                askAll(server, uri, from, to, query);
                // Somebody types: the next character is there, the rest is not.
                const { start, end } = spanOf(before, change);
                server.change(uri, start, end, change.added.slice(0, 1));
                askAll(server, uri, (start + 1) / (before.length + 1), to, query);
                server.close(uri);
                server.handlers.get('onHover')?.({ textDocument: { uri }, position: { line: 0, character: 0 } });
                assert.deepEqual(server.failures, []);
            },
        );
        fc.assert(property, { numRuns: Math.ceil(runs / 2) });
    });
});
