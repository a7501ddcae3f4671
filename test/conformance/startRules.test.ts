import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'mocha';
import { findFunction, functionsOf } from '../../server/src/catalog/functions.ts';
import { findDirective } from '../../server/src/catalog/lookup.ts';
import { DocumentContext } from '../../server/src/model/documentContext.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { noSuchDirective } from '../../server/src/rules/names/noSuchDirective.ts';
import { jitInvalid } from '../../server/src/rules/performance/jitInvalid.ts';
import { opcacheStrings } from '../../server/src/rules/performance/opcacheStrings.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { disableFunctionsAbsent } from '../../server/src/rules/security/disableFunctionsAbsent.ts';
import { disableFunctionsUnknown } from '../../server/src/rules/security/disableFunctionsUnknown.ts';
import { handlerExtensionMissing } from '../../server/src/rules/session/handler/handlerExtensionMissing.ts';
import { handlerUnknown } from '../../server/src/rules/session/handler/handlerUnknown.ts';
import { bitmaskJunk } from '../../server/src/rules/values/bitmaskJunk.ts';
import { memoryLimitTooSmall } from '../../server/src/rules/values/memoryLimitTooSmall.ts';
import { loadPhp, phpVersions, runPhpCommand } from '../support/php/phpWasm.ts';

const loud = 'error_reporting = E_ALL\ndisplay_errors = On\ndisplay_startup_errors = On\n';

function isFound(rule: Rule, text: string, phpVersion: string): boolean {
    return rule.check(new DocumentContext(parsePhpIni(text, { phpVersion }))).length > 0;
}

describe('what rules say of the start of PHP', () => {
    it('limits of memory are refused as they are said to be', async () => {
        const limits = ['1M', '2M', '2097151', '100000', '-1'];
        for (const version of ['8.0', '8.1', '8.5'] as const) {
            for (const limit of limits) {
                const text = `memory_limit = ${limit}\n`;
                const [found] = memoryLimitTooSmall.check(
                    new DocumentContext(parsePhpIni(text, { phpVersion: version })),
                );
                const script = '<?php echo ini_get("memory_limit");';
                const { output } = await runPhpCommand(version, script, { ini: loud + text });
                const isRefused = output.includes('Failed to set memory limit');
                assert.equal(found?.message.includes('refuses') ?? false, isRefused, `PHP ${version}: ${limit}`);
                assert.ok(output.endsWith(isRefused ? '128M' : limit), `PHP ${version}: ${limit}: ${output}`);
            }
        }
    });

    it('a name of disable_functions that is not complained of is disabled, and the others are not', async () => {
        const lists = [
            'passthru',
            'exec passthru',
            '"exec" "passthru"',
            '"exec;passthru"',
            '"exec|passthru"',
            '"exec:passthru"',
            '"exec,\n passthru"',
            '"exec\tpassthru"',
            '"exec, passthru , system"',
            'EXEC,PassThru',
            'exec,,passthru,',
            '"passthru()"',
            'passthrough',
            "'exec' 'passthru'",
            '"\\\\passthru"',
        ];
        const script = `<?php
            $function = new ReflectionFunction('passthru');
            echo PHP_VERSION_ID < 80000 && $function->isDisabled() ? 'off' : 'on';`;
        for (const version of ['7.4', '8.4'] as const) {
            for (const list of lists) {
                const text = `disable_functions = ${list}\n`;
                const { output } = await runPhpCommand(version, script, { ini: text });
                const isDisabled = output === 'off' || output.includes('Function passthru() does not exist');
                const isComplainedOf = isFound(disableFunctionsUnknown, text, version);
                assert.equal(isComplainedOf, !isDisabled, `PHP ${version}: ${list}: ${output}`);
            }
        }
    });

    it('every function of PHP is known, and those that are said to be absent are', async () => {
        const ours = ['each', 'create_function', 'array_any', 'str_contains', 'array_first', 'money_format'];
        for (const version of phpVersions) {
            using php = await loadPhp(version, { ini: '' });
            const theirs = (await php.ask(
                "return array_values(array_filter(get_defined_functions()['internal'], 'is_callable'));",
                null,
            )) as string[];
            const known = new Set(functionsOf(version));
            const strange = theirs.filter(name => !known.has(name) && !/^(?:post_message_to_js|wasm_|dns_)/.test(name));
            assert.deepEqual(strange, [], `PHP ${version}`);
            for (const name of ours) {
                assert.ok(findFunction(name), name);
                const isAbsent = isFound(disableFunctionsAbsent, `disable_functions = ${name}\n`, version);
                assert.equal(isAbsent, !theirs.includes(name), `PHP ${version}: ${name}`);
            }
        }
    });

    it('sessions do not start with handlers that cannot exist, or that no extension brings', async () => {
        const handlers = ['"memcached, files"', '"memcached.so"', '/var/lib/php/sessions', '"tcp://h:6379"', 'file'];
        const script = '<?php echo @session_start() ? "started" : error_get_last()["message"];';
        for (const version of ['7.4', '8.4'] as const) {
            for (const handler of [...handlers, 'files']) {
                const text = `session.save_handler = ${handler}\n`;
                const { output } = await runPhpCommand(version, script, { ini: text, extensions: ['memcached'] });
                const isMissing = /Cannot find (?:session )?save handler/.test(output);
                assert.equal(
                    isFound(handlerUnknown, text, version),
                    isMissing,
                    `PHP ${version}: ${handler}: ${output}`,
                );
            }
            const text = 'session.save_handler = memcached\nsession.save_path = h:1\n';
            const { output } = await runPhpCommand(version, script, { ini: text, extensions: ['redis'] });
            assert.match(output, /Cannot find (?:session )?save handler/);
            assert.ok(isFound(handlerExtensionMissing, `extension = redis\n${text}`, version));
        }
    });

    it('names that PHP is said not to have are none of its directives', async () => {
        const names = ['session.gc_lifetime', 'session.timeout', 'opcache.memory', 'mbstring.encoding', 'zend.debug'];
        for (const version of phpVersions) {
            using php = await loadPhp(version, { ini: '' });
            const theirs = (await php.ask('return array_keys(ini_get_all(null, false));', null)) as string[];
            assert.deepEqual(
                names.filter(name => theirs.includes(name) || !isFound(noSuchDirective, `${name} = 1\n`, version)),
                [],
                `PHP ${version}`,
            );
            // A directive of PHP's that is not in the catalogue would be called unknown.
            const unknown = theirs.filter(name => isFound(noSuchDirective, `${name} = 1\n`, version));
            assert.deepEqual(unknown, [], `PHP ${version}`);
            assert.ok(theirs.filter(name => findDirective(name)).length > 100);
        }
    });

    it('sets of flags are read as they are said to be', async () => {
        const sets = ['E_ALL - E_NOTICE', 'E_ALL + E_STRICT', 'E_ERROR E_WARNING', 'E_ALL, E_NOTICE', 'E_ALL-E_NOTICE'];
        const script = `return array_map(function ($set) {
                ini_set('error_reporting', parse_ini_string("x = $set")['x']);
                return error_reporting();
            }, $input);`;
        for (const version of phpVersions) {
            using php = await loadPhp(version, { ini: '' });
            const found = sets.map(set => {
                const text = `error_reporting = ${set}\n`;
                return bitmaskJunk.check(new DocumentContext(parsePhpIni(text, { phpVersion: version })))[0];
            });
            const theirs = (await php.ask(script, sets)) as number[];
            const told = found.map(one => Number(/reads this as (\d+)/.exec(one?.message ?? '')?.[1]));
            assert.deepEqual(told, theirs, `PHP ${version}`);
            const right = found.map(one => one?.fixes?.()[0]?.changes[0]?.newText ?? '');
            const mended = (await php.ask(script, right)) as number[];
            assert.ok(
                mended.every((number, index) => number > 0 && (index !== 0 || number === (theirs[0] ?? 0) - 8)),
                `PHP ${version}: ${right.join('; ')}`,
            );
        }
    });
});

