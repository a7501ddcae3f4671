import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import { PROXY_SOCKET } from '../../../server/src/phpIni/sessionSettings.ts';
import type { ForTests } from '../../../client/src/forTests.ts';
import type { TreeElement } from '../../../client/src/workbench/treeElement.ts';
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

const name = uniqueName('hostreplicated');

describe('an environment with replicated sessions in the editor', function () {
    this.timeout(300_000);
    let extension: ForTests;

    before(async function () {
        this.timeout(900_000);
        extension = await extensionUnderTest();
        const dialogs = await runScripted('createEnvironment', undefined, newEnvironment(name, { stores: 2 }));
        assert.deepEqual(dialogs.errors(), []);
        assert.match(dialogs.asked.join('\n'), /2 × memcached, 64 MiB, sessions replicated/);
        await untilStore('five healthy nodes', () =>
            extension.services.store.snapshot.environments.some(
                environment =>
                    environment.name === name && environment.nodes.every(({ status }) => status === 'healthy'),
            ),
        );
    });

    after(async () => {
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        const dialogs = await runScripted('deleteEnvironment', environmentElement(name), {
            confirm: ({ actions }) => actions[0],
        });
        assert.deepEqual(dialogs.errors(), []);
    });

    const storeLayer: TreeElement = {
        kind: 'layer',
        id: `layer/${name}/store`,
        environment: name,
        layer: 'store',
    };

    function tooltip(element: TreeElement): string {
        const item = extension.tree.resolveTreeItem(extension.tree.getTreeItem(element), element);
        return item.tooltip instanceof vscode.MarkdownString ? item.tooltip.value : (item.tooltip ?? '');
    }

    it('says so in words, for eyes and for screen readers', () => {
        const item = extension.tree.getTreeItem(storeLayer);
        assert.equal(item.description, 'memcached  2/2 healthy  replicated');
        assert.equal(item.accessibilityInformation?.label, `Session store layer of ${name}, 2/2 healthy, replicated`);
        const words = /Every.*session.*is.*on.*both.*nodes,.*survives.*the.*death.*of.*one/;
        for (const element of [storeLayer, environmentElement(name), nodeElement(name, 'store', 2)]) {
            assert.match(tooltip(element), words, element.id);
        }
        assert.doesNotMatch(tooltip(nodeElement(name, 'application', 1)), /survives/);
    });

    it('tells the proxy that session.save_path needs, and the address of the store beside it', async () => {
        const [node] = nodesOf(await environmentNamed(name), 'store');
        const dialogs = await runScripted('showNodeInfo', nodeElement(name, 'store', 1), { confirm: () => 'Copy' });
        const told = dialogs.asked.join('\n');
        assert.ok(told.includes(`session.save_path: ${PROXY_SOCKET}\n`), told);
        assert.ok(told.includes(`Address: ${node?.address ?? ''}:11211\n`), told);
        assert.equal(await vscode.env.clipboard.readText(), PROXY_SOCKET);
    });

    it('gets the proxy into every php.ini', async () => {
        const dialogs = await runScripted('enableSessionClustering', environmentElement(name), {
            pick: () => 'Apply',
        });
        assert.deepEqual(dialogs.errors(), []);
        await runScripted('openPhpIni', nodeElement(name, 'application', 2));
        const text = vscode.window.activeTextEditor?.document.getText() ?? '';
        assert.ok(text.includes(`\nsession.save_path = ${PROXY_SOCKET}\n`));
        assert.match(text, /^memcached\.sess_binary_protocol = 0$/m);
    });

    it('takes another number of stores, within limits', async () => {
        const usual = newEnvironment('other');
        const dialogs = await runScripted('createEnvironment', undefined, {
            ...usual,
            input: options => (options.prompt.includes('memcached') ? '99' : usual.input?.(options)),
            pick: (options, labels) =>
                options.placeholder.includes('memcached') ? 'Another' : usual.pick?.(options, labels),
        });
        assert.deepEqual(dialogs.refused.length, 1);
        assert.match(dialogs.refused.join(), /from 1 to 8/);
        assert.match(
            dialogs.offered.join('\n'),
            /2 memcached nodes recommended: .*\n.*1 memcached node as in the tutorial/,
        );
    });
});
