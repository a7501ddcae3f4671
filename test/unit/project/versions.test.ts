import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allowedReleases } from '../../../server/src/phpIni/project/constraint.ts';
import { readComposer } from '../../../server/src/phpIni/project/composerFile.ts';
import { imageVersion } from '../../../server/src/phpIni/project/imageVersion.ts';
import { readPhpVersionFile, readToolVersions } from '../../../server/src/phpIni/project/versionFiles.ts';
import { versionInPath } from '../../../server/src/phpIni/project/versionInPath.ts';
import { anyOf, exactRelease, type PhpRelease, releaseOf } from '../../../server/src/phpIni/versions.ts';

/** `8.2`; `8.5 of 8.0-8.5` where it may be others; empty where nothing is said. */
function words(release: PhpRelease | undefined): string {
    const { version = '', possible = [] } = release ?? {};
    return possible.length > 1 ? `${version} of ${possible.at(0) ?? ''}-${possible.at(-1) ?? ''}` : version;
}

/** A test for each: what the text says. */
function table(read: (text: string) => PhpRelease | undefined, cases: Readonly<Record<string, string>>): void {
    for (const [text, expected] of Object.entries(cases)) {
        it(`${expected === '' ? 'says nothing' : expected}: ${JSON.stringify(text)}`, () => {
            assert.equal(words(read(text)), expected);
        });
    }
}

describe('the version that a text is', () => {
    table(releaseOf, {
        '8.2': '8.2',
        ' 8.2.13\n': '8.2',
        'v8.3.0-dev': '8.3',
        'php-8.1.2': '8.1',
        '8.4.28-1+deb13': '8.4',
        '8': '8.5 of 8.0-8.5',
        '7': '7.4',
        '5': '5.6',
        '5.3.29': '5.3',
        '8.6': '8.6',
        '6.0': '',
        '7.5': '',
        '3.18': '',
        '8.10': '',
        '82': '',
        latest: '',
        '': '',
    });

    it('is any of several, the oldest that is proven first', () => {
        const some = (...versions: [string, string][]) =>
            anyOf(versions.flatMap(([major, minor]) => exactRelease(major, minor) ?? []));
        assert.equal(words(some(['8', '2'], ['7', '3'], ['8', '1'])), '8.1 of 7.3-8.2');
        assert.equal(words(some(['7', '1'], ['5', '6'])), '7.1 of 5.6-7.1');
        assert.equal(words(some(['8', '2'], ['8', '2'])), '8.2');
        assert.equal(anyOf([]), undefined);
    });
});

describe('the version of an image', () => {
    table(imageVersion, {
        'php:8.2': '8.2',
        'php:8.2.13-fpm-alpine3.18': '8.2',
        'PHP:8.1-apache@sha256:0123': '8.1',
        'docker.io/library/php:8.3-cli': '8.3',
        'localhost:5000/php:7.4-fpm': '7.4',
        'php:8-fpm': '8.5 of 8.0-8.5',
        'php:7-apache': '7.4',
        'php:5.6-fpm': '5.6',
        'wordpress:6.4-php8.2-apache': '8.2',
        'drupal:10-php8.1': '8.1',
        'dunglas/frankenphp:1.2-php8.3-bookworm': '8.3',
        'webdevops/php-nginx:8.3-alpine': '8.3',
        'wodby/php:8.1-dev-4': '8.1',
        'laradock/php-fpm:latest-8.2': '8.2',
        'devilbox/php-fpm-8.2': '8.2',
        'uselagoon/php-8.4-cli:latest': '8.4',
        'markoshust/magento-php:8.3-fpm-4': '8.3',
        'laravelsail/php82-composer:latest': '8.2',
        'registry.example/php/8.1:stable': '8.1',
        'php:latest': '',
        'php:fpm-alpine': '',
        php: '',
        'phpmyadmin:5.2': '',
        'phpmyadmin/phpmyadmin:5.2.1-apache': '',
        'dockage/phppgadmin:7.2': '',
        'trafex/php-nginx:3.5.0': '',
        'company/php-shop:5.3': '',
        'mysql:8.0': '',
        'node:8.2': '',
        'datadog/dd-trace-ci:php-redis-5.0': '',
        'composer:2.5': '',
        '': '',
    });
});

