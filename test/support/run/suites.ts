import type { Need } from './setup.ts';

/**
 * Suites of one lane run one after another, lanes side by side: `processor` has those that compute, and steps back where another wants the processor; `engine`
 * those that make containers, wait for them most of the time, and are measured by how soon these answer.
 */
export type Lane = 'processor' | 'engine';

export interface Suite {
    readonly lane: Lane;
    readonly needs: readonly Need[];
    /** The time a single test may take, unless it says otherwise. */
    readonly testSeconds: number;
    /** The time the whole suite may take. */
    readonly minutes: number;
}

/** The time that CI gives to everything. */
export const limitMinutes = 90;
/** The time that making the machine able to run tests may take, before a suite begins or beside others. */
export const setUpMinutes = 20;
export const checkMinutes = 15;

export const suites: Readonly<Record<string, Suite>> = {
    unit: { lane: 'processor', needs: [], testSeconds: 20, minutes: 10 },
    language: { lane: 'processor', needs: [], testSeconds: 30, minutes: 10 },
    conformance: { lane: 'processor', needs: ['php'], testSeconds: 120, minutes: 15 },
    docker: { lane: 'engine', needs: ['docker', 'compose'], testSeconds: 300, minutes: 40 },
    host: { lane: 'engine', needs: ['docker', 'editor'], testSeconds: 120, minutes: 12 },
    ui: { lane: 'engine', needs: ['docker', 'browser', 'workbench'], testSeconds: 120, minutes: 12 },
};

/** How far a lane steps back: see nice(1). */
export const niceness: Readonly<Record<Lane, number>> = { processor: 10, engine: 0 };
