import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/run/paths.ts';

/** Of the code, in .prettierrc.json, which does not wrap comments. */
const WIDTH = 120;

/** A line that is a comment and nothing else. */
const COMMENT = /^\s*(?:\/\/|\/\*|\* )/;

describe('comments', () => {
    it(`are no wider than the code, ${WIDTH} columns`, () => {
        const files = globSync(['{client,server,test,tools}/**/*.ts', '*.{mts,mjs}', '.*.mjs'], { cwd: root });
        const wide = files.flatMap(file =>
            readFileSync(join(root, file), 'utf8')
                .split('\n')
                .flatMap((line, index) => (COMMENT.test(line) && line.length > WIDTH ? [`${file}:${index + 1}`] : [])),
        );
        assert.deepEqual(wide, []);
    });
});
