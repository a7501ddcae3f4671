import { WentBack, type WizardStep } from './dialogs.ts';

/** One question: gives what the answers so far become with its own; undefined where the person left. */
export type Step<Answers> = (answers: Answers, step: WizardStep) => Promise<Answers | undefined>;

/** Asks one after the other; Back asks the one before again, with the answers of that time as its suggestions. */
export async function runWizard<Answers>(
    steps: readonly Step<Answers>[],
    start: Answers,
): Promise<Answers | undefined> {
    let answers = start;
    let at = 0;
    for (let step = steps[at]; step !== undefined; step = steps[at]) {
        try {
            const answered = await step(answers, { number: at + 1, total: steps.length });
            if (answered === undefined) {
                return undefined;
            }
            answers = answered;
            at += 1;
        } catch (error) {
            if (!(error instanceof WentBack)) {
                throw error;
            }
            at -= 1;
        }
    }
    return answers;
}
