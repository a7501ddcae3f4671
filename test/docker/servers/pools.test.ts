import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { isTrue } from '../../../server/src/phpIni/syntax/switch.ts';
import { heldIn, PAGE, readAs } from './reading.ts';
import { Servers } from './serverImage.ts';

const FPM = '$(ls /usr/sbin/php-fpm8.*)';
const uri = 'file:///etc/php/8.4/fpm/pool.d/www.conf';

const values = [
    ...['1', '0', '2', '01', '-1', 'on', 'On', 'off', 'yes', 'no', 'true', 'false', 'none', 'null', 'NULL', 'ture'],
    ...['"on"', "'off'", '"2"', '""', '', '128M', 'stderr', 'E_ALL', 'E_ALL & ~E_NOTICE', '!0', '~1', '1 ; why', '; why'],
    ...['a b', '"a b"', 'a#b', 'tcp://h:1', 'tcp://h?a=b', '"tcp://h?a=b"', '"open', "it's", '(', 'a"b"c', '"a" "b"', '"YES"', '"true"', '"none"', "'null'", "'it", "a'b c", '\t x \t'],
]; // prettier-ignore
const directives = { error_prepend_string: 'text', log_errors: 'switch' } as const;
const words = ['php_value', 'php_admin_value', 'php_flag', 'php_admin_flag'];
const odd = [
    'php_value[error_prepend_string]',
    'php_value[error_prepend_string]: a',
    'php_value = a',
    'php_value[] = a',
    'php_value["error_prepend_string"] = a',
    ' php_value[error_prepend_string]=a',
    'php_value [error_prepend_string] = a',
    'PHP_VALUE[error_prepend_string] = a',
    'php_value[error_prepend_string] = a\nphp_admin_value[error_prepend_string] = b\nphp_value[error_prepend_string] = c',
    'php_admin_value[error_prepend_string] = a\nphp_value[error_prepend_string] = b',
    'php_value[error_prepend_string] = a\nphp_value[error_prepend_string] = b',
    'php_admin_value[error_prepend_string] = a\nphp_admin_value[error_prepend_string] = b',
    'php_value[error_prepend_string] = a\nphp_admin_value[error_prepend_string] = b\nphp_admin_value[error_prepend_string] = c',
];

interface Case {
    readonly name: keyof typeof directives;
    readonly lines: string;
}

const cases: readonly Case[] = [
    ...Object.keys(directives).flatMap(name =>
        words.flatMap(word =>
            values.map(value => ({ name: name as Case['name'], lines: `${word}[${name}] = ${value}` })),
        ),
    ),
    ...odd.map(lines => ({ name: 'error_prepend_string' as const, lines })),
];

function poolOf({ lines }: Case, name: string): string {
    return `[${name}]\nuser = www-data\nlisten = /tmp/${name}.sock\npm = ondemand\npm.max_children = 1\n${lines}\n`;
}

const head = '[global]\nerror_log = /tmp/fpm.log\n';

