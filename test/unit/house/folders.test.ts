import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from '../../support/run/paths.ts';

/** More than that and a folder is no room that is taken in at a glance. */
const MOST = 20;

/** Folders that are a table, an entry a file: nobody reads them from one end to the other. */
const tables: Readonly<Record<string, string>> = {
    'server/src/catalog/overlay/data': 'one file an extension that handles data',
};

describe('folders', () => {
    const counts = new Map<string, number>();
    for (const file of globSync('{client,server,test,tools}/**/*.{ts,sh,php,awk,lua,pl}', { cwd: root })) {
        counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    }

    it(`hold at most ${MOST} source files`, () => {
        const large = [...counts].filter(([folder, files]) => files > MOST && !Object.hasOwn(tables, folder));
        assert.deepEqual(large, []);
    });

    it('that may hold more do so', () => {
        const small = Object.keys(tables).filter(folder => (counts.get(folder) ?? 0) <= MOST);
        assert.deepEqual(small, []);
    });
});
