import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changedSettings } from '../../client/src/cluster/apply/changedSettings.ts';
import { runPhpCommand, type PhpVersion } from '../support/php/phpWasm.ts';

/** Each is read in two ways, by the PHP of one node and by that of another. */
const DIFFERENT: [string, string, readonly PhpVersion[]][] = [
    [
        'a default behind a variable',
        'error_prepend_string = "${NOBODY_SETS_THIS:-note}"\nerror_append_string = end\n',
        ['8.2', '8.4'],
    ],
    [
        'a backslash behind another',
        'error_prepend_string = "C:\\\\" ; "quoted"\nerror_append_string = end\n',
        ['7.4', '8.4'],
    ],
    ['text behind what ends a string', 'error_prepend_string = "a\\\\"b"\nerror_append_string = end\n', ['7.4', '8.4']],
];
const NAMES = ['error_prepend_string', 'error_append_string'];

/** What PHP itself holds of the two directives after it has read the file; without those that it was not told. */
async function inForce(version: PhpVersion, ini: string): Promise<Record<string, string>> {
    const script = `<?php echo json_encode(array_map('ini_get', ${JSON.stringify(NAMES)}));`;
    const { output } = await runPhpCommand(version, script, { ini });
    const values = JSON.parse(output.split('\n').findLast(line => line.startsWith('[')) ?? '') as (string | null)[];
    return Object.fromEntries(NAMES.flatMap((name, index) => (values[index] ? [[name, values[index]]] : [])));
}

describe('what a change of php.ini sets on a node', () => {
    for (const [what, ini, versions] of DIFFERENT) {
        it(`is what the PHP of that node reads: ${what}`, async () => {
            const changes = [{ before: undefined, after: Buffer.from(ini) }];
            const read = versions.map(version => changedSettings(changes, `${version}.1`));
            for (const [index, version] of versions.entries()) {
                const found = Object.entries(read[index] ?? {}).filter(([, value]) => value !== '');
                assert.deepEqual(Object.fromEntries(found), await inForce(version, ini), version);
            }
            assert.notDeepEqual(read[0], read[1]);
        });
    }

    it('is of all of its files, and not what they said before', () => {
        const changes = [
            { before: Buffer.from('precision = 14\n'), after: Buffer.from('precision = 14\nmemory_limit = 64M\n') },
            { before: Buffer.from('[PATH=/x]\n'), after: Buffer.from('log_errors = On\n[PATH=/x]\nprecision = 9\n') },
        ];
        assert.deepEqual(changedSettings(changes, '8.4.1'), { memory_limit: '64M', log_errors: '1' });
    });
});
