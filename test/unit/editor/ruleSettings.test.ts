import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { rules } from '../../../server/src/rules/table.ts';

const file = new URL('../../../package.json', import.meta.url);

interface Manifest {
    readonly contributes: {
        readonly configuration: {
            readonly properties: Record<string, { readonly propertyNames?: { enum: string[] } }>;
        };
    };
}

describe('the setting of severities', () => {
    it('offers the code of every rule, and no other (UPDATE_RULES=1 writes them into package.json)', () => {
        const codes = rules.map(({ code }) => code).sort();
        const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
        const names =
            manifest.contributes.configuration.properties['phpSessionCluster.diagnostics.severity']?.propertyNames;
        assert.ok(names);
        if (process.env.UPDATE_RULES !== undefined) {
            names.enum = codes;
            writeFileSync(file, `${JSON.stringify(manifest, undefined, 4)}\n`);
        }
        assert.deepEqual(names.enum, codes);
    });
});
