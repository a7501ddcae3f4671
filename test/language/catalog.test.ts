import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultOf, directivesOf, findDirective, isDeprecated } from '../../server/src/catalog/lookup.ts';
import { code, renderDirective } from '../../server/src/catalog/render.ts';

describe('catalogue', () => {
    it('has every session directive of PHP, and no more', () => {
        const session = (version: string) => directivesOf(version).filter(({ name }) => name.startsWith('session.'));
        assert.equal(session('7.4').length, 32);
        assert.equal(session('8.4').length, 32);
        assert.equal(session('8.5').length, 33);
        assert.equal(directivesOf('8.4').filter(({ name }) => name.startsWith('memcached.')).length, 29);
    });

    it('has complete entries', () => {
        for (const directive of directivesOf('8.5')) {
            assert.match(directive.description, /\.$/, directive.name);
            assert.match(
                directive.manual,
                /^https:\/\/www\.php\.net\/manual\/en\/[a-z.]+#ini\.[a-z.-]+$/,
                directive.name,
            );
            assert.equal(findDirective(directive.name), directive);
            if (directive.type === 'boolean') {
                assert.match(directive.default, /^[01]$/, directive.name);
            }
            if (directive.type === 'integer') {
                assert.ok(Number.isInteger(Number(directive.default)), directive.name);
            }
            if (directive.type === 'enum' && directive.default !== '') {
                assert.ok(
                    directive.values?.some(({ value }) => value === directive.default),
                    directive.name,
                );
            }
            if (directive.replacement !== undefined) {
                assert.ok(findDirective(directive.replacement), directive.name);
            }
            assert.match(renderDirective(directive, '8.4'), /Default: .*\n\n/, directive.name);
        }
    });

    it('knows what changes with the version', () => {
        const httpOnly = findDirective('session.cookie_httponly');
        const length = findDirective('session.sid_length');
        assert.ok(httpOnly && length);
        assert.equal(defaultOf(httpOnly, '8.5'), '0');
        assert.equal(defaultOf(httpOnly, '8.6'), '1');
        assert.equal(isDeprecated(length, '8.3'), false);
        assert.equal(isDeprecated(length, '8.4'), true);
        assert.equal(findDirective('Session.Name'), undefined);
    });

    it('keeps code in Markdown together', () => {
        assert.equal(code('a'), '`a`');
        assert.equal(code('a`b'), '``a`b``');
        assert.equal(code('`'), '`` ` ``');
        assert.equal(code(''), '(empty)');
        assert.equal(code('a\nb'), '`a b`');
    });
});
