// Writes what is generated of the documentation; with --check it only says what is not current, and ends with 1 then.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { architecturePage } from './architecture.ts';
import { pageTexts, root } from './page.ts';
import { rulesPage } from './rules.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
for (const page of [rulesPage, architecturePage]) {
    const { written, generated } = await pageTexts(page);
    if (written === generated) {
        continue;
    }
    if (values.check) {
        console.error(`${page.file} is not current: run \`npm run docs\`.`);
        process.exitCode = 1;
    } else {
        await writeFile(join(root, page.file), generated);
    }
}
