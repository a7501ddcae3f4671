import { Command, CommanderError } from 'commander';
import { findEnvironment } from '../cluster/environments/discovery.ts';
import type { Environment } from '../cluster/model/model.ts';
import { exitStatus } from './exitStatus.ts';
import { engineAddress } from './optionValues.ts';
import type { Outcome, Output } from './output.ts';
import { withSession, type Session } from './session.ts';

/** What every verb takes. `--json` is not among them: see `wantsJson`. */
export interface GlobalOptions {
    readonly engine?: string;
}

/** What another program does that prints by itself; resolves with the exit status. */
type OtherProgram = (args: readonly string[]) => Promise<number>;

/** The verbs of the command line. Each ends with one result or one failure, and an exit status. */
export class Program {
    readonly #command: Command;
    readonly #output: Output;
    readonly #signal: AbortSignal;
    readonly #others = new Map<string, OtherProgram>();
    /** Of the run: what a verb, or help that was asked for, ended with. */
    #outcome: Outcome | undefined;
    #help = '';

    constructor(output: Output, signal: AbortSignal) {
        this.#output = output;
        this.#signal = signal;
        this.#command = new Command('php-session-cluster')
            .description(
                'PHP sessions that survive the death of a server: create, configure, watch and prove a cluster on Docker.',
            )
            .addHelpText(
                'after',
                `
Exit status: 0 done, 1 failed, 2 wrong usage. With --json, standard output is one JSON document: the
result, or { "error": { code, message, what, kept, next, node } }. All else is on standard error.

This is ${process.argv[1] ?? ''}. It needs Node.js 22.12 or later, and comes with the extension:
node ~/.vscode/extensions/php-session-cluster.php-session-cluster-VERSION/dist/cli.cjs`,
            )
            .exitOverride()
            .configureOutput({
                writeOut: text => {
                    this.#help += text;
                },
            })
            .showHelpAfterError('Add --help for what there is.');
    }

    verb(name: string, description: string): Command {
        return this.#command
            .command(name)
            .description(description)
            .option('--json', 'print one JSON document and nothing else on standard output')
            .option('--engine <url>', 'the Docker engine: unix:///…, ssh://…, tcp://…, or context:NAME', engineAddress);
    }

    /** A verb that another program does, with all that stands behind it. */
    handOver(name: string, description: string, other: OtherProgram): void {
        this.#command.command(name).description(description).argument('[files...]');
        this.#others.set(name, other);
    }

    /** Does a verb's work on an engine. */
    async work(options: GlobalOptions, work: (session: Session) => Promise<Outcome>): Promise<void> {
        const { engine } = options;
        this.#outcome = await withSession({ engine, signal: this.#signal, silent: this.#output.json }, work);
    }

    /** Does a verb's work on one environment. */
    async workOn(
        environment: string,
        options: GlobalOptions,
        work: (environment: Environment, session: Session) => Promise<Outcome>,
    ): Promise<void> {
        await this.work(options, async session =>
            work(await findEnvironment(session.engine, environment, session.context.signal), session),
        );
    }

    /**
     * Runs the verb that the arguments name, and prints what it ends with. Resolves with the exit status; never
     * rejects.
     */
    async run(args: readonly string[]): Promise<number> {
        try {
            const [verb = '', ...rest] = args;
            const other = this.#others.get(verb);
            if (other) {
                return await other(rest);
            }
            const outcome = await this.#outcomeOf(args);
            await this.#output.printResult(outcome);
            return outcome.failed ? exitStatus.failed : exitStatus.done;
        } catch (error) {
            await this.#output.printFailure(error);
            return error instanceof CommanderError ? exitStatus.wrongUsage : exitStatus.failed;
        }
    }

    async #outcomeOf(args: readonly string[]): Promise<Outcome> {
        try {
            await this.#command.parseAsync(args, { from: 'user' });
        } catch (error) {
            if (!(error instanceof CommanderError && error.exitCode === 0)) {
                throw error;
            }
        }
        const help = this.#help.trimEnd();
        return this.#outcome ?? { document: { help }, text: help };
    }
}
