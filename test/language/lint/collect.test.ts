import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { UsageError } from '../../../server/src/lint/arguments.ts';
import { collect } from '../../../server/src/lint/collect.ts';

/** What a linter of php.ini has to leave alone, whatever it is called. */
const foreign: Readonly<Record<string, string>> = {
    'tox.ini': '[tox]\nenvlist = py311\n',
    'my.ini': '[mysqld]\nport = 3306\nmax_connections = 100\n',
    'supervisor/conf.d/php-worker.ini': '[program:php]\ncommand = php artisan queue:work\nautostart = true\n',
    'supervisor/php-fpm.ini': '[program:php-fpm]\ncommand = php-fpm\npriority = 5\n',
    'odbc.ini': '[MySQL]\nDriver = /usr/lib/odbc.so\nServer = db\n',
    'etc/uwsgi/apps/app.ini': '[uwsgi]\nplugins = python\nprocesses = 4\n',
    'pytest.ini': '[pytest]\ntestpaths = tests\n',
    'alembic.ini': '[alembic]\nscript_location = migrations\n',
    'nginx/nginx.conf': 'worker_processes 4;\n',
    'mosquitto.conf': 'listener 1883\n',
    'Dockerfile.node': 'FROM node\nRUN npm ci\n',
    'db/compose.yaml': 'services:\n  db:\n    image: mysql\n',
    'vendor/acme/php.ini': 'memory_limit = 1\n',
    'node_modules/x/php.ini': 'memory_limit = 1\n',
};

const ours: Readonly<Record<string, string>> = {
    'docker/php.ini': 'own.x = 1\n',
    'docker/php.ini-production': '',
    'docker/php-fpm.ini': 'memory_limit = 1G\n',
    'docker/opcache.ini': 'opcache.enable = 1\nopcache.own = 2\n',
    'docker/redis.ini': 'extension = redis\nown.x = 1\n',
    'docker/php/conf.d/zz.ini': 'session.name = A\n',
    'public/.user.ini': '',
    'public/.htaccess': 'php_value memory_limit 1G\n',
    'www.conf': '[www]\nphp_value[memory_limit] = 1G\n',
    Dockerfile: 'FROM php\nENV PHP_INI_MEMORY_LIMIT=1G\n',
    'docker-compose.override.yml': 'services:\n  php:\n    environment:\n      PHP_MEMORY_LIMIT: 1G\n',
};

describe('the files that the linter takes', () => {
    let folder: string;

    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'php-ini-lint-'));
        for (const [path, text] of Object.entries({ ...foreign, ...ours })) {
            await mkdir(dirname(join(folder, path)), { recursive: true });
            await writeFile(join(folder, path), text);
        }
        await mkdir(join(folder, 'enabled.d'));
        await symlink(join(folder, 'docker/redis.ini'), join(folder, 'enabled.d/20-redis.ini'));
        await symlink(join(folder, 'nowhere'), join(folder, 'enabled.d/gone.ini'));
        await symlink(folder, join(folder, 'docker/again'));
        await writeFile(join(folder, 'docker/huge.ini'), 'memory_limit = 1\n'.repeat(70_000));
    });

    after(async () => {
        await rm(folder, { recursive: true });
    });

    it('are those of PHP below a folder, and none of others', async () => {
        const found = (await collect([folder])).map(({ path }) => relative(folder, path));
        assert.deepEqual(found.sort(), [...Object.keys(ours), 'enabled.d/20-redis.ini'].sort());
    });

    it('are all that were named, once', async () => {
        const named = ['tox.ini', 'docker/huge.ini', 'docker/php.ini'].map(path => join(folder, path));
        const found = await collect([...named, named[0] ?? '', join(folder, 'docker')]);
        const paths = found.map(({ path }) => relative(folder, path));
        assert.deepEqual(paths.slice(0, 3), ['tox.ini', 'docker/huge.ini', 'docker/php.ini']);
        assert.equal(new Set(paths).size, paths.length);
    });

    it('know whether they lie right in a folder that was named', async () => {
        const found = await collect([`${join(folder, 'docker')}/`]);
        const named = found.filter(({ isOfNamed }) => isOfNamed === true).map(({ path }) => relative(folder, path));
        assert.deepEqual(named.sort(), [
            'docker/opcache.ini',
            'docker/php-fpm.ini',
            'docker/php.ini',
            'docker/redis.ini',
        ]);
    });

    it('have to be there', async () => {
        await assert.rejects(collect([join(folder, 'no.ini')]), UsageError);
    });
});
