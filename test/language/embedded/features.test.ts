import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CompletionList, Diagnostic, Hover, TextEdit } from 'vscode-languageserver';
import { recordServer } from '../support/recordedServer.ts';

const pool = 'file:///etc/php/8.4/fpm/pool.d/www.conf';
const vhost = 'file:///etc/apache2/sites-enabled/shop.conf';
const htaccess = 'file:///srv/shop/.htaccess';
const dockerfile = 'file:///srv/shop/Dockerfile';
const compose = 'file:///srv/shop/compose.yaml';

/** A file with the cursor at `|`, and what the server answers there. */
function at(uri: string, marked: string) {
    const offset = marked.indexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    const server = recordServer();
    server.open(uri, text);
    const document = TextDocument.create(uri, '', 1, text);
    const position = document.positionAt(offset);
    const ask = (handler: string, more: object = {}): unknown =>
        server.handlers.get(handler)?.({ textDocument: { uri }, position, ...more });
    const range = { start: position, end: position };
    return {
        items: () => (ask('onCompletion') as CompletionList | null)?.items ?? [],
        /** The file after an item was taken. */
        taken: (label: string): string => {
            const item = (ask('onCompletion') as CompletionList).items.find(one => one.label === label);
            assert.ok(item?.textEdit, `${label} is not offered`);
            return TextDocument.applyEdits(document, [item.textEdit as TextEdit]);
        },
        hover: (): string => ((ask('onHover') as Hover | null)?.contents as { value: string } | undefined)?.value ?? '',
        diagnostics: () => server.diagnose(uri) as Diagnostic[],
        actions: () => ask('onCodeAction', { range, context: { diagnostics: [] } }) as CodeAction[],
        /** The file after an action was taken. */
        after: (title: string): string => {
            const actions = ask('onCodeAction', { range, context: { diagnostics: [] } }) as CodeAction[];
            const action = actions.find(one => one.title === title);
            assert.ok(
                action?.edit?.changes,
                `${title} is not offered, but ${actions.map(one => one.title).join(', ')}`,
            );
            return TextDocument.applyEdits(document, action.edit.changes[uri] ?? []);
        },
        others: () =>
            ['onDocumentSymbol', 'onFoldingRanges', 'onDocumentFormatting', 'languages.semanticTokens.on'].map(
                handler => ask(handler, { options: { tabSize: 4, insertSpaces: true } }),
            ),
    };
}

