import * as vscode from 'vscode';
import { nodesOf, type Environment } from '../../cluster/model/model.ts';
import { scaleEnvironment } from '../../cluster/scale/scale.ts';
import {
    countProblem,
    planScale,
    SCALABLE_LAYERS,
    type NodeCounts,
    type ScalableLayer,
    type ScalePlan,
} from '../../cluster/scale/plan.ts';
import { isTreeElement } from '../../workbench/treeElement.ts';
import type { Dialogs, WizardStep } from '../../workbench/dialogs.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickEnvironment } from '../target.ts';
import { runWizard, type Step } from '../../workbench/wizard.ts';

/** Of an environment, or of one of its layers. Names the nodes that go, and asks, before any does. */
export async function scaleEnvironmentCommand(services: Services, argument: unknown): Promise<void> {
    const picked = await pickEnvironment(services, argument, {
        title: vscode.l10n.t('Scale'),
        suits: ({ kind }) => kind === 'managed',
    });
    if (picked === undefined) {
        return;
    }
    // Refuses what cannot be scaled before anything is asked.
    planScale(picked, {});
    const layers = SCALABLE_LAYERS.filter(layer => !isOtherLayer(argument, layer));
    const counts = await promptForCounts(services.dialogs, picked, layers);
    if (counts === undefined) {
        return;
    }
    const environment = environmentNow(services, picked.name);
    if (!(await agreesToRemoval(services.dialogs, environment.name, planScale(environment, counts)))) {
        return;
    }
    const result = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Scaling {0}', environment.name),
        work: (engine, context) => scaleEnvironment(engine, environment, counts, context),
    });
    const { application, store, added, removed } = result;
    const message =
        added.length + removed.length === 0
            ? vscode.l10n.t('{0} has {1} × Apache and {2} × memcached already.', environment.name, application, store)
            : vscode.l10n.t('{0} has {1} × Apache and {2} × memcached now.', environment.name, application, store);
    void services.dialogs.notify('information', message, []);
}

function isOtherLayer(argument: unknown, layer: ScalableLayer): boolean {
    return isTreeElement(argument) && argument.kind === 'layer' && argument.layer !== layer;
}

function promptForCounts(
    dialogs: Dialogs,
    environment: Environment,
    layers: readonly ScalableLayer[],
): Promise<NodeCounts | undefined> {
    const steps = layers.map((layer): Step<NodeCounts> => async (counts, step) => {
        const text = await dialogs.input({
            title: vscode.l10n.t('Scale {0}', environment.name),
            prompt: promptOf(layer),
            value: String(counts[layer] ?? nodesOf(environment, layer).length),
            ...stepOf(step),
            validate: given => problemOf(layer, given),
        });
        return text === undefined ? undefined : { ...counts, [layer]: Number(text) };
    });
    return runWizard(steps, {});
}

/** One question is no series. */
function stepOf(step: WizardStep): { step?: WizardStep } {
    return step.total > 1 ? { step } : {};
}

function promptOf(layer: ScalableLayer): string {
    switch (layer) {
        case 'application':
            return vscode.l10n.t('Number of Apache + PHP nodes; two or more survive the failure of one');
        case 'store':
            return vscode.l10n.t('Number of memcached nodes; with two or more, every session is on at least two');
    }
}

function problemOf(layer: ScalableLayer, text: string): string | undefined {
    if (!/^\s*\d+\s*$/.test(text)) {
        return vscode.l10n.t('Enter a whole number.');
    }
    const problem = countProblem(layer, Number(text));
    return problem && `${problem}.`;
}

/** True where no node goes. */
async function agreesToRemoval(dialogs: Dialogs, name: string, plan: ScalePlan): Promise<boolean> {
    if (plan.remove.length === 0) {
        return true;
    }
    const remove = vscode.l10n.t('Remove');
    const answer = await dialogs.confirm({
        message: vscode.l10n.t('Remove {0} from {1}?', plan.remove.map(node => node.name).join(', '), name),
        detail: describeRemoval(plan).join('\n\n'),
        actions: [remove],
        warning: true,
    });
    return answer === remove;
}

/** What becomes of requests and sessions: a paragraph each. */
export function describeRemoval({ remove, target }: ScalePlan): string[] {
    const goes = (layer: ScalableLayer) => remove.some(node => node.layer === layer);
    return [
        ...(goes('application')
            ? [
                  vscode.l10n.t(
                      'An Apache node answers the requests that it has before it is removed. What was written inside its container goes with it, and sessions do where they are not clustered.',
                  ),
              ]
            : []),
        ...(goes('store')
            ? [vscode.l10n.t('The sessions of a store are copied to the others before it is removed.')]
            : []),
        ...(goes('store') && target.store.nodes === 1
            ? [vscode.l10n.t('With one store, its death loses all sessions.')]
            : []),
    ];
}
