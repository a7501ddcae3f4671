import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { redisCase, redisClusterCase } from '../support/phpredis/paths.ts';
import { askInstalled, difference, started } from '../support/phpredis/phpredis.ts';
import { runsOr, seed } from '../support/run/runs.ts';

const paths = runsOr(2000);

describe('save paths of phpredis', () => {
    for (const [handler, caseAt] of [
        ['redis', redisCase],
        ['rediscluster', redisClusterCase],
    ] as const) {
        it(`lead to the server, the login and the key that we say: ${paths} of ${handler}`, async () => {
            const asked = await askInstalled(place => fc.sample(caseAt(place), { numRuns: paths, seed }));
            assert.equal(asked.answer.outcomes.length, asked.cases.length);
            const found = difference(asked);
            assert.ok(!found, `phpredis ${asked.answer.version}, seed ${seed}: ${JSON.stringify(found, null, 4)}`);
            const sessions = started(asked);
            const isMixed = sessions > paths / 10 && sessions < paths * 0.9;
            assert.ok(
                paths < 100 || isMixed,
                `${sessions} of ${paths} sessions start: of too few something can be told`,
            );
        });
    }
});
