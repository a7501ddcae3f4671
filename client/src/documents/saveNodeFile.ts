import { posix } from 'node:path';
import * as vscode from 'vscode';
import { nodesOf, type ClusterNode, type Environment } from '../cluster/model/model.ts';
import type { ContainerFile, Engine } from '../engine/engine.ts';
import { runOperation } from '../workbench/operation.ts';
import type { Services } from '../workbench/services.ts';
import { keepBytes, UnreadableLine } from './keepBytes.ts';
import { nodeFileUri } from './nodeUri.ts';
import { serverTitle } from '../cluster/software/table.ts';

export interface NodeFileToSave {
    readonly engine: Engine;
    readonly environment: Environment;
    readonly node: ClusterNode;
    readonly path: string;
    readonly content: Buffer;
    /** The bytes that the edit began with; undefined for a new file. */
    readonly opened: Buffer | undefined;
}

/**
 * Saves a file to its node, and gives it as it is there now. A file of PHP's is applied: checked by the node's own PHP
 * first, in force afterwards, and on any failure the node has what it had, and the editor keeps the text. Any other
 * file is written as it is.
 */
export async function saveNodeFile(services: Services, file: NodeFileToSave): Promise<ContainerFile> {
    const { environment, node, path, opened } = file;
    const bytes = bytesToSave(file);
    const applied = posix.extname(path) === '.ini';
    await runOperation(services, {
        environment: environment.name,
        title: vscode.l10n.t('Saving {0} to {1}', posix.basename(path), node.name),
        work: async (engine, context) => {
            if (applied) {
                const { applyPlan, planFile } = await import('../cluster/apply/apply.ts');
                const expected = opened === undefined ? {} : { expected: opened };
                const plan = await planFile(engine, environment, { path, bytes, nodes: [node], ...expected }, context);
                await applyPlan(engine, environment, plan, context);
            } else {
                const { writeNodeFile } = await import('../cluster/node/files.ts');
                await writeNodeFile(engine, node, { path, bytes, expected: opened }, context.signal);
            }
        },
    });
    offerNextStep(services, file, applied);
    return file.engine.readFile(node.containerId, path);
}

function bytesToSave({ content, opened, node }: NodeFileToSave): Buffer {
    if (opened === undefined) {
        return content;
    }
    try {
        return keepBytes(opened, content);
    } catch (error) {
        if (error instanceof UnreadableLine) {
            throw vscode.FileSystemError.Unavailable(
                vscode.l10n.t(
                    'Line {0} has characters that are not UTF-8, and was edited. Nothing was written to {1}. Reopen the file with its own encoding, for example ISO 8859-1.',
                    error.line,
                    node.name,
                ),
            );
        }
        throw error;
    }
}

/** Not modal, and nothing waits for the answer: the file is saved. */
function offerNextStep(services: Services, { environment, node, path }: NodeFileToSave, applied: boolean): void {
    const name = posix.basename(path);
    const server = serverTitle([node]);
    if (!applied) {
        const restart = vscode.l10n.t('Restart {0}', server);
        const saved = vscode.l10n.t('{0} is saved on {1}. {2} reads it when it restarts.', name, node.name, server);
        const element = { kind: 'node', id: `node/${node.id}`, environment: environment.name, node: node.id };
        void services.dialogs.notify('information', saved, [restart]).then(answer => {
            if (answer === restart) {
                void vscode.commands.executeCommand('phpSessionCluster.restartNode', element);
            }
        });
        return;
    }
    const all = vscode.l10n.t('Apply to All Application Nodes');
    const saved = vscode.l10n.t('{0} is saved and in force on {1}.', name, node.name);
    const others = nodesOf(environment, 'application').length > 1;
    void services.dialogs.notify('information', saved, others ? [all] : []).then(answer => {
        if (answer === all) {
            void vscode.commands.executeCommand(
                'phpSessionCluster.applyToAllApplicationNodes',
                nodeFileUri(node, path),
            );
        }
    });
}
