import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extensionUnderTest, EXTENSION_ID, manifest } from './extensionUnderTest.ts';

/** Keys of the editor itself that our `when` clauses use. */
const builtIn = new Set([
    ...['view', 'viewItem', 'isWorkspaceTrusted', 'focusedView', 'listFocus', 'inputFocus'],
    ...['resourceLangId', 'resourceFilename', 'resourceScheme', 'editorLangId', 'activeWebviewPanelId'],
]);

interface Contribution {
    readonly command?: string;
    readonly title?: string;
    readonly category?: string;
    readonly when?: string;
    readonly enablement?: string;
}

function contributions(): Record<string, unknown> {
    return manifest().contributes as Record<string, unknown>;
}

/** Every object anywhere in the contributions. */
function objectsIn(value: unknown): Contribution[] {
    if (typeof value !== 'object' || value === null) {
        return [];
    }
    return [...(Array.isArray(value) ? [] : [value as Contribution]), ...Object.values(value).flatMap(objectsIn)];
}

/** The names in a `when` clause: what is left without texts, patterns and operators. */
function keysOf(clause: string): string[] {
    const names = clause.split(/&&|\|\|/).map(part => /^[\s!(]*([\w.]+)/.exec(part)?.[1] ?? part);
    return names.map(name => name.trim());
}

/** Paths below a project's folder, as distributions, images and projects have them. */
const ours = [
    ...['php.ini', 'php.ini-production', 'php.ini-development', 'php.ini.dist', 'php.ini.bak', 'PHP.INI'],
    ...['php-cli.ini', 'php-apache2handler.ini', 'php-fpm.ini', 'docker/php/php-dev.ini', '.user.ini'],
    ...['etc/php/8.4/fpm/conf.d/20-x.ini', 'etc/php/8.4/apache2/conf.d/99-own.ini', 'etc/php/8.4/cli/php.ini'],
    ...['etc/php/8.4/mods-available/memcached.ini', 'etc/php5/mods-available/memcached.ini'],
    ...['etc/php5/apache2/conf.d/20-x.ini', 'etc/php81/conf.d/00_session.ini', 'etc/php.d/40-redis.ini'],
    ...['usr/local/etc/php/conf.d/docker-php-ext-redis.ini', 'usr/local/etc/php/zz-own.ini'],
    ...['docker/php/conf.d/app.ini', 'docker/php-fpm/conf.d/app.ini', 'docker/php/8.3/conf.d/app.ini'],
    ...['docker/docker-php-memlimit.ini', 'opt/bitnami/php/etc/conf.d/memcached.ini'],
    ...['php-fpm/php8.4.ini', 'conf/php83-own.ini', 'orig/php-8.1.ini-production', 'docker/xdebug.ini', 'php/apcu.ini'],
    ...['frankenphp/conf.d/10-app.ini', '.ddev/php/own.ini', 'opcache.ini'],
];
const others = [
    ...['session-cluster.ini', 'my.ini', 'setup.ini', 'phpunit.ini', 'conf.d/own.ini', 'tox.ini', 'php/app.ini'],
    ...['php-shop/docker/supervisor/conf.d/worker.ini', 'php/docker/mysql/conf.d/tuning.ini'],
    ...['etc/supervisor.d/php-fpm.ini', 'etc/supervisor/conf.d/php-worker.ini', 'etc/uwsgi/apps-enabled/php.d.ini'],
    ...['roles/php/templates/php.ini.j2', 'templates/php.ini.erb', 'templates/php.ini-production.tpl'],
];

describe('the manifest', () => {
    before(async () => {
        await extensionUnderTest();
    });

    it('contributes commands, and each of them is registered, with title and category', async () => {
        const commands = contributions().commands as Contribution[];
        const registered = new Set(await vscode.commands.getCommands(true));
        assert.ok(commands.length > 20, `${commands.length} commands`);
        for (const { command = '', title, category } of commands) {
            assert.ok(registered.has(command), `${command} is not registered`);
            assert.equal(category, 'PHP Session Cluster', command);
            assert.ok(title !== undefined && !title.includes('%'), `${command} has no title`);
        }
    });

    it('contributes every command that is registered', async () => {
        const own = (await vscode.commands.getCommands(true)).filter(
            name => name.startsWith('phpSessionCluster.') && !name.startsWith('phpSessionCluster.environments.'),
        );
        const contributed = new Set((contributions().commands as Contribution[]).map(({ command }) => command));
        assert.deepEqual(
            own.filter(name => !contributed.has(name)),
            [],
        );
    });

    it('names only commands that exist, in menus, keys and links', async () => {
        const registered = new Set(await vscode.commands.getCommands(true));
        const text = JSON.stringify(contributions());
        const linked = [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command);
        const named = objectsIn([contributions().menus, contributions().keybindings]).flatMap(
            ({ command }) => command ?? [],
        );
        assert.ok(linked.length > 5 && named.length > 30);
        assert.deepEqual(
            [...linked, ...named].filter(command => !registered.has(command)),
            [],
        );
    });

    it('uses no key in a when clause that is neither set nor built in', async () => {
        const extension = vscode.extensions.getExtension(EXTENSION_ID);
        assert.ok(extension);
        const bundle = vscode.Uri.joinPath(extension.extensionUri, 'client', 'src', 'views', 'contextKeys.ts');
        const set = [...(await readFile(bundle.fsPath, 'utf8')).matchAll(/setContextKey\('(\w+)'/g)].map(
            ([, key = '']) => `phpSessionCluster.${key}`,
        );
        const clauses = objectsIn(contributions()).flatMap(({ when, enablement }) =>
            [when ?? [], enablement ?? []].flat(),
        );
        assert.ok(clauses.length > 50, `${clauses.length} clauses`);
        const unknown = clauses.flatMap(keysOf).filter(key => !builtIn.has(key) && !set.includes(key));
        assert.deepEqual(unknown, []);
    });

    it('lets nothing that touches Docker run in a workspace that is not trusted', () => {
        const harmless = [
            ...['showLog', 'openWalkthrough', 'openDocumentation', 'explainRule', 'setRuleSeverity'],
            ...['openReport', 'saveReport', 'setPhpVersion'],
        ].map(name => `phpSessionCluster.${name}`);
        for (const { command = '', enablement } of contributions().commands as Contribution[]) {
            assert.equal(enablement, harmless.includes(command) ? undefined : 'isWorkspaceTrusted', command);
        }
    });

    it('gives a php.ini its language, and leaves other ini files alone', async () => {
        const folder = vscode.workspace.workspaceFolders?.[0];
        assert.ok(folder);
        const found: Record<string, string> = {};
        for (const name of [...ours, ...others]) {
            const uri = vscode.Uri.joinPath(folder.uri, name);
            await vscode.workspace.fs.writeFile(uri, Buffer.from('; a comment\n'));
            found[name] = (await vscode.workspace.openTextDocument(uri)).languageId;
        }
        const expected = [...ours.map(name => [name, 'php-ini']), ...others.map(name => [name, 'ini'])];
        assert.deepEqual(found, Object.fromEntries(expected));
    });
});
