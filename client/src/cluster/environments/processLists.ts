import type { ContainerSummary, Engine } from '../../engine/engine.ts';
import { isEngineError } from '../../engine/errors.ts';
import type { Recognition } from './recognition.ts';

/** Questions under way at once. */
const CONCURRENCY = 6;
/** How often a container is asked that has just been started and does not tell what it is; the pause doubles. */
const QUESTIONS = 6;
const FIRST_PAUSE = 1000;

interface Answer {
    readonly lines: readonly string[];
    /** How often it was asked since it was started. */
    readonly times: number;
    /** When it is worth while to ask it again; absent: it has told what it is, or was asked often enough. */
    readonly dueAt?: number;
}

type Recognise = (container: ContainerSummary, processes?: readonly string[]) => Recognition;

/**
 * What runs in containers that nothing else tells of. One is asked once: what it runs it goes on running. Of one that
 * is still getting ready the processes say nothing yet, so that it is asked some more times, ever more rarely.
 */
export class ProcessLists {
    readonly #answers = new Map<string, Answer>();
    readonly #now: () => number;

    /** @param now milliseconds */
    constructor(now: () => number = Date.now) {
        this.#now = now;
    }

    has(id: string): boolean {
        return this.#answers.has(id);
    }

    /** `againMs`: until the next one is to be asked again. */
    async read(
        engine: Engine,
        containers: readonly ContainerSummary[],
        recognise: Recognise,
        signal: AbortSignal,
    ): Promise<{ readonly processes: ReadonlyMap<string, readonly string[]>; readonly againMs?: number }> {
        this.#forget(containers);
        const waiting = containers.filter(({ id, state }) => state === 'running' && this.#isDue(id));
        const work = async () => {
            for (let container = waiting.pop(); container; container = waiting.pop()) {
                const lines = await linesOf(engine, container.id, signal);
                const times = (this.#answers.get(container.id)?.times ?? 0) + 1;
                const isSettled = recognise(container, lines).ask === undefined || times >= QUESTIONS;
                const pause = FIRST_PAUSE * 2 ** (times - 1);
                this.#answers.set(container.id, { lines, times, ...(!isSettled && { dueAt: this.#now() + pause }) });
            }
        };
        await Promise.all(Array.from({ length: CONCURRENCY }, work));
        const due = containers.flatMap(({ id }) => this.#answers.get(id)?.dueAt ?? []);
        return {
            processes: new Map([...this.#answers].map(([id, { lines }]) => [id, lines])),
            ...(due.length > 0 && { againMs: Math.max(Math.min(...due) - this.#now(), 0) }),
        };
    }

    #isDue(id: string): boolean {
        const answer = this.#answers.get(id);
        return answer === undefined || (answer.dueAt !== undefined && answer.dueAt <= this.#now());
    }

    /** Those that are gone; and of those that do not run all that did not tell what they are. */
    #forget(containers: readonly ContainerSummary[]): void {
        const states = new Map(containers.map(({ id, state }) => [id, state]));
        for (const [id, { dueAt, times }] of this.#answers) {
            const state = states.get(id);
            const isOpen = dueAt !== undefined || times >= QUESTIONS;
            if (state === undefined || (isOpen && state !== 'running' && state !== 'paused')) {
                this.#answers.delete(id);
            }
        }
    }
}

/** None where the engine cannot tell: it has ended meanwhile, or the engine's machine has no `ps`. */
async function linesOf(engine: Engine, id: string, signal: AbortSignal): Promise<readonly string[]> {
    try {
        return await engine.listProcesses(id, signal);
    } catch (error) {
        if (isEngineError(error, 'notFound', 'conflict', 'failed')) {
            return [];
        }
        throw error;
    }
}
