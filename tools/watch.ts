import { watch } from 'node:fs';
import type { Plugin } from 'esbuild';

/** Builds under way, of all that are watched: the whole is begun with the first and done with the last. */
let building = 0;

function begin(): void {
    if (building === 0) {
        console.log('[watch] build begins');
    }
    building += 1;
}

function end(): void {
    building -= 1;
    if (building === 0) {
        console.log('[watch] build done');
    }
}

/**
 * Prints the lines that the problem matcher of .vscode/tasks.json looks for: when a build begins and ends, and its
 * errors.
 */
export const announcing: Plugin = {
    name: 'announcing',
    setup(plugin) {
        plugin.onStart(begin);
        plugin.onEnd(({ errors }) => {
            for (const { text, location } of errors) {
                console.error(`✘ [ERROR] ${text}`);
                console.error(
                    `    ${location?.file ?? 'esbuild.mts'}:${location?.line ?? 1}:${location?.column ?? 0}:`,
                );
            }
            end();
        });
    },
};

/** Calls `copy` whenever something below `folder` changes, never twice at a time. */
export function copyOnChange(folder: string, copy: () => Promise<void>): void {
    let copied = Promise.resolve();
    let waiting = false;
    watch(folder, { recursive: true }, () => {
        // Changes that come together, and those that come while it copies, are one more copy.
        if (waiting) {
            return;
        }
        waiting = true;
        copied = copied.then(async () => {
            waiting = false;
            begin();
            await copy().catch((error: unknown) => {
                console.error(`✘ [ERROR] ${folder} was not copied: ${String(error)}`);
                console.error(`    ${folder}:1:0:`);
            });
            end();
        });
    });
}
