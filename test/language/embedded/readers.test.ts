import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { embeddedContexts } from '../../../server/src/model/embeddedContexts.ts';

const pool = 'file:///etc/php/8.4/fpm/pool.d/www.conf';
const vhost = 'file:///etc/apache2/sites-enabled/shop.conf';
const htaccess = 'file:///srv/shop/.htaccess';
const dockerfile = 'file:///srv/shop/Dockerfile';
const compose = 'file:///srv/shop/compose.yaml';

/** By scope: each setting as PHP gets it, with the line, from 1, and the text of the file that its value is made of. */
function read(uri: string, text: string): Record<string, string[]> {
    const contexts = embeddedContexts(text, { uri, facts: { environments: [] }, phpVersion: '8.4' }) ?? [];
    const found: Record<string, string[]> = {};
    for (const context of contexts) {
        const { embedding } = context;
        assert.ok(embedding);
        for (const node of context.document.assignments) {
            const { start, end } = embedding.toFile(node.valueRange);
            const line = embedding.lines.lineAt(embedding.toFile(node.range).start) + 1;
            const value = context.valueOf(node) ?? '?';
            const settings = (found[embedding.title] ??= []);
            settings.push(`${line} ${node.name}=${value} <${text.slice(start, end)}>`);
        }
    }
    return found;
}

