import { parsePhpIni } from '../../../../server/src/phpIni/syntax/document.ts';
import { evaluate } from '../../../../server/src/phpIni/syntax/evaluate.ts';
import type { FileChange } from './plan.ts';

/**
 * The global directives that changes of one node's files set otherwise than before, with their new values, as the
 * node's own PHP reads them.
 * @param phpVersion of the node: versions differ in what they read
 */
export function changedSettings(
    changes: readonly Pick<FileChange, 'before' | 'after'>[],
    phpVersion: string,
): Record<string, string> {
    const changed = changes.flatMap(({ before, after }) => {
        const old = globalSettings(before, phpVersion);
        return [...globalSettings(after, phpVersion)].filter(([name, value]) => old.get(name) !== value);
    });
    return Object.fromEntries(changed);
}

function globalSettings(bytes: Buffer | undefined, phpVersion: string): Map<string, string> {
    const { settings } = evaluate(parsePhpIni(bytes?.toString('latin1') ?? '', { phpVersion }), { phpVersion });
    return new Map(settings.filter(({ section }) => !section).map(({ name, value }) => [name, value]));
}
