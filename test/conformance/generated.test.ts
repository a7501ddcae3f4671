import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { phpVersions, type PhpVersion } from '../support/php/phpWasm.ts';
import { runsOr, seed } from '../support/run/runs.ts';
import { debianPhp } from './debianPhp.ts';
import { loadReader, readOurselves, type PhpReader } from './parsing.ts';
import { fileToParse, fileToStartWith } from './phpIniFiles.ts';
import { ownNames, startOurselves, startWith } from './startUp.ts';

const files = runsOr(10_000);
/** What goes to PHP at once. */
const batch = 5000;
const starts = Math.ceil(files / 4);
const shrinkMs = 60_000;

/** The texts in portions, which are the same for the same seed, however many there are. */
function* batches(file: fc.Arbitrary<string>, count: number): Generator<{ texts: string[]; seed: number }> {
    for (let done = 0; done < count; done += batch) {
        const own = seed + done;
        yield { texts: fc.sample(file, { numRuns: Math.min(batch, count - done), seed: own }), seed: own };
    }
}

/** Fails with the smallest file that can be found from one that is read differently. */
async function failWithSmallest(
    file: fc.Arbitrary<string>,
    found: { readonly seed: number; readonly index: number },
    compare: (text: string) => Promise<readonly [theirs: unknown, ours: unknown]>,
): Promise<never> {
    const property = fc.asyncProperty(file, async text => {
        const [theirs, ours] = await compare(text);
        assert.deepEqual(ours, theirs, JSON.stringify(text));
    });
    const { index: path, seed: own } = found;
    await fc.assert(property, {
        seed: own,
        path: String(path),
        endOnFailure: false,
        interruptAfterTimeLimit: shrinkMs,
    });
    throw new Error(`A file was read differently among many, and alike by itself: seed ${own}, number ${path}`);
}

async function compareParsing(reader: PhpReader): Promise<number> {
    let errors = 0;
    for (const { texts, seed: own } of batches(fileToParse, files)) {
        const theirs = await reader.read(texts);
        errors += theirs.filter(({ error }) => error !== null).length;
        const index = texts.findIndex((text, i) => !isDeepStrictEqual(readOurselves(text, reader.version), theirs[i]));
        if (index >= 0) {
            await failWithSmallest(fileToParse, { seed: own, index }, async text => [
                (await reader.read([text]))[0],
                readOurselves(text, reader.version),
            ]);
        }
    }
    return errors;
}

async function compareStarts(version: PhpVersion): Promise<void> {
    for (const { texts: marked, seed: own } of batches(fileToStartWith, starts)) {
        const texts = ownNames(marked);
        const theirs = await startWith(version, texts);
        const ours = startOurselves(version, texts);
        const index = texts.findIndex((_, i) => !isDeepStrictEqual(ours.starts[i], theirs.starts[i]));
        if (index >= 0) {
            await failWithSmallest(fileToStartWith, { seed: own, index }, async text => {
                const [one = ''] = ownNames([text]);
                return [(await startWith(version, [one])).starts[0], startOurselves(version, [one]).starts[0]];
            });
        }
        assert.deepEqual(ours.extensions, theirs.extensions, `extensions, seed ${own}`);
        assert.deepEqual(ours.zendExtensions, theirs.zendExtensions, `Zend extensions, seed ${own}`);
    }
}

describe(`generated php.ini files (seed ${seed})`, function () {
    this.timeout(Math.max(120_000, files * 20));

    for (const version of phpVersions) {
        it(`${files} mean to parse_ini_file of PHP ${version} what they mean to us`, async () => {
            using reader = await loadReader(version);
            const errors = await compareParsing(reader);
            // Of both there are enough to say something.
            assert.ok(errors > files / 5 && errors < files * 0.8, `${errors} files with errors`);
        });
    }

    it(`${files} mean the same to Debian's PHP`, async () => {
        await compareParsing(await debianPhp());
    });

    for (const version of phpVersions) {
        it(`${starts} mean to the start of PHP ${version} what they mean to us`, async () => {
            await compareStarts(version);
        });
    }
});
