import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findConstant } from '../../server/src/phpIni/syntax/constants.ts';
import { loadPhp, phpVersions, runPhpCommand, type PhpVersion } from '../support/php/phpWasm.ts';

/** What depends on the release, the build or the machine; of these, ours may know a likely value or none. */
const ofTheBuild = new Set([
    'PHP_VERSION', 'PHP_RELEASE_VERSION', 'PHP_VERSION_ID', 'PHP_OS_FAMILY', 'PHP_SAPI', 'DEFAULT_INCLUDE_PATH', 'PEAR_INSTALL_DIR',
    'PEAR_EXTENSION_DIR', 'PHP_EXTENSION_DIR', 'PHP_PREFIX', 'PHP_BINDIR', 'PHP_SBINDIR', 'PHP_MANDIR', 'PHP_LIBDIR', 'PHP_DATADIR', 'PHP_SYSCONFDIR',
    'PHP_LOCALSTATEDIR', 'PHP_CONFIG_FILE_PATH', 'PHP_CONFIG_FILE_SCAN_DIR', 'PHP_BINARY', 'PHP_BUILD_DATE', 'ZEND_VM_KIND',
]); // prettier-ignore

/** What each constant that a script finds is worth in php.ini; its own name where PHP does not know it yet. */
async function constantsAtStart(version: PhpVersion): Promise<Map<string, string>> {
    using php = await loadPhp(version);
    const names = (await php.ask('return array_keys(get_defined_constants());', null)) as string[];
    const { output } = await runPhpCommand(
        version,
        `<?php
        $names = json_decode(file_get_contents('/names.json'));
        echo json_encode(array_map(function ($name) { return get_cfg_var("x.$name"); }, $names));`,
        {
            ini: names.map(name => `x.${name} = ${name}\n`).join(''),
            files: { '/names.json': JSON.stringify(names) },
        },
    );
    const values = JSON.parse(output) as string[];
    return new Map(names.map((name, index) => [name, values[index] ?? '']));
}

describe('constants in php.ini', () => {
    for (const version of phpVersions) {
        it(`are those of PHP ${version}`, async () => {
            const constants = await constantsAtStart(version);
            const known = [...constants].filter(([name, value]) => name !== value);
            assert.ok(known.length > 70 && constants.size > 1500, 'PHP knows some, and not yet those of extensions');
            const wrong = [...constants].flatMap(([name, value]) => {
                const ours = findConstant(version, name) ?? name;
                return ours === value || ofTheBuild.has(name) ? [] : [`${name}: ${ours} instead of ${value}`];
            });
            assert.deepEqual(wrong, []);
        });
    }

    it('differ from build to build where it says so', async () => {
        const constants = await constantsAtStart('8.5');
        const same = [...ofTheBuild].filter(name => constants.get(name) === (findConstant('8.5', name) ?? name));
        assert.deepEqual(same, []);
    });
});
