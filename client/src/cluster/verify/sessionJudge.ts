/** `error`: no answer of the probe. What the other words mean stands in report.ts. */
export type Outcome = 'ok' | 'error' | 'lost' | 'stale' | 'foreign' | 'empty' | 'replayed';

/** What the probe says of one run of a request: the state that the session was in after it. */
export interface SessionAnswer {
    /** A hash of the session's id. */
    readonly session: string;
    /** Given to the session's data when they began: data that began anew have another one. */
    readonly birth: string;
    /** Runs since then, this one included. */
    readonly count: number;
    /** The requests of the last runs, oldest first; the last one is this request. */
    readonly recent: readonly string[];
}

/** PHP had no session for the page, and served it all the same. */
export interface EmptyAnswer {
    readonly session: null;
}

export type ProbeAnswer = SessionAnswer | EmptyAnswer;

/** Whose data are whose: the judges of all sessions share it. */
export class Births {
    readonly #owners = new Map<string, SessionJudge>();

    /** Whether they are the session's own: they are those of the first one that shows them. */
    claim(birth: string, session: SessionJudge): boolean {
        const owner = this.#owners.get(birth) ?? session;
        this.#owners.set(birth, owner);
        return owner === session;
    }
}

/** A state of the session that an answer showed. */
interface Branch {
    readonly identity: string;
    count: number;
    recent: readonly string[];
}

/**
 * Failed requests of a session that may run yet. A store that stays away makes many of them, and nearly none of them
 * ever runs.
 */
const MAX_UNSETTLED = 256;

/**
 * Judges what one session lives through, burst by burst, from what the probe finds in it. The session holds the list of
 * its last runs, so nothing has to be guessed: each request is in it once, or it did not run, or it ran twice, or
 * somebody wrote an older list over it.
 *
 * Several requests of one session may be under way at once; their answers may overtake each other, and a request that
 * failed may run all the same, now or later. Sorted by counter, the answers of a healthy session continue each other,
 * whatever order they came in.
 */
export class SessionJudge {
    /** The states that the last burst showed: one, unless it showed that the session exists twice (stale). */
    #branches: readonly Branch[] = [];
    /** Of this session and of all others. */
    readonly #births: Births;
    readonly #seen = new Set<string>();
    /** Requests that were sent and were not seen to have run. */
    readonly #unsettled = new Set<string>();

    constructor(births: Births) {
        this.#births = births;
    }

    /** Before they are sent; each id once. */
    sent(requests: readonly string[]): void {
        for (const request of requests) {
            this.#unsettled.add(request);
        }
        for (const request of this.#unsettled) {
            if (this.#unsettled.size <= MAX_UNSETTLED) {
                break;
            }
            this.#unsettled.delete(request);
        }
    }

    /**
     * @param answers of the requests sent last, in the order they came; what failed has none
     * @returns one outcome for each, in the same order
     */
    judge(answers: readonly ProbeAnswer[]): Exclude<Outcome, 'error'>[] {
        const touched = new Set<Branch>();
        const outcomes = new Map<ProbeAnswer, Exclude<Outcome, 'error'>>();
        const own: SessionAnswer[] = [];
        for (const answer of answers) {
            if (answer.session === null) {
                outcomes.set(answer, 'empty');
            } else if (this.#births.claim(answer.birth, this)) {
                own.push(answer);
            } else {
                // It says nothing of this session's own data, which may come back.
                outcomes.set(answer, 'foreign');
                this.#settle(answer, answer.count - 1);
            }
        }
        for (const answer of this.#inOrder(own)) {
            const branch = [...touched, ...this.#branches].find(known => continues(known, answer));
            if (branch) {
                outcomes.set(answer, this.#settle(answer, branch.count) ? 'ok' : 'replayed');
                branch.count = answer.count;
                branch.recent = answer.recent;
                touched.add(branch);
            } else {
                outcomes.set(answer, this.#outcomeOfNew(answer));
                this.#seen.add(identityOf(answer));
                this.#settle(answer, 0);
                touched.add({ identity: identityOf(answer), count: answer.count, recent: answer.recent });
            }
        }
        if (touched.size > 0) {
            this.#branches = [...touched];
        }
        return answers.map(answer => outcomes.get(answer) ?? 'ok');
    }

    /** Known data first, then data that began anew in the order they appeared; the answers of each by counter. */
    #inOrder(answers: readonly SessionAnswer[]): SessionAnswer[] {
        const groups = [...Map.groupBy(answers, identityOf)];
        const isKnown = (identity: string) => this.#branches.some(branch => branch.identity === identity);
        return [
            ...groups.filter(([identity]) => isKnown(identity)),
            ...groups.filter(([identity]) => !isKnown(identity)),
        ].flatMap(([, group]) => group.toSorted((left, right) => left.count - right.count));
    }

    /** Of an answer that continues nothing known. */
    #outcomeOfNew(answer: SessionAnswer): Exclude<Outcome, 'error'> {
        if (this.#seen.size === 0) {
            return 'ok';
        }
        // Data that were there before, in a state that cannot follow: they went back, or two requests saw the same
        // state.
        return this.#seen.has(identityOf(answer)) ? 'stale' : 'lost';
    }

    /** Notes the runs after counter `from`; false where one of them was no request's first run. */
    #settle({ count, recent }: SessionAnswer, from: number): boolean {
        const added = recent.slice(-Math.min(count - from, recent.length));
        const firstRuns = added.filter(request => this.#unsettled.delete(request)).length;
        return firstRuns === count - from;
    }
}

function identityOf({ session, birth }: SessionAnswer): string {
    return `${session} ${birth}`;
}

/** Whether the answer's state can come after the branch's: nothing that ran is missing from it. */
function continues(branch: Branch, answer: SessionAnswer): boolean {
    const added = answer.count - branch.count;
    if (branch.identity !== identityOf(answer) || added <= 0) {
        return false;
    }
    // Both lists end at their counter: the runs before the added ones must be the branch's last ones.
    const before = added < answer.recent.length ? answer.recent.slice(0, -added) : [];
    const shared = Math.min(before.length, branch.recent.length);
    return shared === 0 || before.slice(-shared).every((run, index) => run === branch.recent.at(index - shared));
}
