import { applyPlan, planFile } from '../../cluster/apply/apply.ts';
import type { ApplyResult } from '../../cluster/apply/plan.ts';
import { planSessionSettings } from '../../cluster/apply/settings.ts';
import { OperationError } from '../../cluster/model/errors.ts';
import { isRunning, nodesOf, type Environment } from '../../cluster/model/model.ts';
import { mainIniPath, readApplicationFacts } from '../../cluster/node/applicationFacts.ts';
import { readInputFile } from '../inputFile.ts';
import { integer } from '../optionValues.ts';
import type { GlobalOptions, Program } from '../program.ts';
import type { Session } from '../session.ts';
import { serverTitleOf } from '../../cluster/software/table.ts';

interface ApplyOptions extends GlobalOptions {
    readonly file?: string;
    /** Seconds. */
    readonly lockExpire?: number;
}

export function declareApply(program: Program): void {
    program
        .verb(
            'apply',
            'Bring the session settings, or a php.ini, to all application nodes: check, write, restart, read back, or put everything back.',
        )
        .argument('<environment>')
        .option('--file <php.ini>', 'this file in place of the session settings')
        .option('--lock-expire <seconds>', 'after how long the lock of a killed server lets go', integer)
        .action(async (name: string, options: ApplyOptions) => {
            const bytes = options.file === undefined ? undefined : await readInputFile(options.file);
            await program.workOn(name, options, async (environment, session) => {
                const { engine, context } = session;
                const plan =
                    bytes === undefined
                        ? await planSessionSettings(engine, environment, context, options)
                        : await planFile(
                              engine,
                              environment,
                              { path: await iniPath(environment, session), bytes },
                              context,
                          );
                for (const note of plan.notes) {
                    context.report(note);
                }
                const result = await applyPlan(engine, environment, plan, context);
                return { document: result, text: renderApplyResult(result) };
            });
        });
}

function renderApplyResult({ nodes }: ApplyResult): string {
    return nodes
        .map(({ node, changedFiles }) => `${node}: ${changedFiles.join(', ') || 'nothing to change'}; restarted`)
        .join('\n');
}

/** Where the main php.ini is, by what the first application node says. */
async function iniPath(environment: Environment, { engine, context }: Session): Promise<string> {
    const node = nodesOf(environment, 'application').find(isRunning);
    if (!node) {
        throw new OperationError('failed', {
            what: `No ${serverTitleOf(environment, 'application')} node of ${environment.name} runs`,
            kept: 'Nothing was changed',
            next: 'Start one',
        });
    }
    return mainIniPath(await readApplicationFacts(engine, node, context.signal));
}
