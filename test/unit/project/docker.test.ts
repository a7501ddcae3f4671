import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readCompose } from '../../../server/src/phpIni/project/composeFile.ts';
import { placeForPhp } from '../../../server/src/phpIni/project/copied.ts';
import { readDockerfile } from '../../../server/src/phpIni/project/dockerfile.ts';
import { isReadByPhp } from '../../../server/src/phpIni/project/readByPhp.ts';

/** The versions of the stages, `-` for those that say none. */
function versions(text: string, args: Readonly<Record<string, string>> = {}): string {
    return readDockerfile(text, args)
        .map(({ told }) => told?.release.version ?? '-')
        .join(' ');
}

describe('a Dockerfile', () => {
    const cases: readonly (readonly [what: string, text: string, expected: string, args?: Record<string, string>])[] = [
        ['its image', 'FROM php:8.2-fpm\n', '8.2'],
        ['small letters, a platform and a name', 'from --platform=$BUILDPLATFORM php:8.1-cli as base\n', '8.1'],
        ['several stages, one on another', 'FROM node:20 AS js\nFROM php:8.2 AS base\nFROM Base\n', '- 8.2 8.2'],
        ['the default of an ARG', 'ARG PHP_VERSION=8.3\nFROM php:${PHP_VERSION}-apache\n', '8.3'],
        ['an ARG that is given', 'ARG V=8.3\nFROM php:$V-apache\n', '8.1', { V: '8.1' }],
        ['a default within FROM', 'ARG V\nFROM php:${V:-8.0}-fpm\n', '8.0'],
        ['ARGs of ARGs', 'ARG MINOR=2\nARG V=8.${MINOR}\nFROM "php:${V}"\n', '8.2'],
        ['an ARG without a value', 'ARG V\nFROM php:${V}-fpm\n', '-'],
        [
            'packages of Debian',
            'FROM debian\nRUN apt-get update && \\\n  apt-get install -y php8.2-fpm php8.2-cli\n',
            '8.2',
        ],
        ['packages of Alpine', 'FROM alpine:3.19\nRUN apk add --no-cache php83 php83-session\n', '8.3'],
        ['packages by ARG', 'FROM ubuntu\nARG V=8.1\nRUN apt-get install php${V}-fpm\n', '8.1'],
        ['packages in some cases only', 'FROM debian\nRUN if true; then apt-get install php5.6-fpm; fi\n', '-'],
        ['PHP_VERSION', 'FROM debian:12\nENV PHP_VERSION 8.2.13\n', '8.2'],
        ['a comment between lines', 'FROM debian\nRUN apt-get install \\\n# why\n\n  php8.4-fpm\n', '8.4'],
        ['another escape', '# escape=`\nFROM debian\nRUN apt-get install `\n php8.3-fpm\n', '8.3'],
        ['the text of a here-document', 'FROM php:8.2\nCOPY <<EOF /x\nFROM php:7.4\nEOF\nRUN true\n', '8.2'],
        ['here-documents with quotes', 'FROM php:8.2\nRUN <<-"A" cat\nFROM php:5.6\nA\n', '8.2'],
        ['a byte order mark and CRLF', '\uFEFFFROM php:8.0-fpm\r\nRUN true\r\n', '8.0'],
        ['no PHP', 'FROM nginx:1.25\nCOPY . /usr/share/nginx/html\n', '-'],
        ['nothing', '', ''],
    ];
    for (const [what, text, expected, args] of cases) {
        it(`is read: ${what}`, () => {
            assert.equal(versions(text, args), expected);
        });
    }

    it('tells what it copies, and where to', () => {
        const [, stage] = readDockerfile(
            [
                'FROM php:8.2 AS base',
                'WORKDIR /srv',
                'FROM base',
                'ARG CONF=docker/php',
                'COPY --chown=www-data ${CONF}/a.ini $CONF/b.ini $PHP_INI_DIR/conf.d/',
                'COPY ["docker/c d.ini", "/usr/local/etc/php/conf.d/c.ini"]',
                'ADD https://example.org/e.ini local.ini conf/',
                'COPY --from=base /x.ini /y.ini',
                "COPY <<'EOF' /usr/local/etc/php/conf.d/f.ini",
                'a = 1',
                'EOF',
            ].join('\n'),
        );
        assert.deepEqual(stage?.copies, [
            { sources: ['docker/php/a.ini', 'docker/php/b.ini'], target: '/usr/local/etc/php/conf.d/' },
            { sources: ['docker/c d.ini'], target: '/usr/local/etc/php/conf.d/c.ini' },
            { sources: ['local.ini'], target: '/srv/conf/' },
        ]);
    });

    it('cannot fill the memory', () => {
        const doubling = Array.from({ length: 60 }, (_, index) => `ENV A${index + 1}=$A${index}$A${index}`);
        assert.equal(versions(['FROM php:8.2', 'ENV A0=xxxxxxxx', ...doubling].join('\n')), '8.2');
        const stages = Array.from({ length: 20_000 }, (_, index) => `FROM s${index} AS s${index + 1}`);
        assert.ok(readDockerfile(['FROM php:8.2 AS s0', ...stages].join('\n')).length < 1_000);
    });
});

