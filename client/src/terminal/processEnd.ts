import { Failure } from '../failure.ts';
import { exitStatus } from './exitStatus.ts';
import type { Output } from './output.ts';

/** A signal that Ctrl+C aborts: the work then puts things in order. Ctrl+C once more ends the process at once. */
export function cancelOnInterrupt(output: Output): AbortSignal {
    const cancel = new AbortController();
    const interrupt = (): void => {
        if (cancel.signal.aborted) {
            void endProcess(
                output,
                new Failure('cancelled', {
                    what: 'It was stopped at once',
                    kept: 'Things were left as they were at that moment',
                    next: 'See with list what there is, and run it again',
                }),
            );
            return;
        }
        void output.log('\nStopping; once more to stop at once and leave things as they are.');
        cancel.abort();
    };
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    return cancel.signal;
}

/** What nobody catches, and work that waits for what never comes, end with a failure like any other. */
export function endOnUnexpected(output: Output): void {
    process.on('uncaughtException', error => void endProcess(output, error));
    process.once('beforeExit', () => {
        if (process.exitCode === undefined) {
            void endProcess(output, new Error('The program ended before its work did.'));
        }
    });
}

async function endProcess(output: Output, error: unknown): Promise<void> {
    await output.printFailure(error);
    process.exit(exitStatus.failed);
}
