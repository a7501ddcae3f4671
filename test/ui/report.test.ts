import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { FrameLocator, Locator } from 'playwright-core';
import { renderReportJunit } from '../../client/src/cluster/report/junit.ts';
import { reportFixture } from '../support/sessions/reports.ts';
import { Workbench } from '../support/editor/workbench.ts';

const FILE = 'shop-verification-2026-05-04.json';
const OTHER = 'other.json';
const FAILED = 32;

/** What these tests use of a browser: its types are not those of Node. */
interface Canvas {
    readonly width: number;
    readonly height: number;
    getContext(kind: '2d'): {
        getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
}
interface Window {
    getComputedStyle(element: unknown): { readonly borderTopColor: string };
}

const report = reportFixture({
    verdictOf: (fault, node) =>
        node !== 'shop-store-2' || fault === 'kill'
            ? 'pass'
            : fault === 'disconnect'
              ? 'fail'
              : fault === 'process-kill'
                ? 'notRun'
                : 'pass',
    changes: { weaknesses: [{ code: 'example', what: 'There is one balancer.', next: 'Add a second one.' }] },
});

describe('the view of a report', () => {
    let workbench: Workbench;
    const refusals: string[] = [];

    before(async () => {
        workbench = await Workbench.open({
            files: { [FILE]: JSON.stringify(report), [OTHER]: '{ "verdict": "pass" }' },
            // High enough for the charts to stay in sight while the table goes by.
            size: { width: 1280, height: 1000 },
        });
        workbench.page.on('console', message => {
            if (message.text().includes('Content Security Policy')) {
                refusals.push(message.text());
            }
        });
        await open(FILE);
        await page().getByRole('heading', { level: 1 }).waitFor();
    });

    after(async () => {
        await workbench.dispose();
    });

    async function open(file: string): Promise<void> {
        await workbench.runCommand('PHP Session Cluster: Open Verification Report…');
        await workbench.pick('Open Verification Report', file);
    }

    function page(): FrameLocator {
        return workbench.webview();
    }

    function faultButton(index: number): Locator {
        return page().locator('button.fault').nth(index);
    }

    function charts(): Locator {
        return page().getByRole('group', { name: 'Requests over time' });
    }

    async function said(text: RegExp): Promise<void> {
        await page().getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });
    }

    /** Where the focus is, in the words that a screen reader has for it. */
    async function focused(): Promise<string> {
        const element = page().locator(':focus');
        return (await element.getAttribute('aria-label')) ?? (await element.innerText());
    }

    it('tells the verdict, the totals and what is weak in the set-up', async () => {
        assert.equal(await page().getByRole('heading', { level: 1 }).textContent(), 'Verification of shop');
        await page().getByText('Failed', { exact: true }).waitFor();
        await page().getByText('Faults that failed: 1. Faults tried: 34, sessions: 50, requests: 14,000.').waitFor();
        await page().getByText('1 of 35 faults had no turn: the time was up.').waitFor();
        const totals = await page().getByRole('region', { name: 'Totals' }).locator('div').allInnerTexts();
        assert.deepEqual(
            totals.slice(0, 4).map(text => text.replace(/\s+/g, ' ')),
            ['Requests 14,000', 'Errors 3', 'Cut 0', 'Lost 12'],
        );
        await page().getByText('There is one balancer.').waitFor();
    });

    it('draws the charts, and says in words what they show', async () => {
        for (const name of [/^Chart of median and slowest answers/, /^Chart of the share of each node/]) {
            const canvas = page().getByRole('img', { name }).locator('canvas');
            const colors = await canvas.evaluate((element: unknown) => {
                const chart = element as Canvas;
                const { data } = chart.getContext('2d').getImageData(0, 0, chart.width, chart.height);
                return new Set(new Uint32Array(data.buffer)).size;
            });
            assert.ok(colors > 10, `${name}: ${colors} colours`);
        }
    });

    it('has the same data as tables, with captions and headings of rows and columns', async () => {
        await faultButton(0).click();
        const tables = page().locator('#faults, #faults table');
        await tables.nth(3).waitFor();
        const rows: number[] = [];
        for (const table of await tables.all()) {
            assert.notEqual(await table.locator('xpath=./caption').innerText(), '');
            assert.ok((await table.locator('xpath=./thead/tr/th[@scope="col"]').count()) > 3);
            rows.push(await table.locator('xpath=./tbody/tr/th[@scope="row"]').count());
        }
        assert.deepEqual(rows, [35, 3, 3, 4]);
        await faultButton(0).click();
    });

    it('goes from the buttons to the charts and on to the faults with the Tab key', async () => {
        await page().getByRole('button', { name: 'Save as JUnit XML' }).focus();
        const stops: string[] = [];
        for (let stop = 0; stop < 3; stop++) {
            await workbench.page.keyboard.press('Tab');
            stops.push(await focused());
        }
        // Zoom Out has nothing to do where everything is shown.
        assert.deepEqual(stops, ['Zoom In', 'Requests over time', 'Kill']);
    });

