import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { uniqueName } from '../support/run/names.ts';
import { Workbench } from '../support/editor/workbench.ts';

describe('creating an environment from a fresh window', () => {
    let workbench: Workbench | undefined;

    before(async () => {
        workbench = await Workbench.open();
    });

    after(async () => {
        await workbench?.dispose();
    });

    function box() {
        return workbench!.page.locator('.quick-input-widget');
    }

    /** Waits for a question, by a part of it. */
    async function question(text: string): Promise<void> {
        await box().getByText(text).or(box().getByPlaceholder(text)).first().waitFor();
    }

    it('is offered by the command palette, under the name of the extension', async () => {
        const rows = await workbench!.paletteRows('>PHP Session Cluster: ', 'Create Environment…');
        const ours = rows.filter(row => row.startsWith('PHP Session Cluster: '));
        assert.ok(
            ours.some(row => row === 'PHP Session Cluster: Create Environment…'),
            `the palette shows ${JSON.stringify(rows)}`,
        );
    });

    it('asks questions that are answered, and gone back from, by the keyboard: how many memcached nodes, two recommended', async () => {
        const { keyboard } = workbench!.page;
        await workbench!.runCommand('PHP Session Cluster: Create Environment…');
        await question('Name of the environment');
        await box().locator('input[type="text"]').fill(uniqueName('ui'));
        await keyboard.press('Enter');
        await question('Number of Apache + PHP nodes');
        await keyboard.press('Enter');

        await question('How many memcached nodes keep the sessions?');
        const rows = await box().locator('.monaco-list-row').allInnerTexts();
        assert.match(rows[0] ?? '', /2 memcached nodes\s*recommended: .* survives the death of one/);
        assert.match(rows[1] ?? '', /1 memcached node\s*as in the tutorial: its death loses all sessions/);
        await keyboard.press('ArrowDown');
        await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await question('Number of memcached nodes');
        await box().locator('input[type="text"]').fill('9');
        await question('from 1 to 8');

        // The editor's own key for the Back button, on Linux.
        await keyboard.press('Control+Alt+Minus');
        await question('Number of Apache + PHP nodes');
        await keyboard.press('Enter');
        await question('How many memcached nodes keep the sessions?');
        await keyboard.press('Enter');
        await question('What runs on the Apache nodes?');
        await keyboard.press('Escape');
        await box().waitFor({ state: 'hidden' });
    });
});
