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


it('collect', function () { this.timeout(600000);
  const seen = new Map<string, [number, string]>();
  const note = (k: string, t: string) => { const [n, o] = seen.get(k) ?? [0, t]; seen.set(k, [n+1, t.length < o.length ? t : o]); };
  for (const text of fc.sample(file, { numRuns: Number(process.env.N ?? 3000), seed: Number(process.env.S ?? 1) })) {
    const context = contextOf(text);
    if (context.document.error || context.effective('session.save_path') === undefined) continue;
    let before; try { before = diagnostics(text); } catch (e) { note('THROW '+(e as Error).message.slice(0,40)+String((e as any).cause?.message), text); continue; }
    for (const { rule, diagnostic } of before) {
      if (!/redis|path-|port-|handler-path|lock/.test(rule.code)) continue;
      const { start, end } = diagnostic.range;
      if (!(start < end && end <= text.length)) note(`RANGE ${rule.code}`, text);
      for (const fix of diagnostic.fixes?.() ?? []) {
        const after = apply(text, fix); const show = text + '  -> ' + fix.title + ' -> ' + after;
        if (after === text) note(`SAME ${rule.code}`, show);
        if (contextOf(after).document.error) { note(`BROKEN ${rule.code}`, show); continue; }
        const found = diagnostics(after);
        if (!(count(found, rule.code) < count(before, rule.code))) note(`STAYS ${rule.code}`, show);
        for (const one of severe(found)) if (one.rule.code !== rule.code && count(found, one.rule.code) > count(before, one.rule.code)) note(`NEW ${rule.code} (${fix.title.slice(0,30)}) => ${one.rule.code}`, show + ' :: ' + one.diagnostic.message);
      }
    }
  }
  for (const [k, [n, t]] of [...seen].sort()) console.log(n, k, JSON.stringify(t.replaceAll('session.save_handler = ','').replaceAll('session.save_path = ','')));
});
