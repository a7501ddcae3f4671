import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import ts from 'typescript';

const root = new URL('../../../', import.meta.url);
const bundle = new URL('l10n/bundle.l10n.json', root);

function read(path: string): string {
    return readFileSync(new URL(path, root), 'utf8');
}

/** The first argument of every `vscode.l10n.t(…)`: what a translator has to translate. */
function texts(path: string): string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && /\bl10n\.t$/.test(node.expression.getText())) {
            const [text] = node.arguments;
            assert.ok(text && ts.isStringLiteralLike(text), `${path}: l10n.t wants a literal: ${node.getText()}`);
            found.push(text.text);
        }
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
    return found;
}

/** Every text below `value` that is a whole `%key%`. */
function keysIn(value: unknown): string[] {
    if (typeof value === 'string') {
        return [...(/^%(.+)%$/.exec(value)?.slice(1) ?? [])];
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

describe('the texts of the extension', () => {
    it('are all in l10n/bundle.l10n.json, and nothing else is (UPDATE_L10N=1 writes it)', () => {
        const files = globSync('client/src/**/*.ts', { cwd: fileURLToPath(root) });
        const all = [...new Set(files.flatMap(texts))].sort();
        if (process.env.UPDATE_L10N !== undefined) {
            writeFileSync(
                bundle,
                `${JSON.stringify(Object.fromEntries(all.map(text => [text, text])), undefined, 4)}\n`,
            );
        }
        assert.deepEqual(Object.keys(JSON.parse(readFileSync(bundle, 'utf8')) as object).sort(), all);
    });

    it('of package.json are all in package.nls.json, and nothing else is', () => {
        const used = [...new Set(keysIn(JSON.parse(read('package.json'))))].sort();
        assert.ok(used.length > 50, `only ${used.length} texts found`);
        assert.deepEqual(Object.keys(JSON.parse(read('package.nls.json')) as object).sort(), used);
    });

    for (const [english, german] of [
        ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
        ['package.nls.json', 'package.nls.de.json'],
    ] as const) {
        it(`in ${english} are all in ${german}, with the same places to fill in, buttons and icons`, () => {
            const [texts, translations] = [english, german].map(
                path => JSON.parse(read(path)) as Readonly<Record<string, string>>,
            );
            assert.deepEqual(Object.keys(translations ?? {}), Object.keys(texts ?? {}));
            for (const [key, text] of Object.entries(texts ?? {})) {
                const translation = translations?.[key] ?? '';
                assert.notEqual(translation.trim(), '', key);
                assert.deepEqual(fixedParts(translation), fixedParts(text), key);
            }
        });
    }

    it('of operations are told in the language of the editor', async () => {
        const script = `
            import * as l10n from '@vscode/l10n';
            import { parseTopologyFile } from './client/src/cluster/model/topologyFile.ts';
            import { readFileSync } from 'node:fs';
            l10n.config({ contents: JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) });
            try {
                parseTopologyFile('name = shop\\n[store]\\nnodes', { directory: '/' });
            } catch (error) {
                console.log(error.message);
            }`;
        const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
            cwd: fileURLToPath(root),
        });
        assert.match(stdout, /Zeile 3.*hat keinen Wert\. Nichts wurde geändert/s);
    });
});

/** What a translation must have as well, in any order: places to fill in, icons, and the commands that links run. */
function fixedParts(text: string): string[] {
    return (text.match(/\{\d+\}|\$\([\w-]+\)|\(command:[\w.]+\)|`[a-z.]+`/g) ?? []).sort();
}