describe('completion in files that embed settings', () => {
    for (const [uri, marked, label, expected] of [
        [pool, '[www]\nphp_value[memory_l|\n', 'memory_limit', '[www]\nphp_value[memory_limit] = \n'],
        [pool, '[www]\nphp_value[memory_l|] = 1G\n', 'memory_limit', '[www]\nphp_value[memory_limit] = 1G\n'],
        [
            pool,
            '[www]\nphp_admin_value[session.save_handler] = |\n',
            'redis',
            '[www]\nphp_admin_value[session.save_handler] = redis\n',
        ],
        [
            pool,
            '[www]\nphp_value[session.save_handler] = fi| ; why\n',
            'files',
            '[www]\nphp_value[session.save_handler] = files ; why\n',
        ],
        [pool, '[www]\nphp_flag[log_errors] = |\n', 'On', '[www]\nphp_flag[log_errors] = On\n'],
        [
            pool,
            '[www]\nphp_value[error_reporting] = |\n',
            'E_ALL & ~E_NOTICE',
            '[www]\nphp_value[error_reporting] = E_ALL & ~E_NOTICE\n',
        ],
        [
            vhost,
            '<Directory /srv>\n  php_value session.sa|\n',
            'session.save_path',
            '<Directory /srv>\n  php_value session.save_path \n',
        ],
        [vhost, 'php_admin_value |\n', 'disable_functions', 'php_admin_value disable_functions \n'],
        [htaccess, 'php_value session.save_handler |\n', 'redis', 'php_value session.save_handler redis\n'],
        [htaccess, 'php_value session.save_handler "f|"\n', 'files', 'php_value session.save_handler files\n'],
        [
            htaccess,
            'php_value session.save_han| files\n',
            'session.save_handler',
            'php_value session.save_handler files\n',
        ],
        [htaccess, 'php_flag log_errors |\n', 'Off', 'php_flag log_errors Off\n'],
        [htaccess, 'php_value error_reporting |\n', 'E_ALL', 'php_value error_reporting 30719\n'],
        [
            dockerfile,
            'RUN echo "session.save_handler = |" > /etc/php/x.ini\n',
            'redis',
            'RUN echo "session.save_handler = redis" > /etc/php/x.ini\n',
        ],
        [
            dockerfile,
            "RUN echo 'memory_l|' > /etc/php/x.ini\n",
            'memory_limit',
            "RUN echo 'memory_limit = ' > /etc/php/x.ini\n",
        ],
        [
            dockerfile,
            'RUN cat <<EOF > /etc/php/x.ini\nlog_errors = |\nEOF\n',
            'On',
            'RUN cat <<EOF > /etc/php/x.ini\nlog_errors = On\nEOF\n',
        ],
        [dockerfile, 'ENV PHP_INI_DISPLAY_ERRORS=|\n', 'stderr', 'ENV PHP_INI_DISPLAY_ERRORS=stderr\n'],
        [
            compose,
            'services:\n  a:\n    environment:\n      PHP_INI_SESSION__SAVE_HANDLER: |\n',
            'redis',
            'services:\n  a:\n    environment:\n      PHP_INI_SESSION__SAVE_HANDLER: redis\n',
        ],
    ] as const) {
        // prettier-ignore
        it(`offers ${label} in ${JSON.stringify(marked)}`, () => {
            assert.equal(at(uri, marked).taken(label), expected);
        });
    }

    it('offers a save path in the form that the handler of the scope wants, quoted as the file wants it', () => {
        const path = 'tcp://redis:6379';
        const inPool = at(
            pool,
            '[a]\nphp_value[session.save_handler] = files\n[b]\nphp_value[session.save_handler] = redis\nphp_value[session.save_path] = |\n',
        );
        assert.match(inPool.taken(path), /\] = "tcp:\/\/redis:6379"\n$/);
        const inHtaccess = at(htaccess, 'php_value session.save_handler redis\nphp_value session.save_path |\n');
        assert.match(inHtaccess.taken(path), /save_path tcp:\/\/redis:6379\n$/);
        const inDockerfile = at(
            dockerfile,
            'RUN printf "session.save_handler=redis\\nsession.save_path=|" > /etc/php/x.ini\n',
        );
        assert.match(inDockerfile.taken(path), /save_path=\\"tcp:\/\/redis:6379\\"" >/);
    });

    it('leaves out what may not be set there', () => {
        const offered = (uri: string, marked: string): string[] =>
            at(uri, marked)
                .items()
                .map(({ label }) => label);
        for (const [uri, marked] of [
            [htaccess, 'php_value |\n'],
            [vhost, 'php_value |\n'],
            ['file:///srv/.user.ini', '|\n'],
        ] as const) {
            const names = offered(uri, marked);
            assert.ok(names.includes('memory_limit'), marked);
            assert.ok(!names.includes('disable_functions'), marked);
        }
        assert.ok(offered(pool, '[www]\nphp_value[|\n').includes('disable_functions'));
        const flags = offered(htaccess, 'php_flag |\n');
        assert.ok(flags.includes('log_errors') && !flags.includes('memory_limit'));
    });

    it('offers nothing elsewhere', () => {
        for (const [uri, marked] of [
            [pool, '[www]\npm = |\n'],
            [pool, '[|\n'],
            [vhost, 'DocumentRoot |\n'],
            [vhost, 'php_value memory_limit 1G |\n'],
            [dockerfile, 'RUN echo | > /etc/app.ini\n'],
            [dockerfile, 'FROM |php\nRUN echo "a=1" > /etc/php/x.ini\n'],
            [compose, 'services:\n  a:\n    image: |\n'],
        ] as const) {
            assert.deepEqual(at(uri, marked).items(), [], marked);
        }
    });
});

