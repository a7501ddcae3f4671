import * as vscode from 'vscode';
import { OperationError } from '../../cluster/model/errors.ts';
import type { Environment } from '../../cluster/model/model.ts';
import type { Topology } from '../../cluster/model/topology.ts';
import { defaultTopology, validateTopology, withNodes } from '../../cluster/model/topologyFile.ts';
import type { Choice, Dialogs, WizardStep } from '../../workbench/dialogs.ts';
import { suggestPort } from './freePort.ts';
import { runWizard, type Step } from '../../workbench/wizard.ts';

/** Asks for all that a new environment needs. Undefined: the person left. */
export async function promptForTopology(
    dialogs: Dialogs,
    environments: readonly Environment[],
    suggestedName: string,
): Promise<Topology | undefined> {
    const title = vscode.l10n.t('Create Environment');
    const input = (prompt: string, value: string, step: WizardStep, change: (text: string) => Topology) =>
        dialogs.input({ title, prompt, value, step, validate: text => problemOf(() => change(text)) });
    const steps: readonly Step<Topology>[] = [
        async (topology, step) => {
            const name = await dialogs.input({
                title,
                prompt: vscode.l10n.t('Name of the environment: lower-case letters, digits and hyphens'),
                value: topology.name,
                step,
                validate: text => nameProblem(text, environments),
            });
            return name === undefined ? undefined : { ...topology, name };
        },
        async (topology, step) => {
            const withText = (text: string): Topology => withNodes(topology, { application: wholeNumber(text) });
            const prompt = vscode.l10n.t('Number of Apache + PHP nodes; two or more survive the failure of one');
            const nodes = await input(prompt, String(topology.application.nodes), step, withText);
            return nodes === undefined ? undefined : withText(nodes);
        },
        (topology, step) => promptForStores(dialogs, title, topology, step),
        (topology, step) => promptForPhp(dialogs, title, topology, step),
        async (topology, step) => {
            const withPort = (text: string): Topology => ({
                ...topology,
                balancer: { ...topology.balancer, port: wholeNumber(text) },
            });
            const prompt = vscode.l10n.t(
                'Port on {0} to reach the application at; 0 for any free one',
                topology.balancer.address,
            );
            const port = await input(prompt, String(topology.balancer.port), step, withPort);
            return port === undefined ? undefined : withPort(port);
        },
        (topology, step) => promptForDocumentRoot(dialogs, title, topology, step),
    ];
    const start = defaultTopology(suggestedName);
    return runWizard(steps, { ...start, balancer: { ...start.balancer, port: await suggestPort(environments) } });
}

function nameProblem(name: string, environments: readonly Environment[]): string | undefined {
    if (environments.some(environment => environment.name === name)) {
        return vscode.l10n.t('An environment of this name is there already.');
    }
    return problemOf(() => defaultTopology(name));
}

/** The recommended number is the first, which Enter takes. */
async function promptForStores(
    dialogs: Dialogs,
    title: string,
    topology: Topology,
    step: WizardStep,
): Promise<Topology | undefined> {
    const choices: Choice<1 | 2 | 'other'>[] = [
        {
            label: vscode.l10n.t('$(database) 2 memcached nodes'),
            description: vscode.l10n.t('recommended: every session is on both, and survives the death of one'),
            value: 2,
        },
        {
            label: vscode.l10n.t('$(database) 1 memcached node'),
            description: vscode.l10n.t('as in the tutorial: its death loses all sessions'),
            value: 1,
        },
        {
            label: vscode.l10n.t('$(edit) Another number…'),
            description: vscode.l10n.t('every session is on at least two of them'),
            value: 'other',
        },
    ];
    const choice = await dialogs.pick(choices, {
        title,
        placeholder: vscode.l10n.t('How many memcached nodes keep the sessions?'),
        step,
    });
    if (choice !== 'other') {
        return choice && withNodes(topology, { store: choice });
    }
    const withText = (text: string): Topology => withNodes(topology, { store: wholeNumber(text) });
    const nodes = await dialogs.input({
        title,
        prompt: vscode.l10n.t('Number of memcached nodes; with two or more, every session is on at least two'),
        value: String(Math.max(3, topology.store.nodes)),
        step,
        validate: text => problemOf(() => withText(text)),
    });
    return nodes === undefined ? undefined : withText(nodes);
}

async function promptForPhp(
    dialogs: Dialogs,
    title: string,
    topology: Topology,
    step: WizardStep,
): Promise<Topology | undefined> {
    const { image: own = '', ...withoutImage } = topology.application;
    const choices: Choice<'built' | 'own'>[] = [
        {
            label: `$(package) PHP ${topology.application.php}`,
            description: vscode.l10n.t('built here from Debian packages, with the memcached extension'),
            value: 'built',
        },
        {
            label: vscode.l10n.t('$(edit) An image of my own…'),
            description: vscode.l10n.t('with Apache and PHP in it, for example php:8.4-apache'),
            value: 'own',
        },
    ];
    const choice = await dialogs.pick(choices, {
        title,
        placeholder: vscode.l10n.t('What runs on the Apache nodes?'),
        step,
    });
    if (choice !== 'own') {
        return choice && { ...topology, application: withoutImage };
    }
    const image = await dialogs.input({
        title,
        prompt: vscode.l10n.t('Image with Apache and PHP'),
        value: own,
        step,
        validate: text => problemOf(() => ({ ...topology, application: { ...withoutImage, image: text.trim() } })),
    });
    return image === undefined ? undefined : { ...topology, application: { ...withoutImage, image: image.trim() } };
}

async function promptForDocumentRoot(
    dialogs: Dialogs,
    title: string,
    topology: Topology,
    step: WizardStep,
): Promise<Topology | undefined> {
    const { documentRoot: chosen, ...withoutRoot } = topology.application;
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
    const choices: Choice<vscode.Uri | 'sample' | 'browse'>[] = [
        {
            label: vscode.l10n.t('$(file-code) Sample page'),
            description: vscode.l10n.t('shows the node that answered and a counter kept in the session'),
            value: 'sample',
        },
        ...folders.map(({ name, uri }) => ({ label: `$(folder) ${name}`, description: uri.fsPath, value: uri })),
        { label: vscode.l10n.t('$(folder-opened) Choose a folder…'), value: 'browse' },
    ];
    const choice = await dialogs.pick(choices, {
        title,
        placeholder: vscode.l10n.t('What do the Apache nodes serve?'),
        step,
    });
    if (choice === undefined || choice === 'sample') {
        return choice && { ...topology, application: withoutRoot };
    }
    const folder =
        choice === 'browse'
            ? await dialogs.openFolder(
                  vscode.l10n.t('Document Root'),
                  chosen === undefined ? folders[0]?.uri : vscode.Uri.file(chosen),
              )
            : choice;
    return folder && { ...topology, application: { ...withoutRoot, documentRoot: folder.fsPath } };
}

function wholeNumber(text: string): number {
    if (!/^\d+$/.test(text.trim())) {
        throw new OperationError('invalid', { what: vscode.l10n.t('Enter a whole number') });
    }
    return Number(text);
}

/** What the topology file's own rules say against a topology. */
function problemOf(change: () => Topology): string | undefined {
    try {
        validateTopology(change());
        return undefined;
    } catch (error) {
        if (error instanceof OperationError) {
            const problem = error.parts.what.replace(/^The topology cannot be used: /, '');
            return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;
        }
        throw error;
    }
}
