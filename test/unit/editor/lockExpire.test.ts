import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { DEFAULT_LOCK_EXPIRE } from '../../../server/src/phpIni/sessionSettings.ts';

interface Manifest {
    readonly contributes: { readonly configuration: { readonly properties: Record<string, { default?: unknown }> } };
}

describe('the setting of the lock expiry', () => {
    it('has the default that everything else has', () => {
        const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
        const { properties } = (JSON.parse(text) as Manifest).contributes.configuration;
        assert.equal(properties['phpSessionCluster.session.lockExpire']?.default, DEFAULT_LOCK_EXPIRE);
    });
});