    it('is walked through with arrow keys, and shows a fault closely with Enter', async () => {
        const { keyboard } = workbench.page;
        await faultButton(0).focus();
        await keyboard.press('End');
        await keyboard.press('ArrowDown');
        await keyboard.press('ArrowUp');
        await keyboard.press('ArrowUp');
        await faultButton(FAILED).and(page().locator(':focus')).waitFor();
        await keyboard.press('Enter');
        await said(/^Disconnect store-2: failed\. Errors 3, lost 12, .*The timeline shows 192 s to 198 s\./);
        assert.equal(await faultButton(FAILED).getAttribute('aria-expanded'), 'true');
        const details = page().locator(`#${(await faultButton(FAILED).getAttribute('aria-controls'))!}`);
        assert.match(await details.innerText(), /Sessions were lost while the node was away\./);
        assert.match(await details.innerText(), /POST, several at once\s+100\s+3\s+0\s+12/);
        // What has the focus is not behind the charts.
        const [button, timeline] = await Promise.all([
            faultButton(FAILED).boundingBox(),
            page().locator('#timeline').boundingBox(),
        ]);
        assert.ok(button!.y >= timeline!.y + timeline!.height, `${button!.y} is behind the charts`);

        await keyboard.press('Escape');
        await said(/^The timeline shows the whole verification\.$/);
        assert.equal(await faultButton(FAILED).getAttribute('aria-expanded'), 'false');
    });

    it('says why a fault was not tried, and shows no time for it', async () => {
        await faultButton(34).press('Enter');
        await said(/^Kill the process store-2: not run\. The time was up before its turn\. .*whole verification/);
        await faultButton(34).press('Enter');
    });

    it('zooms and moves with keys on the charts', async () => {
        await charts().press('+');
        await said(/^The timeline shows 51 s to 153 s\.$/);
        await charts().press('ArrowRight');
        await said(/^The timeline shows 71\.4 s to 173\.4 s\.$/);
        await charts().press('ArrowLeft');
        await charts().press('-');
        await said(/^The timeline shows the whole verification\.$/);
        for (let times = 0; times < 12; times++) {
            await charts().press('+');
        }
        await said(/^The timeline shows 101 s to 103 s\.$/);
        await charts().press('Escape');
        await said(/^The timeline shows the whole verification\.$/);
        await page().getByRole('button', { name: 'Zoom In' }).click();
        await page().getByRole('button', { name: 'Zoom Out' }).click();
        await said(/^The timeline shows the whole verification\.$/);
    });

    it('zooms to what is dragged over, in both charts', async () => {
        const over = page().locator('.u-over');
        const box = (await over.first().boundingBox())!;
        const { mouse } = workbench.page;
        await mouse.move(box.x + box.width / 2, box.y + 40);
        await mouse.down();
        await mouse.move(box.x + (box.width * 3) / 4, box.y + 40, { steps: 4 });
        await mouse.up();
        await page().getByRole('button', { name: 'Zoom Out', disabled: false }).waitFor();
        await charts().press('ArrowRight');
        await said(/^The timeline shows 11\d(\.\d)? s to 16\d(\.\d)? s\.$/);
        await over.last().dblclick();
        await said(/^The timeline shows the whole verification\.$/);
    });

    it('shows the values below the pointer, of both charts', async () => {
        const box = (await page().locator('.u-over').last().boundingBox())!;
        const legends = page().locator('.u-legend');
        await workbench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await legends
            .last()
            .getByText(/^10\d(\.\d)? s$/)
            .waitFor();
        const shares = await legends
            .last()
            .getByText(/^\d+ %$/)
            .allInnerTexts();
        assert.equal(shares.length, 3);
        const sum = shares.map(share => Number.parseInt(share, 10)).reduce((all, share) => all + share);
        assert.ok(Math.abs(sum - 100) <= 1, shares.join());
        await legends
            .first()
            .getByText(/^10\d(\.\d)? s$/)
            .waitFor();
        assert.match(await legends.first().innerText(), /median\s*\d+ ms\s*slowest\s*\d+(\.\d)? m?s/);
    });

    it('takes its colours from the theme, also when that changes', async () => {
        const marker = page().locator('.u-marker').first();
        const color = () =>
            marker.evaluate(
                (element: unknown) => (globalThis as unknown as Window).getComputedStyle(element).borderTopColor,
            );
        const dark = await color();
        await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
        while ((await color()) === dark) {
            await workbench.page.waitForTimeout(100);
        }
        await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
        while ((await color()) !== dark) {
            await workbench.page.waitForTimeout(100);
        }
    });

    it('saves what it shows where the person wants it', async () => {
        await page().getByRole('button', { name: 'Save as JUnit XML' }).click();
        await workbench.saveAs('Save as JUnit XML', join(workbench.folder, 'saved.xml'));
        await workbench.page.getByText('The report was saved as saved.xml.').first().waitFor();
        assert.equal(await readFile(join(workbench.folder, 'saved.xml'), 'utf8'), renderReportJunit(report));
        await workbench.runCommand('Notifications: Clear All Notifications');
    });

    it('is there again after a reload of the window, with the fault that was selected', async () => {
        await faultButton(FAILED).click();
        await said(/^Disconnect store-2/);
        const loaded = workbench.page.waitForEvent('load');
        await workbench.runCommand('Developer: Reload Window');
        await loaded;
        await page().getByRole('heading', { level: 1 }).waitFor();
        await page().locator(`button.fault[aria-expanded="true"]`).waitFor();
        assert.equal(await faultButton(FAILED).getAttribute('aria-expanded'), 'true');
    });

    it('is not shown for a file that is no report, which is said', async () => {
        await open(OTHER);
        await workbench.page
            .getByText(/This is not the report of a verification: environment is missing\./)
            .first()
            .waitFor();
        assert.equal(await workbench.page.locator('.tab').count(), 1);
    });

    it('loaded nothing that its policy forbids', async () => {
        const policy = await page().locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
        assert.match(policy ?? '', /^default-src 'none'; style-src [^;]+; script-src 'nonce-[\w+/]{22}=='$/);
        assert.doesNotMatch(policy ?? '', /unsafe/);
        assert.deepEqual(refusals, []);
    });
});
