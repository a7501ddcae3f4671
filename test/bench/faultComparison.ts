// The same load and the same faults on replicated sessions, and on what people do by hand.
import { findEnvironment } from '../../client/src/cluster/environments/discovery.ts';
import { applyPlan } from '../../client/src/cluster/apply/apply.ts';
import { renderBalancerConfig } from '../../client/src/cluster/balancer/nginxConfig.ts';
import { FAULTS } from '../../client/src/cluster/verify/faults.ts';
import { ensureImage } from '../../client/src/cluster/images/images.ts';
import { nodesOf, type Environment } from '../../client/src/cluster/model/model.ts';
import type { OperationContext } from '../../client/src/cluster/model/operation.ts';
import type { FaultReport, VerificationReport } from '../../client/src/cluster/report/report.ts';
import { HARM } from '../../client/src/cluster/report/verdicts.ts';
import { planSessionSettings } from '../../client/src/cluster/apply/settings.ts';
import type { Topology } from '../../client/src/cluster/model/topology.ts';
import { withNodes } from '../../client/src/cluster/model/topologyFile.ts';
import { verifyFailover } from '../../client/src/cluster/verify/verify.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { testTopology, withEnvironment } from '../support/engine/environments.ts';
import { ComposePeer, peerUpstreams, type PeerSetUp } from './composePeer.ts';
import { ensureValkeyImages, VALKEY_PHP_INI, valkeyServices } from './valkeyPeer.ts';

const APPLICATIONS = 3;
const STORES = 2;
/** A peer that stalls must not take for ever. Milliseconds. */
const LIMIT = 10 * 60_000;
const BALANCER = { retryNonIdempotent: true, readTimeout: 2 };

export interface Compared {
    readonly name: string;
    readonly report: VerificationReport;
}

const STORE_LIST = 'store-1:11211,store-2:11211';

/** The tutorial: its php.ini, and NGINX as its documentation's first example has it. */
const TUTORIAL: PeerSetUp = {
    applications: APPLICATIONS,
    stores: STORES,
    balancerConfig: `pid /run/nginx/nginx.pid;
events {}
http {
    access_log off;
    upstream application {
${peerUpstreams(APPLICATIONS)
    .map(({ address }) => `        server ${address};`)
    .join('\n')}
    }
    server {
        listen 80;
        location = /.session-cluster/balancer { return 200 "ok"; }
        location / { proxy_pass http://application; proxy_set_header Host $http_host; }
    }
}
`,
    phpIni: `session.save_handler = memcached
session.save_path = "${STORE_LIST}"
`,
};

/** php-memcached's own replicas, with all that its documentation has to make them work, under our balancer. */
const REPLICAS: PeerSetUp = {
    applications: APPLICATIONS,
    stores: STORES,
    balancerConfig: renderBalancerConfig(peerUpstreams(APPLICATIONS), BALANCER),
    phpIni: `session.save_handler = memcached
session.save_path = "${STORE_LIST}"
session.lazy_write = Off
memcached.sess_number_of_replicas = 1
memcached.sess_binary_protocol = On
memcached.sess_remove_failed_servers = On
memcached.sess_server_failure_limit = 1
memcached.sess_lock_expire = 2
memcached.sess_lock_retries = 100
memcached.sess_lock_wait_min = 50
memcached.sess_lock_wait_max = 200
memcached.sess_connect_timeout = 1000
`,
};

/** Valkey with Sentinel, under our balancer. */
const VALKEY: PeerSetUp = {
    ...REPLICAS,
    phpIni: VALKEY_PHP_INI,
    storeServices: valkeyServices(),
};

/** On each set-up one Apache node and the first store meet with every fault. The first one is ours. */
export async function compareFaults(engine: Engine, context: OperationContext): Promise<Compared[]> {
    return [
        { name: 'replicated', report: await verifyOurs(engine, context) },
        { name: 'php-memcached replicas', report: await verifyPeer(engine, REPLICAS, context) },
        { name: 'Valkey with Sentinel', report: await verifyPeer(engine, VALKEY, context) },
        { name: 'tutorial', report: await verifyPeer(engine, TUTORIAL, context) },
    ];
}

async function verifyOurs(engine: Engine, context: OperationContext): Promise<VerificationReport> {
    const topology = withNodes(testTopology('bench'), { application: APPLICATIONS, store: STORES });
    const tuned: Topology = { ...topology, balancer: { ...topology.balancer, ...BALANCER } };
    return withEnvironment(engine, tuned, async environment => {
        await applyPlan(engine, environment, await planSessionSettings(engine, environment, context), context);
        return verify(engine, environment, context);
    });
}

async function verifyPeer(engine: Engine, setUp: PeerSetUp, context: OperationContext): Promise<VerificationReport> {
    const images = {
        balancer: await ensureImage(engine, 'balancer', context),
        application: setUp.storeServices
            ? await ensureValkeyImages(engine, context)
            : await ensureImage(engine, 'application', context),
        store: await ensureImage(engine, 'store', context),
    };
    const peer = new ComposePeer(engine, images, setUp);
    try {
        await peer.up();
        return await verify(engine, await findEnvironment(engine, peer.name, context.signal), context);
    } finally {
        await peer.down();
    }
}

function verify(engine: Engine, environment: Environment, context: OperationContext): Promise<VerificationReport> {
    const nodes = (['application', 'store'] as const).flatMap(layer =>
        nodesOf(environment, layer)
            .slice(0, 1)
            .map(({ name }) => name),
    );
    // The proxy is ours alone; what all stores meet with at once is told beside what the first one does.
    const faults = FAULTS.filter(fault => fault !== 'proxy-kill');
    return verifyFailover(engine, environment, { nodes, faults, durationMs: LIMIT }, context);
}

const WORDS = [...HARM, 'slowest'];

/** A table in Markdown: of each set-up, what harm was done to how many requests, and the slowest. */
export function renderComparison(compared: readonly Compared[]): string {
    const [ours] = compared;
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [
        row(['Fault', ...compared.map(({ name }) => `${name}: ${WORDS.join(' · ')}`)]),
        row(['---', ...compared.map(() => '---:')]),
        ...(ours?.report.faults ?? []).map(({ layer, fault }) =>
            row([`${fault}, ${layer}`, ...compared.map(({ report }) => cellOf(faultOf(report, layer, fault)))]),
        ),
        row(['**all**', ...compared.map(({ report: { totals } }) => cellOf(totals))]),
    ].join('\n');
}

function faultOf(report: VerificationReport, layer: string, fault: string): FaultReport | undefined {
    return report.faults.find(candidate => candidate.layer === layer && candidate.fault === fault);
}

function cellOf(of: FaultReport | VerificationReport['totals'] | undefined): string {
    if (of === undefined || ('verdict' in of && (of.verdict === 'notRun' || of.verdict === 'impossible'))) {
        return 'not tried';
    }
    return [...HARM.map(figure => of[figure]), `${(of.slowestMs / 1000).toFixed(1)} s`].join(' · ');
}
