import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruiseImports } from '../../../tools/documentation/imports.ts';

interface Planted {
    readonly wall: string;
    readonly file: string;
    /** Paths from the root, packages, or whole statements. */
    readonly imports: string;
}

/** One forbidden import for each wall. */
const planted: readonly Planted[] = [
    { wall: 'no-circle', file: 'server/src/catalog/one.ts', imports: 'server/src/catalog/other.ts' },
    { wall: 'client-and-server', file: 'client/src/commands/directive.ts', imports: 'server/src/catalog/free.ts' },
    { wall: 'server-and-client', file: 'server/src/service/engine.ts', imports: 'client/src/engine/free.ts' },
    { wall: 'no-test-in-the-product', file: 'server/src/catalog/php.ts', imports: 'test/support/free.ts' },
    { wall: 'no-test-in-the-product', file: 'client/src/engine/tool.ts', imports: 'tools/free.ts' },
    { wall: 'no-editor', file: 'client/src/cluster/model/window.ts', imports: 'vscode' },
    { wall: 'no-editor', file: 'client/src/terminal/window.ts', imports: 'vscode' },
    { wall: 'no-editor', file: 'server/src/service/client.ts', imports: 'vscode-languageclient/node' },
    { wall: 'dockerode-in-the-adapter', file: 'client/src/engine/docker.ts', imports: 'dockerode' },
    { wall: 'dockerode-in-the-adapter', file: 'server/src/service/docker.ts', imports: 'docker-modem' },
    { wall: 'adapter-behind-its-door', file: 'client/src/terminal/x.ts', imports: 'client/src/engine/docker/free.ts' },
    { wall: 'adapter-is-lazy', file: 'client/src/engine/connect.ts', imports: 'client/src/engine/docker/free.ts' },
    { wall: 'views-never-call-the-engine', file: 'client/src/views/engine.ts', imports: 'client/src/engine/free.ts' },
    { wall: 'rules-know-no-protocol', file: 'server/src/rules/protocol.ts', imports: 'vscode-languageserver' },
    { wall: 'family-of-rules', file: 'server/src/rules/values/x.ts', imports: 'server/src/rules/grammar/free.ts' },
    { wall: 'family-of-rules', file: 'server/src/rules/support/x.ts', imports: 'server/src/rules/names/free.ts' },
    { wall: 'below-the-rooms', file: 'client/src/shared.ts', imports: 'client/src/engine/free.ts' },
    { wall: 'room-of-its-own', file: 'client/src/commands/new.ts', imports: 'client/src/attic/free.ts' },
    { wall: 'client/src/views', file: 'client/src/views/command.ts', imports: 'client/src/commands/free.ts' },
    { wall: 'client/src/language', file: 'client/src/language/view.ts', imports: 'client/src/views/free.ts' },
    { wall: 'client/src/documents', file: 'client/src/documents/view.ts', imports: 'client/src/views/free.ts' },
    { wall: 'client/src/workbench', file: 'client/src/workbench/x.ts', imports: 'client/src/commands/free.ts' },
    { wall: 'client/src/terminal', file: 'client/src/terminal/y.ts', imports: 'client/src/workbench/free.ts' },
    { wall: 'client/src/cluster', file: 'client/src/cluster/model/x.ts', imports: 'client/src/workbench/free.ts' },
    { wall: 'client/src/engine', file: 'client/src/engine/x.ts', imports: 'client/src/cluster/model/free.ts' },
    { wall: 'server/src/service', file: 'server/src/service/x.ts', imports: 'server/src/server/free.ts' },
    { wall: 'server/src/rules', file: 'server/src/rules/x.ts', imports: 'server/src/service/free.ts' },
    { wall: 'server/src/model', file: 'server/src/model/x.ts', imports: 'server/src/rules/free.ts' },
    { wall: 'server/src/lint', file: 'server/src/lint/x.ts', imports: 'server/src/server/free.ts' },
    { wall: 'server/src/server', file: 'server/src/server/x.ts', imports: 'server/src/lint/free.ts' },
    { wall: 'server/src/embedded', file: 'server/src/embedded/x.ts', imports: 'server/src/model/free.ts' },
    { wall: 'server/src/catalog', file: 'server/src/catalog/x.ts', imports: 'server/src/model/free.ts' },
    { wall: 'server/src/phpIni', file: 'server/src/phpIni/x.ts', imports: 'server/src/catalog/free.ts' },
    cluster('report', 'verify'),
    cluster('scale', 'verify'),
    cluster('apply', 'facts'),
    cluster('facts', 'scale'),
    cluster('provision', 'apply'),
    cluster('lifecycle', 'provision'),
    cluster('balancer', 'stores'),
    cluster('stores', 'lifecycle'),
    cluster('images', 'balancer'),
    cluster('environments', 'node'),
    cluster('node', 'balancer'),
    cluster('model', 'node'),
];
function cluster(room: string, above: string): Planted {
    const house = 'client/src/cluster';
    return { wall: `${house}/${room}`, file: `${house}/${room}/${above}.ts`, imports: `${house}/${above}/free.ts` };
}

