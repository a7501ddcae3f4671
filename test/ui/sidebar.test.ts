import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Environment } from '../../client/src/cluster/model/model.ts';
import { createEnvironment } from '../../client/src/cluster/provision/provision.ts';
import { deleteEnvironment } from '../../client/src/cluster/provision/remove.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { application, openEngine, testTopology } from '../support/engine/environments.ts';
import { Workbench } from '../support/editor/workbench.ts';
import { quietContext } from '../support/engine/quietContext.ts';

describe('the sidebar of a real window', () => {
    let engine: Engine;
    let environment: Environment;
    let workbench: Workbench | undefined;

    before(async () => {
        engine = await openEngine();
        const creating = async () => {
            // The first in the tree, whatever other tests have on the engine: rows out of sight are not drawn.
            environment = await createEnvironment(engine, testTopology('a-uitest'), quietContext());
        };
        const opening = async () => {
            workbench = await Workbench.open({ files: { 'php.ini': 'session.cookie_samesite = None\n' } });
        };
        await Promise.all([creating(), opening()]);
    });

    after(async () => {
        await workbench?.dispose();
        await deleteEnvironment(engine, environment, {}, quietContext());
        engine.dispose();
    });

    function row(text: RegExp) {
        return workbench!.page.getByRole('treeitem', { name: text });
    }

    it('says in words how every node is, for eyes and for screen readers, and follows a node that dies', async () => {
        await workbench!.openView('PHP Session Cluster');
        await row(new RegExp(`^Environment ${environment.name}, 4/4 healthy`)).waitFor();
        const node = application(environment, 1);
        await row(new RegExp(`^${node.name}, Apache \\+ PHP, healthy, ${node.address}:80`)).waitFor();

        await engine.killContainer(node.containerId, 'SIGKILL');
        await row(new RegExp(`^${node.name}, Apache \\+ PHP, stopped`)).waitFor();
        await row(new RegExp(`^Environment ${environment.name}, 3/4 healthy`)).waitFor();
        await engine.startContainer(node.containerId);
        await row(new RegExp(`^Environment ${environment.name}, 4/4 healthy`)).waitFor();
    });

    it('restarts a node from the command palette, chosen by its name', async () => {
        const node = application(environment, 2);
        const apacheProcess = ['cat', '/proc/1/stat'];
        const before = (await engine.exec(node.containerId, apacheProcess)).stdout.toString();
        await workbench!.runCommand('PHP Session Cluster: Restart Node');
        await workbench!.pick('Restart Node', node.name);
        const log = async () => engine.logs(node.containerId, { tail: 50 });
        while (!(await log()).includes('Graceful restart requested')) {
            await workbench!.page.waitForTimeout(200);
        }
        const after = (await engine.exec(node.containerId, apacheProcess)).stdout.toString();
        assert.equal(after.split(' ')[21], before.split(' ')[21], 'the container was restarted, not Apache');
    });

    it('underlines in php.ini what PHP would not do', async () => {
        await workbench!.openFile('php.ini');
        await workbench!.page.locator('.squiggly-warning').first().waitFor();
        await workbench!.openView('Problems');
        await workbench!.page
            .getByText(/samesite/i)
            .last()
            .waitFor();
    });
});
