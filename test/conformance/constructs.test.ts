import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { phpVersions, type PhpVersion } from '../support/php/phpWasm.ts';
import { constructs, startUpConstructs } from './constructs.ts';
import { loadReader, readOurselves, type Reading } from './parsing.ts';
import { ownNames, startOurselves, startWith, type Starts } from './startUp.ts';

describe('constructs of php.ini', () => {
    const texts = constructs.map(([, text]) => text.replaceAll('§', ''));
    const readings = new Map<PhpVersion, readonly Reading[]>();

    before('read them all with each PHP', async () => {
        for (const version of phpVersions) {
            using reader = await loadReader(version);
            readings.set(version, await reader.read(texts));
        }
    });

    for (const [index, [name]] of constructs.entries()) {
        it(`parse_ini_file: ${name}`, () => {
            const text = texts[index] ?? '';
            for (const version of phpVersions) {
                assert.deepEqual(readOurselves(text, version), readings.get(version)?.[index], `PHP ${version}`);
            }
        });
    }
});

describe('constructs of php.ini at the start of PHP', () => {
    const all = [...constructs, ...startUpConstructs];
    const texts = ownNames(all.map(([, text]) => text));
    const theirs = new Map<PhpVersion, Starts>();
    const ours = new Map<PhpVersion, Starts>();

    before('start each PHP with them all', async () => {
        for (const version of phpVersions) {
            theirs.set(version, await startWith(version, texts));
            ours.set(version, startOurselves(version, texts));
        }
    });

    for (const [index, [name]] of all.entries()) {
        it(`start-up: ${name}`, () => {
            for (const version of phpVersions) {
                assert.deepEqual(
                    ours.get(version)?.starts[index],
                    theirs.get(version)?.starts[index],
                    `PHP ${version}, ${JSON.stringify(texts[index])}`,
                );
            }
        });
    }

    it('start-up: extensions are loaded in the order of their lines', () => {
        for (const version of phpVersions) {
            const { extensions = [], zendExtensions = [] } = theirs.get(version) ?? {};
            assert.ok(extensions.length > 5 && zendExtensions.length > 0, `PHP ${version} tries to load them`);
            assert.deepEqual(ours.get(version)?.extensions, extensions, `PHP ${version}`);
            assert.deepEqual(ours.get(version)?.zendExtensions, zendExtensions, `PHP ${version}`);
        }
    });
});
