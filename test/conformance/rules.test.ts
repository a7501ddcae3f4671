import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { directiveNames, findDirective } from '../../server/src/catalog/lookup.ts';
import { deprecatedDirective } from '../../server/src/rules/names/deprecatedDirective.ts';
import { directiveStopsPhp } from '../../server/src/rules/names/directiveStopsPhp.ts';
import { allowUrlInclude } from '../../server/src/rules/security/allowUrlInclude.ts';
import { readQuantity } from '../../server/src/phpIni/syntax/quantity.ts';
import { timezoneInvalid } from '../../server/src/rules/values/timezoneInvalid.ts';
import { rules } from '../../server/src/rules/table.ts';
import { DocumentContext } from '../../server/src/model/documentContext.ts';
import { parsePhpIni } from '../../server/src/phpIni/syntax/document.ts';
import { loadPhp, phpVersions, runPhpCommand } from '../support/php/phpWasm.ts';

function contextOf(text: string, phpVersion: string): DocumentContext {
    return new DocumentContext(parsePhpIni(text, { phpVersion }));
}

/** Whatever happens to be left over from the version before is told apart by its first line. */
const stopped = /Directive '(\S+)' is no longer available/;

function isStopping(line: string, version: string): boolean {
    return directiveStopsPhp.check(contextOf(`${line}\n`, version)).length > 0;
}

describe('what the rules say of PHP', () => {
    it('numbers are read as PHP reads them', async () => {
        const parts = [
            ['', ' ', '-', '+', ' -'],
            ['', '0', '1', '128', '1.5', '0x1F', '010', '08', '1_000', '10,000', '0b11', '0o17', '0o', '0x'],
            ['', ' ', '  ', 'x', '.5', ' # a'],
            ['', 'K', 'm', 'G', 'MB', 'kb', 'T', 'minutes', 's', ' M', '0', '%'],
            ['', ' ', '\t'],
        ];
        const texts = parts.reduce((all, next) => all.flatMap(one => next.map(part => one + part)), ['']);
        using php = await loadPhp('8.4');
        const theirs = (await php.ask(
            `$all = []; foreach ($input as $text) {
                $warned = false;
                set_error_handler(function () use (&$warned) { $warned = true; return true; });
                $all[] = [ini_parse_quantity($text), $warned];
            } return $all;`,
            texts,
        )) as [number, boolean][];
        for (const [index, one] of texts.entries()) {
            const { value, junk } = readQuantity(one);
            assert.deepEqual([value === 0 ? 0 : value, junk], theirs[index], JSON.stringify(one));
        }
    });

    it('no time zone that PHP knows is called unknown, and what is called unknown is', async () => {
        using php = await loadPhp('8.4');
        const theirs = (await php.ask(
            'return DateTimeZone::listIdentifiers(DateTimeZone::ALL_WITH_BC);',
            null,
        )) as string[];
        assert.ok(theirs.length > 500);
        const diagnostics = (zone: string): number =>
            timezoneInvalid.check(contextOf(`date.timezone = "${zone}"\n`, '8.4')).length;
        assert.deepEqual(
            theirs.filter(zone => diagnostics(zone) > 0),
            [],
        );
        const wrong = ['Europe/Berln', '+02:00', 'CEST', 'Asia/Beijing', 'Europe/Barcelona', 'PST', 'GMT+2', 'nowhere'];
        assert.deepEqual(
            wrong.filter(zone => diagnostics(zone) === 0),
            [],
        );
        const script = 'return array_map(fn($zone) => @date_default_timezone_set($zone), $input);';
        assert.deepEqual(
            await php.ask(script, wrong),
            wrong.map(() => false),
        );
    });

    it('PHP does not start with some directives of old', async () => {
        const names = directiveNames().filter(
            name => /^[a-z]/.test(name) && findDirective(name)?.removed !== undefined,
        );
        for (const version of ['7.4', '8.5'] as const) {
            const ours = names.filter(name => directiveStopsPhp.check(contextOf(`${name} = 1\n`, version)).length > 0);
            assert.ok(ours.length >= 5, `PHP ${version}: ${ours.join(' ')}`);
            for (const name of ours) {
                const { output, errors } = await runPhpCommand(version, '<?php echo "started";', {
                    ini: `${name} = 1\n`,
                });
                assert.equal(stopped.exec(output + errors)?.[1], name, `PHP ${version}`);
            }
            const others = names.filter(name => !ours.includes(name)).map(name => `${name} = 1\n`);
            const { output, errors } = await runPhpCommand(version, '<?php echo "started";', { ini: others.join('') });
            assert.equal(stopped.exec(output + errors)?.[1], undefined, `PHP ${version}`);
            assert.match(output, /started/, `PHP ${version}`);
        }
    });

    it('PHP complains about deprecated directives, of which it is said to', async () => {
        const candidates = [
            'session.sid_length = 30',
            'session.sid_bits_per_character = 5',
            'session.use_only_cookies = Off',
            'session.use_trans_sid = On',
            'session.referer_check = shop',
            'session.trans_sid_hosts = shop',
            'session.trans_sid_tags = "a=href"',
            'mbstring.http_input = UTF-8',
            'mbstring.http_output = UTF-8',
            'mbstring.internal_encoding = UTF-8',
            'mbstring.func_overload = 2',
            'iconv.input_encoding = UTF-8',
            'iconv.internal_encoding = latin1',
            'iconv.output_encoding = UTF-8',
            'filter.default = special_chars',
            'auto_detect_line_endings = On',
            'assert.exception = Off',
            'report_memleaks = Off',
            'allow_url_include = On',
            'intl.error_level = E_WARNING',
            'track_errors = On',
        ];
        // Before 8.0 such messages are left out by default.
        const loud = 'error_reporting = E_ALL\ndisplay_errors = On\ndisplay_startup_errors = On\n';
        for (const version of phpVersions) {
            const messages = new Map(
                candidates.flatMap(line => {
                    const context = contextOf(`${line}\n`, version);
                    const [found] = [...deprecatedDirective.check(context), ...allowUrlInclude.check(context)];
                    return found ? [[line, found.message] as const] : [];
                }),
            );
            const quiet = candidates.filter(line => !messages.has(line) && !isStopping(line, version));
            const ini = `${loud}${[...messages.keys(), ...quiet].join('\n')}\n`;
            const { output } = await runPhpCommand(version, '<?php', { ini, extensions: ['intl'] });
            const told = (line: string): boolean =>
                output.split('\n').some(one => one.includes('eprecated') && one.includes(line.split(' ', 1).join('')));
            assert.deepEqual(
                [...messages].map(([line, message]) => [line, message.includes('says so')]),
                [...messages].map(([line]) => [line, told(line)]),
                `PHP ${version}: ${output}`,
            );
            assert.deepEqual(quiet.filter(told), [], `PHP ${version}`);
        }
    });

    it('PHP reads on where a fix of a syntax error was applied', async () => {
        const fixed = rules.filter(({ code }) => code === 'syntax-error').flatMap(({ failing }) => [...failing]);
        assert.ok(fixed.length > 5);
        for (const version of phpVersions) {
            using php = await loadPhp(version);
            const texts = fixed.filter(one => (one.phpVersion ?? version) === version).map(one => one.fixed ?? '(');
            const read = await php.ask(
                'return array_map(fn($text) => @parse_ini_string($text) !== false, $input);',
                texts,
            );
            assert.deepEqual(
                read,
                texts.map(() => true),
                `PHP ${version}`,
            );
        }
    });
});
