import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { relative } from 'node:path';
import { describe, it } from 'mocha';
import { findPhp, isUsedByPhp } from '../../../server/src/phpIni/project/project.ts';
import { ProjectFiles } from '../../../server/src/phpIni/project/projectFiles.ts';
import { temporaryProject } from './temporaryProject.ts';

type Files = Readonly<Record<string, string>>;

/** `8.2 docker/Dockerfile`: the version, and the file that says so; empty where nothing does. */
async function found(files: Files, file: string): Promise<string> {
    await using project = await temporaryProject({ ...files, [file]: files[file] ?? '' });
    const told = await findPhp(project.path(file), [project.folder]);
    return told ? `${told.release.version} ${relative(project.folder, told.file)}` : '';
}

const composer = (constraint: string): string => JSON.stringify({ require: { php: constraint } });

/** One file of each kind, each with another version, in the order in which they are believed. */
const kinds: Files = {
    Dockerfile: 'FROM php:8.0-fpm\n',
    'compose.yaml': 'services: { php: { image: "php:8.1-fpm" } }\n',
    'composer.json': JSON.stringify({ config: { platform: { php: '8.2.1' } }, require: { php: '^7.4' } }),
    '.php-version': '8.3\n',
    '.tool-versions': 'php 8.5.1\n',
};

describe('which PHP reads a file', () => {
    const names = Object.keys(kinds);
    for (const [index, name] of names.entries()) {
        it(`is said by ${name}, where nothing before it does`, async () => {
            const rest = Object.fromEntries(names.slice(index).map(one => [one, kinds[one] ?? '']));
            const version = ['8.0', '8.1', '8.2', '8.3', '8.5'][index];
            assert.equal(await found(rest, 'conf/php.ini'), `${version} ${name}`);
            assert.equal(await found(rest, 'php.ini'), `${version} ${name}`);
        });
    }

    const cases: readonly (readonly [what: string, files: Files, file: string, expected: string])[] = [
        ['nothing', {}, 'php.ini', ''],
        ['files that say nothing', { Dockerfile: 'FROM nginx\n', 'composer.json': '{}' }, 'php.ini', ''],
        [
            'the nearest of a kind',
            { Dockerfile: 'FROM php:8.0\n', 'docker/Dockerfile': 'FROM php:8.2\n' },
            'docker/conf/x.ini',
            '8.2 docker/Dockerfile',
        ],
        [
            'a kind that is farther, but believed more',
            { Dockerfile: 'FROM php:8.0\n', 'docker/composer.json': composer('^8.2') },
            'docker/x.ini',
            '8.0 Dockerfile',
        ],
        ['the path, where nothing else does', {}, 'docker/php83/php.ini', '8.3 docker/php83/php.ini'],
        [
            'a version in the path that is nearer to the file',
            { Dockerfile: 'FROM php:8.0\n', 'composer.json': composer('^7.4') },
            'docker/8.3/php.ini',
            '8.3 docker/8.3/php.ini',
        ],
        ['its own name', { 'php-fpm/Dockerfile': 'FROM php:8.0\n' }, 'php-fpm/php8.4.ini', '8.4 php-fpm/php8.4.ini'],
        [
            'the Dockerfile in a folder that is called otherwise',
            { 'php83/Dockerfile': 'FROM php:8.2\n' },
            'php83/php.ini',
            '8.2 php83/Dockerfile',
        ],
        [
            'the Dockerfile that copies it, before its path',
            { Dockerfile: 'FROM php:8.2\nCOPY docker/php83/php.ini /usr/local/etc/php/\n' },
            'docker/php83/php.ini',
            '8.2 Dockerfile',
        ],
        [
            'the stage that copies it',
            {
                Dockerfile:
                    'FROM php:8.1 AS dev\nCOPY conf/dev.ini $PHP_INI_DIR/conf.d/\nFROM php:8.3\nCOPY conf/app.ini $PHP_INI_DIR/conf.d/\n',
            },
            'conf/dev.ini',
            '8.1 Dockerfile',
        ],
        [
            'the folder that it is copied to',
            { Dockerfile: 'FROM ubuntu\nCOPY php.ini /etc/php/8.3/cli/conf.d/99-sail.ini\n' },
            'php.ini',
            '8.3 Dockerfile',
        ],
        [
            'the service that mounts it, of several',
            {
                'docker-compose.yml': [
                    'services:',
                    '  old: { image: "php:7.4-fpm" }',
                    '  new:',
                    '    image: php:8.3-fpm',
                    '    volumes: ["./docker/php:/usr/local/etc/php/conf.d"]',
                    '  db: { image: "mysql:8.0" }',
                    '  admin: { image: "phpmyadmin:5.2" }',
                ].join('\n'),
            },
            'docker/php/local.ini',
            '8.3 docker-compose.yml',
        ],
        [
            'the arguments with which a service builds',
            {
                'docker-compose.yml':
                    'services:\n  php:\n    build: { context: docker/php, args: { V: "${PHP:-8.2}" } }\n',
                'docker/php/Dockerfile': 'ARG V=7.4\nFROM php:${V}-fpm\n',
            },
            'docker/php/own.ini',
            '8.2 docker/php/Dockerfile',
        ],
        [
            'the .env beside a Compose file',
            { '.env': 'PHP=8.1\n', 'compose.yml': 'services: { php: { image: "php:${PHP}-fpm" } }\n' },
            'conf/php.ini',
            '8.1 compose.yml',
        ],
        [
            'a Dockerfile elsewhere that a service builds',
            {
                'compose.yml': 'services:\n  php:\n    build: { context: ., dockerfile: build/php.Dockerfile }\n',
                'build/php.Dockerfile': 'FROM php:8.4-fpm\n',
            },
            'conf/own.ini',
            '8.4 build/php.Dockerfile',
        ],
        [
            'the folder that a service is built from',
            { 'compose.yml': 'services: { app: { build: { context: ./vendor/laravel/sail/runtimes/8.3 } } }\n' },
            'conf/own.ini',
            '8.3 compose.yml',
        ],
        [
            'the plain one of several Dockerfiles',
            { Dockerfile: 'FROM php:8.3\n', 'Dockerfile.old': 'FROM php:7.4\n', 'php.Dockerfile': 'FROM php:8.1\n' },
            'php.ini',
            '8.3 Dockerfile',
        ],
        ['no template of a Dockerfile', { 'Dockerfile.j2': 'FROM php:8.3\n' }, 'php.ini', ''],
        ['an older version', { Dockerfile: 'FROM php:5.6-apache\n' }, 'php.ini', '5.6 Dockerfile'],
        ['a newer version', { Dockerfile: 'FROM php:8.7-rc-fpm\n' }, 'php.ini', '8.7 Dockerfile'],
        ['the folder of a distribution', {}, 'etc/php/8.2/fpm/php.ini', '8.2 etc/php/8.2/fpm/php.ini'],
    ];
    for (const [what, files, file, expected] of cases) {
        it(`is said by: ${what}`, async () => {
            assert.equal(await found(files, file), expected);
        });
    }

    it('may be several, where they are all as good', async () => {
        const files = { 'Dockerfile-7.4': 'FROM php:7.4\n', 'Dockerfile-8.2': 'FROM php:8.2\n' };
        await using project = await temporaryProject(files);
        const told = await findPhp(project.path('own.ini'), [project.folder]);
        assert.deepEqual(told?.release, { version: '7.4', possible: ['7.4', '8.2'] });
    });
});

