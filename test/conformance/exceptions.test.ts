import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { describe, it } from 'mocha';
import { phpVersions, type PhpVersion } from '../support/php/phpWasm.ts';
import { loadReader, readOurselves } from './parsing.ts';
import { ownNames, startOurselves, startWith } from './startUp.ts';

interface Exception {
    readonly name: string;
    /** With `§` in names, as in constructs.ts. */
    readonly text: string;
    readonly by: 'parse_ini_file' | 'start-up';
    /** Those whose answer is not ours; the others give the same. */
    readonly versions: readonly PhpVersion[];
    readonly reason: string;
    /** Those that are asked, where not all can be. */
    readonly asked?: readonly PhpVersion[];
}

/** Everything that is known to be read differently from the PHP of these tests; nothing else is. */
const exceptions: readonly Exception[] = [
    {
        name: 'a number of more than 64 bits in an expression',
        text: '§a = 99999999999999999999 | 0\n',
        by: 'parse_ini_file',
        versions: phpVersions,
        reason:
            'Each C library does this in its own way: the one here counts on modulo 2^32; that of Debian and Ubuntu stops at 2^63, ' +
            'and ours does as that one (the test with Debian’s PHP shows it).',
    },
    {
        name: 'an array in the place of a variable',
        text: '§ab[] = 1\n§b = x${§ab}y\n',
        by: 'start-up',
        versions: phpVersions,
        reason: 'PHP takes whatever is in its memory for the text of the array: from 8.1 on, up to all of it. Ours is empty.',
        asked: ['7.4', '8.0'],
    },
    {
        name: 'a heading that is a host only by the value of a variable',
        text: '§a = 1\n[${TITLE}]\n§b = 1\n',
        by: 'start-up',
        versions: phpVersions,
        reason: 'The document tells hosts from other headings without knowing the environment.',
    },
    {
        name: 'a host that is called like a directive above it',
        text: '§x = 1\n[HOST=§x]\n§b = 1\n',
        by: 'start-up',
        versions: phpVersions,
        reason: 'PHP keeps both in one table, finds the directive there, and makes what follows global.',
    },
    {
        name: 'values that double with every line',
        text: `§a = x\n${Array.from({ length: 24 }, (_, i) => `§a${'b'.repeat(i + 1)} = \${§a${'b'.repeat(i)}}\${§a${'b'.repeat(i)}}\n`).join('')}`,
        by: 'start-up',
        versions: phpVersions,
        reason: 'PHP goes on until there is no memory left. Ours stops at 4 million characters.',
        asked: ['8.4'],
    },
    {
        name: 'a NUL in quotes',
        text: '§a = "x\0y"\n',
        by: 'start-up',
        versions: ['7.4', '8.0'],
        reason: 'get_cfg_var(), by which the tests look at the start-up, cuts it; ini_get() shows that PHP holds it whole.',
    },
];

describe('exceptions from agreement with PHP', () => {
    for (const version of phpVersions) {
        it(`are the ones that are listed, in PHP ${version}`, async () => {
            const asked = exceptions.filter(one => one.asked?.includes(version) !== false);
            const texts = ownNames(asked.map(({ text }) => text));
            using reader = await loadReader(version);
            const readings = await reader.read(texts);
            const theirs = (await startWith(version, texts)).starts;
            const ours = startOurselves(version, texts).starts;
            for (const [index, { name, by, versions, reason }] of asked.entries()) {
                const agreed =
                    by === 'start-up'
                        ? isDeepStrictEqual(ours[index], theirs[index])
                        : isDeepStrictEqual(readOurselves(texts[index] ?? '', version), readings[index]);
                assert.equal(agreed, !versions.includes(version), `${name}: ${reason}`);
            }
        });
    }
});
