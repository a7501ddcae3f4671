import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCompose } from '../../../server/src/phpIni/project/composeFile.ts';
import { readComposer } from '../../../server/src/phpIni/project/composerFile.ts';
import { allowedReleases } from '../../../server/src/phpIni/project/constraint.ts';
import { placeForPhp } from '../../../server/src/phpIni/project/copied.ts';
import { readDockerfile } from '../../../server/src/phpIni/project/dockerfile.ts';
import { imageVersion } from '../../../server/src/phpIni/project/imageVersion.ts';
import { expandVariables } from '../../../server/src/phpIni/project/variables.ts';
import { readPhpVersionFile, readToolVersions } from '../../../server/src/phpIni/project/versionFiles.ts';
import { versionInPath } from '../../../server/src/phpIni/project/versionInPath.ts';

/** What such files are made of, in any order. */
const pieces = fc.constantFrom(
    ...['FROM ', 'php:', '8.2', '7', ' AS ', 'ARG ', 'V=', '${V', ':-', '}', '$V', 'COPY ', '--from=', '<<EOF', 'EOF'],
    ...['\n', '\\\n', ' ', '"', "'", '[', ']', '{', '}', ':', '- ', '  ', '#', '&a', '*a', '<<: ', 'services', 'image'],
    ...[
        'build',
        'volumes',
        './a:/b',
        'php',
        '^',
        '~',
        '>=',
        '||',
        ',',
        '*',
        '/',
        'conf.d',
        '.ini',
        '\0',
        '\uFEFF',
        '😀',
    ],
);
const anyText = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
    'a Dockerfile': text => readDockerfile(text, { V: text }),
    'a Compose file': text => readCompose(text, '/ws', text),
    'a composer.json': readComposer,
    'a constraint': allowedReleases,
    'an image': imageVersion,
    'a .php-version': readPhpVersionFile,
    'a .tool-versions': readToolVersions,
    'a path': versionInPath,
    'a text with variables': text => expandVariables(text, new Map([['V', text]])),
    'what is copied': text => placeForPhp('/ws/php/own.ini', text, text),
};

/** Each is to be read within the time of a test, though many of them are more than files may have. */
const repeated = [
    'FROM a AS a\n',
    '$V',
    '${V:-',
    '[',
    '- &a [',
    '&a ',
    'php8',
    '||',
    '*',
    ' ',
    '\\\n',
    '<<A\n',
    'RUN <<A\n',
];

describe('whatever stands in the files around a php.ini', () => {
    for (const [what, read] of Object.entries(readers)) {
        it(`is read without an error: ${what}`, () => {
            fc.assert(
                fc.property(anyText, text => {
                    assert.doesNotThrow(() => read(text));
                }),
            );
        });

        it(`is read, however often it stands there: ${what}`, () => {
            for (const piece of repeated) {
                read(piece.repeat(100_000));
            }
        });
    }
});
