import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { nodesOf, type Environment } from '../../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../../client/src/cluster/provision/remove.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import { verifyFailover } from '../../../client/src/cluster/verify/verify.ts';
import { connect } from '../../../client/src/engine/connect.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { openEngine, testTopology } from '../../support/engine/environments.ts';
import { Gate } from '../../support/engine/gate.ts';
import { quietContext } from '../../support/engine/quietContext.ts';

describe('an engine that is lost midway', () => {
    let engine: Engine;
    let environment: Environment;
    let gate: Gate;
    let lost: Engine;

    before(async () => {
        engine = await openEngine();
        environment = await createEnvironment(engine, testTopology('lost'), quietContext());
    });

    beforeEach(async () => {
        gate = new Gate();
        await gate.open();
        lost = await connect(gate.endpoint);
    });

    afterEach(async () => {
        lost.dispose();
        await gate.close();
    });

    after(async () => {
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    /** Shuts the way to the engine as soon as the operation says that it is there. */
    function closingAt(step: RegExp) {
        const signal = new AbortController().signal;
        const report = (message: string) => {
            if (step.test(message)) {
                void gate.close();
            }
        };
        return { signal, report };
    }

    it('during an apply: says which files could not be put back, and the next apply makes all nodes alike', async () => {
        const plan = await planSessionSettings(lost, environment, quietContext());
        await assert.rejects(applyPlan(lost, environment, plan, closingAt(/^Writing .*application-2/)), error => {
            assert.ok(error instanceof Error);
            assert.match(error.message, /Not everything could be put back: .*php\.ini on \S+-application-1/s);
            assert.match(error.message, new RegExp(gate.path));
            return true;
        });
        const again = await planSessionSettings(engine, environment, quietContext());
        const { inForce } = await applyPlan(engine, environment, again, quietContext());
        for (const { name } of nodesOf(environment, 'application')) {
            assert.deepEqual(inForce[name], again.expected);
        }
    });

    it('during a verification: ends with an error that names the engine', async () => {
        await assert.rejects(
            verifyFailover(
                lost,
                environment,
                { sessions: 5, faults: ['kill'] },
                closingAt(/^Bringing .*application-1/),
            ),
            new RegExp(gate.path),
        );
        for (const { containerId, state } of environment.nodes) {
            assert.equal(state, 'running');
            await engine.startContainer(containerId);
        }
    });

    it('during a creation: ends with an error, and what is left can be deleted', async () => {
        const topology = testTopology('partly');
        await assert.rejects(createEnvironment(lost, topology, closingAt(/^Starting \d/)), new RegExp(gate.path));
        await deleteEnvironment(engine, { name: topology.name, kind: 'managed', nodes: [] }, {}, quietContext());
        const names = (await engine.listContainers({})).map(({ name }) => name);
        assert.ok(!names.some(name => name.startsWith(topology.name)));
    });
});
