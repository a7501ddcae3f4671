import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { readApplicationFacts } from '../../../client/src/cluster/node/applicationFacts.ts';
import { applyPlan } from '../../../client/src/cluster/apply/apply.ts';
import { ensureImage, productImages } from '../../../client/src/cluster/images/images.ts';
import { nodesOf } from '../../../client/src/cluster/model/model.ts';
import { renderReportText } from '../../../client/src/cluster/report/text.ts';
import { scaleEnvironment } from '../../../client/src/cluster/scale/scale.ts';
import { planSessionSettings } from '../../../client/src/cluster/apply/settings.ts';
import { verifyFailover } from '../../../client/src/cluster/verify/verify.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { isOperationError } from '../../../client/src/cluster/model/errors.ts';
import { createEnvironment } from '../../../client/src/cluster/provision/provision.ts';
import { assertSuitableImage } from '../../../client/src/cluster/provision/checks.ts';
import { PROXY_SOCKET } from '../../../server/src/phpIni/sessionSettings.ts';
import { withNodes } from '../../../client/src/cluster/model/topologyFile.ts';
import {
    application,
    openEngine,
    remainsOf,
    reread,
    testTopology,
    withEnvironment,
} from '../../support/engine/environments.ts';
import { quietContext } from '../../support/engine/quietContext.ts';
import { uniqueName } from '../../support/run/names.ts';
import { MemcachedTalk } from '../../support/sessions/memcachedTalk.ts';

/**
 * Like the official image: Apache starts as root, no php.ini is loaded, memcached is there and not loaded, and nothing
 * of ours is in it.
 */
const DOCKERFILE = (base: string) => `FROM ${base}
USER root
RUN rm -r /var/lib/session-cluster /usr/local/bin/session-cluster-* \\
        /etc/php/8.4/apache2/php.ini /etc/php/8.4/apache2/conf.d/25-memcached.ini \\
    && printf 'ServerName localhost\\nErrorLog /dev/stderr\\n<VirtualHost *:80>\\nDocumentRoot /var/www/html\\n</VirtualHost>\\n' \\
        > /etc/apache2/sites-available/session-cluster.conf
CMD ["sh", "-c", ". /etc/apache2/envvars; rm -f $APACHE_PID_FILE; exec apache2 -D FOREGROUND"]
`;

