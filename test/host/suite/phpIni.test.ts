import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { nodesOf, type ClusterNode } from '../../../client/src/cluster/model/model.ts';
import { nodeFileUri } from '../../../client/src/documents/nodeUri.ts';
import { uniqueName } from '../../support/run/names.ts';
import {
    environmentElement,
    environmentNamed,
    extensionUnderTest,
    newEnvironment,
    nodeElement,
    runScripted,
    untilStore,
} from './extensionUnderTest.ts';
import { codesOf, openLocal, untilCodes } from './localFiles.ts';

const name = uniqueName('initest');
const settings = () => vscode.workspace.getConfiguration('phpSessionCluster');

/** Waits for a tab of the kind: some open after the command that asks for them is done. */
async function untilTab(suits: (tab: vscode.Tab) => boolean): Promise<void> {
    await new Promise<void>(resolve => {
        const look = (): void => {
            if (vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(suits)) {
                listener.dispose();
                resolve();
            }
        };
        const listener = vscode.window.tabGroups.onDidChangeTabs(look);
        look();
    });
}

/** Takes the first suggestion as soon as there is one. */
async function acceptUntil(document: vscode.TextDocument, text: string): Promise<void> {
    const limit = AbortSignal.timeout(120_000);
    while (document.getText() !== text) {
        assert.ok(text.startsWith(document.getText()) && !limit.aborted, `There is ${document.getText()}`);
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        await delay(50);
    }
}