/** The PHP of this machine with OPcache, which php-wasm has without a compiler. */
describe('what rules say of OPcache, by the PHP of this machine', () => {
    const version = /^PHP (\d+\.\d+)/.exec(php([]).output)?.[1] ?? '';

    function php(settings: readonly string[]): { output: string; status: number | null } {
        const options = ['zend_extension=opcache', 'opcache.enable_cli=1', 'display_startup_errors=1', ...settings];
        const args = ['-n', ...options.flatMap(option => ['-d', option]), '-v'];
        const { stdout, stderr, status } = spawnSync('php', args, { encoding: 'utf8' });
        return { output: stdout + stderr, status };
    }

    it('it is there', () => {
        assert.match(php([]).output, /with Zend OPcache/);
    });

    it('settings of the JIT are refused as they are said to be', () => {
        const words = ['trace', 'tracing', 'Function', 'on', 'off', 'disable', 'enable', 'jit', 'yes', 'no'];
        const numbers = [
            '0',
            '1',
            '5',
            '6',
            '10',
            '55',
            '255',
            '1205',
            '1254',
            '1256',
            '1260',
            '1305',
            '2255',
            '12555',
            '-1',
            '01255',
        ];
        for (const value of [...words, ...numbers]) {
            const isRefused = php([`opcache.jit="${value}"`, 'opcache.jit_buffer_size=16M']).output.includes(
                'Invalid "opcache.jit"',
            );
            assert.equal(isFound(jitInvalid, `opcache.jit = "${value}"\n`, version), isRefused, value);
        }
    });

    it('PHP does not start where the buffer for strings does not fit', () => {
        const sizes = [
            [16, 15],
            [16, 16],
            [64, 64],
            [64, 63],
            [8, undefined],
            [9, undefined],
            [128, 40_000],
        ] as const;
        for (const [memory, strings] of sizes) {
            const settings = [
                `opcache.memory_consumption=${memory}`,
                ...(strings === undefined ? [] : [`opcache.interned_strings_buffer=${strings}`]),
            ];
            const { status, output } = php(settings);
            assert.equal(
                isFound(opcacheStrings, `${settings.join('\n')}\n`, version),
                status === 254,
                `${settings.join()}: ${output}`,
            );
        }
    });
});
