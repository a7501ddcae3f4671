import { posix } from 'node:path';
import * as vscode from 'vscode';
import { findServerFiles, mainIniPath, readApplicationFacts } from '../../cluster/node/applicationFacts.ts';
import { isRunning } from '../../cluster/model/model.ts';
import { phpOf } from '../../cluster/node/php.ts';
import { nodeFileUri } from '../../documents/nodeUri.ts';
import type { Services } from '../../workbench/services.ts';
import { pickNode } from '../target.ts';

/** The files that PHP and its server read on a node, in the order that they are read in. */
export async function openNodeFile(services: Services, argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Open Configuration File');
    const node = await pickNode(services, argument, {
        title,
        suits: candidate => candidate.layer === 'application' && isRunning(candidate),
    });
    if (node === undefined) {
        return;
    }
    const { engine } = await services.engineAccess.ready();
    const { signal } = new AbortController();
    const [facts, serverFiles] = await vscode.window.withProgress(
        { location: { viewId: 'phpSessionCluster.environments' } },
        () => Promise.all([readApplicationFacts(engine, node, signal), findServerFiles(engine, node, signal)]),
    );
    const choice = (path: string, icon: string, description: string) => ({
        label: `$(${icon}) ${posix.basename(path)}`,
        description,
        detail: path,
        value: path,
    });
    const main = mainIniPath(facts);
    const path = await services.dialogs.pick(
        [
            choice(
                main,
                'settings-gear',
                facts.iniFile === undefined ? vscode.l10n.t('main file; not there yet') : vscode.l10n.t('main file'),
            ),
            ...facts.scannedFiles.map(file => choice(file, 'file', vscode.l10n.t('read after the main file'))),
            ...serverFiles.map(file => choice(file, 'globe', phpOf(node).configurationWords())),
        ],
        { title, placeholder: vscode.l10n.t('Select a file of {0}', node.name) },
    );
    if (path !== undefined) {
        await vscode.window.showTextDocument(nodeFileUri(node, path), { preview: false });
    }
}
