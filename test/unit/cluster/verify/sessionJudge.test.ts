import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { Births, SessionJudge, type ProbeAnswer } from '../../../../client/src/cluster/verify/sessionJudge.ts';
import { root } from '../../../support/run/paths.ts';

/** What a store keeps of one session, and what the probe does with it (images/scripts/node/probe.php). */
interface Data {
    readonly birth: string;
    readonly runs: readonly string[];
}

/** How many runs the probe keeps in a session, as its source says. */
const rememberedRuns = Number(
    /'recent'\] = array_slice\(.*, -(\d+)\);/.exec(
        readFileSync(join(root, 'client/images/scripts/node/probe.php'), 'utf8'),
    )?.[1],
);

let births = 0;

function begin(): Data {
    return { birth: `birth ${births++}`, runs: [] };
}

function run(data: Data, request: string): Data {
    return { ...data, runs: [...data.runs, request] };
}

function answerOf({ birth, runs }: Data, session = 'session'): ProbeAnswer {
    return { session, birth, count: runs.length, recent: runs.slice(-rememberedRuns) };
}

/** A session in which `runs` requests have been judged already; the next one has the number `runs`. */
function opened(runs: number, registry = new Births()): { judge: SessionJudge; data: Data } {
    const judge = new SessionJudge(registry);
    let data = begin();
    for (let number = 0; number < runs; number++) {
        data = run(data, String(number));
        judge.sent([String(number)]);
        assert.deepEqual(judge.judge([answerOf(data)]), ['ok']);
    }
    return { judge, data };
}

