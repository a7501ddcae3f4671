import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { startNode } from '../../../client/src/cluster/lifecycle/lifecycle.ts';
import type { Environment } from '../../../client/src/cluster/model/model.ts';
import type { OperationContext } from '../../../client/src/cluster/model/operation.ts';
import { applyTopology } from '../../../client/src/cluster/scale/topologyChange.ts';
import { verifyFailover } from '../../../client/src/cluster/verify/verify.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { application, openEngine, testTopology, withEnvironment } from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';

/**
 * What a topology file may say of the balancer: where POSTs are repeated, a failed one is an error; where they are not,
 * it was cut.
 */
const PATIENT = { retryNonIdempotent: false, readTimeout: 7 };
const QUICK = { retryNonIdempotent: true, readTimeout: 2 };

describe('verifying after a topology file has changed how the balancer waits and repeats', () => {
    let engine: Engine;
    before(async () => {
        engine = await openEngine();
    });
    after(() => {
        engine.dispose();
    });

    /**
     * Verifies the death of the first Apache node, with which the second dies as well: whatever is sent meanwhile
     * fails.
     */
    async function verifyWithoutAnswer(environment: Environment) {
        const [first, second] = [application(environment, 1), application(environment, 2)];
        const others: Promise<void>[] = [];
        const context: OperationContext = {
            ...quietContext(),
            report: message => {
                if (message.startsWith(`Killing ${first.name}`)) {
                    others.push(engine.killContainer(second.containerId, 'SIGKILL'));
                } else if (message === `Bringing ${first.name} back`) {
                    others.push(startNode(engine, { ...second, state: 'exited' }, quietContext()));
                }
            },
        };
        const options = { sessions: 20, nodes: [first.name], faults: ['kill'] } as const;
        const report = await verifyFailover(engine, environment, options, context);
        await Promise.all(others);
        const ofPosts = report.faults[0]!.groups.filter(({ method }) => method === 'POST');
        return {
            failed: ofPosts.reduce((sum, { errors, cut }) => sum + errors + cut, 0),
            cut: report.totals.cut,
            hanging: report.weaknesses.find(({ code }) => code === 'hanging-node')?.what,
        };
    }

    async function changedFrom(created: typeof PATIENT, changed: typeof PATIENT) {
        const topology = testTopology('changed');
        const withSettings = (settings: typeof PATIENT) => ({
            ...topology,
            balancer: { ...topology.balancer, ...settings },
        });
        return withEnvironment(engine, withSettings(created), async environment => {
            const { changed: keys } = await applyTopology(engine, withSettings(changed), quietContext());
            assert.deepEqual(keys, ['retry_non_idempotent', 'read_timeout']);
            return verifyWithoutAnswer(environment);
        });
    }

    it('forgives no failed POST that NGINX repeats now', async () => {
        const { failed, cut, hanging } = await changedFrom(PATIENT, QUICK);
        assert.ok(failed > 0);
        assert.equal(cut, 0, `${cut} of ${failed} failed POSTs are told as cut`);
        assert.equal(hanging, undefined);
    });

    it('calls a POST cut that NGINX does not repeat any more', async () => {
        const { failed, cut, hanging } = await changedFrom(QUICK, PATIENT);
        assert.ok(cut > 0, `none of ${failed} failed POSTs is told as cut`);
        assert.match(hanging ?? '', / for up to 7 s /);
    });
});
