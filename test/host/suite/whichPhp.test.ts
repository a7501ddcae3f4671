import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { ForTests } from '../../../client/src/forTests.ts';
import { foreign } from '../../unit/claim/foreign.ts';
import { extensionUnderTest, runScripted } from './extensionUnderTest.ts';

let extension: ForTests;
const settings = () => vscode.workspace.getConfiguration('phpSessionCluster');

function uriOf(file: string): vscode.Uri {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    return vscode.Uri.joinPath(folder.uri, 'which', file);
}

async function write(file: string, text: string): Promise<vscode.Uri> {
    await vscode.workspace.fs.writeFile(uriOf(file), Buffer.from(text));
    return uriOf(file);
}

/** The language that a file has when the extension has looked at it. */
async function languageOf(file: string, text: string): Promise<string> {
    const document = await vscode.workspace.openTextDocument(await write(file, text));
    await extension.phpIni.claims.settled();
    return languageNow(document.uri);
}

function languageNow(uri: vscode.Uri): string {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find(one => one.uri.toString() === key);
    assert.ok(document, `${key} is not open`);
    return document.languageId;
}

async function closeAll(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The document of a file that a person opens; those that extensions open are kept for minutes. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    await extension.phpIni.claims.settled();
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    return document;
}

/** Closes its editor, and waits until the document is closed itself. */
async function letGo(document: vscode.TextDocument): Promise<void> {
    const closed = new Promise<void>(resolve => {
        const look = (): void => {
            if (document.isClosed) {
                listener.dispose();
                resolve();
            }
        };
        const listener = vscode.workspace.onDidCloseTextDocument(look);
    });
    await closeAll();
    await closed;
}

async function prepare(): Promise<void> {
    extension = await extensionUnderTest();
}

describe('the language of an ini file', () => {
    before(prepare);
    after(closeAll);

    const ours: Readonly<Record<string, string>> = {
        'a/docker/php/opcache.ini': 'opcache.enable=1\n',
        'a/docker/php/local.ini': 'upload_max_filesize=40M\npost_max_size=40M\n',
        'a/docker/php/xdebug.ini': 'zend_extension=xdebug\nxdebug.mode=debug\n',
        'a/docker/php/session.ini': 'session.save_handler = redis\n',
        'a/php/session.ini': '[Session]\nsession.gc_maxlifetime = 3600\n',
        'a/memcached.ini': 'extension=memcached.so\n',
        'a/redis-session.ini': 'session.save_handler=redis\n',
        'a/php-fpm/php8.4.ini': '; nothing yet\n',
        'a/frankenphp/conf.d/10-app.ini': 'expose_php = 0\n',
        'a/.ddev/php/my.ini': 'max_input_vars = 5000\n',
        'a/8/orig/php-8.1.ini-production': '[PHP]\nengine = On\n',
        'a/conf/apcu.ini.dist': '; ours\nextension=apcu\n',
        'a/conf/first-line': 'zend_extension = xdebug\n',
    };
    for (const [file, text] of Object.entries(ours)) {
        it(`is that of php.ini: ${file}`, async () => {
            assert.equal(await languageOf(file, text), 'php-ini');
        });
    }

    it('is left as it is, where the file is somebody else\u2019s', async () => {
        const claimed: string[] = [];
        for (const [index, [what, text]] of Object.entries(foreign).entries()) {
            if ((await languageOf(`b/${index}.ini`, text)) !== 'ini') {
                claimed.push(what);
            }
        }
        assert.deepEqual(claimed, []);
        assert.equal(await languageOf('b/app.properties', 'session.save_handler = redis\n'), 'properties');
        assert.equal(await languageOf('b/notes.txt', 'session.save_handler = redis\n'), 'plaintext');
    });

    it('is that of php.ini where a Dockerfile or a Compose file puts it into a conf.d', async () => {
        await write('c/Dockerfile', 'FROM php:8.2\nCOPY conf/limits.conf $PHP_INI_DIR/conf.d/limits.ini\n');
        await write(
            'c/compose.yml',
            'services:\n  php: { volumes: ["./conf/own.ini:/usr/local/etc/php/conf.d/own.ini"] }\n',
        );
        assert.equal(await languageOf('c/conf/limits.conf', '# nothing yet\n'), 'php-ini');
        assert.equal(await languageOf('c/conf/own.ini', 'shop.currency = EUR\n'), 'php-ini');
        assert.equal(await languageOf('c/conf/other.ini', 'shop.currency = EUR\n'), 'ini');
    });

    it('is what a person has associated with its name', async () => {
        const files = vscode.workspace.getConfiguration('files');
        await files.update('associations', { '*.own.ini': 'ini' }, vscode.ConfigurationTarget.Workspace);
        try {
            assert.equal(await languageOf('d/session.own.ini', 'session.save_handler = redis\n'), 'ini');
            assert.equal(await languageOf('d/session.ini', 'session.save_handler = redis\n'), 'php-ini');
        } finally {
            await files.update('associations', undefined, vscode.ConfigurationTarget.Workspace);
        }
    });

    it('stays what a person has changed it to, also when the file is opened again', async () => {
        const uri = await write('e/session.ini', 'session.save_handler = redis\n');
        const document = await opened(uri);
        assert.equal(document.languageId, 'php-ini');
        await vscode.languages.setTextDocumentLanguage(document, 'ini');
        await extension.phpIni.claims.settled();
        assert.equal(document.languageId, 'ini');
        await letGo(document);

        const again = await opened(uri);
        assert.equal(again.languageId, 'ini');
        await vscode.languages.setTextDocumentLanguage(again, 'php-ini');
        await letGo(again);
        assert.equal((await opened(uri)).languageId, 'php-ini');
    });
});

