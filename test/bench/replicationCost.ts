// What replicated sessions cost: the same load on an environment with two stores and on one with a single store, by
// turns.
import { Agent } from 'node:http';
import { applyPlan } from '../../client/src/cluster/apply/apply.ts';
import type { Environment } from '../../client/src/cluster/model/model.ts';
import { planSessionSettings } from '../../client/src/cluster/apply/settings.ts';
import { withNodes } from '../../client/src/cluster/model/topologyFile.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { testTopology, withEnvironment } from '../support/engine/environments.ts';
import { quietContext } from '../support/engine/quietContext.ts';
import { send } from '../support/sessions/load.ts';
import { type Figure, median } from './figure.ts';

const ROUNDS = 9;
const CLIENTS = 16;
/** Of each client in a round. */
const REQUESTS = 100;

interface Round {
    readonly perSecond: number;
    readonly p99Ms: number;
}

/** Each client has a session and a connection of its own, and sends one request after another. */
async function round(url: string): Promise<Round> {
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const times: number[] = [];
    const client = async () => {
        const { cookie } = await send(url, { agent });
        for (let request = 0; request < REQUESTS; request++) {
            const reply = await send(url, { agent, ...(cookie !== undefined && { cookie }) });
            if (reply.status !== 200) {
                throw new Error(`a request was not answered: ${reply.status ?? reply.error ?? ''} ${reply.body}`);
            }
            times.push(reply.ms);
        }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const seconds = (performance.now() - start) / 1000;
    agent.destroy();
    times.sort((left, right) => left - right);
    return { perSecond: times.length / seconds, p99Ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
}

async function clustered<Result>(
    engine: Engine,
    stores: number,
    work: (environment: Environment) => Promise<Result>,
): Promise<Result> {
    return withEnvironment(engine, withNodes(testTopology('bench'), { store: stores }), async environment => {
        const context = quietContext();
        await applyPlan(engine, environment, await planSessionSettings(engine, environment, context), context);
        return work(environment);
    });
}

/** Throughput through the balancer, and the 99th percentile of a request with a session. */
export async function measureReplicationCost(engine: Engine): Promise<Figure[]> {
    return clustered(engine, 1, single =>
        clustered(engine, 2, async replicated => {
            const urls = { single: single.url ?? '', replicated: replicated.url ?? '' };
            await round(urls.single);
            await round(urls.replicated);
            const ours: Round[] = [];
            const theirs: Round[] = [];
            for (let turn = 0; turn < ROUNDS; turn++) {
                ours.push(await round(urls.replicated));
                theirs.push(await round(urls.single));
            }
            const of = (rounds: readonly Round[], key: keyof Round) => median(rounds.map(values => values[key]));
            const throughput = [of(ours, 'perSecond'), of(theirs, 'perSecond')] as const;
            const p99 = [of(ours, 'p99Ms'), of(theirs, 'p99Ms')] as const;
            return [
                {
                    what: 'session requests through the balancer, sessions replicated',
                    unit: 'requests/s',
                    ours: throughput[0],
                    peer: throughput[1],
                    peerName: 'single store',
                    goal: 'at least 0.85 of the single store',
                    reached: throughput[0] >= 0.85 * throughput[1],
                },
                {
                    what: 'p99 of a session request, sessions replicated',
                    unit: 'ms',
                    ours: p99[0],
                    peer: p99[1],
                    peerName: 'single store',
                    goal: 'at most 1.15 of the single store',
                    reached: p99[0] <= 1.15 * p99[1],
                },
            ];
        }),
    );
}
