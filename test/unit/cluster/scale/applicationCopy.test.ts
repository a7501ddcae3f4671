import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClusterNode } from '../../../../client/src/cluster/model/model.ts';
import type { ApplicationFacts } from '../../../../client/src/cluster/node/applicationFacts.ts';
import { assertSameSessions } from '../../../../client/src/cluster/scale/applicationCopy.ts';
import { OWN_SOFTWARE } from '../../../../client/src/cluster/software/table.ts';

type Settings = Readonly<Record<string, string>>;

const NODE: ClusterNode = {
    id: 'shop/application/3',
    environment: 'shop',
    layer: 'application',
    software: OWN_SOFTWARE.application,
    number: 3,
    name: 'shop-application-3',
    containerId: '3',
    image: '',
    state: 'running',
    health: 'none',
    status: 'running',
    statusText: '',
    address: '',
    port: 80,
};

const MODEL: Settings = {
    'session.save_handler': 'memcached',
    'session.save_path': '10.0.0.1:11211',
    'session.name': 'SHOP',
    'memcached.sess_prefix': 'shop.',
    memory_limit: '128M',
};

function factsOf(settings: Settings): ApplicationFacts {
    return {
        hostname: '',
        phpVersion: '8.4.28',
        sapi: 'apache2handler',
        user: 33,
        iniDirectory: '/etc/php/8.4/apache2',
        scanDirectories: [],
        scannedFiles: [],
        documentRoot: '/var/www/html',
        extensions: [],
        links: {},
        availableExtensions: null,
        environmentVariables: [],
        settings,
        sessionDirectory: null,
        child: { now: null, started: null },
    };
}

function check(settings: Settings): void {
    assertSameSessions(NODE, factsOf(settings), factsOf(MODEL));
}

describe('a new Apache node, made after another one', () => {
    it('may serve where it keeps sessions in the same way, whatever else differs', () => {
        check(MODEL);
        check({ ...MODEL, 'session.save_handler': 'MEMCACHED', memory_limit: '1G' });
    });

    it('must not where a directive differs that nodes must agree on, which is named, without a password', () => {
        assert.throws(
            () => {
                check({ ...MODEL, 'session.name': 'OTHER' });
            },
            { code: 'notInForce', message: /session\.name is "OTHER" on shop-application-3, and "SHOP" on the node/ },
        );
        assert.throws(
            () => {
                check({ ...MODEL, 'session.save_path': 'tcp://a:6379?auth=geheim' });
            },
            (error: unknown) => error instanceof Error && !error.message.includes('geheim'),
        );
    });

    it('must not where any other directive of sessions differs, which a copy has no reason for', () => {
        assert.throws(() => {
            assertSameSessions(
                NODE,
                factsOf({ ...MODEL, 'session.cookie_secure': '0' }),
                factsOf({ ...MODEL, 'session.cookie_secure': '1' }),
            );
        }, /session\.cookie_secure is "0" on shop-application-3, and "1"/);
    });

    it('must not where its PHP does not have the extension', () => {
        const { 'memcached.sess_prefix': _, ...without } = MODEL;
        assert.throws(
            () => {
                check(without);
            },
            { code: 'notInForce', message: /memcached\.sess_prefix is "" on shop-application-3/ },
        );
    });
});
