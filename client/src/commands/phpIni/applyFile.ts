import * as vscode from 'vscode';
import { mainIniPath, readApplicationFacts } from '../../cluster/node/applicationFacts.ts';
import { planFile } from '../../cluster/apply/apply.ts';
import { OperationError } from '../../cluster/model/errors.ts';
import { isRunning, nodesOf, type ClusterNode, type Environment } from '../../cluster/model/model.ts';
import { findNode, NODE_SCHEME, parseNodeUri } from '../../documents/nodeUri.ts';
import type { TreeElement } from '../../workbench/treeElement.ts';
import { agreeAndApply } from './agreeToPlan.ts';
import { fileOf } from './fileArgument.ts';
import { runOperation } from '../../workbench/operation.ts';
import type { Services } from '../../workbench/services.ts';
import { environmentNow, pickEnvironment, pickNode } from '../target.ts';

/** A file of a node to that node; a local php.ini to the node that the person picks. */
export async function applyToThisNode(services: Services, argument: unknown): Promise<void> {
    const uri = await savedFile(argument);
    const target =
        uri.scheme === NODE_SCHEME
            ? await nodeOfFile(services, uri)
            : await pickNode(services, undefined, {
                  title: vscode.l10n.t('Apply to This Node'),
                  suits: candidate => candidate.layer === 'application' && isRunning(candidate),
              });
    if (target !== undefined) {
        await applyFile(services, uri, environmentNow(services, target.environment), [target]);
    }
}

/**
 * A file of a node to all application nodes of its environment; a local php.ini to those of the environment that is
 * named, else that the person picks.
 */
export async function applyToAllApplicationNodes(services: Services, argument: unknown, name?: unknown): Promise<void> {
    const uri = await savedFile(argument);
    const environment =
        uri.scheme === NODE_SCHEME
            ? environmentNow(services, (await nodeOfFile(services, uri)).environment)
            : await pickEnvironment(services, environmentElement(name), {
                  title: vscode.l10n.t('Apply to All Application Nodes'),
                  suits: candidate => nodesOf(candidate, 'application').length > 0,
              });
    if (environment !== undefined) {
        await applyFile(services, uri, environment, nodesOf(environment, 'application'));
    }
}

function environmentElement(name: unknown): TreeElement | undefined {
    return typeof name === 'string' ? { kind: 'environment', id: `environment/${name}`, environment: name } : undefined;
}

async function applyFile(
    services: Services,
    uri: vscode.Uri,
    environment: Environment,
    nodes: readonly ClusterNode[],
): Promise<void> {
    const bytes = Buffer.from(await vscode.workspace.fs.readFile(uri));
    const plan = await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Reading the configuration of {0}', environment.name),
        work: async (engine, context) => {
            const path = parseNodeUri(uri)?.path ?? (await mainIniOf(engine, nodes, context.signal));
            return planFile(engine, environment, { path, bytes, nodes }, context);
        },
    });
    if (await agreeAndApply(services, environmentNow(services, environment.name), plan)) {
        const names = nodes.map(({ name }) => name).join(', ');
        void services.dialogs.notify('information', vscode.l10n.t('The file is in force on {0}.', names), []);
    }
}

/** Nodes of one environment come from one image, so the first node's place is that of all. */
async function mainIniOf(
    engine: Parameters<typeof planFile>[0],
    nodes: readonly ClusterNode[],
    signal: AbortSignal,
): Promise<string> {
    const [first] = nodes;
    if (first === undefined) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('There is no application node to apply the file to'),
        });
    }
    return mainIniPath(await readApplicationFacts(engine, first, signal));
}

/** The file of the menu or of the active editor, saved: what is applied is what is in the file. */
async function savedFile(argument: unknown): Promise<vscode.Uri> {
    const uri = fileOf(argument);
    if (uri === undefined) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('No php.ini is open'),
            next: vscode.l10n.t('Open the file that is to be applied'),
        });
    }
    const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
    if (document?.isDirty === true && !(await document.save())) {
        throw new OperationError('failed', {
            what: vscode.l10n.t('{0} could not be saved', vscode.workspace.asRelativePath(uri)),
            kept: vscode.l10n.t('Nothing was applied'),
        });
    }
    return uri;
}

async function nodeOfFile(services: Services, uri: vscode.Uri): Promise<ClusterNode> {
    const { environments } = await services.engineAccess.ready();
    const where = parseNodeUri(uri);
    const node = where && findNode(environments, where);
    if (node === undefined) {
        throw new OperationError('notFound', {
            what: vscode.l10n.t('The node of {0} is not there any more', uri.path),
        });
    }
    return node;
}
