import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directivesOf } from '../../server/src/catalog/lookup.ts';
import { writtenDefault } from '../../server/src/catalog/render.ts';
import { root } from '../support/run/paths.ts';
import { type Figure, median } from './figure.ts';

const FILES = 500;
/** Of each file. */
const LINES = 20;
const ROUNDS = 5;
const GOAL_MS = 1000;

/** A folder of ini files, as PHP scans it, given to the linter. For the build that is in dist/. */
export async function measureLintFolder(): Promise<Figure> {
    const folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-bench-'));
    try {
        const scanned = join(folder, 'conf.d');
        await mkdir(scanned);
        const directives = directivesOf('8.4');
        for (let file = 0; file < FILES; file++) {
            const lines = Array.from({ length: LINES }, (_, line) => {
                const directive = directives[(file * LINES + line) % directives.length]!;
                return `${directive.name} = ${writtenDefault(directive, '8.4')}\n`;
            });
            await writeFile(join(scanned, `${String(file).padStart(3, '0')}.ini`), lines.join(''));
        }
        const times = Array.from({ length: ROUNDS }, () => lint(folder));
        const ours = median(times);
        return {
            what: `a folder of ${FILES} ini files linted, with the start of the program`,
            unit: 'ms',
            ours,
            goal: `under ${GOAL_MS}`,
            reached: ours < GOAL_MS,
        };
    } finally {
        await rm(folder, { recursive: true });
    }
}

function lint(folder: string): number {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'lint.cjs'), '--json', '.'], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
    });
    const took = performance.now() - start;
    const { files } = JSON.parse(stdout) as { files: readonly unknown[] };
    if (status === null || files.length !== FILES) {
        throw new Error(`The linter read ${files.length} files of ${FILES}: ${stderr}`);
    }
    return took;
}
