import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';

/** The pages of the PHP manual that describe directives, and the anchors of each: `ini.session.name`. */
export type Manual = Readonly<Record<string, readonly string[]>>;
const MANUAL = v.record(v.string(), v.array(v.string()));

const file = new URL('../../server/src/catalog/measured/manual.json', import.meta.url);
const section =
    /<(section|sect1|chapter|appendix|article|varlistentry|listitem|sect2|sect3|term)\b[^>]*xml:id="([^"]+)"/g;
const withinPage = new Set(['varlistentry', 'listitem', 'sect2', 'sect3', 'term']);

export async function readManual(): Promise<Manual> {
    return v.parse(MANUAL, JSON.parse(await readFile(file, 'utf8')));
}

/** From a checkout of the manual's source, https://github.com/php/doc-en. */
export async function measureManual(checkout: string): Promise<void> {
    const pages = new Map<string, string[]>();
    const names = await readdir(checkout, { recursive: true });
    for (const name of names.filter(path => path.endsWith('.xml')).sort()) {
        addAnchors(pages, await readFile(join(checkout, name), 'utf8'));
    }
    const manual = Object.fromEntries([...pages].filter(([, anchors]) => anchors.length > 0).sort());
    const config = await resolveConfig(file);
    await writeFile(file, await format(JSON.stringify(manual), { ...config, parser: 'json' }));
}

/** Each section is a page of its own, but for those of the core's directives. */
function addAnchors(pages: Map<string, string[]>, xml: string): void {
    let page = '';
    for (const [, element = '', id = ''] of xml.matchAll(section)) {
        if (!withinPage.has(element)) {
            page = id.startsWith('ini.sect.') ? 'ini.core' : id;
        } else if (id.startsWith('ini.')) {
            const anchors = pages.get(page) ?? [];
            pages.set(page, anchors);
            anchors.push(id);
        }
    }
}