describe('SessionJudge', () => {
    it('is content with requests that follow each other', () => {
        opened(rememberedRuns + 10);
    });

    it('calls data that began anew lost, once, and another id too', () => {
        const { judge } = opened(5);
        judge.sent(['5', '6']);
        const anew = run(begin(), '5');
        assert.deepEqual(judge.judge([answerOf(anew)]), ['lost']);
        assert.deepEqual(judge.judge([answerOf(run(anew, '6'))]), ['ok']);
        const other = opened(2);
        other.judge.sent(['2']);
        assert.deepEqual(other.judge.judge([answerOf(run(other.data, '2'), 'another')]), ['lost']);
    });

    it('knows data that began anew by their birth, though the counter fits', () => {
        const { judge } = opened(1);
        judge.sent(['1', '2']);
        assert.deepEqual(judge.judge([answerOf(run(run(begin(), '1'), '2'))]), ['lost']);
    });

    it('calls an older state stale, once, and older data that come back too', () => {
        const { judge, data } = opened(5);
        judge.sent(['5', '6', '7']);
        const older = run({ ...data, runs: data.runs.slice(0, 3) }, '5');
        assert.deepEqual(judge.judge([answerOf(older)]), ['stale']);
        assert.deepEqual(judge.judge([answerOf(run(older, '6'))]), ['ok']);
        const anew = run(begin(), '7');
        assert.deepEqual(judge.judge([answerOf(anew)]), ['lost']);
        judge.sent(['8']);
        assert.deepEqual(judge.judge([answerOf(run(older, '8'))]), ['stale']);
    });

    it('sees an update that another one undid, though the counter fits', () => {
        const { judge, data } = opened(3);
        judge.sent(['3', '4', '5']);
        // The answer to 3 never came. It read the data before 4 did, and wrote them after it: 4 is forgotten.
        assert.deepEqual(judge.judge([answerOf(run(data, '4'))]), ['ok']);
        assert.deepEqual(judge.judge([answerOf(run(run(data, '3'), '5'))]), ['stale']);
    });

    it('calls a request that ran twice replayed, whether its answer shows that or the next one', () => {
        const first = opened(2);
        first.judge.sent(['2']);
        assert.deepEqual(first.judge.judge([answerOf(run(run(first.data, '2'), '2'))]), ['replayed']);
        const later = opened(2);
        later.judge.sent(['2']);
        const once = run(later.data, '2');
        assert.deepEqual(later.judge.judge([answerOf(once)]), ['ok']);
        later.judge.sent(['3']);
        assert.deepEqual(later.judge.judge([answerOf(run(run(once, '2'), '3'))]), ['replayed']);
    });

    it('knows that a failed request may have run, or runs later', () => {
        const { judge, data } = opened(2);
        judge.sent(['2']);
        assert.deepEqual(judge.judge([]), []);
        judge.sent(['3']);
        const third = run(data, '3');
        assert.deepEqual(judge.judge([answerOf(third)]), ['ok']);
        judge.sent(['4']);
        assert.deepEqual(judge.judge([answerOf(run(run(third, '2'), '4'))]), ['ok']);
    });

    it('calls an answer without a session empty, each one, and goes on with the data that come back', () => {
        const { judge, data } = opened(2);
        judge.sent(['2', '3', '4', '5']);
        assert.deepEqual(judge.judge([{ session: null }, { session: null }]), ['empty', 'empty']);
        assert.deepEqual(judge.judge([answerOf(run(data, '4')), { session: null }]), ['ok', 'empty']);
        const anew = new SessionJudge(new Births());
        anew.sent(['0', '1']);
        assert.deepEqual(anew.judge([{ session: null }]), ['empty']);
        assert.deepEqual(anew.judge([answerOf(run(begin(), '1'))]), ['ok']);
    });

    it("calls another session's data foreign, each time, below its own id and below the other's", () => {
        const registry = new Births();
        const [mine, other] = [opened(2, registry), opened(3, registry)];
        mine.judge.sent(['2', '3', '4']);
        const once = run(other.data, '2');
        assert.deepEqual(mine.judge.judge([answerOf(once)]), ['foreign']);
        assert.deepEqual(mine.judge.judge([answerOf(run(once, '3'), 'id of the other')]), ['foreign']);
        assert.deepEqual(mine.judge.judge([answerOf(run(mine.data, '4'))]), ['ok'], 'its own data were never gone');
        const stranger = opened(3);
        mine.judge.sent(['5']);
        assert.deepEqual(mine.judge.judge([answerOf(run(stranger.data, '5'))]), ['lost'], 'of nobody that is known');
    });

    it('knows that a request ran in foreign data, and calls it replayed where it runs in its own, too', () => {
        const registry = new Births();
        const [mine, other] = [opened(2, registry), opened(3, registry)];
        mine.judge.sent(['mine']);
        assert.deepEqual(mine.judge.judge([answerOf(run(other.data, 'mine'))]), ['foreign']);
        mine.judge.sent(['2']);
        assert.deepEqual(mine.judge.judge([answerOf(run(run(mine.data, 'mine'), '2'))]), ['replayed']);
    });

    describe('of requests at the same time', () => {
        it('is content whatever order the answers come in', () => {
            const { judge, data } = opened(1);
            judge.sent(['1', '2', '3']);
            const [one, two, three] = [run(data, '2'), run(run(data, '2'), '1'), run(run(run(data, '2'), '1'), '3')];
            assert.deepEqual(judge.judge([three, one, two].map(state => answerOf(state))), ['ok', 'ok', 'ok']);
        });

        it('calls one of two stale that saw the same state', () => {
            const { judge, data } = opened(4);
            judge.sent(['4', '5', '6']);
            const states = [run(data, '4'), run(data, '5'), run(run(data, '5'), '6')];
            assert.deepEqual(judge.judge(states.map(state => answerOf(state))), ['ok', 'stale', 'ok']);
        });

        it('calls one lost where the data began anew in between, whatever the others met with', () => {
            const { judge, data } = opened(4);
            judge.sent(['4', '5', '6']);
            const anew = run(begin(), '5');
            const states = [run(anew, '6'), run(data, '4'), anew];
            assert.deepEqual(judge.judge(states.map(state => answerOf(state))), ['ok', 'ok', 'lost']);
        });

        it('goes on with the session of which the cookie came last, where each got another one', () => {
            const { judge } = opened(4);
            judge.sent(['4', '5', '6']);
            const states = [run(begin(), '4'), run(begin(), '5'), run(begin(), '6')];
            const answers = states.map((state, index) => answerOf(state, `session ${index}`));
            assert.deepEqual(judge.judge(answers), ['lost', 'lost', 'lost']);
            judge.sent(['7']);
            assert.deepEqual(judge.judge([answerOf(run(states[2]!, '7'), 'session 2')]), ['ok']);
        });

        it('calls a request replayed that ran before the others and after them', () => {
            const { judge, data } = opened(1);
            judge.sent(['1', '2', '3']);
            const first = run(run(data, '1'), '2');
            const last = run(run(first, '3'), '1');
            assert.deepEqual(judge.judge([last, first, run(first, '3')].map(state => answerOf(state))), [
                'replayed',
                'ok',
                'ok',
            ]);
        });
    });

    /** What becomes of one request of a burst: whether it runs (how often), and whether its answer arrives. */
    const fate = fc.constantFrom('answered', 'answered', 'answered', 'failed', 'ran unanswered', 'runs later');
    const bursts = fc.array(fc.tuple(fc.array(fate, { minLength: 1, maxLength: 4 }), fc.nat()), { maxLength: 30 });

    it('finds nothing wrong with a session whose requests run once or not at all, in any order', () => {
        fc.assert(
            fc.property(bursts, given => {
                const judge = new SessionJudge(new Births());
                let data = begin();
                let number = 0;
                let late: string[] = [];
                for (const [fates, shuffle] of given) {
                    const requests = fates.map(() => String(number++));
                    judge.sent(requests);
                    const answers: ProbeAnswer[] = [];
                    for (const [index, request] of requests.entries()) {
                        for (const waiting of late.splice(0, shuffle % 2)) {
                            data = run(data, waiting);
                        }
                        if (fates[index] === 'runs later') {
                            late = [...late, request];
                        } else if (fates[index] !== 'failed') {
                            data = run(data, request);
                        }
                        if (fates[index] === 'answered') {
                            answers.splice(shuffle % (answers.length + 1), 0, answerOf(data));
                        }
                    }
                    assert.deepEqual(new Set(judge.judge(answers)), new Set(answers.map(() => 'ok')));
                }
            }),
            { numRuns: 2000 },
        );
    });

    /** One thing that goes wrong in a session that is well otherwise, and what it is to be called. */
    const mishaps = { lost: 'lost', stale: 'stale', replayed: 'replayed', overwritten: 'stale' } as const;
    const mishap = fc.constantFrom(...(Object.keys(mishaps) as (keyof typeof mishaps)[]));

    it('finds exactly one thing wrong with a session to which one thing happens', () => {
        fc.assert(
            fc.property(
                mishap,
                fc.integer({ min: 2, max: 60 }),
                fc.integer({ min: 1, max: 20 }),
                (what, before, after) => {
                    const opening = opened(before);
                    const { judge } = opening;
                    let { data } = opening;
                    const outcomes: string[] = [];
                    if (what === 'lost') {
                        data = begin();
                    } else if (what === 'stale') {
                        data = { ...data, runs: data.runs.slice(0, -1) };
                    } else if (what === 'replayed') {
                        data = run(data, String(before - 1));
                    } else {
                        // One that nobody had an answer to wrote over the last one.
                        judge.sent(['zombie']);
                        data = run({ ...data, runs: data.runs.slice(0, -1) }, 'zombie');
                    }
                    for (let number = before; number < before + after; number++) {
                        judge.sent([String(number)]);
                        data = run(data, String(number));
                        outcomes.push(...judge.judge([answerOf(data)]));
                    }
                    assert.deepEqual(outcomes, [mishaps[what], ...Array.from({ length: after - 1 }, () => 'ok')]);
                },
            ),
            { numRuns: 500 },
        );
    });
});
