import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { Workbench } from '../support/editor/workbench.ts';

describe('the command palette of a fresh window', () => {
    let workbench: Workbench | undefined;

    before(async () => {
        workbench = await Workbench.open();
    });

    after(async () => {
        await workbench?.dispose();
    });

    it('offers the commands of the extension under its name', async () => {
        const rows = await workbench!.paletteRows('>PHP Session Cluster: ', 'Create Environment…');
        const ours = rows.filter(row => row.startsWith('PHP Session Cluster: '));
        assert.ok(
            ours.some(row => row === 'PHP Session Cluster: Create Environment…'),
            `the palette shows ${JSON.stringify(rows)}`,
        );
    });
});
