import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inlayHints } from '../../../server/src/service/inlayHints.ts';
import { contextOf, type ContextOptions } from '../support/cursor.ts';
import { nodeUri, phpFacts, shop } from '../support/nodes.ts';

function hintsOf(text: string, options: ContextOptions = {}, lines: [number, number] = [0, 1000]) {
    const [first, last] = lines;
    return inlayHints(contextOf(text, options), {
        start: { line: first, character: 0 },
        end: { line: last, character: 0 },
    });
}

function labels(text: string, options: ContextOptions = {}): unknown[] {
    return hintsOf(text, options).map(({ label }) => label);
}

describe('inlay hints', () => {
    it('tell what a size or a time with a unit is', () => {
        assert.deepEqual(labels('apc.shm_size = 128M'), ['= 134217728 bytes']);
        assert.deepEqual(labels('session.gc_maxlifetime = 2K'), ['= 2048 seconds']);
        const [hint] = hintsOf('apc.shm_size = 128M ; large');
        assert.deepEqual(hint, {
            position: { line: 0, character: 19 },
            label: '= 134217728 bytes',
            tooltip: 'PHP takes 128M for 134,217,728 bytes.',
            paddingLeft: true,
        });
    });

    it('tell what constants, expressions and variables are', () => {
        assert.deepEqual(labels('xdebug.halt_level = E_ALL & ~E_NOTICE', { phpVersion: '8.4' }), ['= 30711']);
        assert.deepEqual(
            hintsOf('xdebug.halt_level = E_ALL & ~E_NOTICE').map(({ tooltip }) => tooltip),
            ['PHP reads 30711: all levels but E_NOTICE'],
        );
        assert.deepEqual(labels('x = tcp://h?a&b'), ['= 0']);
        assert.deepEqual(labels('host = db\nsession.save_path = "tcp://${host}:11211"'), ['= tcp://db:11211']);
        assert.deepEqual(labels('host =\nx = "${host}"'), ['= (empty)']);
        assert.deepEqual(labels(`a = ${'x'.repeat(60)}\nb = \${a}`), [`= ${'x'.repeat(39)}\u2026`]);
    });

    it('are silent about what is obvious, unknown or secret', () => {
        for (const text of [
            'session.gc_maxlifetime = 1440',
            'session.use_strict_mode = On',
            'session.name = "APP"',
            'session.save_path = "${HOST}:11211"',
            'a = ${HOST}\nb = ${a}',
            'a = PHP_OS',
            'session.gc_maxlifetime = 1h',
            'memcache.chunk_size = 32K',
            'opcache.optimization_level = 0x7FFFBFFF',
            'unknown.size = 128M',
            '(\napc.shm_size = 128M',
            'x = geheim\nmemcached.sess_sasl_password = ${x}',
            ';apc.shm_size = 128M',
        ]) {
            assert.deepEqual(labels(text), [], text);
        }
    });

    it('are given for the lines asked for only', () => {
        const text = 'apc.shm_size = 1K\n'.repeat(100);
        const lines = hintsOf(text, {}, [10, 20]).map(({ position }) => position.line);
        assert.deepEqual(lines, [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    });

    describe('on a node', () => {
        const lifetime = 'session.gc_maxlifetime';
        const onNodes = (line: string, ...values: string[]) =>
            hintsOf(line, { uri: nodeUri, facts: shop(values.map(value => phpFacts({ [lifetime]: value }))) });

        it('tell what is in force where that is something else', () => {
            const [hint, ...more] = onNodes(`${lifetime} = 7200`, '1440', '1440');
            assert.deepEqual(more, []);
            assert.equal(hint?.label, 'in force: 1440');
            assert.equal(hint.tooltip, 'In force on all 2 nodes: 1440');
            assert.deepEqual(onNodes(`${lifetime} = 1440`, '1440', '1440'), []);
            assert.deepEqual(
                onNodes(`${lifetime} = 2K`, '2048').map(({ label }) => label),
                ['= 2048 seconds'],
            );
        });

        it('tell which nodes have something else', () => {
            const labelsOf = (...values: string[]) =>
                onNodes(`${lifetime} = 1440`, ...values).map(({ label }) => label);
            assert.deepEqual(labelsOf('1440', '7200'), ['shop-application-2: 7200']);
            assert.deepEqual(labelsOf('1440', '7200', '7200'), ['2 nodes: 7200']);
            assert.deepEqual(labelsOf('1440', '7200', '60'), ['2 nodes: other values']);
            assert.deepEqual(labelsOf('7200', '1440', '60'), ['in force: 7200']);
            const [hint] = onNodes(`${lifetime} = 1440`, '7200', '1440', '60');
            assert.equal(hint?.tooltip, 'In force on shop-application-1: 7200\nIn force on shop-application-3: 60');
        });

        it('are for the line that counts, and never secret', () => {
            const hints = onNodes(`${lifetime} = 1\n${lifetime} = 2\n[HOST=x]\n${lifetime} = 3`, '9');
            assert.deepEqual(
                hints.map(({ position, label }) => [position.line, label]),
                [[1, 'in force: 9']],
            );
            const facts = shop([
                phpFacts({ 'memcached.sess_sasl_password': 'geheim', 'session.save_path': 'tcp://h:1?auth=geheim' }),
            ]);
            const [first, ...rest] = hintsOf('memcached.sess_sasl_password = a\nsession.save_path = b', {
                uri: nodeUri,
                facts,
            });
            assert.deepEqual(rest, []);
            assert.equal(first?.label, 'in force: tcp://h:1?auth=********');
        });
    });
});