async function close(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

describe('a php.ini in the editor', () => {
    after(close);

    it('is read as the PHP version of the setting, and at once as another one', async () => {
        const uri = await openLocal('version/php.ini', 'memory_limit = 1G\n]\n');
        await untilCodes(uri, 'what PHP 8.4 says', codes => codes.includes('syntax-error'));
        await settings().update('php.version', '8.2', vscode.ConfigurationTarget.Workspace);
        try {
            await untilCodes(uri, 'what PHP 8.2 says', codes => !codes.includes('syntax-error'));
        } finally {
            await settings().update('php.version', undefined, vscode.ConfigurationTarget.Workspace);
        }
        await untilCodes(uri, 'what PHP 8.4 says', codes => codes.includes('syntax-error'));
    });

    it('is found fault with as severely as the settings say, which the command writes', async () => {
        const code = 'samesite-none-unquoted';
        const uri = await openLocal('severity/php.ini', 'session.cookie_samesite = None\n');
        await untilCodes(uri, 'the diagnostic', codes => codes.includes(code));
        const pick = (labels: readonly string[]) => {
            const left = [...labels];
            return { pick: () => left.shift() };
        };
        const dialogs = await runScripted('setRuleSeverity', undefined, pick([code, 'Off', 'Workspace']));
        assert.deepEqual(dialogs.errors(), []);
        assert.deepEqual(settings().inspect('diagnostics.severity')?.workspaceValue, { [code]: 'off' });
        await untilCodes(uri, 'no diagnostic', codes => !codes.includes(code));
        await runScripted('setRuleSeverity', undefined, pick([code, 'Error', 'Workspace']));
        await untilCodes(uri, 'the diagnostic', codes => codes.includes(code));
        const [found] = vscode.languages.getDiagnostics(uri);
        assert.equal(found?.severity, vscode.DiagnosticSeverity.Error);
        await runScripted('setRuleSeverity', undefined, pick([code, 'by itself', 'Workspace']));
        assert.equal(settings().inspect('diagnostics.severity')?.workspaceValue, undefined);
    });

    it('offers the values of a directive as soon as its name is completed', async () => {
        const uri = await openLocal('completion/php.ini', 'memory_limit = 1X\nsession.save_handl');
        await untilCodes(uri, 'what the server says', codes => codes.length > 0);
        const editor = vscode.window.activeTextEditor;
        assert.equal(editor?.document.uri.toString(), uri.toString());
        await vscode.commands.executeCommand('cursorBottom');
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await acceptUntil(editor.document, 'memory_limit = 1X\nsession.save_handler = ');
        await acceptUntil(editor.document, 'memory_limit = 1X\nsession.save_handler = files');
    });

    it('has rules that can be read about', async () => {
        await vscode.commands.executeCommand('phpSessionCluster.explainRule', 'drift');
        await untilTab(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('markdown'));
        const uri = vscode.Uri.from({ scheme: 'php-ini-rule', path: '/drift.md' });
        const document = await vscode.workspace.openTextDocument(uri);
        assert.match(document.getText(), /Nodes of one environment differ/);
    });
});

describe('a php.ini on a node', function () {
    this.timeout(300_000);
    let nodes: readonly ClusterNode[];
    let path: string;

    before(async function () {
        this.timeout(900_000);
        const extension = await extensionUnderTest();
        const dialogs = await runScripted('createEnvironment', undefined, newEnvironment(name));
        assert.deepEqual(dialogs.errors(), []);
        await untilStore('healthy nodes', () =>
            extension.services.store.snapshot.environments.some(
                environment =>
                    environment.name === name && environment.nodes.every(({ status }) => status === 'healthy'),
            ),
        );
        nodes = nodesOf(await environmentNamed(name), 'application');
        await runScripted('openPhpIni', nodeElement(name, 'application', 1));
        path = vscode.window.activeTextEditor?.document.uri.path.replace('/application/1', '') ?? '';
    });

    after(async () => {
        await close();
        const dialogs = await runScripted('deleteEnvironment', environmentElement(name), {
            confirm: ({ actions }) => actions[0],
        });
        assert.deepEqual(dialogs.errors(), []);
    });

    function uriOn(number: number, file = path): vscode.Uri {
        const node = nodes[number - 1];
        assert.ok(node);
        return nodeFileUri(node, file);
    }

    /** Runs a shell line as root on a node, and restarts its Apache by our own command. */
    async function change(number: number, line: string): Promise<void> {
        const { services } = await extensionUnderTest();
        const { engine } = await services.engineAccess.ready();
        const argv = ['sh', '-c', line, 'sh', path];
        const { exitCode, stderr } = await engine.exec(nodes[number - 1]?.containerId ?? '', argv, { user: '0' });
        assert.equal(exitCode, 0, stderr.toString());
        const dialogs = await runScripted('restartNode', nodeElement(name, 'application', number));
        assert.deepEqual(dialogs.errors(), []);
    }

    it('shows that each node keeps sessions of its own, and that it differs from another node', async () => {
        await vscode.window.showTextDocument(uriOn(1), { preview: false });
        await untilCodes(uriOn(1), 'sessions in files', codes => codes.includes('files-on-cluster'));
        assert.ok(!codesOf(uriOn(1)).includes('drift'));
        await change(2, `sed -i 's/^session.name *=.*/session.name = OTHER/' "$1"`);
        await untilCodes(uriOn(1), 'a drift', codes => codes.includes('drift'));
        const drift = vscode.languages.getDiagnostics(uriOn(1)).find(({ message }) => message.includes('OTHER'));
        assert.equal(drift?.severity, vscode.DiagnosticSeverity.Error);
        assert.equal(drift.relatedInformation?.[0]?.location.uri.toString(), uriOn(2).toString());
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
            'vscode.executeCodeLensProvider',
            uriOn(1),
        );
        assert.deepEqual(
            lenses.map(({ command }) => command?.title),
            ['Apply to 2 nodes', `${nodes[1]?.name ?? ''} differs`],
        );
    });

    it('can be compared with that of the other node', async () => {
        await vscode.window.showTextDocument(uriOn(1), { preview: false });
        await vscode.commands.executeCommand(
            'phpSessionCluster.compareWithNode',
            uriOn(1).toString(),
            nodes[1]?.name ?? '',
        );
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        assert.ok(input instanceof vscode.TabInputTextDiff, 'no comparison');
        assert.deepEqual(
            [input.original.toString(), input.modified.toString()],
            [uriOn(2).toString(), uriOn(1).toString()],
        );
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    it('is not told of a rule that is switched off', async () => {
        await vscode.window.showTextDocument(uriOn(1), { preview: false });
        const dialogs = await runScripted('setRuleSeverity', 'drift', { pick: () => 'Workspace' }, 'off');
        assert.deepEqual(dialogs.errors(), []);
        assert.deepEqual(dialogs.asked, ['Select where the setting is kept']);
        await untilCodes(uriOn(1), 'no drift', codes => !codes.includes('drift'));
        await settings().update('diagnostics.severity', undefined, vscode.ConfigurationTarget.Workspace);
        await untilCodes(uriOn(1), 'the drift', codes => codes.includes('drift'));
    });

    it('agrees with the other node again when that has been mended', async () => {
        await change(2, `sed -i 's/^session.name *=.*/session.name = PHPSESSID/' "$1"`);
        await untilCodes(uriOn(1), 'no drift', codes => !codes.includes('drift'));
    });

    it('has its language wherever PHP finds it', async () => {
        const line =
            'mkdir -p /srv && echo "memory_limit = 1G" > /srv/own.ini && ln -s /srv/own.ini "${1%/*}/conf.d/97-own.ini"';
        await change(1, line);
        const document = await vscode.workspace.openTextDocument(uriOn(1, '/srv/own.ini'));
        await vscode.window.showTextDocument(document);
        await new Promise<void>(resolve => {
            const look = (): void => {
                if (vscode.window.activeTextEditor?.document.languageId === 'php-ini') {
                    listener.dispose();
                    resolve();
                }
            };
            const listener = vscode.workspace.onDidOpenTextDocument(look);
            look();
        });
        await change(1, 'rm "${1%/*}/conf.d/97-own.ini"');
    });
});
