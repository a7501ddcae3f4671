import * as vscode from 'vscode';
import { OperationError } from '../cluster/model/errors.ts';
import { healthWords, type ClusterNode, type Environment } from '../cluster/model/model.ts';
import { isTreeElement } from '../workbench/treeElement.ts';
import { statusWord } from '../views/tree/words.ts';
import type { Services } from '../workbench/services.ts';

export interface EnvironmentWanted {
    readonly title: string;
    readonly suits?: (environment: Environment) => boolean;
}

export interface NodeWanted {
    readonly title: string;
    readonly suits?: (node: ClusterNode) => boolean;
}

/**
 * The environment that a command is about, as it is now: that of the tree's element, else the one the person picks.
 * Undefined: declined.
 */
export async function pickEnvironment(
    services: Services,
    argument: unknown,
    { title, suits = () => true }: EnvironmentWanted,
): Promise<Environment | undefined> {
    const { environments } = await services.engineAccess.ready();
    if (isTreeElement(argument) && 'environment' in argument) {
        return found(
            environments.find(({ name }) => name === argument.environment),
            argument.environment,
        );
    }
    const candidates = environments.filter(suits);
    if (candidates.length === 0) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('There is no environment that this can be done with'),
            next: vscode.l10n.t('Create an environment first'),
        });
    }
    const choices = candidates.map(environment => ({
        label: `$(server-environment) ${environment.name}`,
        description: [healthWords(environment.nodes), environment.url ?? ''].join('  '),
        value: environment.name,
    }));
    const name = await services.dialogs.pick(choices, { title, placeholder: vscode.l10n.t('Select an environment') });
    return name === undefined ? undefined : environmentNow(services, name);
}

/** The node that a command is about, as it is now; see pickEnvironment. */
export async function pickNode(
    services: Services,
    argument: unknown,
    { title, suits = () => true }: NodeWanted,
): Promise<ClusterNode | undefined> {
    const { environments } = await services.engineAccess.ready();
    const nodes = environments.flatMap(environment => environment.nodes);
    if (isTreeElement(argument) && argument.kind === 'node') {
        return found(
            nodes.find(({ id }) => id === argument.node),
            argument.node,
        );
    }
    const within = isTreeElement(argument) && 'environment' in argument ? argument.environment : undefined;
    const candidates = nodes.filter(node => suits(node) && (within === undefined || node.environment === within));
    if (candidates.length === 0) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('There is no node that this can be done with'),
            next: vscode.l10n.t('Create an environment, or start its nodes'),
        });
    }
    const choices = candidates.map(node => ({
        label: node.name,
        description: `${node.software.title}  ${statusWord(node.status)}`,
        value: node.id,
    }));
    const id = await services.dialogs.pick(choices, { title, placeholder: vscode.l10n.t('Select a node') });
    return id === undefined ? undefined : nodeNow(services, id);
}

/** Looked up again after a question, for time has passed. Throws OperationError('notFound'). */
export function environmentNow(services: Services, name: string): Environment {
    return found(
        services.store.snapshot.environments.find(environment => environment.name === name),
        name,
    );
}

function nodeNow(services: Services, id: string): ClusterNode {
    const nodes = services.store.snapshot.environments.flatMap(environment => environment.nodes);
    return found(
        nodes.find(node => node.id === id),
        id,
    );
}

function found<T>(thing: T | undefined, name: string): T {
    if (thing === undefined) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('{0} is not there any more', name),
            next: vscode.l10n.t('Refresh the view'),
        });
    }
    return thing;
}