describe('the PHP version of a php.ini in the editor', () => {
    before(prepare);
    after(closeAll);
    afterEach(() => settings().update('php.version', undefined, vscode.ConfigurationTarget.Workspace));

    async function untilShown(text: string): Promise<NonNullable<typeof extension.phpIni.status.shown>> {
        const limit = AbortSignal.timeout(100_000);
        for (;;) {
            const { shown } = extension.phpIni.status;
            if (shown?.text === text) {
                return shown;
            }
            assert.ok(!limit.aborted, `There is ${JSON.stringify(shown)}`);
            await delay(50);
        }
    }

    async function show(file: string, text: string): Promise<void> {
        await vscode.window.showTextDocument(await write(file, text), { preview: false });
    }

    it('is shown with what tells it, and follows that', async () => {
        await write('f/Dockerfile', 'FROM php:8.2-fpm\n');
        await show('f/php.ini', 'session.sid_length = 26\n');
        const shown = await untilShown('PHP 8.2, from Dockerfile');
        assert.equal(shown.detail, 'FROM php:8.2-fpm');
        await write('f/Dockerfile', 'FROM php:8.4-fpm\n');
        await untilShown('PHP 8.4, from Dockerfile');
    });

    it('is pinned with one click, and found again when that is taken back', async () => {
        await write('g/Dockerfile', 'FROM php:8.1-fpm\n');
        await show('g/php.ini', 'session.sid_length = 26\n');
        const { command } = await untilShown('PHP 8.1, from Dockerfile');
        assert.equal(command.title, 'Pin');
        await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
        assert.equal(settings().inspect('php.version')?.workspaceValue, '8.1');
        const pinned = await untilShown('PHP 8.1, from the settings');
        assert.equal(pinned.command.title, 'Select');
        const dialogs = await runScripted('setPhpVersion', undefined, { pick: () => 'Found by itself' });
        assert.deepEqual(dialogs.errors(), []);
        assert.equal(settings().inspect('php.version')?.workspaceValue, undefined);
        await untilShown('PHP 8.1, from Dockerfile');
    });

    it('says where it is assumed, may be several, or is not proven', async () => {
        await show('h/php.ini', 'session.sid_length = 26\n');
        assert.equal((await untilShown('PHP 8.4, assumed')).command.title, 'Select');
        await write('i/composer.json', '{"require":{"php":"^8.1"}}');
        await show('i/php.ini', 'session.sid_length = 26\n');
        assert.equal((await untilShown('PHP 8.1, from composer.json')).detail, 'require.php: ^8.1, may be 8.1 to 8.5');
        await write('j/Dockerfile', 'FROM php:5.6-apache\n');
        await show('j/php.ini', 'session.sid_length = 26\n');
        const older = await untilShown('PHP 5.6, from Dockerfile');
        assert.equal(older.detail, 'FROM php:5.6-apache, checked as PHP 7.4');
        assert.deepEqual(older.command.arguments, ['7.4']);
        await show('k/php8.3.ini', 'session.sid_length = 26\n');
        await untilShown('PHP 8.3, from the path');
    });
});
