import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { findDirective } from '../../../server/src/catalog/lookup.ts';
import { heldIn, PAGE, readAs } from './reading.ts';
import { Servers } from './serverImage.ts';

/** A small Apache with its module of PHP, which answers from /srv/www and reads what directories say of themselves. */
const MAIN = `ServerName localhost
ServerRoot /etc/apache2
PidFile /tmp/apache.pid
Listen 127.0.0.1:8099
ErrorLog /tmp/apache.log
${['mpm_prefork', 'authz_core', 'mime']
    .map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    .join('\n')}
LoadModule php_module /usr/lib/apache2/modules/libphp8.4.so
TypesConfig /etc/mime.types
User www-data
Group www-data
PHPINIDir /tmp
DocumentRoot /srv/www
Define GREETING hello
<FilesMatch "[.]php$">
    SetHandler application/x-httpd-php
</FilesMatch>
<Directory /srv/www>
    AllowOverride All
    Require all granted
</Directory>
`;

const values = [
    ...['1', '0', '2', 'on', 'On', 'ON', 'off', 'yes', 'no', 'true', 'none', 'NONE', '"none"', 'null', '128M', 'stderr'],
    ...['"on"', "'on'", '"a b"', 'a b', '""', '', '"open', "it's", 'a"b"c', '"a\\"b"', '"a\\\\b"', 'a\\b', "'a\"b'", '\\\n  a'],
    ...['E_ALL', '"E_ALL & ~E_NOTICE"', 'a#b', 'a # b', '"a"b', 'a;b', '"(a)"', '"a\\\nb"', '\t a', 'tcp://h?a=b&c'],
]; // prettier-ignore
const names = ['error_prepend_string', 'log_errors', 'error_reporting'];
const words = ['php_value', 'php_flag'];
const odd: readonly (readonly [name: string, lines: string])[] = [
    ['error_prepend_string', 'PHP_Value error_prepend_string a'],
    ['error_prepend_string', 'php_value "error_prepend_string" a'],
    ['error_prepend_string', 'php_value error_prepend_string'],
    ['error_prepend_string', 'php_value error_prepend_string a\nphp_value error_prepend_string b'],
    ['error_prepend_string', 'php_admin_value error_prepend_string a'],
    ['log_errors', 'php_admin_flag log_errors on'],
    ['expose_php', 'php_flag expose_php off'],
    ['disable_functions', 'php_value disable_functions exec'],
    ['enable_dl', 'php_value enable_dl 0'],
    ['max_file_uploads', 'php_value max_file_uploads 3'],
    ['open_basedir', 'php_value open_basedir /srv'],
    ['error_prepend_string', '<IfModule mod_php.c>\nphp_value error_prepend_string a\n</IfModule>'],
    ['error_prepend_string', '# php_value error_prepend_string a'],
];

interface Case {
    readonly name: string;
    readonly lines: string;
}

const cases: readonly Case[] = [
    ...names.flatMap(name =>
        words.flatMap(word => values.map(value => ({ name, lines: `${word} ${name} ${value}`.trimEnd() }))),
    ),
    ...odd.map(([name, lines]) => ({ name, lines })),
];

