import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Fix } from '../../../server/src/rules/rule.ts';
import { rules } from '../../../server/src/rules/table.ts';
import { checkDocument, type RatedDiagnostic } from '../../../server/src/service/ruleDiagnostics.ts';
import { contextOf } from '../support/cursor.ts';
import { runsOr } from '../../support/run/runs.ts';
import { redisCase, redisClusterCase } from '../../support/phpredis/paths.ts';

function diagnostics(text: string): RatedDiagnostic[] {
    return checkDocument(contextOf(text), {
        rules,
        onFailure: (rule, error) => {
            throw new Error(`Rule ${rule.code} threw on ${JSON.stringify(text)}`, { cause: error });
        },
    });
}
function apply(text: string, { changes }: Fix): string {
    return changes.toReversed().reduce((result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end), text);
}
const count = (all: readonly RatedDiagnostic[], code: string) => all.filter(({ rule }) => rule.code === code).length;
const severe = (all: readonly RatedDiagnostic[]) => all.filter(({ severity }) => severity === 'error' || severity === 'warning');

const place = { folder: '/tmp/x', net: '10.0.0' };
const pieces = fc.array(fc.constantFrom('tcp://', 'tls://', 'redis://', 'unix:///run/r.sock', '//', 'h', 'cache-1', '10.0.0.1', '[::1]', ':6379', ':26379', ':70000', ':', '/', '/6379', '/3', '?', '&', '&', ',', ', ', ';', ' ', '=', 'auth=', 'auth[]=', 'auth[user]=', 'auth[pass]=', 'auth[username]=', 'bob', 'p+w', 'se,cret', 'a:b', 'x@', 'bob:pw@', 'database=', 'db=', '3', '99', 'timeout=', '0,25', '0', '500ms', 'persistent=', 'On', '1', 'prefix=', 'S:', 'weight=', 'seed[]=', 'seed=', 'password=', 'user=', 'stream[verify_peer]=', 'false', '%2B', '%', '#', 'foo=bar', 'amp;'), { minLength: 1, maxLength: 14 }).map(all => all.join(''));
const file = fc.tuple(fc.oneof(pieces.map(path => ({ path, handler: 'redis' })), pieces.map(path => ({ path, handler: 'rediscluster' })), redisCase(place), redisClusterCase(place)), fc.constantFrom('"', "'", ''), fc.constantFrom('', 'redis.session.locking_enabled = 1\n', 'redis.session.locking_enabled = On\nredis.session.lock_expire = 5\n', 'max_execution_time = 0\n'))
 .map(([{ handler, path }, quote, more]) => `session.save_handler = ${handler}\nsession.save_path = ${quote}${path}${quote}\n${more}`);

describe('fixes of Redis paths', () => {
    it('leave less, and nothing new', () => {
        fc.assert(fc.property(file, text => {
            const context = contextOf(text);
            if (context.document.error || context.effective('session.save_path') === undefined) return;
            const before = diagnostics(text);
            for (const { rule, diagnostic } of before) {
                if (!/redis|path-|port-|handler-path|lock/.test(rule.code)) continue;
                const { start, end } = diagnostic.range;
                assert.ok(start < end && end <= text.length, rule.code);
                for (const fix of diagnostic.fixes?.() ?? []) {
                    const after = apply(text, fix);
                    const where = `${rule.code}, ${fix.title}: ${JSON.stringify(after)}`;
                    assert.ok(!contextOf(after).document.error, where);
                    assert.notEqual(after, text, where);
                    const found = diagnostics(after);
                    assert.ok(count(found, rule.code) < count(before, rule.code), `still there: ${where}`);
                    const newOnes = severe(found).filter(one => one.rule.code !== rule.code && count(found, one.rule.code) > count(before, one.rule.code));
                    assert.deepEqual(newOnes.map(({ rule: r, diagnostic: d }) => `${r.code}: ${d.message}`), [], `new: ${where}`);
                }
            }
        }), { numRuns: runsOr(3000) });
    });
});
