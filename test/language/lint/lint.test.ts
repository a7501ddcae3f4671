import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { AuditProfile } from '../../../server/src/phpIni/audit.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { releaseOf, UNKNOWN_RELEASE } from '../../../server/src/phpIni/versions.ts';
import type { LintResult } from '../../../server/src/lint/finding.ts';

function check(
    files: Readonly<Record<string, string>>,
    options: { php?: string; named?: string; profile?: AuditProfile } = {},
): LintResult {
    const inputs = Object.entries(files).map(([path, text]) => ({
        path,
        text,
        isOfNamed: options.named !== undefined && path.slice(0, path.lastIndexOf('/')) === options.named,
        php: releaseOf(options.php ?? '8.4') ?? UNKNOWN_RELEASE,
    }));
    return lint(inputs, {
        profile: options.profile,
        onFailure: (code, path, error) => {
            throw new Error(`${code} on ${path}`, { cause: error });
        },
    });
}

/** `path:line code` of the rules that are asked for. */
function told({ findings }: LintResult, ...codes: readonly string[]): string[] {
    return findings.filter(({ code }) => codes.includes(code)).map(({ path, line, code }) => `${path}:${line} ${code}`);
}

function held({ configurations }: LintResult): Record<string, string>[] {
    return configurations.map(({ settings }) =>
        Object.fromEntries(settings.map(({ name, value, path, line }) => [name, `${value} (${path}:${line})`])),
    );
}

