import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MASKED_VALUE } from '../../../server/src/phpIni/protocol.ts';
import { integerOf } from '../../../server/src/phpIni/syntax/quantity.ts';
import { meansTheSame } from '../../../server/src/rules/support/values.ts';
import { isTrue } from '../../../server/src/phpIni/syntax/switch.ts';

describe('values of directives', () => {
    it('are On by their word, else by the number in front', () => {
        for (const value of ['On', 'yes', 'TRUE', '1', ' 1', '-1', '+2', '010', '1x']) {
            assert.ok(isTrue(value), value);
        }
        for (const value of ['', 'Off', '0', '00', '-0', 'x1', 'none', ' on', '0x1']) {
            assert.ok(!isTrue(value), value);
        }
    });

    it('are whole numbers as PHP reads them, or none', () => {
        assert.deepEqual(['12', ' 2K ', '-1', '010', '0x10'].map(integerOf), [12, 2048, -1, 8, 16]);
        assert.deepEqual(['', 'x', '1.5', '128MB', '99999999999999999'].map(integerOf), Array(5).fill(undefined));
    });

    const same: readonly (readonly [name: string, a: string, b: string])[] = [
        ['memory_limit', '128M', '134217728'],
        ['session.use_strict_mode', 'On', '1'],
        ['session.use_strict_mode', '', '0'],
        ['session.use_strict_mode', '-1', 'yes'],
        ['error_reporting', ' 32767', '32767'],
        ['session.cookie_lifetime', '', '0'],
        ['display_errors', 'On', '1'],
        ['own.switch', 'On', '1'],
        ['own.limit', '1M', '1048576'],
        ['session.save_path', `tcp://h:1?auth=${MASKED_VALUE}`, 'tcp://h:1?auth=x'],
    ];
    for (const [name, a, b] of same) {
        it(`of ${name} mean the same: ${JSON.stringify([a, b])}`, () => {
            assert.ok(meansTheSame(name, a, b));
            assert.ok(meansTheSame(name, b, a));
        });
    }

    const different: readonly (readonly [name: string, a: string | undefined, b: string | undefined])[] = [
        ['memory_limit', '128M', '128'],
        ['memory_limit', '1', 'On'],
        ['session.use_strict_mode', '1', 'Off'],
        ['memcache.chunk_size', '8K', '8192'],
        ['session.save_path', 'a:1', 'b:1'],
        ['session.save_path', `tcp://h:1?auth=${MASKED_VALUE}`, 'tcp://i:1?auth=x'],
        ['session.name', undefined, ''],
    ];
    for (const [name, a, b] of different) {
        it(`of ${name} differ: ${JSON.stringify([a, b])}`, () => {
            assert.ok(!meansTheSame(name, a, b));
            assert.ok(!meansTheSame(name, b, a));
        });
    }
});
