// Reports of verifications that never took place, for tests of what is made of a report.
import type {
    FaultReport,
    FaultVerdict,
    Shares,
    TimelineSlice,
    TrafficGroup,
    TrafficTotals,
    VerificationReport,
} from '../../../client/src/cluster/report/report.ts';

export const NO_HARM: TrafficTotals = {
    requests: 400,
    errors: 0,
    cut: 0,
    lost: 0,
    stale: 0,
    foreign: 0,
    empty: 0,
    replayed: 0,
    slowestMs: 48,
    p99Ms: 21,
};

const FAULTS = ['kill', 'stop', 'graceful-stop', 'pause', 'disconnect', 'restart', 'process-kill'];
const SLICE_MS = 250;
/** Of each fault: before it strikes, while it lasts, until its node is back, and afterwards. Milliseconds. */
const LENGTHS = { before: 1500, lasts: 2000, returns: 1000, after: 1500 } as const;
const CYCLE = LENGTHS.before + LENGTHS.lasts + LENGTHS.returns + LENGTHS.after;

export interface FixtureOptions {
    readonly applications?: number;
    readonly stores?: number;
    /** The verdict of a fault, `pass` unless told. */
    readonly verdictOf?: (fault: string, node: string) => FaultVerdict;
    readonly changes?: Partial<VerificationReport>;
}

/** Three Apache nodes and two stores, every fault on each: 35 faults, and a timeline that fits to them. */
export function reportFixture(options: FixtureOptions = {}): VerificationReport {
    const { applications = 3, stores = 2, verdictOf = () => 'pass', changes = {} } = options;
    const servers = names('application', applications);
    const nodes = [...servers, ...names('store', stores)];
    const faults = nodes
        .flatMap(node => FAULTS.map(fault => ({ node, fault })))
        .map(({ node, fault }, index) =>
            faultFixture({ node, fault, servers, index, verdict: verdictOf(fault, node) }),
        );
    const failed = faults.filter(({ verdict }) => verdict === 'fail');
    return {
        verdict: failed.length === 0 ? 'pass' : 'fail',
        environment: 'shop',
        startedAt: '2026-05-04T10:20:30.400Z',
        sessions: 50,
        totals: {
            ...NO_HARM,
            requests: 400 * faults.length,
            lost: 12 * failed.length,
            errors: 3 * failed.length,
            slowestMs: 2034,
        },
        shares: even(servers),
        faults,
        weaknesses: [],
        timeline: { sliceMs: SLICE_MS, slices: slices(faults, servers) },
        ...changes,
    };
}

function names(layer: string, count: number): string[] {
    return Array.from({ length: count }, (_, index) => `shop-${layer}-${index + 1}`);
}

interface FaultWanted {
    readonly node: string;
    readonly fault: string;
    readonly servers: readonly string[];
    readonly index: number;
    readonly verdict: FaultVerdict;
}

function faultFixture({ node, fault, servers, index, verdict }: FaultWanted): FaultReport {
    const struckAtMs = index * CYCLE + LENGTHS.before;
    const common = { node, fault, layer: node.includes('store') ? 'store' : 'application', verdict };
    if (verdict === 'notRun' || verdict === 'impossible') {
        const nothing = { ...NO_HARM, requests: 0, slowestMs: 0, p99Ms: 0 };
        return {
            ...common,
            ...nothing,
            reason: verdict === 'notRun' ? 'The time was up before its turn' : 'The image has no process of this kind',
            recoveryMs: 0,
            struckAtMs: 0,
            healedAtMs: 0,
            backAtMs: 0,
            shares: { before: {}, during: {}, after: {} },
            phases: { before: nothing, during: nothing, after: nothing },
            groups: [],
        };
    }
    const harm = verdict === 'fail' ? { ...NO_HARM, errors: 3, lost: 12, slowestMs: 2034 } : NO_HARM;
    return {
        ...common,
        ...harm,
        ...(verdict === 'fail' ? { reason: 'Sessions were lost while the node was away' } : {}),
        recoveryMs: 35,
        struckAtMs,
        healedAtMs: struckAtMs + LENGTHS.lasts,
        backAtMs: struckAtMs + LENGTHS.lasts + LENGTHS.returns,
        shares: {
            before: even(servers),
            during: even(servers.filter(server => server !== node)),
            after: even(servers),
        },
        phases: { before: NO_HARM, during: harm, after: NO_HARM },
        groups: groups(harm),
    };
}

function groups(totals: TrafficTotals): TrafficGroup[] {
    return (['sequential', 'parallel'] as const).flatMap(mode =>
        (['GET', 'POST'] as const).map(method => ({
            ...(mode === 'parallel' && method === 'POST' ? totals : NO_HARM),
            requests: totals.requests / 4,
            mode,
            method,
        })),
    );
}

function even(servers: readonly string[]): Shares {
    return Object.fromEntries(servers.map(server => [server, 1 / servers.length]));
}

function slices(faults: readonly FaultReport[], servers: readonly string[]): TimelineSlice[] {
    const count = (Math.max(0, ...faults.map(({ backAtMs }) => backAtMs)) + LENGTHS.after) / SLICE_MS;
    return Array.from({ length: count }, (_, index) => {
        const at = index * SLICE_MS;
        const fault = faults.find(({ struckAtMs, backAtMs }) => struckAtMs <= at && at < backAtMs);
        const isStrike = fault !== undefined && at < fault.struckAtMs + SLICE_MS;
        const harmed = isStrike && fault.verdict === 'fail';
        const wave = index % 7;
        return {
            answers: Object.fromEntries(
                servers
                    .filter(server => server !== fault?.node)
                    .map((server, number) => [server, 20 + ((index + 3 * number) % 5)]),
            ),
            errors: harmed ? 3 : 0,
            cut: 0,
            lost: harmed ? 12 : 0,
            stale: 0,
            foreign: 0,
            empty: 0,
            replayed: isStrike && index % 3 === 0 ? 1 : 0,
            medianMs: 8 + wave,
            slowestMs: isStrike ? 900 + 100 * wave : 20 + 4 * wave,
        };
    });
}