describe('what is read for it', () => {
    it('lies in the workspace', async () => {
        await using project = await temporaryProject({
            Dockerfile: 'FROM php:8.0\n',
            'outside/composer.json': composer('~8.1.0'),
            'workspace/sub/php.ini': '',
            'workspace/compose.yml': 'services: { php: { build: ../outside } }\n',
            'outside/Dockerfile': 'FROM php:8.3\n',
        });
        const workspace = project.path('workspace');
        assert.equal(await findPhp(project.path('workspace/sub/php.ini'), [workspace]), undefined);
        assert.equal(await findPhp(project.path('outside/php.ini'), [workspace]), undefined);
        const both = await findPhp(project.path('workspace/sub/php.ini'), [workspace, project.path('outside')]);
        assert.equal(both?.release.version, '8.3', 'a workspace may have several folders');
    });

    it('lies there also by the links on the way', async () => {
        await using project = await temporaryProject({
            'outside/Dockerfile': 'FROM php:8.3\n',
            'workspace/php.ini': '',
        });
        await symlink(project.path('outside/Dockerfile'), project.path('workspace/Dockerfile'));
        await symlink(project.path('outside'), project.path('workspace/linked'));
        const files = new ProjectFiles([project.path('workspace')]);
        assert.equal(await files.text(project.path('workspace/Dockerfile')), undefined);
        assert.equal(await files.text(project.path('workspace/linked/Dockerfile')), undefined);
        assert.deepEqual(await files.names(project.path('workspace/linked')), []);
        assert.equal(await findPhp(project.path('workspace/php.ini'), [project.path('workspace')]), undefined);
    });

    it('may be a workspace that is a link itself', async () => {
        await using project = await temporaryProject({ 'real/Dockerfile': 'FROM php:8.3\n' });
        await symlink(project.path('real'), project.path('link'));
        const told = await findPhp(project.path('link/php.ini'), [project.path('link')]);
        assert.equal(told?.release.version, '8.3');
    });

    it('is neither large, nor a folder, nor a pipe', async () => {
        await using project = await temporaryProject({ 'composer.json': composer('~8.2.0') + ' '.repeat(600_000) });
        await mkdir(project.path('Dockerfile'));
        execFileSync('mkfifo', [project.path('.php-version')]);
        assert.equal(await findPhp(project.path('php.ini'), [project.folder]), undefined);
    });

    it('is no more than so many files', async () => {
        await using project = await temporaryProject(
            Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, 'x'])),
        );
        const files = new ProjectFiles([project.folder]);
        const read = await Promise.all(
            Array.from({ length: 300 }, (_, index) => files.text(project.path(`${index}.txt`))),
        );
        assert.equal(read.filter(text => text !== undefined).length, 200);
        assert.equal(await files.text(project.path('0.txt')), 'x', 'one that was read already');
    });
});

