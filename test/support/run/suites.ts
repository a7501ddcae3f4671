import type { Need } from './setup.ts';

/**
 * Suites of one lane run one after another, as many lanes side by side as there are jobs, in this order. `processor`
 * has those that compute, and steps back where another wants the processor; `engine` those that make containers and
 * wait for them most of the time; `sessions` those tests of sessions under faults: on two processors they begin when
 * the first lane is done, and then have a processor for their traffic.
 */
export type Lane = 'processor' | 'engine' | 'sessions';

export interface Suite {
    readonly lane: Lane;
    readonly needs: readonly Need[];
    /** The time a single test may take, unless it says otherwise: what hangs ends, what is only slow does not. */
    readonly testSeconds: number;
    /** The time the whole suite may take, without what runs apart. */
    readonly minutes: number;
    /**
     * A folder of the suite that runs in a process and a lane of its own, where lanes run side by side and no tests are
     * picked.
     */
    readonly apart?: { readonly folder: string; readonly lane: Lane; readonly minutes: number };
}

/** What runs in one process. */
export interface SuiteProcess {
    /** The folder of its tests, below test/. */
    readonly name: string;
    readonly suite: Suite;
    /** For the program that runs it. */
    readonly args: readonly string[];
}

/** The time that CI gives to everything. */
export const limitMinutes = 90;
/** The time that making the machine able to run tests may take, before a suite begins or beside others. */
export const setUpMinutes = 20;
export const checkMinutes = 8;

export const suites: Readonly<Record<string, Suite>> = {
    unit: { lane: 'processor', needs: [], testSeconds: 120, minutes: 5 },
    language: { lane: 'processor', needs: [], testSeconds: 240, minutes: 14 },
    // By itself, because all that its process runs is counted, and slow.
    cost: { lane: 'processor', needs: [], testSeconds: 120, minutes: 5 },
    // A third of that on two processors that nobody else wants.
    simulation: { lane: 'processor', needs: ['lua'], testSeconds: 600, minutes: 22 },
    conformance: { lane: 'processor', needs: ['php'], testSeconds: 240, minutes: 14 },
    docker: {
        lane: 'engine',
        needs: ['docker', 'compose'],
        testSeconds: 300,
        minutes: 30,
        apart: { folder: 'sessions', lane: 'sessions', minutes: 20 },
    },
    host: { lane: 'engine', needs: ['docker', 'editor'], testSeconds: 120, minutes: 8 },
    ui: { lane: 'engine', needs: ['docker', 'browser', 'workbench'], testSeconds: 120, minutes: 8 },
};

/** How far a lane steps back: see nice(1). */
export const niceness: Readonly<Record<Lane, number>> = { processor: 10, engine: 0, sessions: 0 };

/** The processes that a suite runs in: one, or one for what runs apart as well. */
export function processesOf(name: string, suite: Suite, divided: boolean): SuiteProcess[] {
    const { apart } = suite;
    if (apart === undefined) {
        return [{ name, suite, args: [] }];
    }
    const { folder, lane, minutes } = apart;
    if (!divided) {
        return [{ name, suite: { ...suite, minutes: suite.minutes + minutes }, args: [] }];
    }
    return [
        { name, suite, args: ['--except', folder] },
        { name: `${name}/${folder}`, suite: { ...suite, lane, minutes }, args: [] },
    ];
}
