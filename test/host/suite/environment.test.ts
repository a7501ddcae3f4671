import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import { parseReport } from '../../../client/src/cluster/report/file.ts';
import { nodeFileUri, NODE_SCHEME } from '../../../client/src/documents/nodeUri.ts';
import { LogTerminal } from '../../../client/src/views/logTerminal.ts';
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
    untilTab,
} from './extensionUnderTest.ts';
import type { Script } from './scriptedDialogs.ts';

const name = uniqueName('hosttest');
const INI = 'php.ini';

async function engine() {
    const { services } = await extensionUnderTest();
    return (await services.engineAccess.ready()).engine;
}

async function applicationNode(number: number) {
    const node = nodesOf(await environmentNamed(name), 'application').find(candidate => candidate.number === number);
    assert.ok(node, `Apache node ${number}`);
    return node;
}

/** The php.ini of a node, as a document in the editor. */
async function openIni(number: number): Promise<vscode.TextDocument> {
    const dialogs = await runScripted('openPhpIni', nodeElement(name, 'application', number));
    assert.deepEqual(dialogs.errors(), []);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.uri.scheme, NODE_SCHEME);
    return document;
}

async function bytesOnNode(number: number, path: string): Promise<string> {
    const node = await applicationNode(number);
    return (await (await engine()).readFile(node.containerId, path)).bytes.toString('latin1');
}

function pathOnNode({ uri }: vscode.TextDocument): string {
    return uri.path.replace(/^\/application\/\d+/, '');
}