describe('a file is used by PHP', () => {
    const cases: readonly (readonly [what: string, files: Files, file: string, expected: boolean])[] = [
        [
            'copied',
            { Dockerfile: 'FROM php:8.2\nCOPY conf/own.ini /usr/local/etc/php/conf.d/\n' },
            'conf/own.ini',
            true,
        ],
        [
            'copied from the folder of the Dockerfile',
            { 'docker/Dockerfile': 'FROM php\nCOPY own.conf $PHP_INI_DIR/conf.d/own.ini\n' },
            'docker/own.conf',
            true,
        ],
        [
            'copied with its folder',
            { Dockerfile: 'FROM x\nADD docker/conf /usr/local/etc/php/conf.d\n' },
            'docker/conf/a.ini',
            true,
        ],
        ['copied by a pattern', { Dockerfile: 'FROM x\nCOPY *.ini /etc/php.d/\n' }, 'a.ini', true],
        [
            'copied from the context of a service',
            {
                'compose.yml': 'services: { a: { build: { context: app, dockerfile: ../d/Dockerfile } } }\n',
                'd/Dockerfile': 'FROM x\nCOPY b.ini /etc/php82/conf.d/\n',
            },
            'app/b.ini',
            true,
        ],
        [
            'mounted as php.ini',
            { 'compose.yml': 'services:\n  a: { volumes: ["./some.ini:/usr/local/etc/php/php.ini:ro"] }\n' },
            'some.ini',
            true,
        ],
        [
            'mounted from above',
            {
                'compose.yml':
                    'services:\n  a:\n    volumes:\n      - { type: bind, source: ./c/x.ini, target: /etc/php.d/x.ini }\n',
            },
            'c/x.ini',
            true,
        ],
        ['copied elsewhere', { Dockerfile: 'FROM x\nCOPY a.ini /etc/supervisor/conf.d/\n' }, 'a.ini', false],
        ['copied with all', { Dockerfile: 'FROM x\nCOPY . /var/www/html\n' }, 'docker/php/conf.d/a.ini', false],
        ['another file', { Dockerfile: 'FROM x\nCOPY b.ini /etc/php.d/\n' }, 'a.ini', false],
        [
            'copied from a stage',
            { Dockerfile: 'FROM x\nCOPY --from=y a.ini /usr/local/etc/php/conf.d/\n' },
            'a.ini',
            false,
        ],
        [
            'of the folder beside',
            { Dockerfile: 'FROM x\nCOPY docker/a /usr/local/etc/php/conf.d/\n' },
            'docker/ab/x.ini',
            false,
        ],
        ['alone', {}, 'a.ini', false],
    ];
    for (const [what, files, file, expected] of cases) {
        it(`${expected ? 'where it is' : 'not where it is'} ${what}`, async () => {
            await using project = await temporaryProject({ ...files, [file]: '' });
            assert.equal(await isUsedByPhp(project.path(file), [project.folder]), expected);
        });
    }
});
