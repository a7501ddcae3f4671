import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { root } from './page.ts';

/** Who imports whom below `folders` of `baseDir`, and what .dependency-cruiser.mjs says to it. */
export async function cruiseImports(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
    const { forbidden = [], options = {} } = await extractConfig(join(root, '.dependency-cruiser.mjs'));
    const { enhancedResolveOptions, ...cruising } = options;
    const { output } = await cruise(
        [...folders],
        { ...cruising, baseDir, ruleSet: { forbidden }, validate: true },
        { ...enhancedResolveOptions },
        { tsConfig: extractTsConfig(join(root, 'tsconfig.json')) },
    );
    if (typeof output === 'string') {
        throw new TypeError('dependency-cruiser was asked for a result and gave a text.');
    }
    return output;
}
