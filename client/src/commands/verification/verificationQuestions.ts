import * as vscode from 'vscode';
import { isOperationError } from '../../cluster/model/errors.ts';
import { FAULTS, type Fault } from '../../cluster/verify/faults.ts';
import { isRunning, nodesOf, type Environment } from '../../cluster/model/model.ts';
import { findDocumentRoot } from '../../cluster/node/probe.ts';
import type { VerifyOptions } from '../../cluster/verify/plan.ts';
import { faultMeaning, faultName } from '../../cluster/report/words.ts';
import { serverTitleOf } from '../../cluster/software/table.ts';
import type { Choice } from '../../workbench/dialogs.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';

/** Random faults go on for so long where the settings set no bound. Seconds. */
const RANDOM_SECONDS = 60;

/** Asks for all that a verification needs, and whether to begin. Undefined: the person declined. */
export async function promptForVerification(
    services: Services,
    environment: Environment,
): Promise<VerifyOptions | undefined> {
    const chosen = await promptForFaults(services, environment);
    if (chosen === undefined) {
        return undefined;
    }
    const documentRoot =
        environment.kind === 'adopted' ? await promptForDocumentRoot(services, environment) : undefined;
    if (environment.kind === 'adopted' && documentRoot === undefined) {
        return undefined;
    }
    const options = { ...chosen, ...(documentRoot === undefined ? {} : { documentRoot }) };
    return (await agree(services, environment, options)) ? options : undefined;
}

async function promptForFaults(services: Services, environment: Environment): Promise<VerifyOptions | undefined> {
    const settings = vscode.workspace.getConfiguration('phpSessionCluster');
    const sessions = settings.get<number>('verify.sessions', 50);
    const seconds = settings.get<number>('verify.durationSeconds', 0);
    const possible = possibleFaults(environment);
    const titles = {
        application: serverTitleOf(environment, 'application'),
        store: serverTitleOf(environment, 'store'),
    };
    const choices: Choice<Fault | 'random' | undefined>[] = [
        ...possible.map(fault => ({
            label: faultName(fault),
            detail: faultMeaning(fault, titles),
            picked: true,
            value: fault,
        })),
        { label: vscode.l10n.t('How'), kind: vscode.QuickPickItemKind.Separator, value: undefined },
        {
            label: vscode.l10n.t('Random faults for {0} s', seconds || RANDOM_SECONDS),
            detail: vscode.l10n.t(
                'One of the faults above after another, each on any node, in place of every fault on every node once.',
            ),
            value: 'random',
        },
    ];
    const picked = await services.dialogs.pickMany(choices, {
        title: vscode.l10n.t('Verify Failover'),
        placeholder: vscode.l10n.t('Select what the nodes meet with'),
    });
    if (picked === undefined) {
        return undefined;
    }
    const faults = possible.filter(fault => picked.includes(fault));
    const random = picked.includes('random');
    const duration = seconds || (random ? RANDOM_SECONDS : 0);
    return {
        sessions,
        // Of all of them, and of none, each node gets those that it can meet with.
        ...(faults.length === 0 || faults.length === possible.length ? {} : { faults }),
        ...(duration > 0 ? { durationMs: 1000 * duration } : {}),
        ...(random ? { random: {} } : {}),
    };
}

/** An environment made here has a proxy only where it replicates; of another one nobody knows. */
function possibleFaults({ topology }: Environment): Fault[] {
    return FAULTS.filter(fault => fault !== 'proxy-kill' || topology?.store.replicate !== false);
}

/** Undefined: the person declined. */
async function promptForDocumentRoot(services: Services, environment: Environment): Promise<string | undefined> {
    const found = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Looking for the document root of {0}', environment.name),
        work: async (engine, { signal }) => {
            try {
                return { path: await findDocumentRoot(engine, environment, signal) };
            } catch (error) {
                if (isOperationError(error, 'unsupported')) {
                    return { path: '', problem: error.parts.what };
                }
                throw error;
            }
        },
    });
    const prompt = vscode.l10n.t(
        'Folder that {0} serves, as its nodes see it. A page is written there, and taken away at the end.',
        serverTitleOf(environment, 'application'),
    );
    return services.dialogs.input({
        title: vscode.l10n.t('Verify Failover'),
        prompt: found.problem === undefined ? prompt : `${found.problem}. ${prompt}`,
        value: found.path,
        validate: path => (path.startsWith('/') ? undefined : vscode.l10n.t('Enter an absolute path.')),
    });
}

async function agree(services: Services, environment: Environment, options: VerifyOptions): Promise<boolean> {
    const verify = vscode.l10n.t('Verify');
    const answer = await services.dialogs.confirm({
        message: vscode.l10n.t('Verify the failover of {0}?', environment.name),
        detail: consequences(environment, options).join('\n\n'),
        actions: [verify],
        warning: true,
    });
    return answer === verify;
}

/** What a person agrees to, a paragraph each. */
function consequences(environment: Environment, options: VerifyOptions): string[] {
    const { faults, random, durationMs, documentRoot, sessions = 0 } = options;
    const stores = nodesOf(environment, 'store').filter(isRunning);
    const nodes = [...nodesOf(environment, 'application').filter(isRunning), ...stores].map(({ name }) => name);
    const chosen = (faults ?? possibleFaults(environment)).map(faultName).join(', ');
    const seconds = (durationMs ?? 0) / 1000;
    return [
        vscode.l10n.t(
            '{0} sessions send requests through the balancer while these nodes fail, one after the other: {1}. All of them run again at the end, also if you cancel.',
            sessions,
            nodes.join(', '),
        ),
        random === undefined
            ? vscode.l10n.t('Each of them meets with: {0}.', chosen)
            : vscode.l10n.t('For {0} s they meet at random with: {1}.', seconds, chosen),
        ...(random === undefined && seconds > 0 ? [vscode.l10n.t('No fault begins after {0} s.', seconds)] : []),
        ...(stores.length === 1
            ? [
                  vscode.l10n.t(
                      'There is one {0} node only: while it is away no session can be read, and most of its faults lose all sessions, also those of other visitors.',
                      serverTitleOf(environment, 'store'),
                  ),
              ]
            : []),
        ...(documentRoot === undefined
            ? []
            : [
                  vscode.l10n.t(
                      'Meanwhile a page for the requests lies in {0} on each {1} node.',
                      documentRoot,
                      serverTitleOf(environment, 'application'),
                  ),
              ]),
    ];
}