describe('hovers in files that embed settings', () => {
    for (const [uri, marked, expected] of [
        [pool, '[www]\nphp_value[memory|_limit] = 128M\n', /How much memory/],
        [pool, '[www]\nphp_value[memory_limit] = 12|8M\n', /134,217,728 bytes/],
        [vhost, 'php_value memory|_limit "128M"\n', /How much memory/],
        [htaccess, 'php_value memory_limit "12|8M"\n', /134,217,728 bytes/],
        [dockerfile, 'RUN echo "memory_limit=12|8M" > /etc/php/x.ini\n', /134,217,728 bytes/],
        [dockerfile, 'ENV PHP_INI_MEMORY|_LIMIT=128M\n', /How much memory/],
        [compose, 'x:\n  environment:\n    - PHP_MEMORY_LIMIT=12|8M\n', /134,217,728 bytes/],
    ] as const) {
        it(`say what it is: ${JSON.stringify(marked)}`, () => {
            assert.match(at(uri, marked).hover(), expected);
        });
    }

    it('say nothing of what is not PHP’s', () => {
        for (const [uri, marked] of [
            [pool, '[ww|w]\nphp_value[memory_limit] = 1G\n'],
            [pool, '[www]\np|m = dynamic\nphp_value[memory_limit] = 1G\n'],
            [vhost, 'Document|Root /srv\nphp_value memory_limit 1G\n'],
            [dockerfile, 'FROM p|hp\nRUN echo "memory_limit=1G" > /etc/php/x.ini\n'],
            [compose, 'x:\n  im|age: php\n  environment:\n    - PHP_MEMORY_LIMIT=1G\n'],
        ] as const) {
            assert.equal(at(uri, marked).hover(), '', marked);
        }
    });
});

