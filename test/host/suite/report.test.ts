import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { parseReport } from '../../../client/src/cluster/report/file.ts';
import { renderReportJunit } from '../../../client/src/cluster/report/junit.ts';
import { renderReportMarkdown } from '../../../client/src/cluster/report/text.ts';
import { reportFixture } from '../../support/sessions/reports.ts';
import { extensionUnderTest, runScripted, untilTab } from './extensionUnderTest.ts';

const report = reportFixture({ verdictOf: fault => (fault === 'pause' ? 'fail' : 'pass') });

describe('reports of verifications', () => {
    let folder: vscode.Uri;
    let file: vscode.Uri;

    before(async () => {
        await extensionUnderTest();
        const workspace = vscode.workspace.workspaceFolders?.[0];
        assert.ok(workspace);
        folder = vscode.Uri.joinPath(workspace.uri, 'reports');
        file = vscode.Uri.joinPath(folder, 'shop-verification-1.json');
        await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(report)));
    });

    afterEach(async () => {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    after(async () => {
        await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    async function open(): Promise<void> {
        const dialogs = await runScripted('openReport', file);
        assert.deepEqual(dialogs.errors(), []);
        await untilTab('Verification of shop', tab => tab.isActive);
    }

    it('open from a file that was saved as JSON, in a panel of their own', async () => {
        await open();
        const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
        assert.ok(input instanceof vscode.TabInputWebview);
        assert.match(input.viewType, /phpSessionCluster\.report$/);
    });

    it('open from a file that the person chooses', async () => {
        const dialogs = await runScripted('openReport', undefined, { openFile: () => file });
        assert.deepEqual(dialogs.errors(), []);
        await untilTab('Verification of shop', tab => tab.isActive);
        await runScripted('openReport', undefined, { openFile: () => undefined });
    });

    it('do not open from anything else, and say why', async () => {
        const other = vscode.Uri.joinPath(folder, 'other.json');
        await vscode.workspace.fs.writeFile(other, Buffer.from('{ "verdict": "pass" }'));
        const dialogs = await runScripted('openReport', other);
        assert.match(dialogs.errors().join(), /This is not the report of a verification: environment is missing\./);
        const missing = await runScripted('openReport', vscode.Uri.joinPath(folder, 'missing.json'));
        assert.match(missing.errors().join(), /missing\.json cannot be read/);
        assert.deepEqual(
            vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
            [],
        );
    });

    it('are saved as Markdown, as JSON and as JUnit XML', async () => {
        await open();
        const formats = {
            Markdown: [renderReportMarkdown(report), 'md'],
            'JUnit XML': [renderReportJunit(report), 'xml'],
        } as const;
        for (const [format, [text, extension]] of Object.entries(formats)) {
            const { saved, suggested } = await save(format);
            assert.equal(saved, text);
            assert.equal(suggested, `shop-verification-2026-05-04T10-20-30.${extension}`);
        }
        const { saved } = await save('JSON');
        assert.deepEqual(parseReport(saved), report);
    });

    async function save(format: string): Promise<{ saved: string; suggested: string }> {
        const target = vscode.Uri.joinPath(folder, `saved as ${format}`);
        let suggested = '';
        const dialogs = await runScripted('saveReport', undefined, {
            pick: () => format,
            saveFile: uri => {
                suggested = uri.path.split('/').at(-1) ?? '';
                return target;
            },
        });
        assert.deepEqual(dialogs.errors(), []);
        assert.match(dialogs.told[0]?.message ?? '', new RegExp(`saved as reports/saved as ${format}`));
        return { saved: Buffer.from(await vscode.workspace.fs.readFile(target)).toString('utf8'), suggested };
    }

    it('are not saved where the person leaves, or where nothing can be written', async () => {
        await open();
        const left = await runScripted('saveReport', 'json');
        assert.deepEqual(left.told, []);
        const dialogs = await runScripted('saveReport', 'json', { saveFile: () => folder });
        assert.match(dialogs.errors().join(), /The report could not be saved as .*reports.*Choose another place\./);
    });

    it('are saved from a panel only', async () => {
        const dialogs = await runScripted('saveReport', undefined);
        assert.match(dialogs.errors().join(), /No verification report is in front/);
    });
});
