import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { allRules } from '../server/src/rules/documentation.ts';

const file = new URL('../server/docs/rules.md', import.meta.url);

/** The text of `rules.md`, as the rules are now. */
export async function generatedRules(): Promise<string> {
    const { pathname } = file;
    return await format(allRules(), { ...(await resolveConfig(pathname)), parser: 'markdown' });
}

/** Writes `rules.md`; with `--check` it only says whether that would change anything. */
async function main(args: readonly string[]): Promise<void> {
    const text = await generatedRules();
    if (!args.includes('--check')) {
        writeFileSync(file, text);
        return;
    }
    if (readFileSync(file, 'utf8') !== text) {
        process.stderr.write('server/docs/rules.md is not what the rules say now: run `npm run docs`.\n');
        process.exitCode = 1;
    }
}

if (import.meta.main) {
    await main(process.argv.slice(2));
}
