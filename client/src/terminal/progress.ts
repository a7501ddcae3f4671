import ora from 'ora';

/** Reports to a person how far an operation is. All of it goes to standard error: standard output is for results. */
export interface Progress {
    report(message: string): void;
    /** Ends the display; the last message is marked as done or as where it failed. */
    end(succeeded: boolean): void;
}

/** A spinner on a terminal, plain lines elsewhere, nothing where only a document is wanted. */
export function createProgress(options: { readonly silent: boolean }): Progress {
    if (options.silent) {
        return { report: () => undefined, end: () => undefined };
    }
    if (!process.stderr.isTTY) {
        return { report: message => process.stderr.write(`${message}\n`), end: () => undefined };
    }
    const spinner = ora({ stream: process.stderr });
    return {
        report: message => {
            if (spinner.isSpinning) {
                spinner.succeed();
            }
            spinner.start(message);
        },
        end: succeeded => {
            if (spinner.isSpinning) {
                if (succeeded) {
                    spinner.succeed();
                } else {
                    spinner.fail();
                }
            }
        },
    };
}
