import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Engine } from '../../../client/src/engine/engine.ts';
import type { ForTests } from '../../../client/src/forTests.ts';
import { uniqueName } from '../../support/run/names.ts';
import { environmentElement, extensionUnderTest, runScripted, untilStore } from './extensionUnderTest.ts';

const project = uniqueName('hosttest');
const layers = { proxy: 'balancer', web: 'application', sessions: 'store', tool: 'none', worker: '' };

const software: Readonly<Record<string, Record<string, string>>> = {
    balancer: { 'php-session-cluster.software': 'haproxy' },
    application: { 'php-session-cluster.software': 'php-fpm' },
    store: { 'php-session-cluster.software': 'valkey' },
};

/** Containers as a Compose project makes them; they need not run to be seen. */
async function createProject(engine: Engine): Promise<string[]> {
    return Promise.all(
        Object.entries(layers).map(([service, layer]) =>
            engine.createContainer({
                name: `${project}_${service}_1`,
                image: 'debian:trixie-slim',
                hostname: service,
                command: ['sleep', '60'],
                capabilities: [],
                labels: {
                    'com.docker.compose.project': project,
                    'com.docker.compose.service': service,
                    'com.docker.compose.container-number': '1',
                    ...(layer !== '' && { 'php-session-cluster.layer': layer }),
                    ...software[layer],
                },
            }),
        ),
    );
}

describe('a Compose project in the editor', () => {
    let extension: ForTests;
    let containers: string[] = [];

    before(async () => {
        extension = await extensionUnderTest();
        const { engine } = await extension.services.engineAccess.ready();
        containers = await createProject(engine);
        // An engine tells of containers when they start, and these do not.
        await runScripted('refresh', undefined);
        await untilStore('the project', () =>
            extension.services.store.snapshot.environments.some(({ name }) => name === project),
        );
    });

    after(async () => {
        const { engine } = await extension.services.engineAccess.ready();
        await Promise.all(containers.map(id => engine.removeContainer(id)));
    });

    function row(): vscode.TreeItem | undefined {
        return extension.tree
            .getChildren()
            .map(element => extension.tree.getTreeItem(element))
            .find(({ label }) => label === project);
    }

    it('is an adopted environment, and says so', () => {
        assert.equal(row()?.contextValue, 'environment.adopted.stopped');
        assert.equal(row()?.description, '0/3 healthy  adopted');
    });

    it('names the software of its nodes, and folded what is no node with the reason', () => {
        const { tree } = extension;
        const rows = tree.getChildren(environmentElement(project));
        assert.deepEqual(
            rows.map(element => String(tree.getTreeItem(element).description).split('  ')[0]),
            ['HAProxy', 'PHP-FPM', 'Valkey', 'tool, worker'],
        );
        const others = rows.at(-1)!;
        assert.equal(tree.getTreeItem(others).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
        assert.deepEqual(
            tree.getChildren(others).map(element => tree.getTreeItem(element).accessibilityInformation?.label),
            ['Not shown: tool: its label says that it is no node', 'Not shown: worker: only waits (sleep)'],
        );
        assert.deepEqual(tree.getParent(tree.getChildren(others)[0]!), others);
        assert.deepEqual(tree.getParent(others), environmentElement(project));
    });

    it('is not deleted, whoever asks for it', async () => {
        const dialogs = await runScripted('deleteEnvironment', environmentElement(project), {
            confirm: ({ actions }) => actions[0],
        });
        assert.match(dialogs.errors().join(), /Compose project/);
        const { engine } = await extension.services.engineAccess.ready();
        const left = await engine.listContainers({ labels: [`com.docker.compose.project=${project}`] });
        assert.equal(left.length, containers.length);
    });

    it('is not among the choices of what to delete', async () => {
        const dialogs = await runScripted('deleteEnvironment', undefined);
        assert.ok(!dialogs.offered.join().includes(project));
    });

    it('can be left out of the view', async () => {
        const settings = vscode.workspace.getConfiguration('phpSessionCluster');
        await settings.update('view.showAdopted', false, vscode.ConfigurationTarget.Global);
        try {
            assert.equal(row(), undefined);
        } finally {
            await settings.update('view.showAdopted', undefined, vscode.ConfigurationTarget.Global);
        }
        assert.ok(row());
    });
});
