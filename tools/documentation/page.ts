import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the documentation that is generated, or has parts that are. */
export interface Page {
    /** From the root of the repository. */
    readonly file: string;
    /** The file as it should be; is given what it is now. */
    readonly generate: (text: string) => string | Promise<string>;
}

/** The text of the page as it is, and as it should be. */
export async function pageTexts({ file, generate }: Page): Promise<{ written: string; generated: string }> {
    const path = join(root, file);
    const written = await readFile(path, 'utf8').catch(() => '');
    const text = await generate(written);
    return { written, generated: await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }) };
}