function statement(file: string, imports: string): string {
    const path = relative(dirname(file), imports);
    return `import * as imported from '${imports.endsWith('.ts') ? (path.startsWith('.') ? path : `./${path}`) : imports}';\nvoid imported;\n`;
}

describe('walls between the rooms', () => {
    let folder: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'php-session-cluster-walls-'));
    });
    after(async () => {
        await rm(folder, { recursive: true, force: true });
    });

    async function plant(file: string, text: string): Promise<void> {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), text);
    }

    it('each stops an import that is planted, and lets pass what is allowed', async () => {
        for (const { file, imports } of planted) {
            if (imports.endsWith('.ts')) {
                await plant(imports, 'export const free = 1;\n');
            }
            await plant(file, statement(file, imports));
        }
        await plant(
            'server/src/catalog/other.ts',
            statement('server/src/catalog/other.ts', 'server/src/catalog/one.ts'),
        );
        const used = [...planted.map(({ file }) => file), ...planted.map(({ imports }) => imports)];
        const entry = [...new Set(used)].filter(file => file.endsWith('.ts'));
        await plant('tools/catalog/main.ts', entry.map(file => statement('tools/catalog/main.ts', file)).join(''));
        await plant('server/src/phpIni/unused.ts', 'export const unused = 1;\n');
        // Allowed: types of the adapter are no wall's matter, and a lazy import is the way in.
        await plant('client/src/engine/docker/free.ts', `export type { Container } from 'dockerode';\n`);

        const { summary } = await cruiseImports(folder, ['client', 'server', 'test', 'tools']);
        const found = summary.violations.map(({ rule, from, to }) => ({ wall: rule.name, file: from, imports: to }));
        for (const { wall, file, imports } of planted) {
            const matches = found.some(one => one.wall === wall && one.file === file && one.imports === imports);
            assert.ok(matches, `${wall}: ${file} imports ${imports}; found: ${found.map(one => one.wall).join()}`);
        }
        assert.deepEqual(
            found.filter(({ wall }) => wall === 'nothing-unused').map(({ imports }) => imports),
            ['server/src/phpIni/unused.ts'],
        );
        const allowed = found.filter(({ file }) => file.startsWith('client/src/engine/docker/'));
        assert.deepEqual(allowed, []);
        const tested = new Set([...planted.map(({ wall }) => wall), 'nothing-unused']);
        const walls = (summary.ruleSetUsed?.forbidden ?? []).map(({ name }) => name ?? '');
        assert.deepEqual([...tested].sort(), walls.toSorted());
    });

    it('let the adapter be loaded lazily', async () => {
        await plant('client/src/engine/connect.ts', `export const adapter = await import('./docker/free.ts');\n`);
        const { summary } = await cruiseImports(folder, ['client/src/engine']);
        const about = summary.violations.filter(({ from }) => from === 'client/src/engine/connect.ts');
        assert.deepEqual(about, []);
    });
});
