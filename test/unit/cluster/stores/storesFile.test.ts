import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { parseStores, renderStores } from '../../../../client/src/cluster/stores/replication.ts';
import { root } from '../../../support/run/paths.ts';
import { STORES_FILE, STORES_IN_IT } from '../../../support/sessions/storesFile.ts';

/** Prints what session-cluster-repair finds in the lines on its standard input. */
const FOUND =
    'require $ARGV[0]; print map { "$_->{host} $_->{port} $_->{name} $_->{number}\\n" } main::stores_in(<STDIN>);';

describe('the file of the stores', () => {
    it('is read as it was written, and what is none of it is left out', () => {
        assert.deepEqual(parseStores(STORES_FILE), STORES_IN_IT);
        assert.deepEqual(parseStores(renderStores(STORES_IN_IT)), STORES_IN_IT);
    });

    it('is read by session-cluster-repair in the same way', () => {
        const repair = join(root, 'client/images/replication/session-cluster-repair.pl');
        const { stdout, stderr } = spawnSync('perl', ['-e', FOUND, repair], { input: STORES_FILE, encoding: 'utf8' });
        assert.equal(stderr, '');
        const expected = STORES_IN_IT.map(({ host, port, name, number }) => `${host} ${port} ${name} ${number}\n`);
        assert.equal(stdout, expected.join(''));
    });
});
