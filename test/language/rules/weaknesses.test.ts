import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import { findWeaknesses } from '../../../client/src/cluster/verify/weaknesses.ts';
import { directiveNames } from '../../../server/src/catalog/lookup.ts';
import { textOf } from '../../../server/src/phpIni/sessionKnowledge/weakness.ts';
import { WEAKNESS_CODES } from '../../../server/src/phpIni/sessionKnowledge/weaknesses.ts';
import type { FailingExample } from '../../../server/src/rules/rule.ts';
import { EXAMPLE_URI, exampleFacts, examplePhp } from '../../../server/src/rules/support/exampleNodes.ts';
import { sessionSetUp } from '../../../server/src/rules/support/session/sessionSetUp.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { checkDocument } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextOf } from '../support/cursor.ts';

/** Of these a report tells as well; of the others, only one of the two has anything to say. */
const COMMON = [
    'drift',
    'files-on-cluster',
    'lock-budget',
    'lock-expire-cli',
    'memcached-locking-off',
    'multi-server-no-replicas',
    'redis-lock-short',
    'redis-locking-off',
    'replicas-incomplete',
    'replicas-lazy-write',
    'replicas-need-binary',
];

/** A report always knows which phpredis there is: the editor is told that it is the one of the catalogue. */
const settings = { 'redis.session.locking_enabled': '0', 'redis.session.early_refresh': '0' };
const phpredis6 = { uri: EXAMPLE_URI, facts: exampleFacts(examplePhp('', { settings })) };

function onNode(example: FailingExample): FailingExample {
    return /^session\.save_handler = redis$/m.test(example.text) && !example.facts
        ? { ...example, ...phpredis6 }
        : example;
}

const environment: Environment = { name: 'shop', kind: 'adopted', nodes: [] };

/** What the nodes say is in force where the example is the php.ini of the first one. */
function factsOf({ text, ...options }: FailingExample): Parameters<typeof findWeaknesses>[1] {
    const [shop] = options.facts?.environments ?? [];
    if (shop) {
        return new Map(
            shop.applications.flatMap(({ node, php }) =>
                php ? [[node, { settings: php.settings, sessionDirectory: php.sessionDirectory ?? null }]] : [],
            ),
        );
    }
    const { handler, read } = sessionSetUp(contextOf(text, options));
    const settings = directiveNames().flatMap(name => {
        const value = name === 'session.save_handler' ? handler : read(name);
        return value === undefined ? [] : [[name, value] as const];
    });
    return new Map([['shop-application-1', { settings: Object.fromEntries(settings), sessionDirectory: null }]]);
}

describe('a weakness in a report, and what the editor says of a php.ini', () => {
    it('have the code of one rule where both tell it', () => {
        const codes = new Set(rules.map(({ code }) => code));
        assert.deepEqual(
            [...WEAKNESS_CODES, 'drift', 'files-on-cluster'].filter(code => codes.has(code)).sort(),
            COMMON,
        );
        // As rules' codes are, so that one of them can become a rule.
        assert.ok(WEAKNESS_CODES.every(code => /^[a-z0-9-]+$/.test(code)));
    });

    for (const rule of rules.filter(({ code }) => COMMON.includes(code))) {
        for (const example of rule.failing) {
            it(`have the same words: ${rule.code} in ${JSON.stringify(example.text)}`, () => {
                const found = checkDocument(contextOf(example.text, onNode(example)), {
                    rules: [rule],
                    onFailure: (_, error) => {
                        throw new Error('The rule threw', { cause: error });
                    },
                });
                const told = findWeaknesses(environment, factsOf(example), undefined).filter(
                    ({ code }) => code === rule.code,
                );
                assert.ok(told.length > 0);
                assert.deepEqual(
                    told.map(textOf),
                    found.map(({ diagnostic }) => diagnostic.message),
                );
            });
        }
        // A file that does not name the handler may be a part of any set-up: the editor says less of it.
        const whole = rule.passing.filter(({ facts, text }) => !facts && /^session\.save_handler/m.test(text));
        for (const example of whole.filter(({ text }) => !text.includes('${'))) {
            it(`keep quiet alike: ${rule.code} in ${JSON.stringify(example.text)}`, () => {
                const told = findWeaknesses(environment, factsOf({ ...example, marks: [] }), undefined);
                assert.ok(!told.some(({ code }) => code === rule.code));
            });
        }
    }
});
