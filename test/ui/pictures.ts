// node test/ui/pictures.ts: makes the README's pictures, media/sidebar.png and media/report.png, from a real workbench,
// a real environment and its verification.
import { execFileSync } from 'node:child_process';
import { applyPlan } from '../../client/src/cluster/apply/apply.ts';
import { planSessionSettings } from '../../client/src/cluster/apply/settings.ts';
import { verifyFailover } from '../../client/src/cluster/verify/verify.ts';
import { openEngine, testTopology, withEnvironment } from '../support/engine/environments.ts';
import { quietContext } from '../support/engine/quietContext.ts';
import { ensureTestMachine } from '../support/run/setup.ts';
import { Workbench } from '../support/editor/workbench.ts';

await ensureTestMachine(['docker', 'browser', 'workbench', 'pngquant']);
const engine = await openEngine();
const topology = testTopology('shop');
const REPORT = 'verification.json';
await withEnvironment(
    engine,
    {
        ...topology,
        name: 'shop',
        balancer: { ...topology.balancer, port: 8080, readTimeout: 2 },
        store: { ...topology.store, nodes: 2, replicate: true },
    },
    async environment => {
        const context = quietContext();
        await applyPlan(engine, environment, await planSessionSettings(engine, environment, context), context);
        const report = await verifyFailover(engine, environment, {}, context);
        const workbench = await Workbench.open({
            name: 'shop',
            files: { [REPORT]: JSON.stringify(report) },
            size: { width: 1180, height: 560 },
        });
        try {
            const { page } = workbench;
            await workbench.openView('PHP Session Cluster');
            await page.getByRole('treeitem', { name: /^shop-store-1/ }).waitFor();
            // A sidebar wide enough for the addresses.
            const sash = page.locator('.monaco-sash.vertical').nth(1);
            const box = await sash.boundingBox();
            if (box) {
                await page.mouse.move(box.x + 2, 300);
                await page.mouse.down();
                await page.mouse.move(box.x + 170, 300, { steps: 5 });
                await page.mouse.up();
            }
            await workbench.runCommand('PHP Session Cluster: Open php.ini');
            await page.keyboard.type('shop-application-1');
            await page.keyboard.press('Enter');
            await page.locator('.view-lines').getByText('[PHP]').first().waitFor();
            await page.keyboard.press('Control+f');
            await page.keyboard.type('session.save_handler =');
            await page.keyboard.press('Enter');
            await page.keyboard.press('Escape');
            await page.locator('.view-lines').getByText('session.save_handler').first().waitFor();
            await workbench.screenshot('media/sidebar.png');

            await page.setViewportSize({ width: 1180, height: 900 });
            await workbench.runCommand('View: Close All Editors');
            await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
            await workbench.runCommand('PHP Session Cluster: Open Verification Report…');
            await workbench.pick('Open Verification Report', REPORT);
            await workbench.webview().getByRole('group', { name: 'Requests over time' }).waitFor();
            await workbench.screenshot('media/report.png');
        } finally {
            await workbench.dispose();
        }
    },
);
engine.dispose();
// They are in the package: with 64 colours they are a third as large, and look the same.
execFileSync('pngquant', [
    '--force',
    '--ext=.png',
    '--speed=1',
    '--strip',
    '64',
    'media/sidebar.png',
    'media/report.png',
]);