describe('settings that are embedded in files of others', () => {
    describe('in pools of FPM', () => {
        it('are those of each pool, in all forms', () => {
            const text = [
                '; comment',
                '[global]',
                'pid = /run/fpm.pid',
                '[www]',
                'pm = dynamic',
                'php_value[memory_limit] = 1G',
                '\tphp_admin_value["session.save_path"] = "tcp://h:1" ; where',
                'php_flag[log_errors]=on',
                ";php_value[error_log] = 'no'",
                'php_admin_flag[html_errors]   =   off',
                'env[PATH] = /bin',
                '[api]',
                'php_value[error_reporting] = E_ALL & ~E_NOTICE',
            ].join('\r\n');
            assert.deepEqual(read(pool, text), {
                'pool www': [
                    '6 memory_limit=1G <1G>',
                    '7 session.save_path=tcp://h:1 <"tcp://h:1">',
                    '8 log_errors=1 <on>',
                    '10 html_errors= <off>',
                ],
                'pool api': ['13 error_reporting=30711 <E_ALL & ~E_NOTICE>'],
            });
        });

        it('do not suffer from what is wrong in another line', () => {
            const text =
                '[www]\nphp_value[error_log] = "open\nphp_value[session.name] = A\nphp_value[x] = (\nphp_value[y] = 1\n';
            assert.deepEqual(read(pool, text), { 'pool www': ['3 session.name=A <A>', '5 y=1 <1>'] });
        });

        it('are found in any .conf that has their form, and not where others have a like one', () => {
            assert.deepEqual(Object.keys(read('file:///x/own.conf', 'php_value[a] = 1\n')), ['']);
            for (const text of [
                'worker_processes 4;\n',
                '[mysqld]\nport = 1\n',
                'php_values[a] = 1\n',
                '# php_value[a] = 1\n',
            ]) {
                assert.deepEqual(read('file:///x/own.conf', text), {});
            }
            assert.equal(
                embeddedContexts('php_value[a] = 1', { uri: 'file:///x/own.cnf', facts: { environments: [] } }),
                undefined,
            );
        });
    });

    describe('in Apache’s configuration', () => {
        it('are those of each section, with the words as they are', () => {
            const text = [
                'php_value memory_limit 1G',
                '<VirtualHost *:80>',
                '    DocumentRoot /srv',
                '    php_admin_value open_basedir "/srv:/tmp"',
                '    <Directory /srv/a>',
                '\tPHP_FLAG log_errors On',
                '    </Directory>',
                "    php_value session.name 'on'",
                '    <IfModule mod_php.c>',
                '        php_value error_reporting E_ALL',
                '        php_flag html_errors yes',
                '    </IfModule>',
                '    # php_value a b',
                '</VirtualHost>',
                'php_value session.save_path none',
            ].join('\n');
            assert.deepEqual(read(vhost, text), {
                '': ['1 memory_limit=1G <1G>', '15 session.save_path= <none>'],
                '<VirtualHost *:80>': [
                    '4 open_basedir=/srv:/tmp <"/srv:/tmp">',
                    "8 session.name=on <'on'>",
                    '10 error_reporting=E_ALL <E_ALL>',
                    '11 html_errors= <yes>',
                ],
                '<Directory /srv/a>': ['6 log_errors=1 <On>'],
            });
        });

        it('go on over lines, and have escapes in quotes only', () => {
            const text =
                'php_value session.name \\\n  "a\\"b\\\\c"\nphp_value error_log a\\b\nphp_value include_path ".:\\\n/usr"\n';
            assert.deepEqual(read(htaccess, text)[''], [
                '1 session.name=a"b\\c <"a\\"b\\\\c">',
                '3 error_log=a\\b <a\\b>',
                '4 include_path=.:/usr <".:\\\n/usr">',
            ]);
        });

        it('are not known where Apache puts something in', () => {
            const [context] =
                embeddedContexts('php_value error_log ${LOGS}/php.log\n', {
                    uri: htaccess,
                    facts: { environments: [] },
                }) ?? [];
            assert.ok(context);
            assert.equal(context.globalsOf('error_log').length, 1);
            assert.equal(context.effective('error_log'), undefined);
        });
    });

    describe('in Dockerfiles', () => {
        const lines = (instruction: string): string[] =>
            Object.entries(read(dockerfile, `FROM php:8.4\n${instruction}\n`)).flatMap(([title, settings]) =>
                settings.map(setting => `${title} ${setting}`),
            );
        const ini = '/usr/local/etc/php/conf.d/own.ini';

        for (const [what, instruction, expected] of [
            ['echo, in double quotes', `RUN echo "memory_limit = 1G" >> ${ini}`, [`${ini} 2 memory_limit=1G <1G>`]],
            ['echo, in single quotes', `RUN echo 'memory_limit = 1G' > ${ini}`, [`${ini} 2 memory_limit=1G <1G>`]],
            ['echo, without quotes', `RUN echo memory_limit=1G>${ini}`, [`${ini} 2 memory_limit=1G <1G>`]],
            ['echo of several words', `RUN echo memory_limit = 1G > ${ini}`, [`${ini} 2 memory_limit=1G <1G>`]],
            ['echo with an option', `RUN echo -e "a=1\\nb=2" > ${ini}`, [`${ini} 2 a=1 <1>`, `${ini} 2 b=2 <2>`]],
            ['tee', `RUN echo "a=1" | tee -a ${ini} > /dev/null`, [`${ini} 2 a=1 <1>`]],
            ['printf', `RUN printf 'a=1\\nb="x y"\\n' > ${ini}`, [`${ini} 2 a=1 <1>`, `${ini} 2 b=x y <"x y">`]],
            ['printf of lines', `RUN printf '%s\\n' 'a=1' 'b=2' > ${ini}`, [`${ini} 2 a=1 <1>`, `${ini} 2 b=2 <2>`]],
            [
                'braces over lines',
                `RUN set -eux; \\\n  { \\\n    echo 'a=1'; \\\n    # why\n    echo 'b=2'; \\\n  } > ${ini}`,
                [`${ini} 4 a=1 <1>`, `${ini} 6 b=2 <2>`],
            ],
            [
                'parentheses',
                `RUN (echo a=1 && echo b=2) > ${ini} && apt-get update`,
                [`${ini} 2 a=1 <1>`, `${ini} 2 b=2 <2>`],
            ],
            [
                'a variable in the path',
                'RUN echo "a=1" > "$PHP_INI_DIR/conf.d/x.ini"',
                ['${PHP_INI_DIR}/conf.d/x.ini 2 a=1 <1>'],
            ],
            [
                'a document',
                `RUN cat <<EOF > ${ini}\na = 1\n[Session]\nb = "x"\nEOF`,
                [`${ini} 3 a=1 <1>`, `${ini} 5 b=x <"x">`],
            ],
            ['a document with tabs', `COPY <<-"END" ${ini}\n\ta = 1\n\tEND`, [`${ini} 3 a=1 <1>`]],
            ['a script', `RUN <<EOF\nset -e\necho "a=1" > ${ini}\nEOF`, [`${ini} 4 a=1 <1>`]],
            ['escapes', `RUN echo "a = \\"x y\\"" > ${ini}`, [`${ini} 2 a=x y <\\"x y\\">`]],
            [
                'options of RUN',
                `RUN --mount=type=cache,target=/c --network=none echo a=1 > ${ini}`,
                [`${ini} 2 a=1 <1>`],
            ],
            ['another file', 'RUN echo "a=1" > /etc/app.ini', []],
            ['supervisor', 'RUN echo "a=1" > /etc/supervisor.d/php.ini', []],
            ['nothing written', 'RUN echo "memory_limit=1G"', []],
            ['another program', `RUN sed 's/a/b/' x > ${ini}`, []],
            [
                'ENV',
                'ENV PHP_INI_MEMORY_LIMIT=1G OTHER=x PHP_INI_SESSION__SAVE_PATH="tcp://h:1?a=b"',
                ['ENV 2 memory_limit=1G <1G>', 'ENV 2 session.save_path=tcp://h:1?a=b <tcp://h:1?a=b>'],
            ],
            ['ENV of old', 'ENV PHP_DISPLAY_ERRORS Off', ['ENV 2 display_errors= <Off>']],
            ['ENV of others', 'ENV PHP_INI_DIR=/x PHP_VERSION=8.4 PHP_EXTENSION=redis PHP_INI_SCAN_DIR=/y', []],
            ['ENV with variables', 'ENV PHP_MEMORY_LIMIT=$LIMIT', []],
        ] as const) {
            it(`are found: ${what}`, () => {
                assert.deepEqual(lines(instruction), expected);
            });
        }

        it('are not known where the shell puts something in', () => {
            const text = `RUN echo "memory_limit=$LIMIT" > ${ini} && echo "$NAME=1" >> ${ini} && echo "error_log=\`pwd\`" >> ${ini}\n`;
            const [context] = embeddedContexts(text, { uri: dockerfile, facts: { environments: [] } }) ?? [];
            assert.deepEqual([...(context?.globals.keys() ?? [])], ['memory_limit', 'error_log']);
            assert.equal(context?.effective('memory_limit'), undefined);
            assert.equal(context?.effective('error_log'), undefined);
        });
    });

    describe('in Compose files', () => {
        it('are those of each service, in all forms of YAML', () => {
            const text = `services:
  php:
    image: php # PHP_INI_MEMORY_LIMIT: 1
    environment:
      PHP_INI_MEMORY_LIMIT: 1G # enough
      "PHP_INI_OPCACHE__ENABLE": 1
      PHP_INI_SESSION__SAVE_PATH: 'tcp://h:1?a=b'
      PHP_INI_ERROR_REPORTING: E_ALL & ~E_NOTICE
      PHP_INI_DIR: /x
      PHP_POST_MAX_SIZE: \${SIZE:-1M}
      PHP_INI_ERROR_LOG:
  worker:
    environment:
      - PHP_LOG_ERRORS=On
      - "PHP_DATE_TIMEZONE=Europe/Berlin"
      - PHP_MEMORY_LIMIT
      - OTHER_PHP_MEMORY_LIMIT=1
`;
            assert.deepEqual(read(compose, text), {
                'service php': [
                    '5 memory_limit=1G <1G>',
                    '6 opcache.enable=1 <1>',
                    '7 session.save_path=tcp://h:1?a=b <tcp://h:1?a=b>',
                    '8 error_reporting=30711 <E_ALL & ~E_NOTICE>',
                    '11 error_log= <>',
                ],
                'service worker': ['14 log_errors=1 <On>', '15 date.timezone=Europe/Berlin <Europe/Berlin>'],
            });
        });
    });
});
