import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Directive } from '../../../server/src/catalog/directive.ts';
import {
    defaultOf,
    directiveNames,
    directivesOf,
    findDirective,
    findSimilar,
    isDeprecated,
    isKnown,
    isRefused,
    isRemoved,
    rangeOf,
} from '../../../server/src/catalog/lookup.ts';
import { code, renderDirective, writtenDefault } from '../../../server/src/catalog/render.ts';

const versions = ['7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5', '8.6'] as const;

function directive(name: string): Directive {
    const found = findDirective(name);
    assert.ok(found, name);
    return found;
}

function namesIn(version: string, prefix: string): string[] {
    return directivesOf(version)
        .map(({ name }) => name)
        .filter(name => name.startsWith(prefix));
}

describe('catalogue', () => {
    describe('look-up', () => {
        it('has every session directive of PHP, and no more', () => {
            assert.equal(namesIn('7.4', 'session.').length, 32);
            assert.equal(namesIn('8.4', 'session.').length, 32);
            assert.equal(namesIn('8.5', 'session.').length, 33);
            assert.equal(namesIn('8.4', 'memcached.').length, 29);
        });

        it('tells capitals from small letters, and finds what was meant', () => {
            assert.equal(findDirective('Session.Name'), undefined);
            assert.equal(findSimilar('Session.Name')?.name, 'session.name');
            assert.equal(findSimilar('smtp')?.name, 'SMTP');
            assert.equal(findSimilar('session.nam'), undefined);
        });

        it('does not take what every object has for a directive', () => {
            for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
                assert.equal(findDirective(name), undefined, name);
                assert.equal(findSimilar(name), undefined, name);
            }
        });

        it('gives the same object each time', () => {
            assert.equal(findDirective('memory_limit'), findDirective('memory_limit'));
            assert.equal(directivesOf('8.4'), directivesOf('8.4'));
        });

        it('knows which version has a directive', () => {
            assert.deepEqual(
                versions.filter(version => isKnown(directive('session.cookie_partitioned'), version)),
                ['8.5', '8.6'],
            );
            assert.deepEqual(
                versions.filter(version => isRemoved(directive('mbstring.func_overload'), version)),
                ['8.0', '8.1', '8.2', '8.3', '8.4', '8.5', '8.6'],
            );
            assert.equal(isKnown(directive('disable_classes'), '8.4'), true);
            assert.equal(isKnown(directive('disable_classes'), '8.5'), false);
            assert.equal(isKnown(directive('session.hash_function'), '7.4'), false);
            // An extension that PHP 8 cannot load has it, and no other.
            assert.equal(isKnown(directive('xdebug.remote_enable'), '7.4'), true);
            assert.equal(isKnown(directive('xdebug.remote_enable'), '8.0'), false);
            // Of builds, not of versions: php-wasm's 8.5 was built without them.
            assert.equal(isKnown(directive('pcre.jit'), '8.5'), true);
            assert.equal(isKnown(directive('zend.max_allowed_stack_size'), '8.5'), true);
            assert.equal(isKnown(directive('zend.max_allowed_stack_size'), '8.2'), false);
        });

        it('knows the default of each version', () => {
            const defaults = (name: string) => versions.map(version => defaultOf(directive(name), version));
            assert.deepEqual(defaults('session.cookie_httponly'), ['0', '0', '0', '0', '0', '0', '0', '1']);
            assert.deepEqual(defaults('date.timezone'), ['', '', '', 'UTC', 'UTC', 'UTC', 'UTC', 'UTC']);
            assert.deepEqual(defaults('register_argc_argv'), ['1', '1', '1', '1', '1', '1', '0', '0']);
            assert.equal(directive('extension_dir').dependsOnBuild, true);
        });

        it('knows what is deprecated', () => {
            assert.equal(isDeprecated(directive('session.sid_length'), '8.3'), false);
            assert.equal(isDeprecated(directive('session.sid_length'), '8.4'), true);
            assert.equal(isDeprecated(directive('assert.active'), '8.3'), true);
        });

        it('knows since when a range counts', () => {
            assert.deepEqual(rangeOf(directive('session.gc_divisor'), '8.4'), { minimum: 1, maximum: Infinity });
            assert.deepEqual(rangeOf(directive('session.gc_divisor'), '8.3'), {
                minimum: -Infinity,
                maximum: Infinity,
            });
            assert.deepEqual(rangeOf(directive('session.sid_length'), '7.4'), { minimum: 22, maximum: 256 });
        });

        it('knows what PHP does not start with', () => {
            const globals = directive('register_globals');
            for (const value of ['1', '7', ' 1', '-1']) {
                assert.equal(isRefused(globals, '8.4', value), true, value);
            }
            for (const value of ['0', '', 'abc', '0x']) {
                assert.equal(isRefused(globals, '8.4', value), false, value);
            }
            assert.equal(isRefused(directive('track_errors'), '7.4', '1'), false);
            assert.equal(isRefused(directive('track_errors'), '8.0', '1'), true);
            assert.equal(isRefused(directive('y2k_compliance'), '8.4', '1'), false);
        });
    });

    describe('entries', () => {
        it('cover the extensions that ship with PHP, and those for clusters', () => {
            const extensions = new Set(directiveNames().map(name => directive(name).extension));
            for (const extension of [
                ...[
                    'core',
                    'standard',
                    'session',
                    'date',
                    'pcre',
                    'mbstring',
                    'zend opcache',
                    'openssl',
                    'curl',
                    'mysqli',
                ],
                ...[
                    'pgsql',
                    'ldap',
                    'odbc',
                    'soap',
                    'phar',
                    'zlib',
                    'intl',
                    'apache2handler',
                    'cgi-fcgi',
                    'com_dotnet',
                ],
                ...['memcached', 'memcache', 'redis', 'igbinary', 'msgpack', 'apcu', 'xdebug'],
            ]) {
                assert.ok(extensions.has(extension), extension);
            }
            assert.ok(directiveNames().length > 600);
        });

        for (const version of versions) {
            it(`are complete in ${version}`, () => {
                for (const known of directivesOf(version)) {
                    assert.match(known.description, /[.)]$/, known.name);
                    assert.match(known.manual, /^https:\/\/[\w.-]+\/[\w./-]*(?:#[\w.-]+)?$/, known.name);
                    assert.equal(findDirective(known.name), known);
                    if (known.type === 'boolean') {
                        assert.match(defaultOf(known, version), /^[01]$/, known.name);
                        assert.match(writtenDefault(known, version), /^(?:On|Off)$/, known.name);
                    }
                    if (known.replacement !== undefined) {
                        assert.ok(findDirective(known.replacement), known.name);
                    }
                }
            });
        }

        it('mention no directive that there is none of', () => {
            const prefixes = new Set(
                directiveNames().flatMap(name => (name.includes('.') ? [name.split('.')[0]] : [])),
            );
            const files = /\.(?:ini|php|so|xml|sh|conf)$/;
            for (const name of directiveNames()) {
                const { description, notes = [] } = directive(name);
                const texts = [description, ...notes.map(({ text }) => text)].join(' ');
                for (const [, mentioned = ''] of texts.matchAll(/`([a-z][a-z\d_]*(?:\.[a-z\d_]+)+)`/g)) {
                    if (prefixes.has(mentioned.split('.')[0]) && !files.test(mentioned)) {
                        const isGroup = directiveNames().some(other => other.startsWith(`${mentioned}.`));
                        assert.ok(isGroup || findDirective(mentioned), `${name} mentions ${mentioned}`);
                    }
                }
            }
        });
    });

    describe('rendering', () => {
        it('says what a directive is', () => {
            const text = renderDirective(directive('session.gc_maxlifetime'), '8.4');
            assert.match(text, /Type: whole number \(seconds\) \u00b7 Default: `1440` \u00b7 May be set: anywhere/);
            assert.match(
                text,
                /\[Manual\]\(https:\/\/www\.php\.net\/manual\/en\/session\.configuration\.php#ini\.session\.gc-maxlifetime\)$/,
            );
        });

        it('says first what does not work', () => {
            assert.match(renderDirective(directive('session.hash_function'), '8.4'), /^\*\*PHP 8\.4 ignores it\*\*/);
            assert.match(
                renderDirective(directive('register_globals'), '8.4'),
                /^\*\*PHP 8\.4 does not start\*\* where it is on/,
            );
            assert.match(renderDirective(directive('session.sid_length'), '8.4'), /^\*\*Deprecated\*\* since PHP 8\.4/);
            assert.match(renderDirective(directive('session.sid_length'), '8.3'), /Deprecated from PHP 8\.4 on/);
            assert.match(renderDirective(directive('zend_extension_ts'), '8.4'), /Use `zend_extension`/);
        });

        it('claims no default of what nobody could measure', () => {
            assert.doesNotMatch(renderDirective(directive('register_globals'), '8.4'), /Default/);
            assert.match(renderDirective(directive('extension_dir'), '8.4'), /Default: set when PHP is built/);
            assert.match(
                renderDirective(directive('include_path'), '8.4'),
                /Default: `\.:\/usr\/local\/lib\/php`, unless built otherwise/,
            );
        });

        it('links to nothing that the manual does not have', () => {
            assert.doesNotMatch(renderDirective(directive('register_globals'), '8.4'), /Manual/);
            assert.equal(directive('asp_tags').manual, 'https://www.php.net/manual/en/migration70.incompatible.php');
            assert.equal(
                directive('highlight.string').manual,
                'https://www.php.net/manual/en/misc.configuration.php#ini.syntax-highlighting',
            );
        });

        it('says what later versions change', () => {
            assert.match(
                renderDirective(directive('session.cookie_httponly'), '8.4'),
                /From PHP 8\.6 on the default is `On`/,
            );
            assert.doesNotMatch(renderDirective(directive('session.cookie_httponly'), '8.6'), /From PHP 8\.6/);
        });

        it('has no marks for clients without Markdown', () => {
            for (const name of directiveNames()) {
                const text = renderDirective(directive(name), '8.4', 'plaintext');
                assert.doesNotMatch(text, /`|\*\*|\]\(/, name);
                assert.ok(text.length > 0);
            }
            assert.match(
                renderDirective(directive('session.name'), '8.4', 'plaintext'),
                /\n\nhttps:\/\/www\.php\.net\/\S+$/,
            );
        });

        it('keeps code in Markdown together', () => {
            assert.equal(code('a'), '`a`');
            assert.equal(code('a`b'), '``a`b``');
            assert.equal(code('`'), '`` ` ``');
            assert.equal(code(''), '(empty)');
            assert.equal(code('a\nb'), '`a b`');
        });
    });
});