async function append(document: vscode.TextDocument, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function revert(document: vscode.TextDocument): Promise<void> {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(document.isDirty, false);
}

/** Rows as a person sees them. */
function rows({ tree }: ForTests, element?: TreeElement): { element: TreeElement; item: vscode.TreeItem }[] {
    return tree.getChildren(element).map(child => ({ element: child, item: tree.getTreeItem(child) }));
}

describe('an environment in the editor', function () {
    this.timeout(300_000);
    let extension: ForTests;

    before(async function () {
        this.timeout(900_000);
        extension = await extensionUnderTest();
        const dialogs = await runScripted('createEnvironment', undefined, newEnvironment(name));
        assert.deepEqual(dialogs.errors(), []);
        assert.deepEqual(dialogs.refused, []);
        await untilStore('four healthy nodes', () =>
            extension.services.store.snapshot.environments.some(
                environment =>
                    environment.name === name && environment.nodes.every(({ status }) => status === 'healthy'),
            ),
        );
    });

    after(async () => {
        const dialogs = await runScripted('deleteEnvironment', environmentElement(name), {
            confirm: ({ actions }) => actions[0],
        });
        assert.deepEqual(dialogs.errors(), []);
        const containers = await (
            await engine()
        ).listContainers({ labels: [`php-session-cluster.environment=${name}`] });
        assert.deepEqual(containers, []);
    });

    it('is a row with its health in words and its address', async () => {
        const row = rows(extension).find(({ item }) => item.label === name);
        assert.ok(row, 'no row');
        const { url } = await environmentNamed(name);
        assert.equal(row.item.description, `4/4 healthy  ${url ?? ''}`);
        assert.equal(row.item.contextValue, 'environment.managed.running');
        assert.match(row.item.accessibilityInformation?.label ?? '', /4\/4 healthy/);
        assert.equal(row.item.id, `environment/${name}`);
    });

    it('has its layers below it, and their nodes below them', async () => {
        const [environment] = rows(extension).filter(({ item }) => item.label === name);
        const layers = rows(extension, environment?.element);
        assert.deepEqual(
            layers.map(({ item }) => item.label),
            ['Balancer', 'Application', 'Session store'],
        );
        const nodes = layers.flatMap(({ element }) => rows(extension, element));
        assert.deepEqual(
            nodes.map(({ item }) => [item.label, item.contextValue]),
            [
                ['balancer-1', 'node.balancer.running'],
                ['application-1', 'node.application.running'],
                ['application-2', 'node.application.running'],
                ['store-1', 'node.store.running'],
            ],
        );
        const store = nodes.at(-1);
        const [node] = nodesOf(await environmentNamed(name), 'store');
        assert.ok(store && node);
        assert.equal(store.item.description, `healthy  ${node.address}:11211  ${node.image}`);
        const resolved = extension.tree.resolveTreeItem(store.item, store.element);
        assert.match((resolved.tooltip as vscode.MarkdownString).value, /memcached/);
    });

    it('tells host and port that session.save_path needs', async () => {
        const [node] = nodesOf(await environmentNamed(name), 'store');
        const dialogs = await runScripted('showNodeInfo', nodeElement(name, 'store', 1), { confirm: () => 'Copy' });
        assert.match(dialogs.asked.join('\n'), /session\.save_path: [\d.]+:11211/);
        assert.equal(await vscode.env.clipboard.readText(), `${node?.address ?? ''}:11211`);
    });

    it('opens the php.ini of a node, with its language, its size and its time', async () => {
        const document = await openIni(1);
        assert.equal(document.languageId, 'php-ini');
        assert.match(document.getText(), /^\[Session\]/m);
        const stat = await vscode.workspace.fs.stat(document.uri);
        assert.equal(stat.size, Buffer.byteLength(await bytesOnNode(1, pathOnNode(document)), 'latin1'));
        assert.ok(stat.mtime > 0 && stat.type === vscode.FileType.File);
        const folder = vscode.Uri.joinPath(document.uri, '..');
        const entries = await vscode.workspace.fs.readDirectory(folder);
        assert.ok(entries.some(([entry, type]) => entry === INI && (type & vscode.FileType.File) !== 0));
    });

    it('saves a php.ini to its node alone, keeping mode and owner, and puts it in force there', async () => {
        const document = await openIni(1);
        const path = pathOnNode(document);
        const node = await applicationNode(1);
        const earlier = await (await engine()).stat(node.containerId, path);
        const other = await bytesOnNode(2, path);
        await append(document, '\nmemory_limit = 97M\n');
        assert.equal(await document.save(), true);
        assert.match(await bytesOnNode(1, path), /\nmemory_limit = 97M\n$/);
        assert.equal(await bytesOnNode(2, path), other);
        const { mode, uid, gid } = await (await engine()).stat(node.containerId, path);
        assert.deepEqual({ mode, uid, gid }, { mode: earlier.mode, uid: earlier.uid, gid: earlier.gid });
    });

    it('does not save what the PHP of the node cannot read, and leaves the node as it was', async () => {
        const document = await openIni(1);
        const earlier = await bytesOnNode(1, pathOnNode(document));
        await append(document, "\n# don't use (this)\n");
        assert.equal(await document.save(), false);
        assert.equal(document.isDirty, true);
        assert.equal(await bytesOnNode(1, pathOnNode(document)), earlier);
        await revert(document);
    });

    it('does not overwrite a file that changed on the node, not even with one of the same size', async () => {
        const document = await openIni(1);
        const path = pathOnNode(document);
        const node = await applicationNode(1);
        const bytes = Buffer.from(
            (await bytesOnNode(1, path)).replace('memory_limit = 97M', 'memory_limit = 96M'),
            'latin1',
        );
        await append(document, '\n; mine\n');
        await (await engine()).putFiles(node.containerId, [{ path, bytes, mode: 0o644, uid: 0, gid: 0 }]);
        assert.equal(await document.save(), false);
        assert.equal(await bytesOnNode(1, path), bytes.toString('latin1'));
        await revert(document);
        assert.match(document.getText(), /memory_limit = 96M/);
    });

    it('keeps bytes that are not UTF-8', async () => {
        const document = await openIni(2);
        const path = pathOnNode(document);
        const node = await applicationNode(2);
        const before = Buffer.concat([
            Buffer.from('; f\xfcr alle\n', 'latin1'),
            Buffer.from(await bytesOnNode(2, path), 'latin1'),
        ]);
        await (await engine()).putFiles(node.containerId, [{ path, bytes: before, mode: 0o644, uid: 0, gid: 0 }]);
        await revert(document);
        await append(document, '\nmemory_limit = 95M\n');
        assert.equal(await document.save(), true);
        const saved = await bytesOnNode(2, path);
        assert.ok(saved.startsWith('; f\xfcr alle\n'));
        assert.ok(saved.endsWith('\nmemory_limit = 95M\n'));
    });

    it('shows the files of the balancer for reading only', async () => {
        const [balancer] = nodesOf(await environmentNamed(name), 'balancer');
        assert.ok(balancer);
        const uri = nodeFileUri(balancer, '/etc/nginx/nginx.conf');
        const stat = await vscode.workspace.fs.stat(uri);
        assert.equal(stat.permissions, vscode.FilePermission.Readonly);
        await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(uri, Buffer.from('x'))));
    });

    it('applies the file of one node to all, after it has shown what changes', async () => {
        const document = await openIni(1);
        const path = pathOnNode(document);
        const dialogs = await runScripted('applyToAllApplicationNodes', document.uri, { pick: () => 'Apply' });
        assert.deepEqual(dialogs.errors(), []);
        assert.match(dialogs.asked.join('\n'), new RegExp(`php.ini changes on ${name}-application-2`));
        assert.equal(await bytesOnNode(2, path), await bytesOnNode(1, path));
    });

    it('changes nothing when the person does not agree', async () => {
        const document = await openIni(1);
        const earlier = await bytesOnNode(1, pathOnNode(document));
        const dialogs = await runScripted('enableSessionClustering', environmentElement(name));
        assert.deepEqual(dialogs.errors(), []);
        assert.match(dialogs.asked.join('\n'), /php\.ini changes on/);
        assert.deepEqual(dialogs.offered.length, 2);
        assert.equal(await bytesOnNode(1, pathOnNode(document)), earlier);
    });

    it('gets clustered sessions on every Apache node', async () => {
        const document = await openIni(1);
        const dialogs = await runScripted('enableSessionClustering', environmentElement(name), {
            pick: () => 'Apply',
        });
        assert.deepEqual(dialogs.errors(), []);
        for (const number of [1, 2]) {
            assert.match(await bytesOnNode(number, pathOnNode(document)), /^session\.save_handler = memcached$/m);
        }
        const again = await runScripted('enableSessionClustering', environmentElement(name));
        assert.match(again.told.map(({ message }) => message).join('\n'), /already/);
    });

    it('survives the verification that the person chose, and shows the report', async () => {
        const settings = vscode.workspace.getConfiguration('phpSessionCluster');
        await settings.update('verify.sessions', 8, vscode.ConfigurationTarget.Global);
        const chosen = { pickMany: () => ['Kill'] };
        const declined = await runScripted('verifyFailover', environmentElement(name), chosen);
        assert.equal(declined.progressed.length, 0);
        const question = declined.asked.at(-1) ?? '';
        assert.match(
            question,
            new RegExp(`8 sessions .* ${name}-application-1, ${name}-application-2, ${name}-store-1`),
        );
        assert.match(question, /Each of them meets with: Kill\./);
        assert.match(question, /There is one memcached node only/);
        const dialogs = await runScripted('verifyFailover', environmentElement(name), {
            ...chosen,
            confirm: ({ actions }) => actions[0],
        });
        await settings.update('verify.sessions', undefined, vscode.ConfigurationTarget.Global);
        assert.deepEqual(dialogs.errors(), []);
        await untilTab(`Verification of ${name}`, tab => tab.isActive);
        const { uri: folder } = vscode.workspace.workspaceFolders![0]!;
        const file = vscode.Uri.joinPath(folder, 'report.json');
        await runScripted('saveReport', 'json', { saveFile: () => file });
        const saved = Buffer.from(await vscode.workspace.fs.readFile(file)).toString('utf8');
        const { faults } = parseReport(saved);
        // The only store takes the sessions with it; an Apache node does not.
        assert.deepEqual(
            faults.map(({ fault, layer, verdict }) => [fault, layer, verdict]),
            [
                ['kill', 'application', 'pass'],
                ['kill', 'application', 'pass'],
                ['kill', 'store', 'fail'],
            ],
        );
    });

    it('is scaled to the numbers that a person gives, who is asked before a node goes', async () => {
        const layer: TreeElement = {
            kind: 'layer',
            id: `layer/${name}/application`,
            environment: name,
            layer: 'application',
        };
        const refused = await runScripted('scaleEnvironment', layer, { input: () => '33' });
        assert.match(refused.refused.join(), /from 1 to 32/);

        const up = await runScripted('scaleEnvironment', layer, { input: () => '3' });
        assert.deepEqual(up.errors(), []);
        assert.equal(up.asked.length, 1, up.asked.join('\n'));
        assert.match(up.told.map(({ message }) => message).join('\n'), /3 × Apache and 1 × memcached now/);
        const applications = async () => nodesOf(await environmentNamed(name), 'application').length;
        await untilStore('a third Apache node', () =>
            extension.services.store.snapshot.environments.some(environment =>
                environment.nodes.some(({ id, status }) => id === `${name}/application/3` && status === 'healthy'),
            ),
        );

        const two: Script = { input: ({ prompt, value }) => (prompt.includes('Apache') ? '2' : value) };
        const declined = await runScripted('scaleEnvironment', environmentElement(name), two);
        assert.match(declined.asked.join('\n'), new RegExp(`Remove ${name}-application-3 from ${name}\\?`));
        assert.deepEqual([declined.progressed.length, await applications()], [0, 3]);

        // The same by a topology file, which says how the balancer waits, too.
        const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
        assert.ok(folder);
        const file = vscode.Uri.joinPath(folder, 'scaled', 'session-cluster.ini');
        const text = `name = ${name}\n[balancer]\nport = 0\nread_timeout = 30\n[application]\nnodes = 2\n`;
        await vscode.workspace.fs.writeFile(file, Buffer.from(text));
        try {
            const changed = await runScripted('createFromFile', file, { confirm: ({ actions }) => actions[0] });
            assert.deepEqual(changed.errors(), []);
            assert.match(changed.asked.join('\n'), /Removed: .*-application-3\s+Changed: read_timeout/);
            await untilStore('two Apache nodes', () => {
                const { environments } = extension.services.store.snapshot;
                const environment = environments.find(candidate => candidate.name === name);
                return environment !== undefined && nodesOf(environment, 'application').length === 2;
            });
            const again = await runScripted('createFromFile', file);
            assert.match(again.told.map(({ message }) => message).join('\n'), /is there already, as the file says/);
        } finally {
            await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'scaled'), { recursive: true });
        }
    });

    it('stops and starts a node, and draws only the rows that changed', async () => {
        const drawn: string[] = [];
        const drawing = extension.tree.onDidChangeTreeData(element => drawn.push(element?.id ?? 'everything'));
        // Other environments of the same engine may come and go meanwhile; that draws everything.
        let comingAndGoing = 0;
        const watching = extension.services.store.onDidChange(({ structure }) => {
            comingAndGoing += structure ? 1 : 0;
        });
        try {
            const stopped = await runScripted('stopNode', nodeElement(name, 'application', 2));
            assert.deepEqual(stopped.errors(), []);
            const status = (): string | undefined =>
                rows(extension)
                    .flatMap(({ element }) => rows(extension, element))
                    .flatMap(({ element }) => rows(extension, element))
                    .find(({ element }) => element.id === `node/${name}/application/2`)?.item.contextValue;
            await untilStore('stopped', () => status() === 'node.application.stopped');
            const uri = nodeFileUri(await applicationNode(2), '/etc/hostname');
            assert.ok((await vscode.workspace.fs.readFile(uri)).length >= 0, 'a stopped node can be read');
            const started = await runScripted('startNode', nodeElement(name, 'application', 2));
            assert.deepEqual(started.errors(), []);
            await untilStore('running', () => status() === 'node.application.running');
        } finally {
            drawing.dispose();
            watching.dispose();
        }
        assert.ok(drawn.includes(`node/${name}/application/2`), drawn.join());
        const others = drawn.filter(id => id.startsWith(`node/${name}/`) && id !== `node/${name}/application/2`);
        assert.deepEqual(others, []);
        assert.equal(drawn.filter(id => id === 'everything').length, comingAndGoing);
    });

    it('shows what a node prints, also after its container has restarted', async () => {
        const terminal = new LogTerminal(extension.services, await applicationNode(1));
        let printed = '';
        let look = (): void => undefined;
        const listener = terminal.onDidWrite(text => {
            printed += text;
            look();
        });
        const starts = (): number => printed.match(/resuming normal operations/g)?.length ?? 0;
        const until = (holds: () => boolean): Promise<void> =>
            new Promise(resolve => {
                look = () => {
                    if (holds()) {
                        resolve();
                    }
                };
                look();
            });
        try {
            terminal.open();
            // What came before may have pushed its last start out of the lines that are looked back at.
            await until(() => printed !== '');
            const before = starts();
            const dialogs = await runScripted('restartNodeHard', nodeElement(name, 'application', 1));
            assert.deepEqual(dialogs.errors(), []);
            await until(() => starts() > before);
            assert.equal(starts(), before + 1, 'shown once');
        } finally {
            listener.dispose();
            terminal.close();
        }
    });

    it('has one operation at a time, and says which one is under way', async () => {
        const first = runScripted('restartAllApplicationNodes', environmentElement(name));
        const { services } = extension;
        await new Promise<void>(resolve => {
            const listener = services.busy.onDidChange(() => {
                listener.dispose();
                resolve();
            });
        });
        const dialogs = await runScripted('stopNode', nodeElement(name, 'store', 1), {
            confirm: ({ actions }) => actions[0],
        });
        assert.match(dialogs.asked.join(), /the only store that runs/);
        assert.match(dialogs.errors().join('\n'), /Another operation .* is under way: Restarting all Apache nodes/);
        assert.deepEqual((await first).errors(), []);
    });

    it('refuses a name that is taken while it is being typed', async () => {
        const dialogs = await runScripted('createEnvironment', undefined, { input: () => name });
        assert.match(dialogs.refused.join(), /already/);
    });
});