describe('the version in a path', () => {
    table(path => versionInPath(path)?.release, {
        '/etc/php/8.3/fpm/php.ini': '8.3',
        '/etc/php81/conf.d/00_session.ini': '8.1',
        '/ws/docker/php-fpm/php8.4.ini': '8.4',
        '/ws/8/orig/php-8.1.ini-production': '8.1',
        '/ws/php/7.4/php.ini': '7.4',
        '/ws/php83/php.ini': '8.3',
        '/ws/php-8.2-fpm/conf.d/x.ini': '8.2',
        '/ws/8.2-apache/php.ini': '8.2',
        '/usr/local/lsws/lsphp81/etc/php.ini': '8.1',
        'C:\\php8.2\\php.ini': '8.2',
        '/etc/php7/conf.d/x.ini': '7.4 of 7.0-7.4',
        '/etc/php8/php.ini': '8.5 of 8.0-8.5',
        '/etc/php5/apache2/php.ini': '5.6 of 5.0-5.6',
        '/ws/7.4/php8.3/php.ini': '8.3',
        '/ws/wordpress/5.6/php.ini': '',
        '/ws/mysql/8.0/php.ini': '',
        '/ws/docker/php/php.ini': '',
        '/ws/1.2/php.ini': '',
        '/ws/php2024/php.ini': '',
        '/ws/docker-nginx-php8-mysql/php.ini': '',
        '/ws/session-5.3.ini': '',
    });
});

describe('what a constraint of Composer allows', () => {
    table(allowedReleases, {
        '^8.1': '8.1 of 8.1-8.5',
        '^7.2 || ^8.0': '7.4 of 7.4-8.5',
        '^7.2|^8.1': '7.4 of 7.4-8.5',
        '>=7.1': '7.4 of 7.4-8.5',
        '>= 8.2': '8.2 of 8.2-8.5',
        '>8.1': '8.1 of 8.1-8.5',
        '~8.1': '8.1 of 8.1-8.5',
        '~8.1.3': '8.1',
        '8.2.*': '8.2',
        '8.*': '8.0 of 8.0-8.5',
        '8.3': '8.3',
        '>=8.0 <8.3': '8.0 of 8.0-8.2',
        '>=8.0,<8.2.5': '8.0 of 8.0-8.2',
        '7.4 - 8.1': '7.4 of 7.4-8.1',
        '~7.4.0 || ~8.0.0 || ~8.1.0': '7.4 of 7.4-8.1',
        '^8.1@dev': '8.1 of 8.1-8.5',
        '>=8.1 !=8.1.4': '8.1 of 8.1-8.5',
        '<=8.0': '7.4 of 7.4-8.0',
        '^5.6': '5.6',
        '~7.2.0': '7.2',
        '>=5.3 <7.0': '5.6',
        '*': '',
        '': '',
        'dev-main': '',
        '^9.0': '',
        '8.x || nonsense': '8.0 of 8.0-8.5',
    });
});

describe('what a composer.json says', () => {
    table(text => readComposer(text)?.release, {
        '{"config":{"platform":{"php":"8.2.4"}},"require":{"php":"^7.4"}}': '8.2',
        '{"require":{"php":"^8.1"}}': '8.1 of 8.1-8.5',
        '\uFEFF{"require":{"php":"8.3.*"}}': '8.3',
        '{"config":{"platform":{"php":false}},"require":{"php":"~8.0.0"}}': '8.0',
        '{"config":[],"require":{"php":8}}': '',
        '{"require":{"ext-redis":"*"}}': '',
        '{"require-dev":{"php":"^8.1"}}': '',
        '[]': '',
        '{"require":': '',
        '': '',
    });
});

describe('what a .php-version says', () => {
    table(text => readPhpVersionFile(text)?.release, {
        '8.2\n': '8.2',
        '# ours\n\nphp-8.1.3 # since June\r\n': '8.1',
        '8.3.1\n8.2\n': '8.3',
        'system\n': '',
        '': '',
    });
});

describe('what a .tool-versions says', () => {
    table(text => readToolVersions(text)?.release, {
        'nodejs 20.1.0\nphp 8.2.13 8.1.0\n': '8.2',
        'php\t8.3 # ours\n': '8.3',
        'php system\nphp 8.1.2\n': '8.1',
        'phpunit 10.5\nnodejs 8.2\n': '',
        'php ref:main\n': '',
        '': '',
    });
});
