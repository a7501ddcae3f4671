import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, normalize } from 'node:path';
import * as v from 'valibot';
import { root } from '../../support/run/paths.ts';

const Manifest = v.object({ files: v.array(v.string()), scripts: v.record(v.string(), v.string()) });
const { files, scripts } = v.parse(Manifest, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })].sort();

/** vsce packs these as readme.md, changelog.md and LICENSE.txt. */
const renamed = ['README.md', 'CHANGELOG.md', 'LICENSE'];

function textOf(page: string): string {
    return readFileSync(join(root, page), 'utf8');
}

/** As a heading of Markdown is linked to. */
function anchor(heading: string): string {
    return heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-');
}

/** Targets of links and pictures that are no addresses of the web, from the root. */
function linksOf(page: string): { readonly file: string; readonly heading: string | undefined }[] {
    const targets = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    return targets
        .filter(target => !/^\w+:/.test(target))
        .map(target => {
            const [path = '', heading] = target.split('#');
            return { file: path === '' ? page : normalize(join(dirname(page), path)), heading };
        });
}

describe('pages of the documentation', () => {
    for (const page of pages) {
        it(`${page} links to what there is, in the repository and in the package`, () => {
            for (const { file, heading } of linksOf(page)) {
                assert.ok(
                    files.some(pattern => matchesGlob(file, pattern)),
                    `${file} is not in the package`,
                );
                assert.ok(!renamed.includes(file), `${file} has another name in the package`);
                assert.ok(globSync(file, { cwd: root }).length === 1, `${file} is not there`);
                const headings = heading === undefined ? [] : textOf(file).matchAll(/^#+ (.*)$/gm);
                const found = heading === undefined || [...headings].some(([, text = '']) => anchor(text) === heading);
                assert.ok(found, `${file} has no heading ${heading}`);
            }
        });

        it(`${page} names scripts that there are`, () => {
            const named = [...textOf(page).matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, script = '']) => script);
            assert.deepEqual(
                named.filter(script => !Object.hasOwn(scripts, script)),
                [],
            );
        });
    }

    it('are all reached from the README', () => {
        const reached = new Set(['README.md']);
        for (const page of reached) {
            linksOf(page)
                .filter(({ file }) => pages.includes(file))
                .forEach(({ file }) => reached.add(file));
        }
        assert.deepEqual([...reached].sort(), pages);
    });
});