describe('a Compose file', () => {
    it('tells images, builds and mounts of its services', () => {
        const services = readCompose(
            `
x-php: &php
  build:
    context: ./docker
    dockerfile: php/Dockerfile
    args: { PHP_VERSION: 8.2, UNKNOWN: "\${NOBODY}" }
    target: "\${STAGE:-Prod}"
services:
  web:
    <<: *php
    volumes:
      - ./docker/php/local.ini:/usr/local/etc/php/conf.d/local.ini:ro
      - data:/var/lib/data
      - /var/run
  worker:
    image: "php:\${PHP_VERSION}-cli"
    build: .
    volumes:
      - { type: bind, source: ./a, target: /b }
    configs:
      - source: ini
        target: /usr/local/etc/php/php.ini
  args-as-list:
    build: { args: ["A=1", B] }
  nothing:
configs:
  ini: { file: ./own.ini }
`,
            '/ws',
            'PHP_VERSION=8.1\n# more\nSTAGE=\n',
        );
        assert.deepEqual(services, [
            {
                name: 'web',
                build: {
                    context: '/ws/docker',
                    dockerfile: '/ws/docker/php/Dockerfile',
                    args: { PHP_VERSION: '8.2' },
                    target: 'Prod',
                },
                mounts: [{ source: '/ws/docker/php/local.ini', target: '/usr/local/etc/php/conf.d/local.ini' }],
            },
            {
                name: 'worker',
                image: 'php:8.1-cli',
                build: { context: '/ws', dockerfile: '/ws/Dockerfile', args: {} },
                mounts: [
                    { source: '/ws/a', target: '/b' },
                    { source: '/ws/own.ini', target: '/usr/local/etc/php/php.ini' },
                ],
            },
            {
                name: 'args-as-list',
                build: { context: '/ws', dockerfile: '/ws/Dockerfile', args: { A: '1' } },
                mounts: [],
            },
        ]);
    });

    const bomb = ['a: &a0 [x]', ...Array.from({ length: 30 }, (_, i) => `b${i}: &a${i + 1} [*a${i}, *a${i}]`)].join(
        '\n',
    );
    for (const [what, text] of Object.entries({
        'is empty': '',
        'is no YAML': 'services: [',
        'is a template': '{% if x %}\nservices:\n  web: {{ image }}\n',
        'has services of no form': 'services: [a, b]\n',
        'is of several documents': 'a: 1\n---\nb: 2\n',
        'names what is not there': 'services: *nowhere\n',
        'would fill the memory': `${bomb}\nservices: {}\n`,
    })) {
        it(`says nothing where it ${what}`, () => {
            assert.deepEqual(readCompose(text, '/ws'), []);
        });
    }

    it('is taken as far as it is of its form', () => {
        const text = 'services:\n  odd: 7\n  php:\n    image: php:8.2\n    volumes: 3\n    build: [1]\n';
        assert.deepEqual(readCompose(text, '/ws'), [{ name: 'php', image: 'php:8.2', mounts: [] }]);
    });
});

describe('a file in a container', () => {
    for (const path of [
        '/usr/local/etc/php/php.ini',
        '/usr/local/etc/php/conf.d/zz-own.ini',
        '/usr/local/etc/php/app.conf.d/10-app.ini',
        '/etc/php/8.2/fpm/conf.d/99-own.ini',
        '/etc/php/8.2/mods-available/own.ini',
        '/etc/php82/conf.d/own.ini',
        '/etc/php.d/own.ini',
        '/opt/bitnami/php/etc/conf.d/own.ini',
        '/usr/local/lsws/lsphp81/etc/php/8.1/mods-available/own.ini',
        '/usr/local/lib/php.ini',
        '/etc/php-cli.ini',
    ]) {
        it(`is read by PHP: ${path}`, () => {
            assert.ok(isReadByPhp(path));
        });
    }

    for (const path of [
        '/usr/local/etc/php-fpm.d/www.conf',
        '/etc/php/8.2/fpm/pool.d/www.conf',
        '/etc/supervisor/conf.d/worker.ini',
        '/etc/supervisor.d/php-worker.ini',
        '/etc/nginx/conf.d/php.conf',
        '/etc/mysql/conf.d/my.ini',
        '/var/www/docker/php/conf.d/own.ini',
        '/app/conf.d/own.ini',
        '/etc/uwsgi/apps-enabled/php.d.ini',
        '/usr/local/etc/php/conf.d/own.ini.tpl',
    ]) {
        it(`is not read by PHP: ${path}`, () => {
            assert.ok(!isReadByPhp(path));
        });
    }

    const conf = '/usr/local/etc/php/conf.d';
    for (const [source, target, expected] of [
        ['/ws/docker/own.ini', `${conf}/zz.ini`, `${conf}/zz.ini`],
        ['/ws/docker/own.ini', `${conf}/`, `${conf}/own.ini`],
        ['/ws/docker/own.ini', conf, `${conf}/own.ini`],
        ['/ws/docker', conf, `${conf}/own.ini`],
        ['/ws/docker/', `${conf}/`, `${conf}/own.ini`],
        ['/ws', '/usr/local/etc/php', undefined],
        ['/ws/docker/*.ini', conf, `${conf}/own.ini`],
        ['/ws/*/o?n.i*', `${conf}/`, `${conf}/own.ini`],
        ['/ws/docker/*.conf', conf, undefined],
        ['/ws/doc', conf, undefined],
        ['/ws/docker/other.ini', conf, undefined],
        ['/ws/docker/own.ini', '/etc/supervisor/conf.d/', undefined],
    ] as const) {
        it(`comes from ${source} to ${target}`, () => {
            assert.equal(placeForPhp('/ws/docker/own.ini', source, target), expected);
        });
    }
});