describe('what the server says of pools, and what FPM does with them', () => {
    let servers: Servers;

    before(async function () {
        this.timeout(900_000);
        servers = await Servers.start();
        await servers.put({ '/srv/get.php': PAGE });
    });

    after(() => servers.stop());

    it(`FPM does not start where that is said, and starts with every other one of ${cases.length} pools`, async () => {
        await servers.put(
            Object.fromEntries(cases.map((one, index) => [`/tmp/t/${index}.conf`, head + poolOf(one, 'www')])),
        );
        const { output } = await servers.run(
            `cd /tmp/t; for i in $(seq 0 ${cases.length - 1}); do ${FPM} -n -t -y $i.conf > $i.log 2>&1; echo "$i $?"; done`,
            240_000,
        );
        const statuses = new Map(
            output
                .trimEnd()
                .split('\n')
                .map(line => line.split(' ').map(Number) as [number, number]),
        );
        const differs = cases.flatMap((one, index) => {
            const { said } = readAs(uri, poolOf(one, 'www'), one.name, '8.4');
            return said.includes('FPM does not start') === (statuses.get(index) !== 0)
                ? []
                : [`${one.lines}: ${said}; ${statuses.get(index)}`];
        });
        assert.deepEqual(differs, []);
        const stopped = [...statuses.values()].filter(status => status === 78).length;
        assert.ok(stopped > 50 && stopped < cases.length / 2, `${stopped} did not start`);
    });

    it('PHP has the values that are read from the pools that start', async () => {
        const read = cases.map(one => readAs(uri, poolOf(one, 'www'), one.name, '8.4'));
        const started = cases.flatMap((one, index) => {
            const { said = '', value } = read[index] ?? {};
            return value === undefined || said.includes('FPM does not start') ? [] : [{ ...one, value, index }];
        });
        const pools = started.map(one => poolOf(one, `p${one.index}`)).join('\n');
        await servers.put({ '/tmp/all.conf': head + pools });
        const asked = started.map(({ index, name }) => `ask p${index} ${name}`).join('\n');
        const { output } = await servers.run(
            `${FPM} -n -y /tmp/all.conf -D && ask() { QUERY_STRING="name=$2" REQUEST_METHOD=GET SCRIPT_FILENAME=/srv/get.php \
                cgi-fcgi -bind -connect /tmp/$1.sock | tail -1; }
${asked}`,
            240_000,
        );
        const lines = output.trimEnd().split('\n');
        assert.equal(lines.length, started.length, output.slice(0, 2000));
        const differs = started.flatMap(({ lines: pool, name, value }, index) => {
            const held = heldIn(lines[index] ?? '');
            const same =
                directives[name] === 'switch' || pool.includes('_flag')
                    ? isTrue(String(held)) === isTrue(value)
                    : held === value;
            return same ? [] : [`${pool}: ${value}; ${String(held)} in ${lines[index]}`];
        });
        assert.deepEqual(differs, []);
        assert.ok(started.length > 100);
    });

    it('a pool does not get what the main process has made before it', async () => {
        await servers.put({
            '/srv/opcache.php': `<?php $all = opcache_get_status(false);
                echo implode(' ', [
                    $all['interned_strings_usage']['buffer_size'],
                    $all['opcache_statistics']['max_cached_keys'],
                    $all['jit']['buffer_size'],
                    // used_memory is reckoned from what ini_get() says.
                    $all['memory_usage']['free_memory'] > 128 << 20 ? 'more' : 'default',
                ]), "\\n";`,
            '/tmp/opcache.conf': `${head}${['plain', 'other']
                .map(
                    name =>
                        `[${name}]\nuser = www-data\nlisten = /tmp/${name}.sock\npm = ondemand\npm.max_children = 1\n`,
                )
                .join('')}${[
                'opcache.memory_consumption] = 256',
                'opcache.interned_strings_buffer] = 32',
                'opcache.max_accelerated_files] = 50000',
                'opcache.jit_buffer_size] = 32M',
                'opcache.jit] = tracing',
            ]
                .map(line => `php_admin_value[${line}\n`)
                .join('')}`,
        });
        const { output } = await servers.run(
            `${FPM} -n -d zend_extension=opcache -d opcache.enable=1 -y /tmp/opcache.conf -D
            for name in plain other; do
                REQUEST_METHOD=GET SCRIPT_FILENAME=/srv/opcache.php cgi-fcgi -bind -connect /tmp/$name.sock | tail -1
            done`,
        );
        const [plain, other] = output.trimEnd().split('\n');
        assert.match(plain ?? '', /^\d+ \d+ \d+ default$/, output);
        assert.equal(other, plain);
        const { codes } = readAs(uri, '[other]\nphp_admin_value[opcache.jit_buffer_size] = 32M\n', '', '8.4');
        assert.ok(codes.includes('pool-too-late'));
    });

    it('takes directives of the whole system from php_value as well', async () => {
        await servers.put({
            '/tmp/system.conf': `${head}[system]\nuser = www-data\nlisten = /tmp/system.sock\npm = ondemand\npm.max_children = 1\nphp_value[disable_functions] = exec\n`,
        });
        const { output } = await servers.run(
            `${FPM} -n -y /tmp/system.conf -D; QUERY_STRING="name=disable_functions" REQUEST_METHOD=GET SCRIPT_FILENAME=/srv/get.php cgi-fcgi -bind -connect /tmp/system.sock | tail -1`,
        );
        assert.equal(heldIn(output.trim()), 'exec');
    });
});