describe('what the server says of Apache’s configuration, and what Apache and its PHP do with it', () => {
    let servers: Servers;

    before(async function () {
        this.timeout(900_000);
        servers = await Servers.start();
        await servers.put({
            '/tmp/apache.conf': MAIN,
            ...Object.fromEntries(
                cases.flatMap(({ lines }, index) => [
                    [`/srv/www/${index}/get.php`, PAGE],
                    [`/srv/www/${index}/.htaccess`, `${lines}\n`],
                ]),
            ),
            '/srv/www/get.php': PAGE,
        });
    });

    after(() => servers.stop());

    it(`fails where that is said, and PHP has the values that are read, in ${cases.length} files of directories`, async () => {
        const asked = cases
            .map(
                ({ name }, index) =>
                    `curl -s "http://127.0.0.1:8099/${index}/get.php?name=${name}" | tr '\\n' ' '; echo`,
            )
            .join('\n');
        const { output } = await servers.run(
            `apache2 -f /tmp/apache.conf && until curl -s -o /dev/null http://127.0.0.1:8099/; do sleep 0.1; done
${asked}
kill $(cat /tmp/apache.pid)`,
            240_000,
        );
        const lines = output.trimEnd().split('\n');
        assert.equal(lines.length, cases.length, output.slice(0, 2000));
        const differs = cases.flatMap(({ name, lines: text }, index) => {
            const { value, said } = readAs('file:///srv/www/.htaccess', `${text}\n`, name, '8.4');
            const held = heldIn((lines[index] ?? '').trim());
            const expected = said.includes('error 500') ? undefined : heldAs(name, text, value, said);
            return expected === held
                ? []
                : [`${text}: ${String(expected)} (${said}); ${String(held)} in ${lines[index]}`];
        });
        assert.deepEqual(differs, []);
        const failed = lines.filter(line => line.includes('Internal Server Error')).length;
        assert.ok(failed > 20 && failed < cases.length / 2, `${failed} failed`);
    });

    it('does not start where that is said of a vhost', async () => {
        const vhosts = [
            'php_value memory_limit',
            'php_value memory_limit 1G # enough',
            'php_admin_value memory_limit ""',
            'php_value memory_limit 1G',
            'php_admin_value disable_functions exec',
            'php_flag log_errors yes',
        ];
        for (const line of vhosts) {
            const text = `<VirtualHost *:80>\n${line}\n</VirtualHost>\n`;
            await servers.put({ '/tmp/vhost.conf': `${MAIN}${text}` });
            const { exitCode, output } = await servers.run('apache2 -t -f /tmp/vhost.conf');
            const { said } = readAs('file:///etc/apache2/sites-enabled/shop.conf', text, '', '8.4');
            assert.equal(exitCode === 0, !said.includes('Apache does not start'), `${line}: ${said}; ${output}`);
        }
    });

    it('takes the last line of a section, whatever its word is', async () => {
        const sections = {
            'php_value error_prepend_string a\nphp_value error_prepend_string b': 'b',
            'php_admin_value error_prepend_string a\nphp_admin_value error_prepend_string b': 'b',
            'php_admin_value error_prepend_string a\nphp_value error_prepend_string b': 'b',
            'php_value error_prepend_string a\nphp_admin_value error_prepend_string b\nphp_value error_prepend_string c':
                'c',
        };
        const texts = Object.keys(sections).map((lines, index) => `<Location /s${index}>\n${lines}\n</Location>\n`);
        await servers.put({
            '/tmp/sections.conf':
                MAIN.replaceAll('8099', '8100').replace('apache.pid', 'sections.pid') + texts.join(''),
            ...Object.fromEntries(texts.map((_, index) => [`/srv/www/s${index}/get.php`, PAGE])),
        });
        const { output } = await servers.run(
            `apache2 -f /tmp/sections.conf && until curl -s -o /dev/null http://127.0.0.1:8100/; do sleep 0.1; done
            for i in $(seq 0 ${texts.length - 1}); do
                curl -s "http://127.0.0.1:8100/s$i/get.php?name=error_prepend_string"
            done
            kill $(cat /tmp/sections.pid)`,
        );
        assert.deepEqual(output.trimEnd().split('\n').map(heldIn), Object.values(sections), output);
        const read = texts.map(text => readAs('file:///etc/apache2/shop.conf', text, 'error_prepend_string', '8.4'));
        assert.deepEqual(
            read.map(({ value }) => value),
            Object.values(sections),
        );
    });
});

/** What PHP says it has, by what was read: Apache writes flags as 1 and 0, and what is ignored leaves the default. */
function heldAs(name: string, text: string, value: string | undefined, said: string): string | false | undefined {
    const directive = findDirective(name);
    if (value === undefined || said.includes('PHP ignores')) {
        return directive?.default;
    }
    return /php_flag/i.test(text) ? (/^(?:on|1)$/i.test(value) ? '1' : '0') : value;
}
