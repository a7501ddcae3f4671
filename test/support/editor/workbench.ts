import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { startCodeServer, type CodeServer, type CodeServerOptions } from './codeServer.ts';
import { root } from '../run/paths.ts';

/** The extension is this repository's unless told. */
export interface WorkbenchOptions extends CodeServerOptions {
    /** The workspace folder's name. */
    readonly name?: string;
    /** Files of the workspace folder: path within it, and text. */
    readonly files?: Readonly<Record<string, string>>;
    readonly size?: { readonly width: number; readonly height: number };
}

export interface TreeRow {
    /** What a screen reader says. */
    readonly label: string;
    /** From 1. */
    readonly level: number;
    readonly expanded: boolean | undefined;
}

const startMs = 180_000;

/** A real VS Code workbench, served by code-server, with the extension in it, in a page of Chromium. */
export class Workbench {
    readonly page: Page;
    readonly folder: string;
    readonly #server: CodeServer;
    readonly #browser: Browser;

    private constructor(page: Page, folder: string, server: CodeServer, browser: Browser) {
        this.page = page;
        this.folder = folder;
        this.#server = server;
        this.#browser = browser;
    }

    /** Starts all of it with a workspace folder of its own. Whoever opens it disposes it. */
    static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
        const server = await startCodeServer({ extension: root, ...options });
        const folder = join(server.folder, options.name ?? 'workspace');
        let browser: Browser | undefined;
        try {
            await mkdir(folder);
            for (const [path, text] of Object.entries(options.files ?? {})) {
                await mkdir(dirname(join(folder, path)), { recursive: true });
                await writeFile(join(folder, path), text);
            }
            browser = await launchChromium();
            const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
            const workbench = new Workbench(page, folder, server, browser);
            await workbench.#load();
            return workbench;
        } catch (error) {
            await browser?.close();
            await server.dispose();
            throw error;
        }
    }

    async #load(): Promise<void> {
        const query = new URLSearchParams({ folder: this.folder });
        await this.page.goto(`http://${this.#server.authority}/?${query.toString()}`);
        await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: startMs });
    }

    /** Runs a command by its title, as the palette shows it: `Category: Title`. */
    async runCommand(title: string): Promise<void> {
        await this.#choose(`>${title}`, title);
    }

    /** The rows that the palette has for a text, once one of them has the wanted text. */
    async paletteRows(typed: string, wanted: string): Promise<string[]> {
        const row = await this.#openPalette(typed, wanted);
        const texts = await row.page().locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
        await this.page.keyboard.press('Escape');
        return texts;
    }

    /** Opens a file of the workspace by its name. */
    async openFile(name: string): Promise<void> {
        await this.#choose(name, name);
    }

    /** Opens a view by its name, as "View: Open View…" lists it. */
    async openView(name: string): Promise<void> {
        await this.#choose(`view ${name}`, name);
    }

    /** Answers the question with that title by the choice that has the text. */
    async pick(title: string, text: string): Promise<void> {
        const question = this.page.locator('.quick-input-widget').filter({ hasText: title });
        await question.locator('.monaco-list-row').filter({ hasText: text }).click();
    }

    /** What is in the panel that is in front: its page is two frames deep in the workbench. */
    webview(): FrameLocator {
        return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    }

    /** Answers the dialog with that title, which asks where to save a file and suggests one of the same kind. */
    async saveAs(title: string, path: string): Promise<void> {
        const dialog = this.page.locator('.quick-input-widget').filter({ hasText: title });
        const input = dialog.locator('input[type="text"]');
        const end = Date.now() + startMs;
        // What is typed before the dialog has read its folder is replaced by what it suggests.
        while (!(await input.inputValue()).endsWith(extname(path))) {
            if (Date.now() > end) {
                throw new Error(`the dialog "${title}" suggests no ${extname(path)} file`);
            }
            await this.page.waitForTimeout(100);
        }
        await input.fill(path);
        await this.page.keyboard.press('Enter');
        await dialog.waitFor({ state: 'hidden' });
    }

    async #choose(typed: string, wanted: string): Promise<void> {
        const row = await this.#openPalette(typed, wanted);
        await row.click();
    }

    /** Types into the palette, and returns the first row with that text. */
    async #openPalette(typed: string, wanted: string): Promise<Locator> {
        const widget = this.page.locator('.quick-input-widget');
        const row = widget
            .locator('.monaco-list-row:not(:has-text("No matching"))')
            .filter({ hasText: wanted })
            .first();
        const end = Date.now() + startMs;
        for (;;) {
            await this.page.keyboard.press('F1');
            await widget.locator('input[type="text"]').fill(typed);
            try {
                await row.waitFor({ timeout: 2000 });
                return row;
            } catch (error) {
                if (Date.now() > end) {
                    throw error;
                }
                // An open palette does not learn what the extension host, still starting, contributes: open it anew.
                await this.page.keyboard.press('Escape');
                await widget.waitFor({ state: 'hidden' });
            }
        }
    }

    /** The pane of one view; its title as shown in the sidebar. */
    pane(title: string): Locator {
        return this.page.locator('.pane').filter({ has: this.page.locator(`.pane-header[aria-label^="${title}" i]`) });
    }

    /** Rows of the trees in the sidebar, from top to bottom; of one pane where a title is given. */
    async treeRows(title?: string): Promise<TreeRow[]> {
        const place = title === undefined ? this.page.locator('.part.sidebar') : this.pane(title);
        const rows = await place.locator('.monaco-list-row[role="treeitem"]').all();
        const found = await Promise.all(
            rows.map(async row => ({
                top: (await row.boundingBox())?.y ?? 0,
                label: (await row.getAttribute('aria-label')) ?? '',
                level: Number(await row.getAttribute('aria-level')),
                expanded: await row.getAttribute('aria-expanded'),
            })),
        );
        return found
            .sort((one, other) => one.top - other.top)
            .map(({ label, level, expanded }) => ({
                label,
                level,
                expanded: expanded === null ? undefined : expanded === 'true',
            }));
    }

    /** One row of a tree, by the beginning of what a screen reader says of it. */
    treeRow(label: string): Locator {
        return this.page.locator(`.part.sidebar .monaco-list-row[role="treeitem"][aria-label^="${label}"]`);
    }

    async screenshot(path: string): Promise<void> {
        await mkdir(dirname(path), { recursive: true });
        await this.page.screenshot({ path, animations: 'disabled' });
    }

    /** Ends browser and server, and removes the workspace folder. */
    async dispose(): Promise<void> {
        await this.#browser.close();
        await this.#server.dispose();
    }
}
