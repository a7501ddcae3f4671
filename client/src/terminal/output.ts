import { CommanderError } from 'commander';
import { Failure, messageOf } from '../failure.ts';
import { failureDocument, toFailure } from './failureDocument.ts';

/** What a verb ends with, for programs and for people. */
export interface Outcome {
    readonly document: unknown;
    readonly text: string;
    /** True where the verb was done, and proved the contrary of what is wanted: the exit status tells it. */
    readonly failed?: boolean;
}

/** Whether `--json` is among the arguments. By its look alone: it counts where the rest of them is wrong usage, too. */
export function wantsJson(args: readonly string[]): boolean {
    const end = args.indexOf('--');
    return args.slice(0, end < 0 ? undefined : end).includes('--json');
}

/**
 * What the process prints: on standard output one result, or one failure where it is JSON, and never more; on standard
 * error everything else. A reader that has gone has read what it wanted, and is no failure.
 */
export class Output {
    readonly json: boolean;
    #ended = false;

    constructor({ json }: { readonly json: boolean }) {
        this.json = json;
        // Each write is told of its own error; without a listener the stream would end the process in the middle of an
        // operation.
        process.stdout.on('error', () => undefined);
        process.stderr.on('error', () => undefined);
    }

    /** Rejects with a Failure where standard output takes no more, as on a full disk. */
    async printResult({ document, text }: Pick<Outcome, 'document' | 'text'>): Promise<void> {
        const kept = 'What was asked for has been done';
        await this.#end(this.json ? JSON.stringify(document, undefined, 2) : text, kept);
    }

    async printFailure(error: unknown): Promise<void> {
        const failure = toFailure(error);
        if (failure.code === 'internal') {
            await this.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
        } else if (!(error instanceof CommanderError)) {
            // What commander says it has printed already.
            await this.log(failure.message);
        }
        if (this.json) {
            await this.#end(JSON.stringify(failureDocument(failure), undefined, 2)).catch((unprinted: unknown) =>
                this.log(toFailure(unprinted).message),
            );
        }
    }

    /** One line for a person, on standard error. */
    async log(line: string): Promise<void> {
        // Where nobody can be told, there is nobody to tell.
        await write(process.stderr, `${line}\n`).catch(() => undefined);
    }

    async #end(text: string, kept = ''): Promise<void> {
        if (this.#ended) {
            return;
        }
        this.#ended = true;
        try {
            await write(process.stdout, `${text}\n`);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
                throw new Failure('failed', {
                    what: `The result could not be written to standard output (${messageOf(error)})`,
                    kept,
                    next: 'See that there is room where it goes',
                    cause: error,
                });
            }
        }
    }
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
    return new Promise((resolve, reject) => {
        stream.write(text, error => {
            if (error) {
                reject(error);
            } else {
                resolve();
            }
        });
    });
}