describe('the linter', () => {
    it('reads a main php.ini and the folder behind it as one, in the order of the names', () => {
        const result = check({
            'php/conf.d/20-b.ini': 'memory_limit = 1G\nbase = /srv\n',
            'php/conf.d/10-a.ini': 'memory_limit = 512M\nsession.name = A\n',
            'php/php.ini': 'memory_limit = 128M\nsession.name = A\nbase = /var\nown = ${base}\n',
            'php/conf.d/30-c.ini': 'session.save_path = "${base}/sessions"\n',
        });
        assert.deepEqual(result.configurations[0]?.files, [
            'php/php.ini',
            'php/conf.d/10-a.ini',
            'php/conf.d/20-b.ini',
            'php/conf.d/30-c.ini',
        ]);
        assert.deepEqual(held(result), [
            {
                own: '/var (php/php.ini:4)',
                'session.name': 'A (php/conf.d/10-a.ini:2)',
                memory_limit: '1G (php/conf.d/20-b.ini:1)',
                base: '/srv (php/conf.d/20-b.ini:2)',
                'session.save_path': '/srv/sessions (php/conf.d/30-c.ini:1)',
            },
        ]);
        assert.deepEqual(told(result, 'overridden', 'overridden-same-value'), [
            'php/conf.d/10-a.ini:1 overridden',
            'php/php.ini:1 overridden',
            'php/php.ini:2 overridden-same-value',
            'php/php.ini:3 overridden',
        ]);
    });

    it('sorts names as PHP does: by their bytes, capitals first', () => {
        const names = ['b.ini', 'B.ini', 'a.ini', '10.ini', '9.ini', '_.ini', 'ä.ini', 'zz.ini'];
        const result = check(Object.fromEntries(names.map(name => [`conf.d/${name}`, 'own.x = 1\n'])));
        assert.deepEqual(
            result.configurations.map(({ files }) => files.map(file => file.slice('conf.d/'.length))),
            [['10.ini', '9.ini', 'B.ini', '_.ini', 'a.ini', 'b.ini', 'zz.ini', 'ä.ini']],
        );
    });

    it('reads a folder that was named as one that PHP scans, whatever it is called', () => {
        const files = { 'etc/b.ini': 'memory_limit = 1G\n', 'etc/a.ini': 'memory_limit = 2G\n' };
        assert.equal(check(files).configurations.length, 2);
        const result = check(files, { named: 'etc' });
        assert.deepEqual(
            result.configurations.map(({ files: own }) => own),
            [['etc/a.ini', 'etc/b.ini']],
        );
        assert.deepEqual(told(result, 'overridden'), ['etc/a.ini:1 overridden']);
    });

    it('takes files apart that PHP does not read together', () => {
        const result = check(
            {
                'a/php.ini': 'memory_limit = 1G\n',
                'a/opcache.ini': 'opcache.enable = 0\n',
                'b/php.ini': 'memory_limit = 2G\n',
                'b/conf.d/x.ini': 'memory_limit = 3G\n',
                'b/conf.d/.user.ini': 'memory_limit = 4G\n',
                'c/conf.d/x.ini': 'memory_limit = 5G\n',
            },
            { named: 'a' },
        );
        assert.deepEqual(
            result.configurations.map(({ files }) => files),
            [
                ['a/php.ini'],
                ['a/opcache.ini'],
                ['b/php.ini', 'b/conf.d/x.ini'],
                ['b/conf.d/.user.ini'],
                ['c/conf.d/x.ini'],
            ],
        );
        assert.deepEqual(told(result, 'overridden'), ['b/php.ini:1 overridden']);
    });

    it('goes on behind a file with an error, and ends a host with its file', () => {
        const result = check({
            'conf.d/1.ini': 'a = 1\nb = (\nc = 3\n',
            'conf.d/2.ini': '[HOST=shop.example]\nmemory_limit = 1G\n',
            'conf.d/3.ini': 'memory_limit = 2G\n',
        });
        assert.deepEqual(
            result.configurations[0]?.settings.map(({ name, value, section }) => [name, value, section]),
            [
                ['a', '1', undefined],
                ['memory_limit', '1G', 'HOST=shop.example'],
                ['memory_limit', '2G', undefined],
            ],
        );
        assert.deepEqual(told(result, 'syntax-error', 'overridden'), ['conf.d/1.ini:2 syntax-error']);
    });

    it('counts arrays and extensions over all files', () => {
        const result = check({
            'conf.d/1.ini': 'extension = redis\nown[] = a\nown[k] = b\n',
            'conf.d/2.ini': 'extension = igbinary\nextension = redis.so\nown[] = c\nown[k] = d\n',
        });
        assert.deepEqual(
            result.configurations[0]?.settings.map(({ name, value }) => `${name}=${value}`),
            ['extension=redis', 'own[0]=a', 'extension=igbinary', 'extension=redis.so', 'own[1]=c', 'own[k]=d'],
        );
        assert.deepEqual(told(result, 'extension-in-other-file'), [
            'conf.d/1.ini:1 extension-in-other-file',
            'conf.d/2.ini:2 extension-in-other-file',
        ]);
    });

    it('finds in files of others what it finds in a php.ini, at its place', () => {
        const result = check({
            'www.conf': '[www]\nphp_admin_value[memory_limit] = 1MB\n',
            'shop.conf': '<VirtualHost *:80>\n\tphp_value memory_limit "1MB"\n</VirtualHost>\n',
            'public/.htaccess': 'php_value memory_limit 1MB\n',
            Dockerfile: 'FROM php\nRUN echo "memory_limit = 1MB" > $PHP_INI_DIR/conf.d/x.ini\n',
            'compose.yaml': 'services:\n  php:\n    environment:\n      - PHP_INI_MEMORY_LIMIT=1MB\n',
            'public/.user.ini': 'memory_limit = 1MB\n',
        });
        assert.deepEqual(
            result.findings
                .filter(({ code }) => code === 'int-junk')
                .map(({ path, line, column, endColumn }) => `${path}:${line}:${column}-${endColumn}`),
            [
                'www.conf:2:33-36',
                'shop.conf:2:25-30',
                'public/.htaccess:1:24-27',
                'Dockerfile:2:26-29',
                'compose.yaml:4:30-33',
                'public/.user.ini:1:16-19',
            ],
        );
        assert.deepEqual(
            result.configurations.map(({ files }) => files),
            [['public/.user.ini']],
        );
    });

    it('says in a php.ini what beats it', () => {
        const result = check({
            'docker/php.ini': 'memory_limit = 128M\npost_max_size = 8M\nerror_log = /a\nexpose_php = On\n',
            'docker/www.conf': '[www]\nphp_admin_value[memory_limit] = 1G\nphp_value[expose_php] = Off\n',
            'docker/vhost.conf': 'php_value post_max_size 8388608\nphp_value expose_php 0\n',
            'docker/Dockerfile': 'RUN echo "error_log = /b" > /usr/local/etc/php/conf.d/x.ini\n',
            'public/.user.ini': 'memory_limit = 2G\nexpose_php = Off\n',
        });
        assert.deepEqual(
            result.findings.filter(({ code }) => code === 'beaten-elsewhere').map(({ message }) => message),
            [
                'docker/www.conf line 2 beats this for pool www: "1G"; so do 1 more.',
                'docker/Dockerfile line 1 beats this in /usr/local/etc/php/conf.d/x.ini: "/b".',
                'docker/www.conf line 3 beats this for pool www: "".',
            ],
        );
    });

    it('leaves it open which php.ini is beaten where two are as near', () => {
        const pool = '[www]\nphp_admin_value[memory_limit] = 1G\n';
        const files = { 'a/php.ini': 'memory_limit = 1M\n', 'b/php.ini': 'memory_limit = 2M\n' };
        assert.deepEqual(told(check({ ...files, 'www.conf': pool }), 'beaten-elsewhere'), []);
        assert.deepEqual(told(check({ ...files, 'a/fpm/www.conf': pool }), 'beaten-elsewhere'), [
            'a/php.ini:1 beaten-elsewhere',
        ]);
        assert.deepEqual(
            told(check({ ...files, 'public/.htaccess': 'php_value memory_limit 3M\n' }), 'beaten-elsewhere'),
            ['a/php.ini:1 beaten-elsewhere', 'b/php.ini:1 beaten-elsewhere'],
        );
    });

    it('reads as the PHP that is asked for', () => {
        const files = { 'php.ini': ']\nmbstring.func_overload = 2\n' };
        assert.deepEqual(told(check(files, { php: '8.4' }), 'syntax-error'), ['php.ini:1 syntax-error']);
        assert.deepEqual(told(check(files, { php: '8.2' }), 'syntax-error'), []);
        assert.deepEqual(check(files, { php: '8.2.36' }).files, [{ path: 'php.ini', php: '8.2' }]);
    });

    it('shows no passwords', () => {
        const secret = 'geh_eim';
        const result = check({
            'php.ini': `mysqli.default_pw = ${secret}\nsession.save_path = "tcp://h:1?auth=${secret}"\nmysqli.default_pw = ${secret}\n`,
            'conf.d/a.ini': `session.save_path = "tcp://h:2?auth=${secret}"\n`,
            'www.conf': `[www]\nphp_value[session.save_path] = "tcp://h:3?auth=${secret}"\n`,
        });
        assert.ok(result.findings.length > 1);
        assert.ok(!JSON.stringify(result).includes(secret));
    });

    it('heeds comments that switch a rule off for a line, in the words of each file', () => {
        const off = 'php-ini-disable-next-line int-junk -- wanted';
        const result = check({
            'php.ini': `; ${off}\nmemory_limit = 1MB\n`,
            'www.conf': `[www]\n; ${off}\nphp_admin_value[memory_limit] = 1MB\n`,
            '.htaccess': `# ${off}\nphp_value memory_limit 1MB\n`,
        });
        assert.deepEqual(told(result, 'int-junk'), []);
    });

    it('says what others think where somebody asks for that, of what is left to a default in a main php.ini only', () => {
        const files = {
            'php.ini': 'engine = On\n',
            'conf.d/own.ini': 'log_errors = Off\nzend.exception_ignore_args = On\n',
            'www.conf': '[www]\nphp_flag[log_errors] = off\n',
        };
        const codes = ['audit-log-errors', 'audit-allow-url-fopen', 'audit-zend-exception-ignore-args'];
        assert.deepEqual(told(check(files), ...codes), []);
        assert.deepEqual(told(check(files, { profile: 'production' }), ...codes), [
            'php.ini:1 audit-allow-url-fopen',
            'conf.d/own.ini:1 audit-log-errors',
            'www.conf:2 audit-log-errors',
        ]);
    });
});
