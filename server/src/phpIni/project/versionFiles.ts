import { releaseOf } from '../versions.ts';
import type { Told } from './told.ts';

/** `.php-version` of phpenv and its like: a version, and nothing else. */
export function readPhpVersionFile(text: string): Told | undefined {
    const [line] = linesOf(text);
    const release = releaseOf(line ?? '');
    return release && { release, evidence: line ?? '' };
}

/** `.tool-versions` of asdf and mise: `php 8.2.13 8.1`, the first of them counts. */
export function readToolVersions(text: string): Told | undefined {
    for (const line of linesOf(text)) {
        const [tool, version] = line.split(/\s+/);
        const release = tool === 'php' ? releaseOf(version ?? '') : undefined;
        if (release) {
            return { release, evidence: line };
        }
    }
    return undefined;
}

/** Without comments and what is empty. */
function linesOf(text: string): string[] {
    return text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map(line => (line.split('#')[0] ?? '').trim())
        .filter(line => line !== '');
}
