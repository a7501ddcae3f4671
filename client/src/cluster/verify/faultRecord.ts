import * as l10n from '@vscode/l10n';
import type { Fault } from './faults.ts';
import type { FaultReport, FaultVerdict, TrafficTotals } from '../report/report.ts';
import { isUnharmed } from '../report/verdicts.ts';
import type { Target } from './subject.ts';
import { Tally, type RecordedVisit } from './tally.ts';
import type { Visit } from './traffic.ts';

const MODES = ['sequential', 'parallel'] as const;
const METHODS = ['GET', 'POST'] as const;

/** What the fault strikes. */
type Struck = Pick<Target, 'name' | 'layer'>;

/** The moments of a fault, in their order; of `performance.now()`. */
interface Moments {
    /** It is about to be brought about. */
    struck: number;
    /** It is there. */
    down: number;
    /** It is about to be taken away. */
    healing: number;
    healed: number;
    /** The node is well again. */
    back: number;
    /** The balancer uses it again, or had time enough to. */
    returned: number;
}

/** One fault of one node, and what the sessions live through from just before it until all is well again. */
export class FaultRecord {
    readonly #node: Struck;
    readonly #fault: Fault;
    readonly #moments: Partial<Moments> = {};
    readonly #phases = { before: new Tally(), during: new Tally(), after: new Tally() };
    /** For the shares: only requests of when the node was surely away, or surely in use. */
    readonly #away = new Tally();
    readonly #inUse = new Tally();
    /** From the fault on. */
    readonly #all = new Tally();
    readonly #groups = MODES.flatMap(mode => METHODS.map(method => ({ mode, method, tally: new Tally() })));
    readonly #recovery: Recovery;
    readonly #repeatsPosts: boolean;

    /** @param balancer whether it sends a POST that a failing Apache node cut to another one */
    constructor(node: Struck, fault: Fault, balancer: { readonly repeatsPosts: boolean }) {
        this.#repeatsPosts = balancer.repeatsPosts;
        this.#node = node;
        this.#fault = fault;
        this.#recovery = new Recovery(node);
    }

    mark(moment: keyof Moments, now = performance.now()): void {
        this.#moments[moment] = now;
    }

    /** @param victims the sessions that the node serves */
    strike(victims: ReadonlySet<number>, now = performance.now()): void {
        this.mark('struck', now);
        this.#recovery.begin(victims);
    }

    get struckAt(): number {
        return this.#moments.struck ?? Infinity;
    }

    get backAt(): number {
        return this.#moments.back ?? Infinity;
    }

    /**
     * Whether the fault of an Apache node cut the request: it failed as a request does that is under way on the node
     * and not repeated, or the node itself refused its write, while it was not well.
     */
    cuts(visit: Visit): boolean {
        if (this.#node.layer !== 'application' || this.#phaseOf(visit) !== 'during') {
            return false;
        }
        return visit.refusedBy === this.#node.name || (visit.brokeOff && !this.#repeatsPosts);
    }

    add(visit: RecordedVisit): void {
        const phase = this.#phaseOf(visit);
        this.#phases[phase].add(visit);
        if (phase === 'before') {
            return;
        }
        this.#all.add(visit);
        this.#groups.find(({ mode, method }) => mode === visit.mode && method === visit.method)?.tally.add(visit);
        this.#recovery.add(visit, this.struckAt, this.#moments.healed ?? Infinity);
        const { down = Infinity, healing = Infinity, returned = Infinity } = this.#moments;
        if (visit.startedAt >= down && visit.endedAt <= healing) {
            this.#away.add(visit);
        } else if (visit.startedAt >= returned) {
            this.#inUse.add(visit);
        }
    }

    /**
     * @param origin the verification's start, of `performance.now()`
     * @param problem what the verification itself found wrong with the node afterwards
     */
    report(origin: number, problem?: string, now = performance.now()): FaultReport {
        const totals = this.#all.totals();
        const verdict = isUnharmed(totals) && problem === undefined ? 'pass' : 'fail';
        const at = (moment: number | undefined) => Math.round((moment ?? now) - origin);
        const reason = verdict === 'fail' ? (problem ?? this.#whatFailed(totals)) : undefined;
        const { before, during, after } = this.#phases;
        return {
            ...totals,
            node: this.#node.name,
            layer: this.#node.layer,
            fault: this.#fault,
            verdict,
            ...(reason !== undefined && { reason }),
            recoveryMs: this.#recovery.longest(now),
            struckAtMs: at(this.#moments.struck),
            healedAtMs: at(this.#moments.healed),
            backAtMs: at(this.#moments.back),
            shares: { before: before.shares(), during: this.#away.shares(), after: this.#inUse.shares() },
            phases: { before: before.totals(), during: during.totals(), after: after.totals() },
            groups: this.#groups.map(({ mode, method, tally }) => ({ mode, method, ...tally.totals() })),
        };
    }

    /** What overlaps with the fault belongs to it, whenever it was told. */
    #phaseOf({ startedAt, endedAt }: Pick<Visit, 'startedAt' | 'endedAt'>): 'before' | 'during' | 'after' {
        if (endedAt < this.struckAt) {
            return 'before';
        }
        return startedAt < this.backAt ? 'during' : 'after';
    }

    /** The worst first. */
    #whatFailed({ errors, lost, foreign, empty }: TrafficTotals): string {
        if (foreign > 0) {
            return l10n.t('Sessions got the data of another one');
        }
        if (errors > 0) {
            return l10n.t('The first error was: {0}', this.#all.firstError ?? l10n.t('no answer'));
        }
        if (lost > 0) {
            return l10n.t('Sessions began anew, without their data');
        }
        return empty > 0 ? l10n.t('Pages were served without any session') : l10n.t('Sessions went back to older data');
    }
}

/** How long the sessions of a node wait for an answer after its fault. */
class Recovery {
    readonly #node: Struck;
    readonly #waiting = new Set<number>();
    /** When they sent the first request that was not answered at once. */
    readonly #since = new Map<number, number>();
    #longest = 0;

    constructor(node: Struck) {
        this.#node = node;
    }

    begin(victims: ReadonlySet<number>): void {
        for (const session of victims) {
            this.#waiting.add(session);
        }
    }

    add({ session, node, startedAt, endedAt }: RecordedVisit, struckAt: number, healedAt: number): void {
        if (!this.#waiting.has(session)) {
            return;
        }
        if (node === this.#node.name && startedAt < healedAt) {
            // It still answered; whether its session goes on shows with the next request.
            this.#since.delete(session);
            return;
        }
        const since = this.#since.get(session) ?? Math.max(startedAt, struckAt);
        this.#since.set(session, since);
        if (node !== undefined) {
            this.#longest = Math.max(this.#longest, endedAt - since);
            this.#waiting.delete(session);
            this.#since.delete(session);
        }
    }

    /** Milliseconds; sessions that still wait at `now` have waited at least so long. */
    longest(now: number): number {
        const stillWaiting = [...this.#since.values()].map(since => now - since);
        return Math.round(Math.max(this.#longest, ...stillWaiting));
    }
}

/** Of a fault that was not tried. */
export function untried(node: Struck, fault: Fault, verdict: FaultVerdict, reason: string): FaultReport {
    const totals = new Tally().totals();
    return {
        ...totals,
        node: node.name,
        layer: node.layer,
        fault,
        verdict,
        reason,
        recoveryMs: 0,
        struckAtMs: 0,
        healedAtMs: 0,
        backAtMs: 0,
        shares: { before: {}, during: {}, after: {} },
        phases: { before: totals, during: totals, after: totals },
        groups: [],
    };
}