describe('an image of the user’s own', () => {
    const tag = `psc-test/${uniqueName('own-apache')}`;
    const built: string[] = [];
    let engine: Engine;

    async function build(name: string, dockerfile: string): Promise<void> {
        built.push(name);
        await engine.buildImage({
            tag: name,
            labels: { 'php-session-cluster.test': 'own-image' },
            files: [{ path: 'Dockerfile', bytes: Buffer.from(dockerfile), mode: 0o644 }],
            onProgress: () => undefined,
        });
    }

    before(async () => {
        engine = await openEngine();
        await build(tag, DOCKERFILE(await ensureImage(engine, 'application', quietContext())));
    });

    after(async () => {
        // Those that are built on others first.
        for (const name of built.toReversed()) {
            await engine.removeImage(name);
        }
        engine.dispose();
    });

    it('is none of the product’s, though it is built on one: not removed with those, and no helper is made of it', async () => {
        const images = await productImages(engine, quietContext().signal);
        assert.ok(!images.includes(tag));
        assert.ok(images.includes(await ensureImage(engine, 'application', quietContext())));
    });

    it('is clustered and survives a failover: php.ini made, the extension loaded behind what it needs, the probe in the document root', async () => {
        await withEnvironment(engine, testTopology('own', { image: tag }), async environment => {
            const signal = AbortSignal.timeout(60_000);
            const before = await readApplicationFacts(engine, application(environment, 1), signal);
            assert.equal(before.iniFile, undefined);
            assert.ok(!before.extensions.includes('memcached'));

            const plan = await planSessionSettings(engine, environment, quietContext());
            assert.deepEqual(
                plan.changes.filter(({ node }) => node.number === 1).map(({ path, before: bytes }) => [path, bytes]),
                [
                    ['/etc/php/8.4/apache2/php.ini', undefined],
                    ['/etc/php/8.4/apache2/conf.d/session-cluster-memcached.ini', undefined],
                ],
            );
            await applyPlan(engine, environment, plan, quietContext());
            const now = await readApplicationFacts(engine, application(environment, 1), signal);
            assert.equal(now.iniFile, '/etc/php/8.4/apache2/php.ini');
            assert.equal(now.settings['session.save_handler'], 'memcached');

            const nodes = nodesOf(environment, 'application').map(({ name }) => name);
            const options = { sessions: 20, faults: ['kill'], nodes } as const;
            const report = await verifyFailover(engine, environment, options, quietContext());
            assert.equal(report.verdict, 'pass', renderReportText(report));
            await assert.rejects(scaleEnvironment(engine, environment, { store: 2 }, quietContext()), error => {
                assert.ok(isOperationError(error, 'unsupported'), String(error));
                assert.match(
                    error.message,
                    /application-1 was made of .* without memcached's proxy.*Nothing was changed/,
                );
                return true;
            });
            const left = await engine.exec(application(environment, 1).containerId, ['ls', '/var/www/html']);
            assert.equal(left.stdout.toString(), 'index.php\n');
        });
    });

    it('replicates its sessions with the memcached that it has, under a supervisor that starts it as it starts itself', async () => {
        const topology = withNodes(testTopology('own', { image: tag }), { store: 2 });
        await withEnvironment(engine, topology, async environment => {
            await applyPlan(
                engine,
                environment,
                await planSessionSettings(engine, environment, quietContext()),
                quietContext(),
            );
            const node = application(environment, 1);
            const { entrypoint, command } = await engine.inspectContainer(node.containerId);
            assert.match(
                [...entrypoint, ...command].join(' '),
                /session-cluster-supervise sh -c .*apache2 -D FOREGROUND/,
            );
            const talk = new MemcachedTalk(engine, environment);
            assert.deepEqual(await talk.proxy(node, 'set own 0 0 1\nx'), ['STORED\n']);
            assert.ok((await talk.version(2, 'own')) > 0n);
            const owner = await engine.exec(node.containerId, ['stat', '-c', '%U %a', PROXY_SOCKET], { user: '0' });
            assert.equal(owner.stdout.toString(), 'www-data 600\n');
            // A further one is made as this one was.
            await scaleEnvironment(engine, environment, { application: 3 }, quietContext());
            const third = application(await reread(engine, environment), 3);
            assert.match((await talk.proxy(third, 'get own'))[0] ?? '', /^VALUE own 0 1\nx\n/);
            // As the engine stops it: requests are answered, and the container ends by itself.
            await engine.stopContainer(node.containerId, { graceSeconds: 20 });
            assert.equal((await engine.inspectContainer(node.containerId)).exitCode, 0);
        });
    });

    // Programs in place of memcached's that say what old ones say: a fault that cannot be made otherwise, as packages
    // have one version.
    for (const [name, install, says] of [
        ['no memcached', 'rm /usr/bin/memcached', /has no memcached/],
        ['an old memcached', fakeMemcached('memcached 1.6.18', ''), /has memcached 1\.6\.18: /],
        [
            'a memcached without the proxy',
            fakeMemcached('memcached 1.6.38', ''),
            /has memcached 1\.6\.38 without the proxy/,
        ],
    ] as const) {
        it(`with ${name} is refused where sessions are to be replicated, and serves where not`, async () => {
            const lacking = `${tag}-${name.replaceAll(' ', '-')}`;
            await build(lacking, `FROM ${tag}\nRUN ${install}\n`);
            const single = testTopology('own', { image: lacking });
            await assert.rejects(
                createEnvironment(engine, withNodes(single, { store: 2 }), quietContext()),
                (error: unknown) => {
                    assert.ok(isOperationError(error, 'imageUnsuitable'), String(error));
                    assert.match(error.message, says);
                    assert.match(error.message, /memcached 1\.6\.27 or later with its proxy/);
                    assert.match(error.message, /Nothing was created/);
                    return true;
                },
            );
            assert.deepEqual(await remainsOf(engine, single.name), []);
            await assertSuitableImage(engine, lacking, { replicate: false }, quietContext());
        });
    }
});

function fakeMemcached(version: string, help: string): string {
    return `printf '#!/bin/sh\\n[ "$1" = -V ] && echo "${version}" || echo "${help}"\\n' > /usr/bin/memcached`;
}
