import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { ClusterFacts } from '../../../server/src/phpIni/protocol.ts';
import { evaluatedUri, readFacts, ruleCode, settingsSection } from '../../../server/src/server/clientData.ts';
import { readOptions, readSettings } from '../../../server/src/server/settings.ts';
import { spoilt } from '../../support/hostile.ts';

const FACTS: ClusterFacts = {
    environments: [
        {
            name: 'shop',
            replicated: true,
            stores: [{ node: 'shop-store-1', host: '10.0.0.2', aliases: ['store-1'], port: 11_211, running: true }],
            applications: [
                {
                    node: 'shop-application-1',
                    uri: 'php-node://shop/application/1',
                    running: true,
                    php: {
                        version: '8.4.1',
                        iniFile: '/etc/php.ini',
                        scannedFiles: ['/etc/conf.d/a.ini'],
                        scanDirectories: ['/etc/conf.d'],
                        extensions: ['session'],
                        availableExtensions: ['memcached'],
                        settings: { memory_limit: '128M' },
                        environmentVariables: ['HOME'],
                        links: { '/etc/php.ini': '/srv/php.ini' },
                        files: { '/etc/php.ini': 'memory_limit = 128M' },
                        sessionDirectory: '1:2',
                        reachability: [{ server: '10.0.0.2:11211', error: 'refused' }],
                    },
                },
                { node: 'shop-application-2', uri: 'php-node://shop/application/2', running: false },
            ],
        },
    ],
};

describe('what a client says', () => {
    const anything = fc.anything({ withNullPrototype: true, withMap: true, withObjectString: true });

    it('of environments is taken as a whole, or not at all', () => {
        assert.deepEqual(readFacts(FACTS), FACTS);
        fc.assert(
            fc.property(spoilt(FACTS, [null]), value => {
                assert.throws(() => readFacts(value), /^TypeError: \S+( \S+)? is of no known form$/);
            }),
        );
    });

    it('of its settings is taken as far as it is of their form', () => {
        assert.deepEqual(readOptions({ phpVersion: '8.1', showsPhpVersion: true, writesBehindNames: true }), {
            phpVersion: '8.1',
            showsPhpVersion: true,
            writesBehindNames: true,
        });
        assert.deepEqual(readOptions({ phpVersion: 8.1, writesBehindNames: true }), {
            showsPhpVersion: false,
            writesBehindNames: true,
        });
        assert.deepEqual(readOptions({ phpVersion: '8.1', showsPhpVersion: 'yes', writesBehindNames: 1 }), {
            phpVersion: '8.1',
            showsPhpVersion: false,
            writesBehindNames: false,
        });
        const severity = { a: 'off', b: 'loud', c: 1, d: 'hint' };
        const audit = { environments: {} };
        assert.deepEqual(
            readSettings({ php: { version: '8.2' }, diagnostics: { severity }, format: { alignEquals: 'yes' } }),
            { php: { version: '8.2' }, diagnostics: { severity: { a: 'off', d: 'hint' } }, audit, format: {} },
        );
        assert.deepEqual(readSettings({ php: 7, diagnostics: { severity: [] }, format: { alignEquals: true } }), {
            php: {},
            diagnostics: { severity: {} },
            audit,
            format: { alignEquals: true },
        });
        const environments = { shop: 'production', blog: 'off', wiki: 'loud', file: 1 };
        assert.deepEqual(readSettings({ audit: { profile: 'shared-hosting', environments } }).audit, {
            profile: 'shared-hosting',
            environments: { shop: 'production', blog: 'off' },
        });
        assert.deepEqual(readSettings({ audit: { profile: 'off', environments: [] } }).audit, audit);
    });

    it('never stops the server, whatever it is', () => {
        fc.assert(
            fc.property(anything, value => {
                assert.deepEqual(Object.keys(readSettings(value)), ['php', 'diagnostics', 'audit', 'format']);
                assert.equal(typeof readOptions(value).writesBehindNames, 'boolean');
                assert.equal(ruleCode(value), undefined);
                assert.equal(evaluatedUri(value), undefined);
                assert.doesNotThrow(() => settingsSection(value, 'phpSessionCluster'));
            }),
        );
    });
});