describe('fixes in files that embed settings', () => {
    for (const [uri, marked, title, expected] of [
        [pool, '[www]\nphp_value[memory_limit] = 64|MB\n', 'Change to 64M', '[www]\nphp_value[memory_limit] = 64M\n'],
        [
            pool,
            '[www]\n php_value[memroy_limi|t] = 64M\n',
            'Change to memory_limit',
            '[www]\n php_value[memory_limit] = 64M\n',
        ],
        [htaccess, 'php_value memory_limit "64|MB"\n', 'Change to 64M', 'php_value memory_limit 64M\n'],
        [htaccess, 'php_value error_reporting E|_ALL\n', 'Write 30719', 'php_value error_reporting 30719\n'],
        [
            vhost,
            '<Directory />\n  php_value memroy_limi|t 64M\n</Directory>\n',
            'Change to memory_limit',
            '<Directory />\n  php_value memory_limit 64M\n</Directory>\n',
        ],
        [
            dockerfile,
            'RUN echo "memory_limit=64|MB" > /etc/php/x.ini\n',
            'Change to 64M',
            'RUN echo "memory_limit=64M" > /etc/php/x.ini\n',
        ],
        [dockerfile, 'ENV PHP_MEMORY_LIMIT="64|MB"\n', 'Change to 64M', 'ENV PHP_MEMORY_LIMIT="64M"\n'],
        [
            compose,
            'x:\n  environment:\n    PHP_MEMORY_LIMIT: "64|MB"\n',
            'Change to 64M',
            'x:\n  environment:\n    PHP_MEMORY_LIMIT: "64M"\n',
        ],
        [
            pool,
            '[www]\nphp_value[memory_limit] = 64|MB\n',
            'Disable int-junk for this line',
            '[www]\n; php-ini-disable-next-line int-junk\nphp_value[memory_limit] = 64MB\n',
        ],
        [
            vhost,
            '<Directory />\n    php_value memory_limit 64|MB\n</Directory>\n',
            'Disable int-junk for this line',
            '<Directory />\n    # php-ini-disable-next-line int-junk\n    php_value memory_limit 64MB\n</Directory>\n',
        ],
        [
            htaccess,
            '# php-ini-disable-next-line x -- why\nphp_value memory_limit 64|MB\n',
            'Disable int-junk for this line',
            '# php-ini-disable-next-line x int-junk -- why\nphp_value memory_limit 64MB\n',
        ],
    ] as const) {
        // prettier-ignore
        it(`${title} in ${JSON.stringify(marked)}`, () => {
            assert.equal(at(uri, marked).after(title), expected);
        });
    }

    it('are not offered where what they make of the file is no better', () => {
        const titles = at(pool, '[www]\nphp_value[memory_limit] = 1|MB\n')
            .actions()
            .map(({ title }) => title);
        assert.ok(titles.includes('Why int-junk?'));
        assert.ok(!titles.includes('Change to 1M'), '1M is less than PHP takes');
    });

    it('add lines in the words of the file', () => {
        const added = (uri: string, marked: string): string[] => {
            const file = at(uri, marked);
            return file
                .actions()
                .filter(({ edit }) => edit !== undefined)
                .map(({ title }) => file.after(title))
                .filter(
                    text => text.split('\n').length > marked.split('\n').length && !text.includes('disable-next-line'),
                );
        };
        const inPool = added(
            pool,
            '[www]\nphp_value[session.save_handler] = redis\nphp_admin_value[redis.session.locking_enabled] = 0|\n[api]\n',
        );
        const inHtaccess = added(
            htaccess,
            'php_value session.cookie_samesite None|\nphp_flag session.cookie_secure off\n',
        );
        for (const text of inPool) {
            assert.match(text, /^\[www\]\n(?:php_(?:admin_)?value\[[\w.]+\] = [^\n]+\n)+\[api\]\n$/);
        }
        for (const text of inHtaccess) {
            assert.match(text, /^(?:php_(?:value|flag) [\w.]+ \S+\n)+$/);
        }
    });

    it('are left out where the file has no room for them, and never for all of it at once', () => {
        const file = at(dockerfile, 'RUN printf "memory_limit=1G\\nmemory_limit=2|G" > /etc/php/x.ini\n');
        assert.ok(file.diagnostics().some(({ code }) => code === 'duplicate'));
        assert.ok(file.actions().every(({ title }) => !/^Remove|for this line$/.test(title)));
        const server = recordServer();
        server.open(pool, '[www]\nphp_value[memory_limit] = 1MB\n');
        const place = { line: 0, character: 0 };
        const all = server.handlers.get('onCodeAction')?.({
            textDocument: { uri: pool },
            range: { start: place, end: place },
            context: { diagnostics: [], only: ['source.fixAll'] },
        });
        assert.deepEqual(all, []);
    });
});

describe('other features in files that embed settings', () => {
    it('have nothing to say', () => {
        for (const [uri, marked] of [
            [pool, '[www]\nphp_value[memory_limit] = 1G|\n'],
            [compose, 'x:\n  environment:\n    PHP_MEMORY_LIMIT: 1G|\n'],
        ] as const) {
            assert.deepEqual(at(uri, marked).others(), [[], [], [], { data: [] }]);
        }
    });

    it('name lines of the file', () => {
        const text =
            '# a\n<Directory />\n\nphp_value memory_limit 1G|\nphp_value post_max_size 1G\nphp_value memory_limit 2G\n</Directory>\n';
        const [told] = at(vhost, text)
            .diagnostics()
            .filter(({ code }) => code === 'duplicate');
        assert.match(told?.message as string, /line 6/);
        assert.equal(told?.range.start.line, 3);
        assert.equal(told.relatedInformation?.[0]?.location.range.start.line, 5);
    });
});
